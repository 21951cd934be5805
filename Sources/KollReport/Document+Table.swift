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
    self.init(
      title: table.title ?? tab,
      tab: tab,
      blocks: [.table(table.showingLoneRowsOnce.leavingOutEmptyTotal)] + table.differences,
    )
  }
}

extension ComputedTable {
  /// How the sums that sources state compare with the computed ones, and those that differ.
  var differences: [Block] {
    guard !checks.isEmpty else { return [] }
    let differing = checks.filter { $0.verdict != .equal }
    let list = Block.list(differing.map { $0.statement(in: self) })
    return [.paragraph(checkSummary)] + (differing.isEmpty ? [] : [list])
  }
}
