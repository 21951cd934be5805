public import KollModel

/// A column as a project or a built-in report declares it, before names are looked up.
public struct ColumnDeclaration: Hashable, Sendable {
  /// What the column is called; `nil` takes the title of its series.
  public var title: String?
  /// What the column shows.
  public var content: Content
  /// The decimals to show, when not the table's own.
  public var decimals: Int?
  /// Whether the column is left out where the sources do not have what it shows.
  public var isOptional: Bool
  /// Where the declaration stands.
  public var place: Diagnostic.Location?

  /// What a declared column shows.
  public enum Content: Hashable, Sendable {
    /// The figures of a series.
    case series(Series)
    /// A series told from the time of the report; a source's own column of the same words goes
    /// before it.
    case relative(RelativeSeries, asWritten: Series? = nil)
    /// An expression over the other columns.
    case expression(String)
  }

  /// Creates a declaration.
  /// - Parameters:
  ///   - title: What the column is called.
  ///   - content: What the column shows.
  ///   - decimals: The decimals to show.
  ///   - isOptional: Whether it is left out where the sources do not have what it shows.
  ///   - place: Where the declaration stands.
  public init(
    title: String? = nil,
    content: Content,
    decimals: Int? = nil,
    isOptional: Bool = false,
    place: Diagnostic.Location? = nil,
  ) {
    self.title = title
    self.content = content
    self.decimals = decimals
    self.isOptional = isOptional
    self.place = place
  }
}
