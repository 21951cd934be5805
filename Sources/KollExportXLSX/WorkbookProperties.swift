/// What a workbook says about itself beside what its document says.
public struct WorkbookProperties: Hashable, Sendable {
  /// The day that stands as the day of creation; it is given, so that the same input gives the
  /// same bytes.
  public var created: CalendarDate
  /// The program and its version, such as "Koll 0.1.0".
  public var application: String
  /// Who answers for the report; the document's organisation when `nil`.
  public var author: String?
  /// What the report is about, such as its period.
  public var subject: String?

  /// Creates properties.
  /// - Parameters:
  ///   - created: The day that stands as the day of creation.
  ///   - application: The program and its version.
  ///   - author: Who answers for the report; the document's organisation when `nil`.
  ///   - subject: What the report is about.
  public init(
    created: CalendarDate,
    application: String,
    author: String? = nil,
    subject: String? = nil,
  ) {
    self.created = created
    self.application = application
    self.author = author
    self.subject = subject
  }
}
