import KollModel
import KollTestSupport
import Testing

@testable import KollExportXLSX

@Suite struct FractionTests {
  /// Numbers that have one denominator, others, and terms that grow too large together.
  private static let numbers: [(fraction: Fraction, rational: Rational)] = {
    let amounts: [Int64] = [0, 1, -1, 50, -300, 123_456_789, .max, .min]
    let scales = [Scale(unit: .kr), Scale(unit: .tkr), Scale(unstatedWithDecimals: 18)]
    let money = amounts.flatMap { amount in
      scales.map { scale in
        let money = Money(minorUnits: amount)
        return (Fraction(money, in: scale), money.shown(in: scale))
      }
    }
    let terms: [Int128] = [1, 3, -7, .max, .max - 1]
    let shares = terms.flatMap { above in
      terms.compactMap { Rational(above, over: $0) }.map { (Fraction($0), $0) }
    }
    return money + shares
  }()

  /// Expects the same number, wherever that in lowest terms does not grow too large on its way.
  private func expectSame(_ fraction: () throws -> Fraction?, _ rational: () throws -> Rational?) {
    guard let expected = try? rational() else { return }
    #expect((try? fraction()?.reduced()) == expected)
  }

  @Test func arithmeticIsThatOfLowestTerms() {
    for (left, first) in Self.numbers {
      #expect((try? (-left).reduced()) == -first)
      #expect((try? left.magnitude.reduced()) == first.magnitude)
      for (right, second) in Self.numbers {
        expectSame({ try left + right }, { try first + second })
        expectSame({ try left - right }, { try first - second })
        expectSame({ try left * right }, { try first * second })
        expectSame({ try left.divided(by: right) }, { try first.divided(by: second) })
        #expect(left.isEqual(to: right) == (first == second))
      }
    }
  }

  @Test func aNumberRoundsToOneAmount() {
    let scale = Scale(unit: .tkr)
    for (fraction, number) in Self.numbers {
      for amount: Int64 in [0, 1, -1, 50, 12_345_678_900_000] {
        let money = Money(minorUnits: amount)
        #expect(
          fraction.rounds(to: money, in: scale)
            == ((try? Money(showing: number, in: scale)) == money)
        )
      }
    }
  }
}
