extension Money {
  /// The number that a reader sees before rounding.
  /// - Parameter scale: How the amount relates to the number shown.
  /// - Returns: The number, exact.
  public func shown(in scale: Scale) -> Rational {
    Rational(minorUnits, decimals: scale.exponent)
  }

  /// The amount that a shown number stands for, rounded to the nearest minor unit.
  /// - Parameters:
  ///   - number: The number as the table shows it, unrounded.
  ///   - scale: How amounts relate to the numbers shown.
  /// - Throws: ``AmountOverflow`` when the amount does not fit.
  public init(showing number: Rational, in scale: Scale) throws(AmountOverflow) {
    guard let minorUnits = Int64(exactly: try number.rounded(toDecimals: scale.exponent)) else {
      throw AmountOverflow()
    }
    self.init(minorUnits: minorUnits)
  }
}
