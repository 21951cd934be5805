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

  private func amount(of year: Money, before month: Int) throws(AmountOverflow) -> Money {
    guard month > 0, let all = running.last else { return .zero }
    let (product, overflowed) = Int128(year.minorUnits)
      .multipliedReportingOverflow(by: running[month - 1])
    guard !overflowed, let share = Rational(product, over: all),
      let minorUnits = Int64(exactly: try share.rounded(toDecimals: 0))
    else { throw AmountOverflow() }
    return Money(minorUnits: minorUnits)
  }
}
