public import KollCalculation
public import KollModel

/// The outcome of the whole as it grows over the year, against the budget and the year before.
public struct MonthReport: Hashable, Sendable {
  /// A row for each month of the year: what is accumulated to its end.
  let table: ComputedTable
  /// The newest month with an outcome, by its row.
  let newest: Int

  /// Creates a report; `nil` where fewer than two months have an outcome.
  /// - Parameters:
  ///   - areas: The areas with the columns of `ColumnSet.Context.accumulated`.
  ///   - months: The months of the year.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public init?(of areas: ComputedTable, over months: [Month]) throws(AmountOverflow) {
    let whole = WholeByMonth(of: areas, over: months)
    let outcome = whole.column("Utfall", .actual)
    guard let outcome, let newest = outcome.cells.lastIndex(where: \.isFigure),
      outcome.cells.count(where: \.isFigure) > 1
    else { return nil }
    let last = whole.column("Utfall fg år", .actual, yearsBack: 1)
    let columns = [
      whole.column("Budget", .budget), outcome, last.flatMap { $0.isLine ? $0 : nil },
      whole.forecast(from: newest, outcome),
    ].compactMap(\.self)
    var definition = TableDefinition(
      title: "Ackumulerat från \(months[0].name) \(months[0].year)",
      areaTitle: "Till och med",
      sign: areas.sign,
      columns: columns.map(\.column),
      rows: months.enumerated().map { place, month in
        RowDefinition(
          label: month.words,
          path: AreaPath([month.words]),
          role: .item,
          content: .given(columns.map { $0.cells[place] }),
        )
      },
    )
    // Where it is not known which direction is better there is none.
    try? definition.addColumn(titled: "Avvikelse", expression: "avvikelse(Utfall, Budget)")
    var table = try definition.computed(from: Ledger())
    table.notes = columns.compactMap(\.note)
    self.table = table
    self.newest = newest
  }

  /// The section: the months, and the outcome as a line beside the others.
  /// - Returns: The section.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  func section() throws(AmountOverflow) -> Section {
    let kinds: [SeriesKind] = [.actual, .forecast, .budget]
    let columns = table.columns.indices.filter { kinds.contains(table.columns[$0].series.kind) }
    let ordered = columns.sorted { left, right in
      let ranks = [left, right].map { rank(of: table.columns[$0]) }
      return ranks[0] < ranks[1]
    }
    let hasForecast = table.columns.contains { $0.series.kind == .forecast }
    let chart = try Chart(
      .lines(joiningGaps: hasForecast),
      title: try title(),
      table: table,
      strips: ordered.map { .column($0, rows: table.rows.indices) },
      measure: "Ackumulerat belopp",
    )
    return Section(
      title: "Utfall månad för månad",
      tab: "Månader",
      blocks: [.table(table), .chart(chart)],
    )
  }

  /// Outcome, what is to become of it, and what both are compared with.
  private func rank(of column: TableColumn) -> Int {
    switch column.series.kind {
    case .actual: column.title == "Utfall" ? 0 : 3
    case .forecast: 1
    default: 2
    }
  }

  private func title() throws(AmountOverflow) -> String {
    let (row, unit) = (table.rows[newest], table.unit.map { "\u{A0}\($0.rawValue)" } ?? "")
    guard let outcome = table.columns.firstIndex(where: { $0.title == "Utfall" }) else { return "" }
    let amount = try table.columns[outcome].text(of: row.cells[outcome])
    let opening = "Utfallet till och med \(row.label) är \(amount)\(unit)"
    guard let index = table.columns.firstIndex(where: { $0.comparison?.isDeviation == true }),
      let deviation = row.cells[index].value.money
    else { return opening }
    guard deviation != .zero else { return "\(opening), lika med budgeten" }
    let column = table.columns[index]
    let size = try NumberStyle.swedish(decimals: column.decimals)
      .format(deviation.shown(in: column.scale).magnitude)
    return "\(opening), \(size)\(unit) \(deviation > .zero ? "bättre" : "sämre") än budgeten"
  }
}

/// The total row of a table whose columns are months, read month by month.
private struct WholeByMonth {
  private let columns: [TableColumn]
  private let total: ComputedRow?
  private let months: [Month]

  init(of table: ComputedTable, over months: [Month]) {
    columns = table.columns
    total = table.total
    self.months = months
  }

  /// A column of the report: its cells by month, and what a reader must know of it.
  struct Column {
    var column: TableColumn
    var cells: [Cell]
    var note: Note?

    /// Whether there is more than a point.
    var isLine: Bool { cells.count(where: \.isFigure) > 1 }
  }

  /// What is accumulated of a kind, this year or in one before; `nil` when no month has a figure.
  func column(_ title: String, _ kind: SeriesKind, yearsBack: Int = 0) -> Column? {
    var cells = months.map { _ in Cell(.absent(.notStated)) }
    var model: TableColumn?
    var way: String?
    for (index, column) in columns.enumerated() where column.series.kind == kind {
      guard let month = column.series.period?.last.advanced(by: 12 * yearsBack),
        let place = months.firstIndex(of: month), let cell = total?.cells[index], cell.isFigure
      else { continue }
      cells[place] = cell
      model = model ?? column
      // What is accumulated to a later month covers the earlier ones.
      way = column.wayOfSpreading ?? way
    }
    return model.map { column in
      let note = way.map { Note(text: "\($0): \(title).") }
      return Column(column: column.named(title), cells: cells, note: note)
    }
  }

  /// The year's forecast at its end, reached from the newest outcome; `nil` where there is none, or
  /// the year is over.
  func forecast(from newest: Int, _ outcome: Column) -> Column? {
    guard newest < months.count - 1,
      let index = columns.firstIndex(where: { $0.series.kind == .forecast }),
      let cell = total?.cells[index], cell.isFigure
    else { return nil }
    var cells = months.map { _ in Cell(.absent(.notStated)) }
    cells[newest] = outcome.cells[newest]
    cells[months.count - 1] = cell
    let text =
      "Prognosen avser helåret. Den utgår här från utfallet till och med \(months[newest].words); "
      + "månaderna däremellan har ingen prognos."
    return Column(column: columns[index].named("Prognos"), cells: cells, note: Note(text: text))
  }
}

extension TableColumn {
  /// The column with another title, of no single month and computed from nothing.
  fileprivate func named(_ title: String) -> TableColumn {
    TableColumn(
      key: title.key,
      title: title,
      series: Series(series.kind, year: series.year, side: series.side),
      scale: scale,
      decimals: decimals,
    )
  }
}

extension Cell {
  /// Whether the cell holds money.
  fileprivate var isFigure: Bool { value.money != nil }
}
