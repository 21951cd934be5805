internal import KollModel

/// The floating-point number that a cell holds, when it holds the exact one well enough.
///
/// Below 4 × 10^14 minor units a number has at most 15 digits: then the nearest `Double`, written
/// with the library's 16 digits and read again, is the same number to the last digit.
enum Figure {
  /// The largest magnitude in the last place kept.
  static let limit: UInt64 = 400_000_000_000_000
  /// Up to here every whole number is a `Double`.
  private static let exactWhole: UInt64 = 1 << 53

  /// The powers of ten up to the finest scale, each of them exact.
  private static let powers: [Double] = (0...18).map { Double(powerOfTen($0)) }

  /// Money in the unit shown.
  /// - Parameters:
  ///   - money: The amount.
  ///   - scale: How it relates to the number shown.
  /// - Returns: The number, or `nil` when it has too many digits to be exact.
  static func of(_ money: Money, in scale: Scale) -> Double? {
    guard money.minorUnits.magnitude < limit, powers.indices.contains(scale.exponent) else {
      return nil
    }
    // Both are exact, so that the division is the only rounding.
    return Double(money.minorUnits) / powers[scale.exponent]
  }

  /// The nearest number to a quotient.
  /// - Parameter number: The exact quotient.
  /// - Returns: The number, or `nil` when its whole part has too many digits.
  static func of(_ number: Rational) -> Double? {
    let whole = number.numerator / number.denominator
    guard whole.magnitude < UInt128(limit) else { return nil }
    return nearest(number)
  }

  private static func nearest(_ number: Rational) -> Double {
    if let above = Int64(exactly: number.numerator), above.magnitude <= exactWhole,
      let below = Int64(exactly: number.denominator), below <= exactWhole
    {
      return Double(above) / Double(below)
    }
    // Long division by hand: 18 digits after the point carry more than a Double holds.
    guard let scaled = try? number.rounded(toDecimals: 18), scaled.magnitude > 1_000_000_000_000_000
    else { return Double(number.numerator) / Double(number.denominator) }
    return Double(scaled) / 1e18
  }
}
