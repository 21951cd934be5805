extension Rational {
  /// The sum.
  /// - Throws: ``AmountOverflow`` when the terms grow past 128 bits.
  public static func + (left: Rational, right: Rational) throws(AmountOverflow) -> Rational {
    try fraction(
      add(
        multiply(left.numerator, right.denominator),
        multiply(right.numerator, left.denominator),
      ),
      over: multiply(left.denominator, right.denominator),
    )
  }

  /// The difference.
  /// - Throws: ``AmountOverflow`` when the terms grow past 128 bits.
  public static func - (left: Rational, right: Rational) throws(AmountOverflow) -> Rational {
    try left + -right
  }

  /// The product.
  /// - Throws: ``AmountOverflow`` when the terms grow past 128 bits.
  public static func * (left: Rational, right: Rational) throws(AmountOverflow) -> Rational {
    try fraction(
      multiply(left.numerator, right.numerator),
      over: multiply(left.denominator, right.denominator),
    )
  }

  /// The quotient; `nil` when the divisor is zero.
  /// - Parameter divisor: The number to divide by.
  /// - Returns: The quotient, or `nil`.
  /// - Throws: ``AmountOverflow`` when the terms grow past 128 bits.
  public func divided(by divisor: Rational) throws(AmountOverflow) -> Rational? {
    guard divisor.numerator != 0 else { return nil }
    return try Rational.fraction(
      Rational.multiply(numerator, divisor.denominator),
      over: Rational.multiply(denominator, divisor.numerator),
    )
  }

  /// The number with the other sign.
  public static prefix func - (number: Rational) -> Rational {
    Rational(-number.numerator, over: number.denominator) ?? number
  }

  /// The number without its sign.
  public var magnitude: Rational { numerator < 0 ? -self : self }

  /// The nearest whole number of the last decimal place kept, halves away from zero.
  /// - Parameter decimals: How many decimal places to keep, 0 to 18.
  /// - Returns: The number times ten to the power of `decimals`, rounded.
  /// - Throws: ``AmountOverflow`` when the result does not fit.
  public func rounded(toDecimals decimals: Int) throws(AmountOverflow) -> Int128 {
    let scaled = try Rational.multiply(numerator, powerOfTen(decimals))
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
    let isHalfOrMore = remainder.magnitude >= denominator.magnitude - remainder.magnitude
    return isHalfOrMore && remainder != 0 ? quotient + scaled.signum() : quotient
  }

  private static func fraction(
    _ numerator: Int128,
    over denominator: Int128,
  ) throws(AmountOverflow) -> Rational {
    guard let fraction = Rational(numerator, over: denominator) else { throw AmountOverflow() }
    return fraction
  }

  private static func multiply(_ left: Int128, _ right: Int128) throws(AmountOverflow) -> Int128 {
    let (product, overflowed) = left.multipliedReportingOverflow(by: right)
    if overflowed { throw AmountOverflow() }
    return product
  }

  private static func add(_ left: Int128, _ right: Int128) throws(AmountOverflow) -> Int128 {
    let (sum, overflowed) = left.addingReportingOverflow(right)
    if overflowed { throw AmountOverflow() }
    return sum
  }
}
