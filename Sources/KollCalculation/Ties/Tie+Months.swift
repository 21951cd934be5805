public import KollModel

extension Tie {
  /// The years that sources state beside all twelve of their months, each compared with their sum.
  ///
  /// Areas are compared one by one, and those that differ are told by name; those that do not are
  /// told together.
  /// - Parameters:
  ///   - tables: The tables.
  ///   - fiscalYear: Which months a year has.
  /// - Returns: A tie for each year and kind over all areas, and one for each area that differs.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public static func monthsAndYears(
    in tables: [ImportedTable],
    of fiscalYear: FiscalYear,
  ) throws(AmountOverflow) -> [Tie] {
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    let columns = tables.flatMap(\.layout.columns)
    let stated = Set(columns.map(\.series))
    var areas: [AreaPath] = []
    for area in tables.flatMap(\.areas) where !areas.contains(area) { areas.append(area) }
    var ties: [Tie] = []
    var seen: Set<Series> = []
    for column in columns where seen.insert(column.series).inserted {
      let months = column.series.months(in: fiscalYear)
      guard column.series.kind.isMoney, months.count == 12, months.allSatisfy(stated.contains)
      else { continue }
      let parts = columns.filter { $0.series == column.series || months.contains($0.series) }
      let lastPlace = parts.map { $0.scale.lastPlace(decimals: $0.decimals) }.max() ?? .zero
      ties += try compare(column, months, ledger, areas, lastPlace)
    }
    return ties
  }

  private static func compare(
    _ column: LayoutColumn,
    _ months: [Series],
    _ ledger: Ledger,
    _ areas: [AreaPath],
    _ lastPlace: Money,
  ) throws(AmountOverflow) -> [Tie] {
    func tie(_ label: String, _ parts: Money, _ whole: Money) throws(AmountOverflow) -> Tie {
      try Tie(
        column.title,
        Figure("\(label), tolv månader", parts),
        Figure("\(label), helår", whole),
        scale: column.scale,
        decimals: column.decimals,
        lastPlace: lastPlace,
      )
    }
    var all: (parts: Money, whole: Money) = (.zero, .zero)
    var differing: [Tie] = []
    for area in areas {
      guard let whole = try ledger.sum(area, column.series)?.amount else { continue }
      var parts: Money?
      for month in months {
        guard let sum = try ledger.sum(area, month)?.amount else { continue }
        parts = try (parts ?? .zero) + sum
      }
      guard let parts else { continue }
      all = (try all.parts + parts, try all.whole + whole)
      let own = try tie(area.fullName, parts, whole)
      if own.verdict == .differs { differing.append(own) }
    }
    return [try tie("Alla områden", all.parts, all.whole)] + differing
  }
}

extension Series {
  /// The months of a series about a whole year.
  fileprivate func months(in fiscalYear: FiscalYear) -> [Series] {
    guard period == nil, round == nil, let year, let whole = fiscalYear.period(of: year) else {
      return []
    }
    return whole.months.map { month in
      var series = self
      series.period = .month(month)
      series.year = month.year
      return series
    }
  }
}
