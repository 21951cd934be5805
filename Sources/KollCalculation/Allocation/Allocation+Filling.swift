extension Allocation {
  /// What the items get before rounding: a whole number, and a remainder over a common denominator.
  struct Filling {
    var wholes: [Int64]
    var remainders: [Int128]
    /// What the remainders are parts of.
    var denominator: Int128 = 1
  }

  /// Fills the items turn by turn: each to its cap, until a turn can take all that is left.
  func filled(with amount: Int64) throws(Failure) -> Filling {
    var filling = Filling(
      wholes: items.map(\.floor),
      remainders: [Int128](repeating: 0, count: items.count),
    )
    var floors: Int64 = 0
    for item in items {
      if let cap = item.cap, cap < item.floor {
        throw .crossedBounds(id: item.id, floor: item.floor, cap: cap)
      }
      floors = try floors.adding(item.floor)
    }
    guard floors <= amount else { throw .belowFloors(sum: floors) }
    var rest = try amount.subtracting(floors)
    let turns = Dictionary(grouping: items.indices) { items[$0].turn }
    for (_, members) in turns.sorted(by: { $0.key < $1.key }) where rest > 0 {
      guard let room = try room(of: members), room <= rest else {
        try fill(members, with: rest, into: &filling)
        return filling
      }
      for index in members { filling.wholes[index] = items[index].ceiling ?? items[index].floor }
      rest -= room
    }
    guard rest == 0 else { throw unfilled(rest, of: amount) }
    return filling
  }

  /// How much more than their floors items can take; `nil` when nothing stops one.
  private func room(of members: [Int]) throws(Failure) -> Int64? {
    var room: Int64 = 0
    for index in members {
      guard let ceiling = items[index].ceiling else { return nil }
      room = try room.adding(try ceiling.subtracting(items[index].floor))
    }
    return room
  }

  private func unfilled(_ rest: Int64, of amount: Int64) -> Failure {
    let hasWeight = items.contains { $0.weight > 0 && $0.cap != $0.floor }
    return hasWeight ? .aboveCaps(sum: amount - rest) : .noWeight(rest: rest)
  }

  /// Raises items above their floors in proportion to their weights until they hold the rest.
  ///
  /// An item gets its weight times a common level, but never less than its floor or more than its
  /// cap. As the level rises, items leave their floors and reach their caps; between two such
  /// events the sum rises evenly, so the level that gives the sum is found by walking the events.
  private func fill(
    _ members: [Int],
    with rest: Int64,
    into filling: inout Filling,
  ) throws(Failure) {
    let free = members.filter { items[$0].ceiling != items[$0].floor }
    var target = Int128(rest)
    var weights: Int64 = 0
    for index in free {
      target += Int128(items[index].floor)
      weights = try weights.adding(items[index].weight)
    }
    var isRising = Set<Int>(minimumCapacity: free.count)
    var still = free.reduce(Int128(0)) { $0 + Int128(items[$1].floor) }
    var rising: Int128 = 0
    for event in events(of: free) {
      // Both sides times the event's weight, which is the denominator of its level.
      let lacking = try (target - still).multiplied(by: event.weight)
      if rising > 0, rising * Int128(event.bound) >= lacking { break }
      if event.isCap {
        isRising.remove(event.index)
        filling.wholes[event.index] = event.bound
        rising -= Int128(event.weight)
        still += Int128(event.bound)
      } else {
        isRising.insert(event.index)
        rising += Int128(event.weight)
        still -= Int128(event.bound)
      }
    }
    filling.denominator = rising
    for index in isRising {
      let product = try (target - still).multiplied(by: items[index].weight)
      let (whole, remainder) = product.quotientAndRemainder(dividingBy: rising)
      // Towards zero for what lies above it, downwards for what lies below.
      filling.wholes[index] = Int64(remainder < 0 ? whole - 1 : whole)
      filling.remainders[index] = remainder < 0 ? remainder + rising : remainder
    }
  }

  /// An item leaving its floor or reaching its cap, at the level of the bound over the weight.
  private struct Event {
    let index: Int
    let bound: Int64
    let weight: Int64
    let isCap: Bool

    /// Whether the event comes before another; floors before caps at the same level.
    static func < (left: Event, right: Event) -> Bool {
      let (own, other) = (
        Int128(left.bound) * Int128(right.weight), Int128(right.bound) * Int128(left.weight),
      )
      return own == other ? !left.isCap && right.isCap : own < other
    }
  }

  private func events(of free: [Int]) -> [Event] {
    var events: [Event] = []
    for index in free {
      let item = items[index]
      events.append(Event(index: index, bound: item.floor, weight: item.weight, isCap: false))
      if let cap = item.cap {
        events.append(Event(index: index, bound: cap, weight: item.weight, isCap: true))
      }
    }
    return events.sorted(by: <)
  }
}

extension Int128 {
  fileprivate func multiplied(by factor: Int64) throws(Allocation.Failure) -> Int128 {
    let (product, overflowed) = multipliedReportingOverflow(by: Int128(factor))
    if overflowed { throw .overflow }
    return product
  }
}
