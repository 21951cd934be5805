public import KollModel

extension Tie {
  /// What the years of a statement open with, compared with what the years before closed with.
  ///
  /// A row may be what the next year opens with (``Statement/Row/Counterpart/opening(_:)``), and a
  /// column may be, such as `IB 2021` beside `UB 2020` or `Bokslut 2020`. Of a column, the total is
  /// told, and each row that differs; the year's result and the equity that it becomes are compared
  /// as their sum.
  /// - Parameters:
  ///   - statement: The statement.
  ///   - tables: The tables that were arranged as it.
  ///   - fiscalYear: Which months a year has.
  /// - Returns: The ties, of rows and then of columns.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public static func openings(
    of statement: Statement,
    in tables: [ImportedTable],
    of fiscalYear: FiscalYear,
  ) throws(AmountOverflow) -> [Tie] {
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    let table = try TableDefinition(statement, of: tables).computed(from: ledger)
    let pairs = YearPair.all(among: table.columns, of: fiscalYear)
    var ties: [Tie] = []
    for declared in statement.rows {
      guard case .opening(let key)? = declared.counterpart,
        let closing = Row(declared.key, of: table),
        let opening = Row(key, of: table)
      else { continue }
      for pair in pairs where !pair.opens {
        ties += [try pair.tie(opening.row, closing.row, in: table)].compactMap(\.self)
      }
    }
    let moved = statement.rowsThatTheResultMovesBetween
    for pair in pairs where pair.opens {
      for row in table.rows where !moved.contains(row.path.labels.first ?? "") {
        guard let tie = try pair.tie(row, row, in: table) else { continue }
        if row.role == .total || tie.verdict == .differs { ties.append(tie) }
      }
    }
    return ties
  }
}

extension Statement {
  /// The rows that change places when a year ends: its result becomes other equity.
  fileprivate var rowsThatTheResultMovesBetween: Set<String> {
    rows.reduce(into: []) { moved, row in
      guard case .sum(let keys) = row.content, keys.contains("arets-resultat") else { return }
      moved.formUnion(keys)
    }
  }
}

/// A column about a year beside one about the end of the year before.
private struct YearPair {
  let opening: Int
  let closing: Int
  /// Whether the first holds what the year opens with, and not what became of it.
  let opens: Bool

  static func all(among columns: [TableColumn], of fiscalYear: FiscalYear) -> [YearPair] {
    columns.indices.flatMap { opening -> [YearPair] in
      let series = columns[opening].series
      guard let year = series.year, series.isBooked || series.kind == .forecast else { return [] }
      return columns.indices.compactMap { closing in
        guard columns[closing].series.closes(year - 1, of: fiscalYear),
          columns[closing].isComparable(with: columns[opening])
        else { return nil }
        return YearPair(opening: opening, closing: closing, opens: series.opens)
      }
    }
  }

  /// The tie between two rows; `nil` when one of them has no figure.
  func tie(
    _ first: ComputedRow,
    _ last: ComputedRow,
    in table: ComputedTable,
  ) throws(AmountOverflow) -> Tie? {
    guard let opened = first.cells[opening].value.money,
      let closed = last.cells[closing].value.money
    else { return nil }
    let (column, other) = (table.columns[opening], table.columns[closing])
    return try Tie(
      table.title ?? "",
      Tie.Figure("\(column.title), \(first.label)", opened),
      Tie.Figure("\(other.title), \(last.label)", closed),
      scale: column.scale,
      decimals: min(column.decimals, other.decimals),
      lastPlace: max(column.lastPlace, other.lastPlace),
    )
  }
}

extension Series {
  /// Whether the figures are of what was booked, also where the header is a year or a date alone.
  fileprivate var isBooked: Bool { kind == .actual || kind == .amount }

  /// Whether the figures are those that the year opens with.
  fileprivate var opens: Bool {
    label.map { ["ib", "ingående balans", "ingående"].contains($0) } ?? false
  }

  /// Whether the figures are those at the end of a year.
  fileprivate func closes(_ wanted: Int, of fiscalYear: FiscalYear) -> Bool {
    guard isBooked, year == wanted else { return false }
    if let label { return ["ub", "utgående balans", "utgående"].contains(label) }
    guard let period else { return true }
    return period.last == fiscalYear.period(of: wanted)?.last && period != .month(period.last)
  }
}
