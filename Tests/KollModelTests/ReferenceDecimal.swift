/// A decimal number as its digits, to compare with: slow, plain, and without any wide integer.
struct ReferenceDecimal {
  /// The sign, the digits of the whole part and those of the decimals.
  private let isNegative: Bool
  private let whole: [UInt8]
  private let decimals: [UInt8]

  /// The number that an integer stands for when its last digits are decimals.
  init(_ integer: Int64, decimals count: Int) {
    var digits = Array(String(integer.magnitude).utf8).map { $0 - 48 }
    while digits.count <= count { digits.insert(0, at: 0) }
    isNegative = integer < 0
    whole = Array(digits.dropLast(count))
    decimals = Array(digits.suffix(count))
  }

  /// The number rounded to fewer or more decimals, halves away from zero, as people write it.
  func text(
    decimals count: Int,
    separator: String,
    mark: String,
    minus: String,
    plus: String,
  )
    -> String
  {
    var digits = whole + decimals.prefix(count)
    digits += [UInt8](repeating: 0, count: max(0, count - decimals.count))
    if decimals.count > count, decimals[count] >= 5 { Self.addOne(to: &digits) }
    let isZero = digits.allSatisfy { $0 == 0 }
    while digits.count > count + 1, digits[0] == 0 { digits.removeFirst() }
    var text = ""
    let wholeCount = digits.count - count
    for (place, digit) in digits.enumerated() {
      if place == wholeCount { text += mark }
      if place > 0, place < wholeCount, (wholeCount - place) % 3 == 0 { text += separator }
      text += String(digit)
    }
    return (isZero ? "" : isNegative ? minus : plus) + text
  }

  private static func addOne(to digits: inout [UInt8]) {
    for place in digits.indices.reversed() {
      guard digits[place] == 9 else {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
  }
}
