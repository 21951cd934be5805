/// What a table is called among the tables of a document.
///
/// Equal tables are not the same table: only a name tells which one a figure comes from.
public struct TableName: Hashable, Sendable {
  private let text: String

  /// Creates a name.
  /// - Parameter text: A text that no other table of the document has.
  public init(_ text: String) { self.text = text }

  /// The table of a report's areas.
  public static let areas = TableName("areas")

  /// The table of one of the report's widest areas with those below it.
  /// - Parameter number: The area's place among them.
  /// - Returns: The name.
  public static func area(_ number: Int) -> TableName { TableName("area \(number)") }

  /// The areas of a savings task.
  public static let savingsAreas = TableName("savings areas")

  /// The table of a report's section that has one of its own.
  /// - Parameter place: The section's place in the report.
  /// - Returns: The name.
  public static func section(_ place: Int) -> TableName { TableName("section \(place)") }
}
