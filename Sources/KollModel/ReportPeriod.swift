/// The time that a report is about: a year, or a year up to a month.
public struct ReportPeriod: Hashable, Sendable {
  /// The year, by the calendar year that it begins in.
  public let year: Int
  /// The last month; `nil` when the report is about the whole year.
  public let month: Month?

  /// A whole year.
  /// - Parameter year: The year.
  public init(year: Int) {
    self.year = year
    month = nil
  }

  /// A year from its beginning to a month.
  /// - Parameters:
  ///   - month: The month.
  ///   - fiscalYear: Which months a year has.
  public init(through month: Month, in fiscalYear: FiscalYear) {
    year = fiscalYear.year(of: month)
    self.month = month
  }
}

extension ReportPeriod {
  /// The months that the report covers.
  /// - Parameter fiscalYear: Which months a year has.
  /// - Returns: The period, or `nil` when the year has not four digits.
  public func months(of fiscalYear: FiscalYear) -> Period? {
    month.map(fiscalYear.period(to:)) ?? fiscalYear.period(of: year)
  }

  /// The last day that the report covers.
  /// - Parameter fiscalYear: Which months a year has.
  /// - Returns: The day, or `nil` when the year has not four digits.
  public func lastDay(of fiscalYear: FiscalYear) -> Day? {
    months(of: fiscalYear).map { Day(lastOf: $0.last) }
  }
}

extension ReportPeriod: CustomStringConvertible {
  /// The period as `2021-08` or `2021`.
  public var description: String { month?.description ?? String(year) }
}
