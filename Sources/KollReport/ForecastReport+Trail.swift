internal import KollCalculation
internal import KollModel

extension ForecastReport {
  /// The trail with an arrow for each step from one forecast to the next.
  func trailTable() throws(AmountOverflow) -> ComputedTable {
    var table = shown
    guard !deviations.isEmpty else { return table }
    var rule = "Avvikelse: plus är bättre än \(budgetName) och minus sämre."
    if deviations.count > 1 {
      table.columns.append(
        TableColumn(
          key: "utveckling",
          title: "Utveckling",
          series: Series(.text),
          scale: Scale(unstatedWithDecimals: 0),
          decimals: 0,
        )
      )
      for row in table.rows.indices {
        table.rows[row].cells.append(Cell(try development(of: row)))
      }
      rule +=
        " Utveckling mot prognosen före: ↑ bättre, ↓ sämre, → oförändrat, ? någon av dem saknas."
    }
    table.notes.insert(Note(text: rule), at: 0)
    return table
  }

  private var budgetName: String { budget.map { trail.columns[$0].title } ?? "" }

  /// The arrows of a row; no words where it has no figures.
  private func development(of row: Int) throws(AmountOverflow) -> CellValue {
    let cells = shown.rows[row].cells
    guard deviations.contains(where: { cells[$0].value.money != nil }) else {
      return .absent(.notStated)
    }
    var arrows: [String] = []
    for (earlier, later) in zip(deviations, deviations.dropFirst()) {
      let isKnown = isWhole(earlier, in: row) && isWhole(later, in: row)
      let arrow = try arrow(from: cells[earlier], to: cells[later], in: trail.columns[later])
      arrows.append(isKnown ? arrow : "?")
    }
    return .text(arrows.joined(separator: " "))
  }

  /// Figures that look the same in the table are the same to its reader.
  private func arrow(
    from earlier: Cell,
    to later: Cell,
    in column: TableColumn,
  ) throws(AmountOverflow) -> String {
    guard let before = earlier.value.money, let after = later.value.money else { return "?" }
    if try column.text(of: earlier) == column.text(of: later) { return "→" }
    return after > before ? "↑" : "↓"
  }

  /// The deviations of the whole and of the areas with the largest, as lines over the forecasts.
  func trailChart(
    of table: ComputedTable,
    naming count: Int,
  ) throws(AmountOverflow) -> Chart? {
    guard let first = deviations.first, let last = deviations.last, first < last else { return nil }
    let sized = areas.filter(isComparable).map { ($0, size(of: $0)) }.filter { $0.1 > 0 }
    let largest = sized.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0)
    let whole = [total].compactMap(\.self).filter(isComparable)
    let named = areas.count == 1 && !whole.isEmpty ? [] : largest
    let rows = whole + named.prefix(min(count, Chart.mostLines - whole.count))
    guard !rows.isEmpty else { return nil }
    let others = named.count + whole.count - rows.count
    return try Chart(
      .lines(joiningGaps: false),
      title: try trailTitle(),
      table: table,
      strips: rows.map { .row($0, columns: first..<last + 1) },
      measure: "Avvikelse från \(budgetName)",
      remark: others > 0
        ? "Övriga områden med avvikelse, \(others) till antalet, står i tabellen." : nil,
    )
  }

  /// Whether a row's figures are about the same areas in every forecast.
  private func isComparable(_ row: Int) -> Bool {
    deviations.allSatisfy { isWhole($0, in: row) }
  }

  /// The largest deviation that an area had in any of the forecasts.
  private func size(of row: Int) -> UInt64 {
    deviations.compactMap { shown.rows[row].cells[$0].value.money?.minorUnits.magnitude }.max() ?? 0
  }

  private func trailTitle() throws(AmountOverflow) -> String {
    let known = deviations.filter { column in
      total.map { shown.rows[$0].cells[column].value.money != nil && isWhole(column, in: $0) }
        ?? false
    }
    guard let total, let first = known.first, let last = known.last, first != last else {
      return "Prognosernas avvikelse från \(budgetName)"
    }
    let cells = shown.rows[total].cells
    let texts = [
      try trail.columns[first].text(of: cells[first]),
      try trail.columns[last].text(of: cells[last]),
    ]
    let unit = trail.columns[last].scale.unit.map { "\u{A0}\($0.rawValue)" } ?? ""
    let start = name(ofForecastIn: first)
    return texts[0] == texts[1]
      ? "Avvikelsen för helåret är oförändrad sedan \(start): \(texts[1])\(unit)"
      : "Avvikelsen för helåret går från \(texts[0]) i \(start) till \(texts[1])\(unit) i "
        + name(ofForecastIn: last)
  }

  /// The forecast that a column of deviations is about, in running text.
  private func name(ofForecastIn column: Int) -> String {
    guard let subject = trail.columns[column].comparison?.subject else { return "" }
    return trail.columns[subject].nameOfForecast
  }
}

extension TableColumn {
  /// A column of forecasts in running text, such as "prognosen apr 2021".
  var nameOfForecast: String {
    series.round.map { "prognosen \($0.words)" } ?? "prognosen"
  }
}
