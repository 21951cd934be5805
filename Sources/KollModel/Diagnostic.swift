/// A finding about the input or the result: coded, located, with help.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// What kind of finding it is.
  public let code: DiagnosticCode
  /// How much it weighs.
  public var severity: Severity
  /// Where it is, when it is about a place in a file.
  public internal(set) var location: Location?
  /// The column's header or the key that it is about.
  public let field: String?
  /// The text that was found.
  public let value: String?
  /// What was found and what was expected: lower case, no full stop.
  public let message: Phrase
  /// The next thing to do, when there is one to name.
  public var help: Phrase?
  /// How many findings it stands for: above one where they are counted and not told one by one.
  public var count = 1
  /// What a mapping may state so that it is no guess; none where nothing does.
  public var pins: [Pin] = []

  /// Creates a finding.
  /// - Parameters:
  ///   - code: What kind of finding it is.
  ///   - severity: How much it weighs.
  ///   - location: Where it is.
  ///   - field: The column's header or the key.
  ///   - value: The text that was found.
  ///   - message: What was found and what was expected.
  ///   - help: The next thing to do.
  public init(
    _ code: DiagnosticCode,
    _ severity: Severity = .error,
    at location: Location? = nil,
    field: String? = nil,
    value: String? = nil,
    _ message: Phrase,
    help: Phrase? = nil,
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.field = field
    self.value = value
    self.message = message
    self.help = help
  }

  /// How much a finding weighs.
  public enum Severity: String, Sendable, Codable, Comparable {
    /// Nothing that depends on the input is written.
    case error
    /// The result stands; the reader should know.
    case warning

    /// The heavier severity first.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .error && right == .warning
    }
  }

  /// A place in a file.
  public struct Location: Hashable, Sendable, Codable {
    /// The file's path as it was given.
    public let file: String
    /// The line, counted from 1, or `nil` when the finding is about the whole file.
    public let line: Int?
    /// The column in Unicode scalars, counted from 1.
    public let column: Int?
    /// The line's text with the part that is meant.
    public let excerpt: Excerpt?

    /// Creates a place.
    /// - Parameters:
    ///   - file: The file's path as it was given.
    ///   - line: The line, counted from 1.
    ///   - column: The column in Unicode scalars, counted from 1.
    ///   - excerpt: The line's text with the part that is meant.
    public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: Excerpt? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.excerpt = excerpt
    }
  }

  /// A line of a file and the part of it that is meant.
  public struct Excerpt: Hashable, Sendable, Codable {
    /// The line's text, cut when it is very long.
    public let text: String
    /// The scalars that are meant, counted from 0.
    public let marked: Range<Int>

    /// Creates an excerpt.
    /// - Parameters:
    ///   - text: The line's text.
    ///   - marked: The scalars that are meant, counted from 0.
    public init(text: String, marked: Range<Int>) {
      self.text = text
      self.marked = marked
    }
  }
}
