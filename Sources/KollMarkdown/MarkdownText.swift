/// A text that people wrote in Markdown, as a row of blocks without markup.
///
/// Emphasis is left out, a link has its address behind it in parentheses, a picture is its
/// description. Code and HTML are words like others. Notes (`<!-- … -->`) are left out.
public struct MarkdownText: Hashable, Sendable {
  /// The blocks from top to bottom; none is empty but rules.
  public let blocks: [MarkdownBlock]
  /// The line, counted from 1, on which a note begins that nothing ends; what follows it is left out.
  public let lineOfOpenNote: Int?

  /// Reads a text.
  /// - Parameter text: The text, at most ``mostBytes`` of it.
  /// - Throws: ``MarkdownRefusal`` for what would take too much time or memory.
  public init(_ text: String) throws(MarkdownRefusal) {
    guard text.utf8.count <= MarkdownText.mostBytes else { throw .tooLarge }
    let lines = MarkdownLines(text)
    try lines.checkDepth()
    let tree = MarkdownTree(lines.bytes)
    var walk = MarkdownWalk(lines)
    tree.visit { walk.take($0) }
    blocks = walk.blocks
    lineOfOpenNote = lines.lineOfOpenNote
  }

  /// The most bytes of a text that are read.
  public static let mostBytes = 1 << 20
}
