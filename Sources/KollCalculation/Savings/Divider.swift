internal import KollModel

/// One run of a plan: an amount handed down the areas, in the plan's units.
struct Divider {
  let plan: AllocationPlan
  let table: ComputedTable
  let tree: AreaTree
  /// What is decided of each area.
  let limits: [AllocationLimit?]
  /// The least and the most that each area gets.
  private(set) var bounds: [(floor: Int64, cap: Int64?)] = []
  /// What each area got.
  private(set) var parts: [Int64]
  /// What each area weighs, and those beside it with it.
  private(set) var weights: [(own: Int64, all: Int128)]
  /// What stays without an area, by the area that it was to be divided below.
  private(set) var unallocated: [AreaPath: Int64] = [:]
  /// The column of each method's basis.
  let basisColumns: [Int?]

  init(
    plan: AllocationPlan,
    table: ComputedTable,
    tree: AreaTree,
    limits: [AllocationLimit?],
  ) {
    self.plan = plan
    self.table = table
    self.tree = tree
    self.limits = limits
    parts = tree.areas.map { _ in 0 }
    weights = tree.areas.map { _ in (0, 0) }
    var bases = 0..<plan.bases.count
    basisColumns = plan.methods.map { method in
      if case .proportional = method { bases.popFirst() } else { nil }
    }
  }

  /// Divides an amount, with all that is decided or without locks.
  mutating func divide(_ amount: Money) throws(AllocationRefusal) {
    bounds = try boundsOfAreas()
    try divide(try units(of: amount, for: nil), below: .total, among: tree.roots, level: 0)
  }

  private mutating func divide(
    _ amount: Int64,
    below parent: AreaPath,
    among siblings: [Int],
    level: Int,
  ) throws(AllocationRefusal) {
    let method = min(level, plan.methods.count - 1)
    let weights = try weights(of: siblings, below: parent, by: method)
    let parts = try parts(of: amount, siblings, weights, below: parent)
    let all = weights.reduce(Int128(0)) { $0 + Int128($1) }
    for (place, index) in siblings.enumerated() {
      self.parts[index] = parts[place]
      self.weights[index] = (weights[place], all)
      let area = tree.areas[index]
      guard !area.children.isEmpty else { continue }
      try divide(parts[place], below: area.path, among: area.children, level: level + 1)
    }
  }

  /// The parts of areas beside each other; what the plan lets stay without an area is kept apart.
  private mutating func parts(
    of amount: Int64,
    _ siblings: [Int],
    _ weights: [Int64],
    below parent: AreaPath,
  ) throws(AllocationRefusal) -> [Int64] {
    var allocation = Allocation(
      zip(siblings, weights).map { index, weight in
        Allocation.Item(
          id: tree.areas[index].path.allocationID,
          weight: weight,
          floor: bounds[index].floor,
          cap: bounds[index].cap,
          turn: limits[index]?.turn ?? .max,
        )
      },
      rounding: plan.rounding,
    )
    var rest: Int64 = 0
    do throws(Allocation.Failure) { return try allocation.parts(of: amount) } catch {
      switch (error, plan.remainder) {
      case (.noWeight, .equal):
        for place in siblings.indices where isFree(siblings[place]) {
          allocation.items[place].weight = 1
        }
      case (.noWeight(let left), .unallocated): rest = left
      case (.aboveCaps(let sum), .unallocated): rest = amount - sum
      default: throw .impossible(below: parent, amount: amount, error)
      }
    }
    if rest > 0 { unallocated[parent] = rest }
    do throws(Allocation.Failure) { return try allocation.parts(of: amount - rest) } catch {
      throw .impossible(below: parent, amount: amount, error)
    }
  }

  /// Whether an area's part is open.
  func isFree(_ index: Int) -> Bool { bounds[index].cap != bounds[index].floor }
}

extension Divider {
  func units(of money: Money, for area: AreaPath?) throws(AllocationRefusal) -> Int64 {
    let (units, rest) = money.minorUnits.quotientAndRemainder(dividingBy: plan.unit.minorUnits)
    guard rest == 0 else { throw .notWhole(money, area) }
    return units
  }

  func money(_ units: Int64) throws(AllocationRefusal) -> Money {
    let (minorUnits, overflowed) = units.multipliedReportingOverflow(by: plan.unit.minorUnits)
    if overflowed { throw .overflow }
    return Money(minorUnits: minorUnits)
  }

  /// What arithmetic gives, when it fits.
  func fitting<Value>(
    _ compute: () throws(AmountOverflow) -> Value
  ) throws(AllocationRefusal) -> Value {
    do throws(AmountOverflow) { return try compute() } catch { throw .overflow }
  }
}
