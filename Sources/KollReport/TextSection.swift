public import KollModel

extension ReportDefinition {
  /// A section whose text people write in a file of their own.
  public struct TextSection: Hashable, Sendable {
    /// The word that its files are called.
    public let name: String
    /// Its heading.
    public let title: String
    /// What becomes of it while nobody has written it.
    public var missing: Missing
    /// Where the project declares it.
    public let place: Diagnostic.Location

    /// Creates a section.
    /// - Parameters:
    ///   - name: The word that its files are called.
    ///   - title: Its heading.
    ///   - missing: What becomes of it while nobody has written it.
    ///   - place: Where the project declares it.
    public init(
      name: String,
      title: String,
      missing: Missing = .say,
      place: Diagnostic.Location,
    ) {
      self.name = name
      self.title = title
      self.missing = missing
      self.place = place
    }
  }
}
