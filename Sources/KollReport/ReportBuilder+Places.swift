internal import KollCalculation

extension ReportBuilder {
  /// The same cells in the tables as the document shows them.
  /// - Parameter terms: Cells of the report's tables as they were computed.
  /// - Returns: The cells in their places.
  func shown(_ terms: [CellTerm]) -> [CellTerm] {
    terms.map { term in
      let place = term.place
      let row = rowsShown[place.table]?[place.row] ?? place.row
      return CellTerm(
        CellPlace(place.table, row: row, column: place.column),
        isSubtracted: term.isSubtracted,
      )
    }
  }

  /// Where the rows of tables stand that show lone rows once.
  static func rowsShown(
    of table: ComputedTable,
    _ sectionTables: [Int: ComputedTable],
    in sections: [ReportDefinition.Section],
  ) -> [TableName: [Int]] {
    var rows: [TableName: [Int]] = [:]
    if let name = table.name { rows[name] = table.placesShowingLoneRowsOnce }
    for (place, section) in sections.enumerated() {
      guard case .table = section, let table = sectionTables[place], let name = table.name else {
        continue
      }
      rows[name] = table.placesShowingLoneRowsOnce
    }
    return rows
  }
}
