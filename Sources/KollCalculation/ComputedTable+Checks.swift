public import KollModel

extension ComputedTable {
  /// Compares the figures that a source states as sums with the sums of their parts.
  /// - Parameter table: The table that states them and holds the facts.
  /// - Returns: A check for each claim, in the claims' order; `column` is the claim's series.
  /// - Throws: ``AmountOverflow`` when a sum or difference does not fit.
  public static func checks(of table: ImportedTable) throws(AmountOverflow) -> [Check] {
    guard !table.claims.isEmpty else { return [] }
    var amounts: [[Int: Money]] = table.areas.map { _ in [:] }
    let areas = Dictionary(zip(table.areas, table.areas.indices)) { first, _ in first }
    for fact in table.facts {
      let soFar = amounts[fact.area][fact.series] ?? .zero
      amounts[fact.area][fact.series] = try soFar + fact.amount
    }
    var checks: [Check] = []
    for claim in table.claims {
      let parts = claim.parts(areas, amounts)
      var computed: Money?
      for part in parts {
        guard let amount = part.amount else { continue }
        let soFar = computed ?? .zero
        computed = part.isSubtracted ? try soFar - amount : try soFar + amount
      }
      let column = table.layout.columns[claim.series]
      checks.append(
        try claim.check(
          against: computed,
          partCount: parts.count,
          column: column,
          areas: table.areas,
        )
      )
    }
    return checks
  }

  /// The notes on rows that no longer add up because each is rounded by itself.
  ///
  /// - Throws: ``AmountOverflow`` when a sum of shown numbers does not fit.
  public func roundingNotes() throws(AmountOverflow) -> [Note] {
    var columnsOff: [String] = []
    for (index, column) in columns.enumerated() where column.isAdditive {
      if try !addsUp(column: index) { columnsOff.append(column.title) }
    }
    guard !columnsOff.isEmpty else { return [] }
    let text = """
      Varje belopp är avrundat för sig. Raderna summerar därför inte exakt till summan i \
      \(columnsOff.joined(separator: ", ")).
      """
    return [Note(text: text)]
  }

  private func addsUp(column: Int) throws(AmountOverflow) -> Bool {
    guard columns[column].series.kind.isSummed else { return true }
    let scale = columns[column].scale
    let numbers = rows.indices.map { rows[$0].cells[column].value.number(in: scale) }
    var shown: [Int128?] = []
    shown.reserveCapacity(numbers.count)
    for number in numbers {
      shown.append(try number?.rounded(toDecimals: columns[column].decimals))
    }
    for row in rows.indices where try !addsUp(row, of: numbers, shown) { return false }
    return true
  }

  /// Whether the shown parts of a sum are together the shown sum.
  /// - Parameters:
  ///   - row: The row's place.
  ///   - numbers: The column's numbers.
  ///   - shown: The numbers as they are shown, in their last decimal place.
  /// - Returns: Whether they are, or rounding is not what keeps them from it.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  private func addsUp(
    _ row: Int,
    of numbers: [Rational?],
    _ shown: [Int128?],
  ) throws(AmountOverflow) -> Bool {
    let terms = rows[row].terms
    guard !terms.isEmpty, let whole = shown[row] else { return true }
    var sum: Int128 = 0
    var exactSum = Rational(0)
    for term in terms {
      let (part, exactPart) = (shown[term.row] ?? 0, numbers[term.row] ?? Rational(0))
      sum += term.isSubtracted ? -part : part
      exactSum = try term.isSubtracted ? exactSum - exactPart : exactSum + exactPart
    }
    // Figures that do not add up by themselves, because some are absent, are no matter of rounding.
    return sum == whole || exactSum != numbers[row]
  }
}

extension TableColumn {
  /// Whether the column's total is the sum of its rows: figures of a source, and differences of two.
  fileprivate var isAdditive: Bool { expression == nil || comparison != nil }
}

extension Claim {
  /// The figures that the claim covers.
  fileprivate func parts(
    _ areas: [AreaPath: Int],
    _ amounts: [[Int: Money]],
  ) -> [(amount: Money?, isSubtracted: Bool)] {
    switch coverage {
    case .rows(let areas): return areas.map { (amounts[$0][series], false) }
    case .columns(let terms):
      guard let row = areas[area] else { return [] }
      return terms.map { (amounts[row][$0.series], $0.isSubtracted) }
    }
  }

  private var kind: Check.Kind {
    switch coverage {
    case .rows: .rows
    case .columns: .columns
    }
  }

  private var coveredAreas: [Int] {
    if case .rows(let areas) = coverage { areas } else { [] }
  }

  private var coveredColumns: [Term] {
    if case .columns(let terms) = coverage { terms } else { [] }
  }

  fileprivate func check(
    against computed: Money?,
    partCount: Int,
    column: LayoutColumn,
    areas: [AreaPath],
  ) throws(AmountOverflow) -> Check {
    func lastPlace(_ decimals: Int) -> Int64 {
      Int64(clamping: powerOfTen(min(max(0, column.scale.exponent - decimals), 18)))
    }
    return try Check(
      kind: kind,
      row: label,
      path: area,
      column: series,
      areas: coveredAreas.map { areas[$0] },
      terms: coveredColumns,
      stated: stated,
      computed: computed,
      partCount: partCount,
      lastPlace: lastPlace(column.decimals),
      statedPlace: decimals.map(lastPlace),
      origin: origin,
    )
  }
}
