extension Allocation {
  /// Makes parts whole so that they are the amount.
  func rounded(_ filling: Filling, to amount: Int64) throws(Failure) -> [Int64] {
    switch rounding {
    case .largestRemainder: largestRemainders(of: filling, to: amount)
    case .runningTotal: runningTotals(of: filling)
    case .largestWeight:
      try nearest(of: filling, to: amount, correcting: open.max(by: givesWay))
    case .last: try nearest(of: filling, to: amount, correcting: open.last)
    case .item(let id):
      try nearest(of: filling, to: amount, correcting: items.firstIndex { $0.id == id })
    }
  }

  /// The items whose parts are not locked.
  private var open: [Int] { items.indices.filter { items[$0].floor != items[$0].cap } }

  private func largestRemainders(of filling: Filling, to amount: Int64) -> [Int64] {
    var parts = filling.wholes
    let missing = Int128(amount) - parts.reduce(0) { $0 + Int128($1) }
    let losers = items.indices.filter { filling.remainders[$0] > 0 }.sorted { left, right in
      let (own, other) = (filling.remainders[left], filling.remainders[right])
      return own == other ? givesWay(right, to: left) : own > other
    }
    for index in losers.prefix(Int(missing)) { parts[index] += 1 }
    return parts
  }

  /// Whether an item gives way to another: it weighs less, or as much and its name comes later.
  private func givesWay(_ left: Int, to right: Int) -> Bool {
    items[left].weight == items[right].weight
      ? items[left].id > items[right].id : items[left].weight < items[right].weight
  }

  /// The differences between rounded running totals, each at most one from the part before rounding.
  private func runningTotals(of filling: Filling) -> [Int64] {
    var (remainders, carried): (Int128, Int128) = (0, 0)
    return items.indices.map { index in
      remainders += filling.remainders[index]
      let units = (2 * remainders + filling.denominator) / (2 * filling.denominator)
      defer { carried = units }
      return filling.wholes[index] + Int64(units - carried)
    }
  }

  private func nearest(
    of filling: Filling,
    to amount: Int64,
    correcting chosen: Int?,
  ) throws(Failure) -> [Int64] {
    var parts = items.indices.map { index in
      let isHalfOrMore = 2 * filling.remainders[index] >= filling.denominator
      return filling.wholes[index] + (isHalfOrMore ? 1 : 0)
    }
    let difference = Int64(Int128(amount) - parts.reduce(0) { $0 + Int128($1) })
    guard difference != 0 else { return parts }
    guard let chosen else { throw .noWeight(rest: difference) }
    parts[chosen] = try parts[chosen].adding(difference)
    guard items[chosen].floor <= parts[chosen], parts[chosen] <= items[chosen].cap ?? .max else {
      throw .noRoomForRounding(id: items[chosen].id, difference: difference)
    }
    return parts
  }
}
