/// Something that a reader must know about a table, a row or a cell, in the report's words.
public struct Note: Hashable, Sendable {
  /// The row's label, or `nil` when the note is about the whole column or table.
  public let row: String?
  /// The column's key, or `nil` when the note is about the whole row or table.
  public let column: String?
  /// What there is to know.
  public let text: String

  /// Creates a note.
  /// - Parameters:
  ///   - row: The row's label, when it is about one row.
  ///   - column: The column's key, when it is about one column.
  ///   - text: What there is to know.
  public init(row: String? = nil, column: String? = nil, text: String) {
    self.row = row
    self.column = column
    self.text = text
  }
}
