internal import KollModel

extension Divider {
  /// What areas beside each other weigh by a method.
  func weights(
    of siblings: [Int],
    below parent: AreaPath,
    by method: Int,
  ) throws(AllocationRefusal) -> [Int64] {
    switch plan.methods[method] {
    case .equal: siblings.map { _ in 1 }
    case .shares: try shares(of: siblings, below: parent)
    case .driver: try drivers(of: siblings)
    case .proportional: try figures(of: siblings, in: basisColumns[method] ?? 0)
    }
  }

  private func shares(
    of siblings: [Int],
    below parent: AreaPath,
  ) throws(AllocationRefusal) -> [Int64] {
    let shares = siblings.map { limits[$0]?.share ?? Rational(0) }
    let sum = try sum(of: shares)
    // Where all are locked, shares decide nothing.
    guard sum == Rational(1) || !siblings.contains(where: isFree) else {
      throw .shares(below: parent, sum: sum)
    }
    return try whole(shares)
  }

  private func drivers(of siblings: [Int]) throws(AllocationRefusal) -> [Int64] {
    var drivers: [Rational?] = []
    for index in siblings { drivers.append(try driver(of: index)) }
    let missing = areas(zip(siblings, drivers)) { $0 == nil }
    if !missing.isEmpty, plan.missingBasis == .error { throw .missingDriver(missing) }
    return try whole(drivers.map { $0 ?? Rational(0) })
  }

  /// An area's own number, or the sum of those below it.
  private func driver(of index: Int) throws(AllocationRefusal) -> Rational? {
    if let own = limits[index]?.driver { return own }
    var drivers: [Rational] = []
    for child in tree.areas[index].children {
      if let driver = try driver(of: child) { drivers.append(driver) }
    }
    return drivers.isEmpty ? nil : try sum(of: drivers)
  }

  private func figures(of siblings: [Int], in column: Int) throws(AllocationRefusal) -> [Int64] {
    let figures = siblings.map { table.rows[tree.areas[$0].row].cells[column].value.size }
    let missing = areas(zip(siblings, figures)) { $0 == nil }
    if !missing.isEmpty, plan.missingBasis == .error { throw .missingBasis(missing) }
    let below = areas(zip(siblings, figures)) { ($0?.numerator ?? 0) < 0 }
    let above = areas(zip(siblings, figures)) { ($0?.numerator ?? 0) > 0 }
    if !below.isEmpty, !above.isEmpty, plan.mixedSigns == .error {
      throw .mixedSigns(below.count > above.count ? above : below)
    }
    let isNegative = try sum(of: figures.compactMap(\.self)).numerator < 0
    return try whole(
      figures.map { figure in
        guard let figure else { return Rational(0) }
        let isAgainst = isNegative ? figure.numerator > 0 : figure.numerator < 0
        return plan.mixedSigns == .exempt && isAgainst ? Rational(0) : figure.magnitude
      }
    )
  }

  /// The areas with an open part whose number is as asked for.
  private func areas(
    _ numbers: Zip2Sequence<[Int], [Rational?]>,
    where isMeant: (Rational?) -> Bool,
  ) -> [AreaPath] {
    numbers.filter { isFree($0) && isMeant($1) }.map { tree.areas[$0.0].path }
  }

  private func sum(of numbers: [Rational]) throws(AllocationRefusal) -> Rational {
    try fitting { () throws(AmountOverflow) in
      var sum = Rational(0)
      for number in numbers { sum = try sum + number }
      return sum
    }
  }

  /// Numbers as weights: all times the power of ten that makes them whole.
  private func whole(_ numbers: [Rational]) throws(AllocationRefusal) -> [Int64] {
    let exponent = (0...18).first { exponent in
      numbers.allSatisfy { powerOfTen(exponent) % $0.denominator == 0 }
    }
    guard let exponent else { throw .overflow }
    return try numbers.map { number throws(AllocationRefusal) in
      let factor = powerOfTen(exponent) / number.denominator
      let (weight, overflowed) = number.numerator.multipliedReportingOverflow(by: factor)
      guard !overflowed, let weight = Int64(exactly: weight) else { throw .overflow }
      return weight
    }
  }
}

extension CellValue {
  /// The figure by which areas are compared: money in minor units, or a number as it is.
  fileprivate var size: Rational? {
    switch self {
    case .money(let money): Rational(money.minorUnits)
    case .count(let number), .ratio(let number): number
    case .text, .absent: nil
    }
  }
}
