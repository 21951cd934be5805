import KollReport

/// What came of reading the tables of a page beside those that it must show.
struct Reading {
  /// How many cells were compared.
  private(set) var countOfCells = 0
  /// What the page says otherwise.
  private(set) var mismatches: [String] = []

  /// Reads plain text, whose tables may be divided over groups of columns.
  init(text: String, of tables: [ExpectedTable]) {
    var groups = ColumnGroup.all(in: text)[...]
    for table in tables {
      var first = 0
      while first < table.titles.count - 1, let group = groups.popFirst() {
        compare(group, with: table, from: first)
        first += group.header.count - 1
      }
      if first != table.titles.count - 1 { mismatches.append("\(table.titles): wrong columns") }
    }
    if !groups.isEmpty { mismatches.append("\(groups.count) groups of columns are left") }
  }

  /// Reads pages whose tables have a row for each line.
  init(grids: [[[String]]], of tables: [ExpectedTable]) {
    for (grid, table) in zip(grids, tables) {
      compare(grid.first ?? [], with: table.titles)
      let rows = grid.dropFirst()
      if rows.count != table.rows.count { mismatches.append("\(table.titles): \(rows.count) rows") }
      for (cells, row) in zip(rows, table.rows) {
        compare(Array(cells.prefix(1)), with: [row.label])
        compare(Array(cells.dropFirst()), with: row.cells, of: row.label)
      }
    }
    if grids.count != tables.count { mismatches.append("\(grids.count) tables") }
  }

  private mutating func compare(_ group: ColumnGroup, with table: ExpectedTable, from first: Int) {
    let columns = first..<min(first + group.header.count - 1, table.titles.count - 1)
    compare(group.header, with: [table.titles[0]] + columns.map { table.titles[$0 + 1] })
    var lines = group.lines[...]
    for row in table.rows {
      var cells = group.header.map { _ in "" }
      // A row ends where its label does, and the words beside it.
      while cells[0].withoutBlanks != row.label.withoutBlanks || lines.first?[0].isEmpty == true,
        let line = lines.popFirst()
      {
        for (place, part) in line.enumerated() where !part.isEmpty {
          cells[place] += cells[place].isEmpty ? part : " " + part
        }
      }
      compare([cells[0]], with: [row.label])
      compare(Array(cells.dropFirst()), with: columns.map { row.cells[$0] }, of: row.label)
    }
    if !lines.isEmpty { mismatches.append("\(table.titles): \(lines.count) lines are left") }
  }

  private mutating func compare(_ titles: [String], with expected: [String]) {
    if titles.map(\.withoutBlanks) != expected.map(\.withoutBlanks) {
      mismatches.append("\(titles) is not \(expected)")
    }
  }

  private mutating func compare(
    _ cells: [String],
    with expected: [ExpectedTable.Cell],
    of label: String,
  ) {
    if cells.count != expected.count { mismatches.append("\(label): \(cells.count) cells") }
    for (cell, expected) in zip(cells, expected) {
      countOfCells += 1
      if !expected.isPrinted(as: cell) {
        mismatches.append("\(label): \(cell) is not \(expected)")
      }
    }
  }
}
