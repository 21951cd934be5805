import KollModel
import KollTestSupport
import Testing

@Suite struct NumberStyleTests {
  @Test(arguments: Seeds.first(20))
  func everyNumberIsWrittenAsTheReferenceWritesIt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let integer = generator.integer(digits: 18)
      let exponent = Int.random(in: 0...11, using: &generator)
      let decimals = Int.random(in: 0...12, using: &generator)
      for showsPlus in [false, true] {
        let style = NumberStyle.swedish(decimals: decimals, showsPlus: showsPlus)
        let expected = ReferenceDecimal(integer, decimals: exponent).text(
          decimals: decimals,
          separator: "\u{A0}",
          mark: ",",
          minus: "\u{2212}",
          plus: showsPlus ? "+" : "",
        )
        #expect(try style.format(Rational(integer, decimals: exponent)) == expected)
      }
    }
  }

  @Test func everySmallNumberIsRoundedHalfAwayFromZero() throws {
    numbers: for integer in Int64(-1100)...1100 {
      for (exponent, decimals) in [(1, 0), (2, 0), (2, 1), (3, 1), (3, 2)] {
        let number = Rational(integer, decimals: exponent)
        let expected = ReferenceDecimal(integer, decimals: exponent)
          .text(decimals: decimals, separator: "", mark: ".", minus: "-", plus: "")
        guard try NumberStyle.plain(decimals: decimals).format(number) == expected else {
          Issue.record("\(integer) with \(exponent) decimals, shown with \(decimals)")
          break numbers
        }
      }
    }
  }

  @Test(arguments: 0...6)
  func minusZeroIsNeverWritten(decimals: Int) throws {
    for integer in Int64(-60)...0 {
      for exponent in 0...11 {
        for showsPlus in [false, true] {
          let style = NumberStyle.swedish(decimals: decimals, showsPlus: showsPlus)
          let text = try style.format(Rational(integer, decimals: exponent))
          let isZero = text.allSatisfy { "0,\u{2212}+".contains($0) }
          #expect(!isZero || text.first == "0", "\(integer), \(exponent) decimals gives \(text)")
        }
      }
    }
  }

  @Test func thirdsAndSixthsAreRoundedByTheirExactValue() throws {
    let style = NumberStyle.swedish(decimals: 1)
    for (numerator, denominator, expected) in [
      (1, 3, "0,3"), (2, 3, "0,7"), (1, 6, "0,2"), (-1, 6, "\u{2212}0,2"), (1, 20, "0,1"),
      (-1, 20, "\u{2212}0,1"), (1, 21, "0,0"), (-1, 21, "0,0"),
    ] as [(Int128, Int128, String)] {
      let number = try #require(Rational(numerator, over: denominator))
      #expect(try style.format(number) == expected)
    }
  }

  @Test func theThreeStylesDifferInTheirMarks() throws {
    let number = Rational(-123_456_789, decimals: 2)
    #expect(try NumberStyle.swedish(decimals: 2).format(number) == "\u{2212}1\u{A0}234\u{A0}567,89")
    #expect(try NumberStyle.csv(decimals: 2).format(number) == "-1234567,89")
    #expect(try NumberStyle.plain(decimals: 2).format(number) == "-1234567.89")
    let plus = NumberStyle.swedish(decimals: 0, showsPlus: true)
    #expect(try plus.format(Rational(284)) == "+284")
    #expect(try plus.format(Rational(0)) == "0")
  }

  @Test func aNumberWithTooManyDigitsIsReported() throws {
    let number = try #require(Rational(.max, over: 1))
    #expect(throws: AmountOverflow.self) { try NumberStyle.plain(decimals: 1).format(number) }
    #expect(
      try NumberStyle.plain(decimals: 0).format(number)
        == "170141183460469231731687303715884105727"
    )
  }
}
