/// What a column of a table states.
public enum SeriesKind: String, Sendable, CaseIterable {
  /// Decided money.
  case budget
  /// An expected full-year outcome.
  case forecast
  /// Booked money.
  case actual
  /// The frame (budgetram) that fullmäktige gave.
  case frame
  /// A planned year after the budget year.
  case plan
  /// A deviation or a change, which plus and minus judge.
  case variance
  /// Money of no stated kind.
  case amount
  /// A share or per cent, never summed.
  case ratio
  /// A number of something other than kronor.
  case count
  /// An amount for each of something, such as kronor per elev, never summed.
  case rate
  /// Words.
  case text
}

extension SeriesKind {
  /// Whether figures of this kind are added up over areas.
  public var isSummed: Bool {
    switch self {
    case .budget, .forecast, .actual, .frame, .plan, .variance, .amount, .count: true
    case .ratio, .rate, .text: false
    }
  }

  /// Whether figures of this kind are money.
  public var isMoney: Bool {
    isSummed && self != .count
  }
}
