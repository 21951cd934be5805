internal import KollCalculation

extension ReportBuilder {
  /// The same cells in the tables as the document shows them.
  /// - Parameter terms: Cells of the report's tables as they were computed.
  /// - Returns: The cells in their places; none when the document leaves one out.
  func shown(_ terms: [CellTerm]) -> [CellTerm] {
    let shown = terms.compactMap { term -> CellTerm? in
      let place = term.place
      let rows = rowsShown[place.table]
      guard let row = rows.map({ $0[place.row] }) ?? place.row else { return nil }
      return CellTerm(
        CellPlace(place.table, row: row, column: place.column),
        isSubtracted: term.isSubtracted,
      )
    }
    return shown.count == terms.count ? shown : []
  }

  /// Where the rows of tables stand that are shown to a depth, or with lone rows once.
  static func rowsShown(
    of table: ComputedTable,
    _ sectionTables: [Int: ComputedTable],
    in definition: ReportDefinition,
  ) -> [TableName: [Int?]] {
    var rows: [TableName: [Int?]] = [:]
    if let name = table.name { rows[name] = table.places(toDepth: definition.depth) }
    for (place, section) in definition.sections.enumerated() {
      guard case .table = section, let table = sectionTables[place], let name = table.name else {
        continue
      }
      rows[name] = table.placesShowingLoneRowsOnce
    }
    return rows
  }
}

extension ComputedTable {
  /// Where each row stands in the table limited to a depth that shows lone rows once.
  fileprivate func places(toDepth depth: Int?) -> [Int?] {
    guard let depth else { return placesShowingLoneRowsOnce }
    let places = limited(toDepth: depth).placesShowingLoneRowsOnce
    var kept = places.makeIterator()
    return rows.map { $0.level <= depth ? kept.next() : nil }
  }
}
