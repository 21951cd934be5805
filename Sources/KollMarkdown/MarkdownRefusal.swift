/// Why a text is not read: it would take more time or memory than any report's text needs.
public enum MarkdownRefusal: Error, Hashable {
  /// The text has too many bytes.
  case tooLarge
  /// Lists and quotes stand too deep in each other.
  case tooDeep(line: Int)
  /// So much stands without an empty line between.
  case undivided(line: Int)
}
