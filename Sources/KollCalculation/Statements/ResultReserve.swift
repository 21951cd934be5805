public import KollModel

/// How much of a year's result may be put into the result reserve (resultatreserv).
///
/// Source: kommunallagen (2017:725), 11 kap. 14 §.
public struct ResultReserve: Hashable, Sendable {
  /// The year's result.
  public let result: Money
  /// The year's result after the adjustments of the balanskravsutredning.
  public let adjustedResult: Money
  /// Tax income, general grants and equalisation.
  public let taxesAndGrants: Money

  /// Creates the figures that the limit follows from, income above zero.
  /// - Parameters:
  ///   - result: The year's result.
  ///   - adjustedResult: The year's result after the adjustments of the balanskravsutredning.
  ///   - taxesAndGrants: Tax income, general grants and equalisation.
  public init(result: Money, adjustedResult: Money, taxesAndGrants: Money) {
    self.result = result
    self.adjustedResult = adjustedResult
    self.taxesAndGrants = taxesAndGrants
  }

  /// The most that may be reserved of the year's result.
  ///
  /// What exceeds one per cent of taxes and grants; two per cent where equity is below zero with the
  /// pensions that stand outside of the balansräkning.
  /// - Parameter isEquityNegative: Whether equity with those pensions is below zero.
  /// - Returns: The amount, zero or more, rounded to the öre.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public func limit(isEquityNegative: Bool) throws(AmountOverflow) -> Money {
    let part = try share(isEquityNegative ? 2 : 1)
    return try max(.zero, min(result, adjustedResult) - part)
  }

  /// The most that the reserve may hold: five per cent of taxes and grants.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public var ceiling: Money {
    get throws(AmountOverflow) { try share(5) }
  }

  private func share(_ percent: Int64) throws(AmountOverflow) -> Money {
    let öre = try Rational(taxesAndGrants.minorUnits) * Rational(percent, decimals: 2)
    guard let amount = Int64(exactly: try öre.rounded(toDecimals: 0)) else {
      throw AmountOverflow()
    }
    return Money(minorUnits: amount)
  }
}
