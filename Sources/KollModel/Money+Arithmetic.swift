extension Money {
  /// The sum of two amounts.
  /// - Throws: ``AmountOverflow`` when the sum does not fit; it never wraps.
  public static func + (left: Money, right: Money) throws(AmountOverflow) -> Money {
    let (sum, overflowed) = left.minorUnits.addingReportingOverflow(right.minorUnits)
    if overflowed { throw AmountOverflow() }
    return Money(minorUnits: sum)
  }

  /// What is left of one amount when another is taken from it.
  /// - Throws: ``AmountOverflow`` when the difference does not fit; it never wraps.
  public static func - (left: Money, right: Money) throws(AmountOverflow) -> Money {
    let (rest, overflowed) = left.minorUnits.subtractingReportingOverflow(right.minorUnits)
    if overflowed { throw AmountOverflow() }
    return Money(minorUnits: rest)
  }

  /// The amount with the other sign.
  /// - Throws: ``AmountOverflow`` for the one amount that has no opposite.
  public static prefix func - (amount: Money) throws(AmountOverflow) -> Money {
    try .zero - amount
  }

  /// A share of an amount, rounded to the minor unit, halves away from zero.
  /// - Throws: ``AmountOverflow`` when the product does not fit.
  public static func * (amount: Money, share: Rational) throws(AmountOverflow) -> Money {
    let product = try Rational(amount.minorUnits) * share
    return try Money(showing: product, in: Scale(unstatedWithDecimals: 0))
  }
}
