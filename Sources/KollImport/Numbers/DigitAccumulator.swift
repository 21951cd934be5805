/// The digits of a number, gathered exactly.
struct DigitAccumulator {
  /// With more decimals than these, 64 bits would not hold a 10.
  private static let mostDecimals = 18

  private var magnitude: UInt64 = 0
  private var isTooLarge = false
  private(set) var decimals = 0

  mutating func append(_ digit: UInt8) {
    let (product, overflowed) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
    isTooLarge = isTooLarge || overflowed || carried
    magnitude = sum
  }

  mutating func appendDecimal(_ digit: UInt8) {
    append(digit)
    decimals += 1
  }

  /// The digits as one integer, or `nil` when they are too many to be exact.
  func coefficient(isNegative: Bool) -> Int64? {
    if isTooLarge || decimals > Self.mostDecimals { return nil }
    if isNegative, magnitude == Int64.min.magnitude { return .min }
    return Int64(exactly: magnitude).map { isNegative ? -$0 : $0 }
  }
}
