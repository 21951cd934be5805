/// What a cell holds.
public enum CellReading: Hashable, Sendable {
  /// No value: nothing, blanks, or a dash alone.
  case empty
  /// A number.
  case number(ReadNumber)
  /// Words: it begins like no number.
  case text
  /// Something that begins like a number and is none.
  case malformed(Problem)
}
