internal import KollCalculation
internal import KollModel
internal import KollReport

extension TextExporter {
  /// Writes a table's rows, each by itself: its name, then a line for each column that has anything.
  func list(_ table: ComputedTable) throws(AmountOverflow) -> String {
    let rows = table.shownRows.map { table.rows[$0] }
    var parts = [wrapped("\(table.areaTitle): \(rows.count) \(rows.count == 1 ? "rad" : "rader")")]
    for row in rows { parts.append(wrapped(row.nameInWords) + (try cells(of: row, in: table))) }
    return parts.joined(separator: "\n")
  }

  private func cells(
    of row: ComputedRow,
    in table: ComputedTable,
  ) throws(AmountOverflow) -> String {
    guard row.role != .heading else { return "" }
    var text = ""
    for (column, cell) in zip(table.columns, row.cells) {
      let words = try column.words(for: cell)
      if !words.isEmpty { text += wrapped("\(column.title): \(words)", following: "  ") }
    }
    return text
  }

  /// The figures of a chart, each with its label, and those of a line below the line's name.
  func list(_ chart: Chart) throws(AmountOverflow) -> String {
    switch chart.form {
    case .bars: return try items(of: chart.strips[0], in: chart)
    case .lines:
      var parts: [String] = []
      for strip in chart.strips {
        parts.append(wrapped(strip.name(in: chart.table)) + (try items(of: strip, in: chart)))
      }
      return parts.joined(separator: "\n")
    case .bridge:
      let (before, after) = (chart.strips[0], chart.strips[1])
      var text = ""
      for (label, ends) in zip(
        chart.labels,
        zip(before.cells(in: chart.table), after.cells(in: chart.table)),
      ) {
        let from = try ends.0.column.words(for: ends.0.cell)
        text += item("\(label): från \(from) till \(try ends.1.column.words(for: ends.1.cell))")
      }
      return text
    }
  }

  private func items(of strip: Chart.Strip, in chart: Chart) throws(AmountOverflow) -> String {
    var text = ""
    for (label, place) in zip(chart.labels, strip.cells(in: chart.table)) {
      text += item("\(label): \(try place.column.words(for: place.cell))")
    }
    return text
  }
}

extension ComputedRow {
  /// The row's name with those of the areas that it is part of, and the part that it plays in the
  /// sums.
  fileprivate var nameInWords: String {
    let name = AreaPath(path.labels.dropLast() + [label]).fullName
    return role.word.map { "\(name) (\($0))" } ?? name
  }
}

extension RowRole {
  /// What a row is that is no part of a sum above or below it.
  fileprivate var word: String? {
    switch self {
    case .item: nil
    case .heading: "rubrik"
    case .ofWhich: "varav"
    case .memo: "ingår inte i summan"
    case .subtotal: "delsumma"
    case .total: "summa"
    }
  }
}

extension TableColumn {
  /// A cell with its unit; what is read aloud would pass over a dash.
  fileprivate func words(for cell: Cell) throws(AmountOverflow) -> String {
    let text = try text(of: cell)
    switch cell.value {
    case .money: return scale.unit.map { "\(text)\u{A0}\($0.rawValue)" } ?? text
    case .absent where !isText: return "\(text) (uppgift saknas)"
    case .absent, .count, .ratio, .text: return text
    }
  }
}
