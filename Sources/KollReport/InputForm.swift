public import KollCalculation
internal import KollModel

/// A table that people fill in: open cells beside those that stay as they are.
public struct InputForm: Hashable, Sendable {
  /// The table.
  public var table: ComputedTable
  /// The columns with open cells, as indices into the table's.
  ///
  /// A cell is open on a row that is no sum of others.
  public let inputs: [Int]

  /// Creates a form.
  /// - Parameters:
  ///   - table: The table.
  ///   - inputs: The columns with open cells.
  public init(table: ComputedTable, inputs: [Int]) {
    precondition(
      inputs.allSatisfy(table.columns.indices.contains),
      "a form's columns are its table's",
    )
    self.table = table
    self.inputs = inputs
  }

  /// Whether a row has open cells.
  /// - Parameter row: The row.
  /// - Returns: Whether it is no sum of others.
  public static func isOpen(_ row: ComputedRow) -> Bool { row.role == .item }
}
