/// A paragraph, a heading or an item of a list, without markup.
public struct MarkdownBlock: Hashable, Sendable {
  /// What part it plays.
  public let kind: Kind
  /// Which quote it stands in, when it stands in one; of nested quotes the outermost.
  public let quote: Int?
  /// What it says, on one line; empty for a rule.
  public let text: String
  /// Where parts of the text stand in the file, in the order of the text.
  public let places: [Place]

  /// The part that a block plays.
  public enum Kind: Hashable, Sendable {
    /// Running text.
    case paragraph
    /// A heading, 1 for the highest.
    case heading(level: Int)
    /// An item of a list, with its number where the list has numbers.
    case item(list: Int, number: Int?)
    /// A line that divides the text.
    case rule
  }

  /// Where a part of a block's text begins.
  public struct Place: Hashable, Sendable {
    /// How many scalars of the block's text stand before the part.
    public let offset: Int
    /// Its line in the file, counted from 1.
    public let line: Int
    /// Its column, counted in scalars from 1.
    public let column: Int
  }
}
