public import KollModel

/// A table as it was read, with how it was understood.
public struct TableReading: Sendable {
  /// The table.
  public let table: ImportedTable
  /// What was detected of the table, each with its reason.
  public let detected: [Detection]
  /// Why each column is taken for what it is, in the layout's order.
  public let columnReasons: [Phrase]
  /// What the file's columns are for, as a mapping would say it; those without a title left out.
  public let roles: [TitledRole]

  /// A column's title and what the column is for.
  public struct TitledRole: Hashable, Sendable {
    /// The title as the header has it, white space collapsed.
    public let title: String
    /// What the column is for.
    public let role: ColumnRole
  }
}
