/// What `koll explain` is asked for.
public struct ExplainRequest: Hashable, Sendable {
  /// The project's folder.
  public var project: String
  /// The figure.
  public var figure: Figure
  /// The time that the report is about, one and not several.
  public var period: RequestedPeriod
  /// The report whose figure it is; `nil` for the first that has it.
  public var report: String?

  /// Which figure is asked for.
  public enum Figure: Hashable, Sendable {
    /// That of an area, by code or name, in a column, by title, key or series.
    case area(String, column: String)
    /// That in a cell of the workbook, such as `Sammanställning!C7`, of an area's report; `nil` for
    /// the organisation's.
    case cell(String, area: String?)
  }

  /// Creates a request.
  /// - Parameters:
  ///   - project: The project's folder.
  ///   - figure: The figure.
  ///   - period: The time that the report is about.
  ///   - report: The report whose figure it is.
  public init(
    project: String = ".",
    figure: Figure,
    period: RequestedPeriod = .latest,
    report: String? = nil,
  ) {
    self.project = project
    self.figure = figure
    self.period = period
    self.report = report
  }
}
