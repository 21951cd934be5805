import KollModel
import KollTestSupport
import Testing

@Suite struct RationalTests {
  private static let small: [(Int, Int)] = (-6...6).flatMap { numerator in
    (-6...6).filter { $0 != 0 }.map { (numerator, $0) }
  }

  /// Whether a fraction is one of two plain numbers, by multiplying crosswise.
  private func isEqual(_ number: Rational, _ numerator: Int, over denominator: Int) -> Bool {
    Int(number.numerator) * denominator == numerator * Int(number.denominator)
  }

  @Test func arithmeticOnSmallFractionsIsThatOfSchool() throws {
    for (a, b) in Self.small {
      for (c, d) in Self.small {
        let left = try #require(Rational(Int128(a), over: Int128(b)))
        let right = try #require(Rational(Int128(c), over: Int128(d)))
        let results: [(Rational?, Int, Int)] = [
          (try left + right, a * d + c * b, b * d), (try left - right, a * d - c * b, b * d),
          (try left * right, a * c, b * d), (-left, -a, b), (left.magnitude, abs(a), abs(b)),
          (try left.divided(by: right), c == 0 ? 1 : a * d, c == 0 ? 0 : b * c),
        ]
        for (index, (result, numerator, denominator)) in results.enumerated() {
          guard let result else {
            #expect(denominator == 0, "\(a)/\(b), \(c)/\(d), operation \(index)")
            continue
          }
          #expect(
            isEqual(result, numerator, over: denominator) && denominator != 0,
            "\(a)/\(b), \(c)/\(d), operation \(index) gives \(result)",
          )
        }
      }
    }
  }

  @Test func fractionsAreKeptInLowestTermsAboveZeroBelowTheLine() throws {
    for (a, b) in Self.small {
      let number = try #require(Rational(Int128(a), over: Int128(b)))
      #expect(number.denominator > 0)
      let common = (1...6).last { number.numerator % $0 == 0 && number.denominator % $0 == 0 }
      #expect(common == 1, "\(a)/\(b) is kept as \(number)")
      #expect(number == Rational(Int128(7 * a), over: Int128(7 * b)))
    }
  }

  @Test func aFractionOverZeroAndTermsWithoutAnOppositeAreRefused() {
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(.min, over: 1) == nil)
    #expect(Rational(1, over: .min) == nil)
    #expect(Rational(0, over: -5) == Rational(0))
  }

  @Test func whatDoesNotFitIsReportedAndNeverWraps() throws {
    let largest = try #require(Rational(.max, over: 1))
    let smallest = try #require(Rational(1, over: .max))
    #expect(throws: AmountOverflow.self) { try largest + Rational(1) }
    #expect(throws: AmountOverflow.self) { try -largest - Rational(2) }
    #expect(throws: AmountOverflow.self) { try largest * Rational(2) }
    #expect(throws: AmountOverflow.self) { try largest + smallest }
    #expect(throws: AmountOverflow.self) { try smallest.divided(by: largest) }
    #expect(throws: AmountOverflow.self) { try largest.rounded(toDecimals: 1) }
    #expect(try largest.rounded(toDecimals: 0) == .max)
    #expect(try smallest.rounded(toDecimals: 18) == 0)
  }

  /// Whatever comes out is right by the rules that hold for all numbers.
  @Test(arguments: Seeds.first(10))
  func largeNumbersEitherFollowTheRulesOrAreReported(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var results = 0
    for _ in 0..<400 {
      let numbers = (0..<2).compactMap { _ in
        let shift = Int128(generator.integer(digits: 18)) * Int128(generator.integer(digits: 18))
        return Rational(shift, over: Int128(generator.integer(digits: 12)))
      }
      guard numbers.count == 2 else { continue }
      guard let sum = try? numbers[0] + numbers[1] else { continue }
      results += 1
      if let back = try? sum - numbers[1] { #expect(back == numbers[0]) }
      if let product = try? numbers[0] * numbers[1],
        let back = try? product.divided(by: numbers[1])
      {
        #expect(back == numbers[0])
      }
    }
    #expect(results > 20)
  }

  @Test func roundingATieGoesAwayFromZero() throws {
    for (numerator, rounded) in [(1, 1), (-1, -1), (3, 2), (-3, -2), (5, 3), (0, 0)] {
      let half = try #require(Rational(Int128(numerator), over: 2))
      #expect(try half.rounded(toDecimals: 0) == Int128(rounded))
    }
  }

  @Test func powersOfTenThatDoNotFitAreAProgrammersMistake() async {
    #expect(powerOfTen(38) == Int128("100000000000000000000000000000000000000"))
    await #expect(processExitsWith: .failure) { _ = powerOfTen(39) }
    await #expect(processExitsWith: .failure) { _ = powerOfTen(-1) }
  }
}
