/// What an amount is about, apart from its area: kind, year, period, forecast round and side.
public struct Series: Hashable, Sendable {
  /// What is stated.
  public var kind: SeriesKind
  /// The year, when known.
  public var year: Int?
  /// The part of the year, or `nil` for the whole year or an unknown part.
  public var period: Period?
  /// The month in which the forecast was made, when known.
  public var round: Month?
  /// The side of the result, when known.
  public var side: Side?
  /// What tells this series from another that is otherwise the same, such as the words of a header
  /// that say no more; `nil` when the rest says all.
  public var label: String?

  /// Creates a series.
  /// - Parameters:
  ///   - kind: What is stated.
  ///   - year: The year, when known.
  ///   - period: The part of the year, or `nil` for all of it or an unknown part.
  ///   - round: The month in which a forecast was made.
  ///   - side: The side of the result, when known.
  ///   - label: What tells it from an otherwise equal series.
  public init(
    _ kind: SeriesKind,
    year: Int? = nil,
    period: Period? = nil,
    round: Month? = nil,
    side: Side? = nil,
    label: String? = nil,
  ) {
    self.kind = kind
    self.year = year
    self.period = period
    self.round = round
    self.side = side
    self.label = label
  }
}

extension Series {
  /// The label of what is of all years together, such as an investment's decided expenditure.
  public static let total = "totalt"

  /// Whether the series is of all years together.
  public var isOfAllYears: Bool { label == Series.total && year == nil && period == nil }

  /// The series as a header means it beside series of all years: what is accumulated until no time
  /// that is told is so from the beginning.
  public var accumulatedFromTheBeginning: Series {
    guard self == Series(.actual, side: side, label: "ack") else { return self }
    return Series(.actual, side: side, label: Series.total)
  }
}
