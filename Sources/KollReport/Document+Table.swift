public import KollCalculation

extension Document {
  /// A table as a document of one section, with the stated sums that differ below it.
  /// - Parameter table: The table.
  public init(_ table: ComputedTable) {
    let title = table.title ?? "Tabell"
    var blocks: [Block] = [.table(table)]
    let differing = table.checks.filter { $0.verdict != .equal }
    if !table.checks.isEmpty {
      blocks.append(.paragraph(table.checkSummary))
    }
    if !differing.isEmpty {
      blocks.append(.list(differing.map { $0.statement(in: table) }))
    }
    self.init(title: title, sections: [Section(title: title, tab: "Tabell", blocks: blocks)])
  }
}
