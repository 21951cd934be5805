internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// The figures that a table of largest rows is sorted by, as bars.
  private func chart(of table: ComputedTable) throws(AmountOverflow) -> Chart {
    let difference = table.columns[2]
    let verb = difference.comparison?.isDeviation == true ? "avviker" : "ändras"
    let figure = try difference.text(of: table.rows[0].cells[2])
    return try Chart(
      title: "\(table.rows[0].label) \(verb) mest: \(figure)\u{A0}\(definition.unit.rawValue)",
      table: table,
      rows: 0..<table.rows.count,
      column: 2,
    )
  }

  /// The areas that deviate or change most, a table for each comparison.
  func deviations() throws(AmountOverflow) -> Section? {
    var blocks: [Block] = []
    for index in moneyComparisons {
      let rows = largestRows(in: index, count: definition.largestCount)
      guard !rows.isEmpty, let comparison = table.columns[index].comparison else { continue }
      let columns =
        [comparison.base, comparison.subject, index] + [share(of: index)].compactMap(\.self)
      var part = table
      part.name = nil
      part.title = "\(table.columns[index].title), störst först"
      part.rows = rows.map(repeatedRow)
      part.checks = []
      part.notes = []
      part = part.selecting(columns: columns)
      blocks.append(.table(part))
      // Above its only bar a picture says nothing.
      if rows.count > 1 { blocks.append(.chart(try chart(of: part))) }
    }
    guard !blocks.isEmpty else { return nil }
    return Section(title: "Största avvikelser och förändringar", tab: "Avvikelser", blocks: blocks)
  }

  /// A row of the areas' table, whose figures are those of that table, in a list without levels.
  private func repeatedRow(_ index: Int) -> ComputedRow {
    var row = table.rows[index]
    let isOnlyOne = table.rows.count { $0.role == .item && $0.label == row.label } == 1
    row.label = isOnlyOne ? row.label : row.path.fullName
    row.path = AreaPath([row.label])
    guard let name = table.name else { return row }
    for column in row.cells.indices {
      row.cells[column].terms = shown([CellTerm(CellPlace(name, row: index, column: column))])
    }
    return row
  }
}
