public import KollModel

/// The time that reports are asked for: `2021-08`, `2021-01...2021-12`, `2021` or `latest`.
public enum RequestedPeriod: Hashable, Sendable {
  /// The newest month with utfall, or the report's own year where there is none.
  case latest
  /// A whole year.
  case year(Int)
  /// Every month from the first to the last, a report each.
  case months(Month, Month)
}

extension RequestedPeriod {
  /// Reads a time as the command line writes it; `nil` for anything else.
  /// - Parameter text: The text.
  public init?(_ text: String) {
    let parts = text.split(separator: "...", omittingEmptySubsequences: false)
    if text == "latest" {
      self = .latest
    } else if text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) {
      self = .year(year)
    } else if let first = Month(parts[0]), let last = Month(parts[parts.count - 1]), first <= last,
      parts.count <= 2
    {
      self = .months(first, last)
    } else {
      return nil
    }
  }

  /// Whether a report is made for each of several months.
  public var spansSeveralMonths: Bool {
    if case .months(let first, let last) = self { first != last } else { false }
  }

  /// The times of one report.
  /// - Parameters:
  ///   - year: The year that the report is bound to, if any.
  ///   - latest: The newest month with utfall, of that year where the report is bound to one.
  ///   - fiscalYear: Which months a year has.
  /// - Returns: The times in order; none where the report has no year and no month has utfall, or is
  ///   bound to a year that is not asked for.
  func periods(
    ofReportBoundTo year: Int?,
    latest: Month?,
    in fiscalYear: FiscalYear,
  ) -> [ReportPeriod] {
    let all: [ReportPeriod] =
      switch self {
      case .latest:
        latest.map { [ReportPeriod(through: $0, in: fiscalYear)] }
          ?? year.map { [ReportPeriod(year: $0)] } ?? []
      case .year(let wanted): [ReportPeriod(year: wanted)]
      case .months(let first, let last):
        (0...first.distance(to: last)).compactMap(first.advanced)
          .map { ReportPeriod(through: $0, in: fiscalYear) }
      }
    return all.filter { year == nil || $0.year == year }
  }
}
