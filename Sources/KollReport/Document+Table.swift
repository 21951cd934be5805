public import KollCalculation

extension Document {
  /// Tables as a document, a section each, with the stated sums that differ below them.
  /// - Parameter tables: The tables, at least one.
  public init(_ tables: [ComputedTable]) {
    let sections = tables.enumerated().map { number, table in
      Section(table, tab: tables.count == 1 ? "Tabell" : "Tabell \(number + 1)")
    }
    self.init(title: sections.first?.title ?? "Tabell", sections: sections)
  }
}

extension Section {
  fileprivate init(_ table: ComputedTable, tab: String) {
    var blocks: [Block] = [.table(table.showingLoneRowsOnce)]
    let differing = table.checks.filter { $0.verdict != .equal }
    if !table.checks.isEmpty { blocks.append(.paragraph(table.checkSummary)) }
    if !differing.isEmpty { blocks.append(.list(differing.map { $0.statement(in: table) })) }
    self.init(title: table.title ?? tab, tab: tab, blocks: blocks)
  }
}
