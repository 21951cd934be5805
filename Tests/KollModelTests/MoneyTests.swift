import KollModel
import KollTestSupport
import Testing

@Suite struct MoneyTests {
  private let largest = Money(minorUnits: .max)
  private let smallest = Money(minorUnits: .min)
  private let one = Money(minorUnits: 1)

  @Test func sumsAndDifferencesThatDoNotFitAreReported() throws {
    #expect(throws: AmountOverflow.self) { try largest + one }
    #expect(throws: AmountOverflow.self) { try smallest - one }
    #expect(throws: AmountOverflow.self) { try -smallest }
    #expect(throws: AmountOverflow.self) { try .zero - smallest }
    #expect(try largest + smallest == Money(minorUnits: -1))
    #expect(try -largest - one == smallest)
  }

  @Test(arguments: MoneyUnit.allCases)
  func anAmountIsShownInItsUnitAndReadBack(unit: MoneyUnit) throws {
    var generator = SeededGenerator(seed: 4)
    let scale = Scale(unit: unit)
    for _ in 0..<200 {
      let money = Money(minorUnits: generator.integer(digits: 18))
      #expect(try Money(showing: money.shown(in: scale), in: scale) == money)
    }
  }

  @Test func oneTkrIsAHundredThousandÖre() throws {
    #expect(try Money(showing: Rational(1), in: Scale(unit: .öre)).minorUnits == 1)
    #expect(try Money(showing: Rational(1), in: Scale(unit: .kr)).minorUnits == 100)
    #expect(try Money(showing: Rational(1), in: Scale(unit: .tkr)).minorUnits == 100_000)
    #expect(try Money(showing: Rational(1), in: Scale(unit: .mnkr)).minorUnits == 100_000_000)
    #expect(try Money(showing: Rational(1), in: Scale(unit: .mdkr)).minorUnits == 100_000_000_000)
  }

  @Test func aShownNumberFinerThanAnÖreIsRoundedHalfAwayFromZero() throws {
    let scale = Scale(unit: .kr)
    #expect(try Money(showing: Rational(5, decimals: 3), in: scale).minorUnits == 1)
    #expect(try Money(showing: Rational(-5, decimals: 3), in: scale).minorUnits == -1)
    #expect(try Money(showing: Rational(4, decimals: 3), in: scale).minorUnits == 0)
    #expect(throws: AmountOverflow.self) { try Money(showing: Rational(.max), in: scale) }
  }

  @Test func unitsAreReadAsPeopleWriteThem() {
    let spellings: [(String, MoneyUnit?)] = [
      ("Kkr", .tkr), ("tkr", .tkr), ("TKR", .tkr), ("mkr", .mnkr), ("Mnkr", .mnkr), ("kr", .kr),
      ("kronor", .kr), ("öre", .öre), ("mdkr", .mdkr), ("", nil), ("st", nil), ("tkr.", nil),
    ]
    for (text, unit) in spellings { #expect(MoneyUnit(spelling: text) == unit, "\(text)") }
  }
}
