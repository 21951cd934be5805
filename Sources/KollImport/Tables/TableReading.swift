public import KollModel

/// A table as it was read, with how it was understood.
public struct TableReading: Sendable {
  /// The table.
  public let table: ImportedTable
  /// What was detected of the table, each with its reason.
  public let detected: [Detection]
  /// Why each column is taken for what it is, in the layout's order.
  public let columnReasons: [Phrase]
}
