/// The days from which and to which something holds, both counted; open where none is stated.
public struct Validity: Hashable, Sendable {
  /// The first day, or `nil` when it has always held.
  public let first: Day?
  /// The last day, or `nil` when no end is known.
  public let last: Day?

  /// Creates a validity.
  /// - Parameters:
  ///   - first: The first day.
  ///   - last: The last day.
  public init(from first: Day? = nil, to last: Day? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether the last day comes before the first.
  public var isReversed: Bool {
    guard let first, let last else { return false }
    return last < first
  }

  /// Whether some day belongs to both.
  /// - Parameter other: The other validity.
  /// - Returns: Whether they have a day in common.
  public func overlaps(_ other: Validity) -> Bool {
    !Validity(from: first, to: other.last).isReversed
      && !Validity(from: other.first, to: last).isReversed
  }
}

extension Series {
  /// The days that the series is about: its months, else its year.
  /// - Parameter fiscalYear: Which months a year has.
  /// - Returns: The days; `nil` when neither months nor year are known.
  public func days(in fiscalYear: FiscalYear) -> Validity? {
    guard let months = period ?? year.flatMap(fiscalYear.period) else { return nil }
    return Validity(from: Day(firstOf: months.first), to: Day(lastOf: months.last))
  }
}
