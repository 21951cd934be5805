internal import KollCalculation
internal import KollModel

/// A fraction that is not brought to lowest terms.
///
/// To look for common divisors costs more than all else that a formula's proof takes, and nearly all
/// figures that meet have one denominator. Where they have not, lowest terms are taken.
struct Fraction {
  /// The number above the line, which carries the sign.
  let above: Int128
  /// The number below the line, above zero.
  let below: Int128

  private static let powers = (0...18).map(powerOfTen)

  private init(_ above: Int128, over below: Int128) {
    self.above = above
    self.below = below
  }

  /// A fraction in lowest terms.
  init(_ number: Rational) { self.init(number.numerator, over: number.denominator) }

  /// Money in the unit shown.
  init(_ money: Money, in scale: Scale) {
    self.init(Int128(money.minorUnits), over: Fraction.powers[scale.exponent])
  }

  /// The same number in lowest terms.
  func reduced() throws(AmountOverflow) -> Rational {
    guard let reduced = Rational(above, over: below) else { throw AmountOverflow() }
    return reduced
  }
}

extension Fraction {
  /// The number without its sign.
  var magnitude: Fraction { above < 0 ? -self : self }

  /// The number with the other sign.
  static prefix func - (number: Fraction) -> Fraction {
    Fraction(-number.above, over: number.below)
  }

  /// The sum.
  static func + (left: Fraction, right: Fraction) throws(AmountOverflow) -> Fraction {
    guard left.below == right.below else {
      return Fraction(try left.reduced() + right.reduced())
    }
    let (sum, overflowed) = left.above.addingReportingOverflow(right.above)
    // The least number of all has no other sign.
    guard !overflowed, sum != .min else { throw AmountOverflow() }
    return Fraction(sum, over: left.below)
  }

  /// The difference.
  static func - (left: Fraction, right: Fraction) throws(AmountOverflow) -> Fraction {
    try left + -right
  }

  /// The product.
  static func * (left: Fraction, right: Fraction) throws(AmountOverflow) -> Fraction {
    Fraction(try left.reduced() * right.reduced())
  }

  /// The quotient; `nil` when the divisor is zero.
  func divided(by divisor: Fraction) throws(AmountOverflow) -> Fraction? {
    guard divisor.above != 0 else { return nil }
    guard below == divisor.below else {
      return try reduced().divided(by: divisor.reduced()).map(Fraction.init)
    }
    return divisor.above < 0
      ? Fraction(-above, over: -divisor.above) : Fraction(above, over: divisor.above)
  }

  /// Whether two fractions are the same number.
  func isEqual(to other: Fraction) -> Bool {
    if below == other.below { return above == other.above }
    let (left, leftOverflowed) = above.multipliedReportingOverflow(by: other.below)
    let (right, rightOverflowed) = other.above.multipliedReportingOverflow(by: below)
    if !leftOverflowed, !rightOverflowed { return left == right }
    guard let left = try? reduced(), let right = try? other.reduced() else { return false }
    return left == right
  }

  /// Whether the number is known to be at least as large as another.
  func isAtLeast(_ other: Fraction) -> Bool {
    if below == other.below { return above >= other.above }
    let (left, leftOverflowed) = above.multipliedReportingOverflow(by: other.below)
    let (right, rightOverflowed) = other.above.multipliedReportingOverflow(by: below)
    return !leftOverflowed && !rightOverflowed && left >= right
  }

  /// Whether the number, rounded to the last place that money is kept in, is an amount.
  func rounds(to money: Money, in scale: Scale) -> Bool {
    if below == Fraction.powers[scale.exponent] { return above == Int128(money.minorUnits) }
    guard let number = try? reduced() else { return false }
    return (try? Money(showing: number, in: scale)) == money
  }
}

extension CellValue {
  /// The number as the table shows it before rounding; `nil` for words and for no value.
  /// - Parameter scale: The scale of the cell's column.
  /// - Returns: The number, exact.
  func fraction(in scale: Scale) -> Fraction? {
    switch self {
    case .money(let money): Fraction(money, in: scale)
    case .count(let number), .ratio(let number): Fraction(number)
    case .text, .absent: nil
    }
  }
}
