public import KollModel

extension ReportDefinition {
  /// A section whose text people write in a file of their own.
  public struct TextSection: Hashable, Sendable {
    /// The word that its files are called.
    public let name: String
    /// Its heading.
    public let title: String
    /// What becomes of it while nobody has written it.
    public let whenMissing: WhenMissing
    /// Where the project declares it.
    public let place: Diagnostic.Location

    /// What becomes of a section without its text.
    public enum WhenMissing: String, Sendable, CaseIterable {
      /// The report does without it.
      case omit
      /// The section says that its text is missing.
      case say
      /// The report is not written.
      case error
    }

    /// Creates a section.
    /// - Parameters:
    ///   - name: The word that its files are called.
    ///   - title: Its heading.
    ///   - whenMissing: What becomes of it while nobody has written it.
    ///   - place: Where the project declares it.
    public init(
      name: String,
      title: String,
      whenMissing: WhenMissing = .say,
      place: Diagnostic.Location,
    ) {
      self.name = name
      self.title = title
      self.whenMissing = whenMissing
      self.place = place
    }
  }
}
