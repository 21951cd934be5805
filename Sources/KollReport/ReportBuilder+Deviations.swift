internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// The areas that deviate or change most, a table for each comparison.
  func deviations() throws(AmountOverflow) -> Section? {
    var blocks: [Block] = []
    for index in moneyComparisons {
      let rows = try largestRows(in: index, count: definition.largestCount)
      guard !rows.isEmpty, let comparison = table.columns[index].comparison else { continue }
      let columns =
        [comparison.base, comparison.subject, index] + [share(of: index)].compactMap(\.self)
      var part = table
      part.title = "\(table.columns[index].title), störst först"
      part.rows = rows
      part.checks = []
      part.notes = []
      blocks.append(.table(part.selecting(columns: columns)))
    }
    guard !blocks.isEmpty else { return nil }
    return Section(title: "Största avvikelser och förändringar", tab: "Avvikelser", blocks: blocks)
  }
}
