/// The place in a file that a record came from.
public struct Origin: Hashable, Sendable {
  /// The file's path, as the user or the project named it.
  public let file: String
  /// The line that the record begins on, counted from 1.
  public let line: Int

  /// Creates an origin.
  /// - Parameters:
  ///   - file: The file's path as it was given.
  ///   - line: The record's first line, counted from 1.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
