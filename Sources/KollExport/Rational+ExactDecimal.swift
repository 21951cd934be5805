package import KollModel

extension Rational {
  /// The number in digits, exactly when it ends within eighteen decimals, else rounded to six.
  ///
  /// Trailing zeros are left out; there is never an exponent.
  package func exactDecimal(mark: String) throws(AmountOverflow) -> String {
    let decimals = (0...18).first { (try? atDecimals($0)) == self } ?? 6
    var style = NumberStyle.plain(decimals: decimals)
    style.decimalMark = mark
    return try style.format(self)
  }

  /// The share in per cent, rounded to six decimals.
  ///
  /// Trailing zeros are left out; there is never an exponent.
  package func perCentDecimal(mark: String) throws(AmountOverflow) -> String {
    try (self * Rational(100)).atDecimals(6).exactDecimal(mark: mark)
  }

  /// The number rounded to some decimals.
  private func atDecimals(_ decimals: Int) throws(AmountOverflow) -> Rational {
    let rounded = try rounded(toDecimals: decimals)
    guard let number = Rational(rounded, over: powerOfTen(decimals)) else { throw AmountOverflow() }
    return number
  }
}
