import KollCalculation
import KollTestSupport
import Testing

/// What holds for every amount, weight and bound.
struct AllocationPropertyTests {
  private static func items(
    _ generator: inout SeededGenerator,
    upTo largest: Int64,
  ) -> [Allocation.Item] {
    (0..<Int.random(in: 1...4, using: &generator)).map { number in
      let floor = Bool.random(using: &generator) ? 0 : Int64.random(in: -2...4, using: &generator)
      let hasCap = Bool.random(using: &generator)
      return Allocation.Item(
        id: "\(number)",
        weight: Int64.random(in: 1...largest, using: &generator),
        floor: floor,
        cap: hasCap ? floor + Int64.random(in: 0...6, using: &generator) : nil,
      )
    }
  }

  /// Whether any whole parts within the bounds are the amount, found by trying all of them.
  private static func isPossible(_ items: ArraySlice<Allocation.Item>, _ amount: Int64) -> Bool {
    guard let item = items.first else { return amount == 0 }
    // No part is larger than the amount and what the others are below zero.
    return (item.floor...max(item.floor, item.cap ?? amount + 10)).contains { part in
      isPossible(items.dropFirst(), amount - part)
    }
  }

  /// Between one who could do with a unit less and one who could take one more, the first has no
  /// unit too many for its weight.
  private static func isFair(_ items: [Allocation.Item], _ parts: [Int64]) -> Bool {
    zip(items, parts).allSatisfy { giver, given in
      given == giver.floor
        || zip(items, parts).allSatisfy { taker, taken in
          taken == taker.cap || (given - 1) * taker.weight < (taken + 1) * giver.weight
        }
    }
  }

  @Test(arguments: 0..<40)
  func boundedPartsAreFoundWhereThereAreAny(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let items = Self.items(&generator, upTo: 9)
      let amount = Int64.random(in: 0...12, using: &generator)
      let parts = try? Allocation(items).parts(of: amount)
      #expect((parts != nil) == Self.isPossible(items[...], amount), "\(items) \(amount)")
      guard let parts else { continue }
      #expect(parts.reduce(0, +) == amount)
      #expect(zip(items, parts).allSatisfy { $0.floor <= $1 && $1 <= $0.cap ?? $1 })
      #expect(Self.isFair(items, parts), "\(items) \(amount) \(parts)")
    }
  }

  @Test(arguments: 0..<20)
  func unboundedPartsAreTheirQuotasToTheUnit(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let items = (0..<30).map { number in
      Allocation.Item(id: "\(number)", weight: Int64.random(in: 1...9_000_000, using: &generator))
    }
    let amount = Int64.random(in: 0...1_000_000_000, using: &generator)
    let weights = items.reduce(0) { $0 + $1.weight }
    for (item, part) in zip(items, try Allocation(items).parts(of: amount)) {
      let miss = Int128(part) * Int128(weights) - Int128(amount) * Int128(item.weight)
      #expect(miss.magnitude < weights)
    }
  }

  @Test(arguments: 0..<20)
  func neitherOrderNorDirectionDecides(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let items = Self.items(&generator, upTo: 3)
    for amount in Int64(1)...30 {
      guard let parts = try? Allocation(items).parts(of: amount) else { continue }
      let order = items.indices.shuffled(using: &generator)
      let shuffled = try Allocation(order.map { items[$0] }).parts(of: amount)
      #expect(shuffled == order.map { parts[$0] }, "\(seed) \(amount)")
      #expect(try Allocation(items).parts(of: -amount) == parts.map { -$0 })
    }
  }

  @Test(arguments: [
    Allocation.Rounding.largestRemainder, .largestWeight, .last, .item("3"), .runningTotal,
  ])
  func everyRoundingKeepsTheWhole(rounding: Allocation.Rounding) throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let items = (0..<12).map { number in
        Allocation.Item(
          id: "\(number)",
          weight: Int64.random(in: 0...1_000, using: &generator),
        )
      }
      let amount = Int64.random(in: 0...100_000, using: &generator)
      let parts = try Allocation(items, rounding: rounding).parts(of: amount)
      #expect(parts.reduce(0, +) == amount)
      #expect(zip(items, parts).allSatisfy { $0.weight > 0 || abs($1) <= 6 })
    }
  }
}
