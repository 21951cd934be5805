internal import KollModel

/// One run of a plan: an amount handed down the areas.
struct Divider {
  let plan: AllocationPlan
  let table: ComputedTable
  let tree: AreaTree
  /// The column of each method's basis.
  let basisColumns: [Int?]
  /// The least and the most that each area gets, in units.
  var bounds: [(floor: Int64, cap: Int64?)] = []
  private var division = Division()

  init(plan: AllocationPlan, table: ComputedTable) {
    self.plan = plan
    self.table = table
    tree = AreaTree(table, depth: plan.depth)
    var bases = 0..<plan.bases.count
    basisColumns = plan.methods.map { method in
      if case .proportional = method { bases.popFirst() } else { nil }
    }
  }

  func divided(_ amount: Money) throws(AllocationRefusal) -> Division {
    try checkLimits()
    var run = self
    run.bounds = try boundsOfAreas()
    try run.divide(try units(of: amount, for: nil), below: .total, among: tree.roots, level: 0)
    return run.division
  }

  private mutating func divide(
    _ amount: Int64,
    below parent: AreaPath,
    among siblings: [Int],
    level: Int,
    share: Rational = Rational(1),
  ) throws(AllocationRefusal) {
    let method = min(level, plan.methods.count - 1)
    let weights = try weights(of: siblings, below: parent, by: method)
    let parts = try parts(of: amount, siblings, weights, below: parent)
    let all = weights.reduce(Int128(0)) { $0 + Int128($1) }
    for (place, index) in siblings.enumerated() {
      let area = tree.areas[index]
      let own = Rational(Int128(weights[place]), over: max(all, 1)) ?? Rational(0)
      let share = try fitting { () throws(AmountOverflow) in try share * own }
      division.parts[area.path] = Division.Part(
        row: area.row,
        amount: try money(parts[place]),
        share: all == 0 ? nil : share,
        limit: plan.limits[area.path],
      )
      guard !area.children.isEmpty else { continue }
      try divide(
        parts[place],
        below: area.path,
        among: area.children,
        level: level + 1,
        share: share,
      )
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
          turn: plan.limits[tree.areas[index].path]?.turn ?? .max,
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
    if rest > 0 { division.unallocated[parent] = try money(rest) }
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
