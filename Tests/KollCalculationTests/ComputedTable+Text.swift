import KollCalculation
import KollModel

extension ComputedTable {
  /// The table as people write it down: a line of titles, then a line for each row, with ` | `
  /// between; figures in full, and nothing where there is none.
  var plain: String {
    let header = [areaTitle] + columns.map(\.title)
    let lines = rows.map { row in
      let label = String(repeating: "  ", count: max(0, row.level - 1)) + row.label
      return [label] + zip(columns, row.cells).map { column, cell in cell.plain(in: column) }
    }
    return ([header] + lines).map { $0.joined(separator: " | ") }.joined(separator: "\n")
  }
}

extension ComputedRow {
  /// The cells without the ways to what sources state, which differ where figures are the same.
  var figures: [Cell] {
    cells.map { cell in
      var cell = cell
      cell.source = nil
      return cell
    }
  }
}

extension Cell {
  fileprivate func plain(in column: TableColumn) -> String {
    switch value {
    case .text(let words): words
    case .ratio(let share):
      (try? NumberStyle.swedish(decimals: 1).format(share * Rational(100))) ?? "…"
    case .absent: ""
    case .money, .count:
      value.number(in: column.scale)
        .flatMap { try? NumberStyle.plain(decimals: column.decimals).format($0) } ?? "…"
    }
  }
}

extension TableDefinition {
  /// The rows of some tables with declared columns: words for series, `title = expression`.
  static func computed(
    _ columns: [String],
    of tables: [ImportedTable],
    rules: PeriodRules = PeriodRules(),
  ) throws -> (table: ComputedTable, diagnostics: [Diagnostic]) {
    let declarations = columns.map { text in
      let parts = text.split(separator: " = ", maxSplits: 1).map(String.init)
      return parts.count == 2
        ? ColumnDeclaration(title: parts[0], content: .expression(parts[1]))
        : ColumnDeclaration(content: .series(Series(reading: text)))
    }
    let (definition, diagnostics) = TableDefinition(joining: tables)
      .declaring(declarations, rules: rules)
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    return (try definition.computed(from: ledger), diagnostics)
  }
}
