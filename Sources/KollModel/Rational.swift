/// An exact fraction of two whole numbers, in lowest terms, the denominator above zero.
public struct Rational: Hashable, Sendable {
  /// The number above the line, which carries the sign.
  public let numerator: Int128
  /// The number below the line, above zero.
  public let denominator: Int128

  /// Creates a fraction, or `nil` when the denominator is zero or the terms do not fit.
  /// - Parameters:
  ///   - numerator: The number above the line.
  ///   - denominator: The number below the line.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  /// A whole number.
  /// - Parameter whole: The number.
  public init(_ whole: Int64) {
    self.numerator = Int128(whole)
    self.denominator = 1
  }

  /// The number that an integer stands for when its last digits are decimals.
  /// - Parameters:
  ///   - integer: The integer kept.
  ///   - exponent: How many of its digits are decimals, 0 to 18.
  public init(_ integer: Int64, decimals exponent: Int) {
    self = Rational(Int128(integer), over: powerOfTen(exponent)) ?? Rational(0)
  }
}

/// Ten to a power.
/// - Parameter exponent: The power, 0 to 38.
/// - Returns: The power.
public func powerOfTen(_ exponent: Int) -> Int128 {
  precondition((0...38).contains(exponent), "no power of ten beyond 38 fits")
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  // Nearly all terms fit in 64 bits, which processors divide many times as fast.
  if let first = UInt64(exactly: first), let second = UInt64(exactly: second) {
    return UInt128(euclid(first, second))
  }
  return euclid(first, second)
}

private func euclid<Term: UnsignedInteger>(_ first: Term, _ second: Term) -> Term {
  var (larger, smaller) = (first, second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger == 0 ? 1 : larger
}
