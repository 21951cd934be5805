public import KollCalculation
public import KollModel

/// A picture of some figures of the table that stands above it.
///
/// It shows nothing that the table does not: who cannot see it misses no figure.
public struct Chart: Hashable, Sendable {
  /// What the figures show, in a sentence.
  public var title: String
  /// The picture in words, for those who cannot see it.
  public let description: String
  /// The table above.
  public var table: ComputedTable
  /// The rows of the table that have a bar each.
  public var rows: Range<Int>
  /// The column of the table that is shown.
  public var column: Int

  /// Creates a chart of bars, described by its title, its unit, and each bar with its figure.
  /// - Parameters:
  ///   - title: What the figures show, in a sentence.
  ///   - table: The table above.
  ///   - rows: The rows that have a bar each, at least one.
  ///   - column: The column that is shown.
  /// - Throws: `AmountOverflow` when a figure has too many digits to write.
  public init(
    title: String,
    table: ComputedTable,
    rows: Range<Int>,
    column: Int,
  ) throws(AmountOverflow) {
    precondition(!rows.isEmpty && table.columns.indices.contains(column), "a chart shows figures")
    let shown = table.columns[column]
    var bars: [String] = []
    for row in table.rows[rows] {
      bars.append("\(row.label) \(try shown.text(of: row.cells[column]))")
    }
    let unit = shown.scale.unit.map { " i \($0.rawValue)" } ?? ""
    description = "\(title). Staplar\(unit): \(bars.joined(separator: "; "))."
    self.title = title
    self.table = table
    self.rows = rows
    self.column = column
  }
}
