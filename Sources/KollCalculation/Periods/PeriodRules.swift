public import KollModel

/// How a project counts time: its years, how budgets are spread over them, and how far it has come.
public struct PeriodRules: Hashable, Sendable {
  /// Which months a year has.
  public var fiscalYear: FiscalYear
  /// How a year's budget is spread over its months where no months are stated.
  public var periodisation: Periodisation
  /// The time that the report is about; forecasts made later are not known then.
  public var reportPeriod: ReportPeriod?

  /// How a year's budget is spread over its months.
  public enum Periodisation: Hashable, Sendable {
    /// By weights that are the same for every area.
    case weights(MonthWeights)
    /// As the outcome of the year before, each area by its own; evenly where it has none.
    case priorOutcome
  }

  /// Creates rules.
  /// - Parameters:
  ///   - fiscalYear: Which months a year has.
  ///   - periodisation: How a year's budget is spread over its months.
  ///   - reportPeriod: The time that the report is about.
  public init(
    fiscalYear: FiscalYear = .calendar,
    periodisation: Periodisation = .weights(.even),
    reportPeriod: ReportPeriod? = nil,
  ) {
    self.fiscalYear = fiscalYear
    self.periodisation = periodisation
    self.reportPeriod = reportPeriod
  }
}
