public import KollCalculation
public import KollModel

/// A figure of a report and where it comes from.
public struct ExplainedFigure: Hashable, Sendable {
  /// The name of the report; `nil` for a figure that no report shows.
  public let report: String?
  /// The time that the report is about.
  public let period: ReportPeriod
  /// The convention that the signs follow, when known.
  public let sign: SignConvention?
  /// The cell of the report's workbook, such as `Sammanställning!C7`, when it was asked for so.
  public let cell: String?
  /// Where the figure comes from.
  public var explanation: Explanation

  /// Creates an explained figure.
  /// - Parameters:
  ///   - report: The name of the report.
  ///   - period: The time that the report is about.
  ///   - sign: The convention that the signs follow.
  ///   - cell: The cell of the report's workbook.
  ///   - explanation: Where the figure comes from.
  public init(
    report: String?,
    period: ReportPeriod,
    sign: SignConvention?,
    cell: String? = nil,
    explanation: Explanation,
  ) {
    self.report = report
    self.period = period
    self.sign = sign
    self.cell = cell
    self.explanation = explanation
  }
}
