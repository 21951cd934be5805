public import KollCalculation

/// A picture of some figures of the table that stands above it.
///
/// It shows nothing that the table does not: who cannot see it misses no figure.
public struct Chart: Hashable, Sendable {
  /// What the figures show, in a sentence.
  public var title: String
  /// The picture in words, for those who cannot see it.
  public var description: String
  /// The table above.
  public var table: ComputedTable
  /// The rows of the table that have a bar each.
  public var rows: Range<Int>
  /// The column of the table that is shown.
  public var column: Int

  /// Creates a chart of bars.
  /// - Parameters:
  ///   - title: What the figures show, in a sentence.
  ///   - description: The picture in words.
  ///   - table: The table above.
  ///   - rows: The rows that have a bar each, at least one.
  ///   - column: The column that is shown.
  public init(
    title: String,
    description: String,
    table: ComputedTable,
    rows: Range<Int>,
    column: Int,
  ) {
    precondition(!rows.isEmpty && table.columns.indices.contains(column), "a chart shows figures")
    self.title = title
    self.description = description
    self.table = table
    self.rows = rows
    self.column = column
  }
}
