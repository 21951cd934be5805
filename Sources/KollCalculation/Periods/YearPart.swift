public import KollModel

/// Some months of a year, and how the year's amount is spread over its months.
public struct YearPart: Hashable, Sendable {
  /// The months, counted from 0 in the year.
  public let months: Range<Int>
  /// How the year's amount is spread.
  public let profile: Profile
  /// The months of the year that sources state: an area with any of them is not spread, and a month
  /// that it leaves out has nothing.
  public let statedMonths: [Series]
  /// Whether the amount is what was decided since the original budget, and not the year's whole.
  public let isOfChanges: Bool

  /// How a year's amount is spread over its months.
  public indirect enum Profile: Hashable, Sendable {
    /// By weights that are the same for every area.
    case weights(MonthWeights)
    /// As an earlier year's twelve outcomes, each area by its own.
    case outcome([SeriesFormula])
  }

  /// Creates a part of a year.
  /// - Parameters:
  ///   - months: The months, counted from 0 in the year.
  ///   - profile: How the year's amount is spread.
  ///   - statedMonths: The months of the year that sources state.
  ///   - isOfChanges: Whether the amount is what was decided since the original budget.
  public init(
    months: Range<Int>,
    profile: Profile,
    statedMonths: [Series] = [],
    isOfChanges: Bool = false,
  ) {
    self.isOfChanges = isOfChanges
    self.months = months
    self.profile = profile
    self.statedMonths = statedMonths
  }
}
