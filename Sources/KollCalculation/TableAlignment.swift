public import KollModel

extension [ImportedTable] {
  /// The tables with one scale for each series that several of them state.
  ///
  /// Shares, counts and money without a unit are integers of as many decimals as their file writes;
  /// here each gets the decimals of the finest. Money whose unit one file states and another does
  /// not is left as it is: no scale is common to both.
  /// - Returns: The same figures in common scales.
  /// - Throws: ``AmountOverflow`` when a figure does not fit in the finer scale.
  public func inCommonScales() throws(AmountOverflow) -> [ImportedTable] {
    var scales: [Series: Scale] = [:]
    for column in flatMap(\.layout.columns) where column.scale.unit == nil {
      let scale = scales[column.series] ?? column.scale
      scales[column.series] = column.scale.exponent > scale.exponent ? column.scale : scale
    }
    var tables = self
    for index in tables.indices { try tables[index].show(in: scales) }
    return tables
  }

  /// The series whose unit some of the tables state and others do not.
  public var seriesOfMixedUnits: [Series] {
    var stated: [Series: Bool] = [:]
    return flatMap(\.layout.columns).filter(\.series.kind.isMoney).compactMap { column in
      let isStated = column.scale.unit != nil
      guard let first = stated[column.series] else {
        stated[column.series] = isStated
        return nil
      }
      return first == isStated ? nil : column.series
    }
  }

  /// The tables with the signs of the first whose convention is known, or with those stated.
  ///
  /// Deviations are never turned, nor figures whose side is not known. A table without figures that
  /// a convention is about takes the common one.
  /// - Parameter stated: The convention that goes before those of the tables.
  /// - Returns: The tables in one convention, as far as theirs are known.
  /// - Throws: ``AmountOverflow`` when a turned figure does not fit.
  public func inCommonSign(
    stated: SignConvention? = nil
  ) throws(AmountOverflow) -> [ImportedTable] {
    guard let sign = stated ?? lazy.compactMap(\.layout.sign).first else { return self }
    var tables = self
    for index in tables.indices { try tables[index].turn(to: sign) }
    return tables
  }
}

extension ImportedTable {
  /// The table with its figures in a convention of signs.
  /// - Parameter sign: The convention.
  /// - Returns: The table, as it is when its own convention is not known.
  /// - Throws: ``AmountOverflow`` when a turned figure does not fit.
  public func inSign(_ sign: SignConvention) throws(AmountOverflow) -> ImportedTable {
    var table = self
    try table.turn(to: sign)
    return table
  }

  /// Whether some of its figures depend on a convention of signs.
  public var needsSign: Bool {
    series.contains { series in
      switch series.kind {
      case .budget, .forecast, .actual, .frame, .plan: true
      case .variance, .amount, .ratio, .count, .rate, .text: series.side != nil
      }
    }
  }

  fileprivate mutating func show(in scales: [Series: Scale]) throws(AmountOverflow) {
    var factors: [Int64] = []
    for (index, column) in layout.columns.enumerated() {
      guard column.scale.unit == nil, let scale = scales[column.series] else {
        factors.append(1)
        continue
      }
      let power = powerOfTen(scale.exponent - column.scale.exponent)
      guard let factor = Int64(exactly: power) else { throw AmountOverflow() }
      factors.append(factor)
      layout.columns[index].scale = scale
    }
    guard factors.contains(where: { $0 != 1 }) else { return }
    try mapAmounts { amount, series throws(AmountOverflow) in
      let (product, overflowed) = amount.minorUnits.multipliedReportingOverflow(by: factors[series])
      if overflowed { throw AmountOverflow() }
      return Money(minorUnits: product)
    }
  }

  fileprivate mutating func turn(to sign: SignConvention) throws(AmountOverflow) {
    guard let own = layout.sign else {
      if !needsSign { layout.sign = sign }
      return
    }
    let turned = series.map { $0.kind != .variance && own.turns(to: sign, side: $0.side) }
    layout.sign = sign
    guard turned.contains(true) else { return }
    try mapAmounts { amount, series throws(AmountOverflow) in
      turned[series] ? try -amount : amount
    }
  }

  private mutating func mapAmounts(
    _ transform: (Money, Int) throws(AmountOverflow) -> Money
  ) throws(AmountOverflow) {
    for index in facts.indices {
      facts[index].amount = try transform(facts[index].amount, facts[index].series)
    }
    for index in claims.indices {
      claims[index].stated = try transform(claims[index].stated, claims[index].series)
    }
  }
}
