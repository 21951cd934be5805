internal import KollModel

extension Rational {
  /// The number in digits, exactly when it ends within eleven decimals, else rounded to six.
  ///
  /// Trailing zeros are left out; there is never an exponent.
  func exactDecimal(mark: String) throws(AmountOverflow) -> String {
    var decimals = 0
    while decimals <= 11,
      try Rational(rounded(toDecimals: decimals), over: powerOfTen(decimals)) != self
    {
      decimals += 1
    }
    var style = NumberStyle.plain(decimals: decimals > 11 ? 6 : decimals)
    style.decimalMark = mark
    return try style.format(self)
  }
}
