public import KollModel

extension Division {
  /// The parts month by month as a table: each row is an area's part, each column what of the whole
  /// falls on the month.
  ///
  /// The whole to the end of a month is divided over the areas in proportion to their parts, none
  /// below what it had the month before, none above its part.
  /// - Parameters:
  ///   - areas: The table that was divided over.
  ///   - plan: The plan that was followed, with weights of months.
  ///   - first: The first month of the year.
  /// - Returns: The table, a column for each month and one for the year; `nil` without weights.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func monthTable(
    over areas: ComputedTable,
    by plan: AllocationPlan,
    from first: Month,
  ) throws(AmountOverflow) -> ComputedTable? {
    guard let weights = plan.months else { return nil }
    let tree = AreaTree(areas, depth: plan.depth)
    var wholes = tree.areas.filter { $0.children.isEmpty }.map { area in
      (path: area.path, amount: parts[area.path]?.amount ?? .zero)
    }
    for area in [AreaPath.total] + tree.areas.map(\.path) {
      if let rest = unallocated[area] { wholes.append((openPath(below: area), rest)) }
    }
    let size = plan.unit.minorUnits
    let months = try Division.months(of: wholes.map { $0.amount.minorUnits / size }, by: weights)
    var amounts: [AreaPath: [Cell]] = [:]
    for (whole, units) in zip(wholes, months) {
      amounts[whole.path] = units.map { Cell(.money(Money(minorUnits: $0 * size))) }
    }
    let columns = (0..<12).compactMap(first.advanced).map { month in
      TableColumn.own(
        month.description,
        month.description,
        in: MoneyDisplay(plan.unit, decimals: 0),
      )
    }
    let year = (1..<12).reduce(Expression.column(0)) { .binary(.plus, $0, .column($1)) }
    let rows = rows(tree, of: areas) { amounts[$0] ?? [] }
    return try TableDefinition(
      areaTitle: areas.areaTitle,
      columns: columns + [
        .own("ar", "Året", in: MoneyDisplay(plan.unit, decimals: 0), expression: year)
      ],
      rows: rows,
    ).computed(from: Ledger())
  }

  /// Whole amounts month by month, each to its whole.
  private static func months(
    of wholes: [Int64],
    by weights: MonthWeights,
  ) throws(AmountOverflow) -> [[Int64]] {
    let sum = wholes.reduce(Int128(0)) { $0 + Int128(max(0, $1)) }
    guard let whole = Int64(exactly: sum) else { throw AmountOverflow() }
    var running = wholes.map { _ in Int64(0) }
    var months = wholes.map { _ in [Int64]() }
    for month in 1...12 {
      let toDate = try weights.part(of: Money(minorUnits: whole), 0..<month).minorUnits
      let items = zip(wholes, running).enumerated().map { index, bounds in
        Allocation.Item(
          id: "\(index)",
          weight: max(0, bounds.0),
          floor: bounds.1,
          cap: max(0, bounds.0),
        )
      }
      guard let next = try? Allocation(items).parts(of: toDate) else { throw AmountOverflow() }
      for index in wholes.indices { months[index].append(next[index] - running[index]) }
      running = next
    }
    // What is given back instead of saved has no share of the whole, and is spread by itself.
    for (index, whole) in wholes.enumerated() where whole < 0 {
      for month in 0..<12 {
        months[index][month] = try weights.part(of: Money(minorUnits: whole), month..<month + 1)
          .minorUnits
      }
    }
    return months
  }
}
