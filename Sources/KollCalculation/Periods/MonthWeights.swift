public import KollModel

/// How much of a year falls on each of its months.
///
/// The amount to the end of a month is the year's amount times the weights so far over all weights,
/// rounded to the minor unit, halves away from zero; a month is the difference of two such amounts.
/// So the twelve months are the year, and every running total is right.
public struct MonthWeights: Hashable, Sendable {
  /// The weights to the end of each month; the last is all of them and above zero.
  private let running: [Int128]

  /// A twelfth each month (tolftedelar).
  public static let even = MonthWeights(running: (1...12).map { Int128($0) })
  /// Quarters of four, four and five weeks.
  public static let weeks445 = MonthWeights(
    running: runningSums([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5])
  )

  /// Creates weights, or `nil` when they are not twelve, one is below zero, or all are zero.
  /// - Parameter weights: The weight of each month, in the year's order.
  public init?(_ weights: [Int64]) {
    let running = MonthWeights.runningSums(weights)
    guard weights.count == 12, weights.allSatisfy({ $0 >= 0 }), let all = running.last, all > 0
    else { return nil }
    self.running = running
  }

  /// The weights that a year's outcome gives, or `nil` when it gives none that can be used.
  ///
  /// Single months may go the other way, as when an invoice is credited; what cannot be used is a
  /// year of nothing, or one whose running total leaves the way from nothing to the whole.
  /// - Parameter outcome: The twelve months' amounts, zero where nothing was booked.
  init?(outcome: [Money]) {
    let running = MonthWeights.runningSums(outcome.map(\.minorUnits))
    guard outcome.count == 12, let all = running.last, all != 0 else { return nil }
    let sign = all.signum()
    guard running.allSatisfy({ (0...all * sign).contains($0 * sign) }) else { return nil }
    self.running = running.map { $0 * sign }
  }

  private init(running: [Int128]) {
    self.running = running
  }

  private static func runningSums(_ weights: [Int64]) -> [Int128] {
    weights.reduce(into: []) { $0.append(($0.last ?? 0) + Int128($1)) }
  }

  /// The part of a year's amount that falls on some of its months.
  /// - Parameters:
  ///   - year: The year's amount.
  ///   - months: The months, counted from 0.
  /// - Returns: Their amount.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  public func part(of year: Money, _ months: Range<Int>) throws(AmountOverflow) -> Money {
    try amount(of: year, before: months.upperBound) - amount(of: year, before: months.lowerBound)
  }

  /// The year's amount when some of its months have one.
  /// - Parameters:
  ///   - amount: The months' amount.
  ///   - months: The months, counted from 0.
  /// - Returns: The year's amount; `nil` when the months have no share of it.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  func year(with amount: Money, in months: Range<Int>) throws(AmountOverflow) -> Money? {
    let share = weight(before: months.upperBound) - weight(before: months.lowerBound)
    guard share > 0 else { return nil }
    return try amount.scaled(by: weight(before: 12), over: share)
  }

  private func amount(of year: Money, before month: Int) throws(AmountOverflow) -> Money {
    try year.scaled(by: weight(before: month), over: weight(before: 12))
  }

  /// The weights of the months before one.
  private func weight(before month: Int) -> Int128 { month > 0 ? running[month - 1] : 0 }
}

extension Money {
  /// The amount times a fraction, rounded to the minor unit, halves away from zero.
  fileprivate func scaled(
    by numerator: Int128,
    over denominator: Int128,
  ) throws(AmountOverflow) -> Money {
    let (product, overflowed) = Int128(minorUnits).multipliedReportingOverflow(by: numerator)
    guard !overflowed, let scaled = Rational(product, over: denominator),
      let minorUnits = Int64(exactly: try scaled.rounded(toDecimals: 0))
    else { throw AmountOverflow() }
    return Money(minorUnits: minorUnits)
  }
}
