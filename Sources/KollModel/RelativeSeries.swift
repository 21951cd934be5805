/// A series told from the time of the report: `utfall period`, `budget helår`, `fg prognos`.
///
/// So one declaration serves the reports of every month.
public struct RelativeSeries: Hashable, Sendable {
  /// What is stated.
  public var kind: SeriesKind
  /// The part of the year.
  public var span: Span
  /// How many years back.
  public var yearsBack = 0
  /// How many forecast rounds back.
  public var roundsBack = 0
  /// The side of the result; `nil` for whichever the sources state.
  public var side: Side?
  /// What tells it from an otherwise equal series.
  public var label: String?

  /// A part of the report's year.
  public enum Span: Hashable, Sendable {
    /// The report's month alone.
    case month
    /// The year up to the report's month.
    case period
    /// The whole year.
    case year
  }

  /// Creates a series.
  /// - Parameters:
  ///   - kind: What is stated.
  ///   - span: The part of the year.
  ///   - yearsBack: How many years back.
  ///   - roundsBack: How many forecast rounds back.
  ///   - side: The side of the result.
  public init(
    _ kind: SeriesKind,
    _ span: Span,
    yearsBack: Int = 0,
    roundsBack: Int = 0,
    side: Side? = nil,
  ) {
    self.kind = kind
    self.span = span
    self.yearsBack = yearsBack
    self.roundsBack = roundsBack
    self.side = side
  }
}

extension RelativeSeries {
  /// Reads a series that names no year: `utfall period`, `utfall period fg år`, `bokslut fg år`,
  /// `budget månad`, `prognos`, `fg prognos kostnader`,
  /// `prognos förslag rak framskrivning`; `nil` when a word says something else.
  /// - Parameter text: The text.
  public init?(reading text: some StringProtocol) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)[...]
    var kind: SeriesKind?
    var span: Span?
    var isEarlier = false
    var yearsBack = 0
    var roundsBack = 0
    var side: Side?
    var label: String?
    while let word = words.popFirst() {
      if RelativeSeries.earlier.contains(word), !isEarlier {
        isEarlier = true
        if words.first == "år" || words.first == "års" {
          words.removeFirst()
          yearsBack = 1
        }
      } else if let said = RelativeSeries.spans[word], span == nil {
        span = said
      } else if kind == nil, let said = SeriesWords.kind(word), said.year == nil, said.label == nil
      {
        kind = said.kind
        side = said.side
        if word.hasSuffix("bokslut") { span = .year }
        if isEarlier, yearsBack == 0 { roundsBack = 1 }
      } else if side == nil, let said = SeriesWords.sides[word] {
        side = said
      } else if word == "förslag", kind == .forecast {
        label = ([word] + words).joined(separator: " ")
        words = []
      } else {
        return nil
      }
    }
    guard let kind, kind.isPlannedOrBooked, roundsBack == 0 || kind == .forecast,
      !isEarlier || yearsBack + roundsBack == 1
    else { return nil }
    self.init(
      kind,
      span ?? (kind == .actual ? .period : .year),
      yearsBack: yearsBack,
      roundsBack: roundsBack,
      side: side,
    )
    self.label = label
  }

  private static let earlier: Set<String> = ["fg", "föregående", "förra", "förg"]
  private static let spans: [String: Span] = [
    "månad": .month, "månaden": .month, "mån": .month, "period": .period, "perioden": .period,
    "ack": .period, "ackumulerat": .period, "helår": .year, "helåret": .year, "år": .year,
    "året": .year,
  ]

  /// The series at the time of a report; its forecast round is left open.
  /// - Parameters:
  ///   - period: The time of the report.
  ///   - fiscalYear: Which months a year has.
  /// - Returns: The series; for a report about a whole year, the whole year.
  public func series(in period: ReportPeriod, of fiscalYear: FiscalYear) -> Series {
    var series = unlabelled(in: period, of: fiscalYear)
    series.label = label
    return series
  }

  private func unlabelled(in period: ReportPeriod, of fiscalYear: FiscalYear) -> Series {
    let month = span == .year ? nil : period.month?.advanced(by: -12 * yearsBack)
    guard let month else { return Series(kind, year: period.year - yearsBack, side: side) }
    let months: Period = span == .month ? .month(month) : fiscalYear.period(to: month)
    return Series(kind, year: month.year, period: months, side: side)
  }
}

extension SeriesKind {
  /// Whether the kind is money that sources state of times: decided, expected or booked.
  fileprivate var isPlannedOrBooked: Bool {
    switch self {
    case .budget, .forecast, .actual, .frame, .plan: true
    case .variance, .amount, .ratio, .count, .rate, .text: false
    }
  }
}
