/// A cell of a named table.
public struct CellPlace: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// The row, as an index into the table's rows.
  public let row: Int
  /// The column, as an index into the table's columns.
  public let column: Int

  /// Creates a place.
  /// - Parameters:
  ///   - table: The table.
  ///   - row: The row, as an index into the table's rows.
  ///   - column: The column, as an index into the table's columns.
  public init(_ table: TableName, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }
}

/// A cell of another table of the document, added or subtracted.
public struct CellTerm: Hashable, Sendable {
  /// The cell.
  public let place: CellPlace
  /// Whether it is taken away instead of added.
  public let isSubtracted: Bool

  /// Creates a term.
  /// - Parameters:
  ///   - place: The cell.
  ///   - isSubtracted: Whether it is taken away.
  public init(_ place: CellPlace, isSubtracted: Bool = false) {
    self.place = place
    self.isSubtracted = isSubtracted
  }
}
