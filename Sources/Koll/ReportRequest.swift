/// What `koll report` is asked for.
public struct ReportRequest: Hashable, Sendable {
  /// The project's folder.
  public var project: String
  /// The time that the reports are about.
  public var period: RequestedPeriod
  /// The names of the reports to write; empty for all.
  public var reports: [String]
  /// The codes or names of the areas to report about; empty for those that each report declares.
  public var areas: [String]
  /// The formats to write.
  public var formats: [OutputFormat]
  /// Whether to write the sheets that people fill in.
  public var hasTemplates: Bool
  /// The folder to write to; `nil` for `rapporter` in the project.
  public var folder: String?
  /// Whether warnings count as errors.
  public var isStrict: Bool
  /// Whether reports are made anew though nothing that they stand on has changed.
  public var isForced: Bool

  /// Creates a request.
  /// - Parameters:
  ///   - project: The project's folder.
  ///   - period: The time that the reports are about.
  ///   - reports: The names of the reports to write; empty for all.
  ///   - areas: The codes or names of the areas to report about; empty for those that each report
  ///     declares.
  ///   - formats: The formats to write.
  ///   - hasTemplates: Whether to write the sheets that people fill in.
  ///   - folder: The folder to write to.
  ///   - isStrict: Whether warnings count as errors.
  ///   - isForced: Whether reports are made anew though nothing has changed.
  public init(
    project: String,
    period: RequestedPeriod = .latest,
    reports: [String] = [],
    areas: [String] = [],
    formats: [OutputFormat] = [.xlsx, .text],
    hasTemplates: Bool = false,
    folder: String? = nil,
    isStrict: Bool = false,
    isForced: Bool = false,
  ) {
    self.project = project
    self.period = period
    self.reports = reports
    self.areas = areas
    self.formats = formats
    self.hasTemplates = hasTemplates
    self.folder = folder
    self.isStrict = isStrict
    self.isForced = isForced
  }
}
