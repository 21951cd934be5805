public import KollModel

/// A way to propose a year's forecast from what has been booked so far.
public enum ForecastProposal: String, Sendable, CaseIterable {
  /// What was booked, and the budget of the months that are left.
  case remainingBudget = "förslag budgettakt"
  /// What was booked, taken to twelve months at the same pace.
  case straight = "förslag rak framskrivning"
  /// What was booked, taken to twelve months as last year went; each area by its own.
  case priorProfile = "förslag fg års profil"

  /// The series that the proposal is, for a year.
  /// - Parameters:
  ///   - year: The year.
  ///   - side: The side of the result.
  /// - Returns: A forecast that its label marks as a proposal.
  public func series(of year: Int, side: Side? = nil) -> Series {
    Series(.forecast, year: year, side: side, label: rawValue)
  }
}

extension Series {
  /// Whether the series is a forecast that follows from what has been booked, and that nobody made.
  public var isProposal: Bool {
    kind == .forecast && round == nil && label.flatMap(ForecastProposal.init(rawValue:)) != nil
  }
}

extension SeriesCatalogue {
  /// A proposed forecast; `nil` when the series is none, or nothing has been booked.
  func proposed(_ wanted: Series) -> SeriesFormula? {
    guard wanted.isProposal,
      let proposal = wanted.label.flatMap(ForecastProposal.init(rawValue:)),
      let year = wanted.year, let month = rules.reportPeriod?.month,
      let whole = rules.fiscalYear.period(of: year), whole.first <= month, month <= whole.last
    else { return nil }
    func amount(_ kind: SeriesKind, _ period: Period) -> SeriesFormula? {
      formula(for: Series(kind, year: period.last.year, period: period, side: wanted.side))
    }
    guard let booked = amount(.actual, rules.fiscalYear.period(to: month)) else { return nil }
    let passed = 0..<whole.first.distance(to: month) + 1
    switch proposal {
    case .remainingBudget:
      guard month < whole.last, let next = month.advanced(by: 1) else { return booked }
      return amount(.budget, Period(from: next, through: whole.last)).map { .sum([booked, $0]) }
    case .straight:
      return .projected(booked, YearPart(months: passed, profile: .weights(.even)))
    case .priorProfile:
      let profile = priorOutcome(of: wanted.side, before: year)
      return .projected(booked, YearPart(months: passed, profile: profile))
    }
  }
}
