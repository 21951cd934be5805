internal import KollModel

/// The floating-point number that a cell holds, when it holds the exact one well enough.
///
/// Below 4 × 10^14 minor units a number has at most 15 digits: then the nearest `Double`, written
/// with the library's 16 digits and read again, is the same number to the last digit.
enum Figure {
  /// The largest magnitude in the last place kept.
  private static let limit: Int64 = 400_000_000_000_000
  /// Up to here every whole number is a `Double`.
  private static let exactWhole: Int128 = 1 << 53

  /// Money in the unit shown; `nil` when it has too many digits to be exact.
  /// - Parameters:
  ///   - money: The amount.
  ///   - scale: How it relates to the number shown.
  static func of(_ money: Money, in scale: Scale) -> Double? {
    guard money.minorUnits.magnitude < limit.magnitude, (0...18).contains(scale.exponent) else {
      return nil
    }
    // Both are exact, so that the division is the only rounding.
    return Double(money.minorUnits) / Double(powerOfTen(scale.exponent))
  }

  /// The nearest number to a quotient; `nil` when its whole part has too many digits.
  /// - Parameter number: The exact quotient.
  static func of(_ number: Rational) -> Double? {
    let whole = number.numerator / number.denominator
    guard whole.magnitude < UInt128(limit.magnitude) else { return nil }
    return nearest(number)
  }

  private static func nearest(_ number: Rational) -> Double {
    if number.numerator.magnitude <= exactWhole.magnitude, number.denominator <= exactWhole {
      return Double(number.numerator) / Double(number.denominator)
    }
    // Long division by hand: 18 digits after the point carry more than a Double holds.
    guard let scaled = try? number.rounded(toDecimals: 18), scaled.magnitude > 1_000_000_000_000_000
    else { return Double(number.numerator) / Double(number.denominator) }
    return Double(scaled) / 1e18
  }
}
