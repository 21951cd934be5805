/// Which twelve months a year's accounts are about.
///
/// Kommuner and regioner follow the calendar; a company may begin its year in another month. A year
/// is called by the calendar year that it begins in.
public struct FiscalYear: Hashable, Sendable {
  /// The month that the year begins in, 1 to 12.
  public let firstMonth: Int

  /// The year of the calendar, January to December.
  ///
  /// Source: lag (2018:597) om kommunal bokföring och redovisning.
  public static let calendar = FiscalYear(verified: 1)

  /// Creates a fiscal year, or `nil` when there is no such month.
  /// - Parameter firstMonth: The month that the year begins in, 1 to 12.
  public init?(beginningInMonth firstMonth: Int) {
    guard (1...12).contains(firstMonth) else { return nil }
    self.init(verified: firstMonth)
  }

  private init(verified firstMonth: Int) {
    self.firstMonth = firstMonth
  }

  /// The first month of a year.
  /// - Parameter year: The calendar year that it begins in.
  /// - Returns: The month, or `nil` when the year has not four digits.
  public func start(of year: Int) -> Month? {
    Month(year: year, month: firstMonth)
  }

  /// The year that a month belongs to.
  /// - Parameter month: The month.
  /// - Returns: The calendar year that its fiscal year begins in.
  public func year(of month: Month) -> Int {
    month.month >= firstMonth ? month.year : month.year - 1
  }

  /// All twelve months of a year.
  /// - Parameter year: The calendar year that it begins in.
  /// - Returns: The period, or `nil` when the year has not four digits.
  public func period(of year: Int) -> Period? {
    guard let first = start(of: year), let last = first.advanced(by: 11) else { return nil }
    return .accumulated(first, last)
  }

  /// The months from the beginning of a month's year to the month.
  /// - Parameter month: The last month.
  /// - Returns: The period; a month alone when it is the year's first.
  public func period(to month: Month) -> Period {
    guard let first = start(of: year(of: month)) else { return .month(month) }
    return Period(from: first, through: month)
  }
}
