/// The different texts of a workbook's cells, each counted once.
public struct TextTally: Hashable, Sendable {
  /// How many there are.
  public let count: Int
  /// How many bytes of UTF-8 they have together.
  public let bytes: Int
}
