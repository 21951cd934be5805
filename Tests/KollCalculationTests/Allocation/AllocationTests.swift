import KollCalculation
import Testing

/// Golden cases: Ale kommun's task of 8 900 tkr by the budget of 2020, areas in the plan's order.
struct AllocationTests {
  private static let budget2020: [(String, Int64)] = [
    ("Kommunchef", 20_292), ("Ekonomiavdelning", 17_981), ("HR avdelning", 21_467),
    ("Kansli och säkerhetsavdelning", 18_787), ("Avdelningen Strategi och uppföljning", 34_338),
    ("Räddningstjänst", 31_087), ("Förtroendemannaverksamhet", 14_850), ("Pensioner", 29_000),
  ]

  private func parts(
    of amount: Int64 = 8_900,
    exempting exempt: Set<String> = [],
    rounding: Allocation.Rounding = .largestRemainder,
  ) throws -> [Int64] {
    let items = Self.budget2020.map { id, weight in
      Allocation.Item(id: id, weight: weight, cap: exempt.contains(id) ? 0 : nil)
    }
    return try Allocation(items, rounding: rounding).parts(of: amount)
  }

  @Test func theTaskIsDividedByTheBudget() throws {
    #expect(try parts() == [962, 852, 1_018, 890, 1_627, 1_473, 704, 1_374])
  }

  @Test func whatTheExemptedDoNotTakeFallsOnTheOthers() throws {
    #expect(
      try parts(exempting: ["Räddningstjänst", "Pensioner"])
        == [1_414, 1_253, 1_496, 1_309, 2_393, 0, 1_035, 0]
    )
    #expect(
      try parts(exempting: ["Räddningstjänst", "Pensioner", "Förtroendemannaverksamhet"])
        == [1_600, 1_418, 1_693, 1_481, 2_708, 0, 0, 0]
    )
  }

  @Test func aYearIsTwelveMonths() throws {
    let months = (1...12).map { Allocation.Item(id: $0 < 10 ? "0\($0)" : "\($0)", weight: 1) }
    let parts = try Allocation(months).parts(of: 185_097)
    #expect(parts == Array(repeating: 15_425, count: 9) + Array(repeating: 15_424, count: 3))
    let running = try Allocation(months, rounding: .runningTotal).parts(of: 185_097)
    for month in 1...12 {
      let exact = 185_097.0 * Double(month) / 12
      #expect(Double(running.prefix(month).reduce(0, +)) == exact.rounded())
    }
  }

  @Test func whatRoundingLeavesGoesWhereTheRuleSays() throws {
    // Rounded one by one, the parts are 8 899.
    #expect(try parts(rounding: .last).last == 1_375)
    #expect(try parts(rounding: .largestWeight)[4] == 1_628)
    #expect(try parts(rounding: .item("Kommunchef"))[0] == 963)
  }

  @Test func floorsAndCapsAreKeptAndTheRestIsProportional() throws {
    let items = [
      Allocation.Item(id: "a", weight: 10, floor: 30),
      Allocation.Item(id: "b", weight: 40, cap: 25),
      Allocation.Item(id: "c", weight: 30),
      Allocation.Item(id: "d", weight: 20),
    ]
    #expect(try Allocation(items).parts(of: 105) == [30, 25, 30, 20])
  }

  @Test func anEarlierTurnIsFilledToItsCapsFirst() throws {
    let items = [
      Allocation.Item(id: "a", weight: 1, cap: 50, turn: 2),
      Allocation.Item(id: "b", weight: 1, cap: 30, turn: 1),
      Allocation.Item(id: "c", weight: 1, floor: 5, turn: 3),
    ]
    #expect(try Allocation(items).parts(of: 20) == [0, 15, 5])
    #expect(try Allocation(items).parts(of: 60) == [25, 30, 5])
    #expect(try Allocation(items).parts(of: 100) == [50, 30, 20])
  }

  @Test func whatCannotBeDoneSaysWhatWould() {
    let items = [
      Allocation.Item(id: "a", weight: 1, floor: 10, cap: 20),
      Allocation.Item(id: "b", weight: 1, floor: 5, cap: 15),
    ]
    #expect(throws: Allocation.Failure.belowFloors(sum: 15)) {
      try Allocation(items).parts(of: 14)
    }
    #expect(throws: Allocation.Failure.aboveCaps(sum: 35)) { try Allocation(items).parts(of: 36) }
    #expect(throws: Allocation.Failure.noWeight(rest: 3)) {
      try Allocation([Allocation.Item(id: "a", weight: 0)]).parts(of: 3)
    }
    #expect(throws: Allocation.Failure.crossedBounds(id: "a", floor: 3, cap: 2)) {
      try Allocation([Allocation.Item(id: "a", weight: 1, floor: 3, cap: 2)]).parts(of: 3)
    }
    #expect(throws: Allocation.Failure.overflow) {
      try Allocation(items).parts(of: .min)
    }
  }

  @Test func theLargestAmountsAreDividedOrRefused() throws {
    let items = [
      Allocation.Item(id: "a", weight: .max / 2), Allocation.Item(id: "b", weight: .max / 2),
    ]
    #expect(try Allocation(items).parts(of: .max) == [.max / 2 + 1, .max / 2])
    let heavy = items + [Allocation.Item(id: "c", weight: .max)]
    #expect(throws: Allocation.Failure.overflow) { try Allocation(heavy).parts(of: 1) }
  }
}
