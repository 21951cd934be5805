public import KollModel

extension AllocationPlan {
  /// Divides an amount over the areas of a table.
  /// - Parameters:
  ///   - amount: The amount, above zero.
  ///   - table: The areas, with a column for each of the plan's ``bases`` in their order.
  /// - Returns: The parts, or what stands in their way; then nothing is divided.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public func divide(
    _ amount: Money,
    over table: ComputedTable,
  ) throws(AmountOverflow) -> (division: Division?, diagnostics: [Diagnostic]) {
    do throws(AllocationRefusal) { return (try divided(amount, over: table), []) } catch {
      return (nil, [try error.diagnostic(in: self)])
    }
  }

  private func divided(
    _ amount: Money,
    over table: ComputedTable,
  ) throws(AllocationRefusal) -> Division {
    let tree = AreaTree(table, depth: depth)
    try checkLimits(against: tree)
    let limits = tree.areas.map { self.limits[$0.path] }
    var run = Divider(plan: self, table: table, tree: tree, limits: limits)
    try run.divide(amount)
    let unlocked = partsWithoutLocks(of: amount, run)
    var division = Division()
    division.parts.reserveCapacity(tree.areas.count)
    for (index, area) in tree.areas.enumerated() {
      division.parts[area.path] = Division.Part(
        row: area.row,
        amount: try run.money(run.parts[index]),
        unlocked: try unlocked.map { parts throws(AllocationRefusal) in
          try run.money(parts[index])
        },
        weight: run.weights[index].own,
        weightOfAll: run.weights[index].all,
        limit: limits[index],
      )
    }
    for (parent, rest) in run.unallocated { division.unallocated[parent] = try run.money(rest) }
    return division
  }

  /// What areas would get without locks; `nil` when none or all are locked, or it cannot be told.
  private func partsWithoutLocks(of amount: Money, _ locked: Divider) -> [Int64]? {
    let locks = locked.limits.count { $0?.amount != nil }
    guard locks > 0, locks < locked.limits.count else { return nil }
    let limits = locked.limits.map { limit in
      var limit = limit
      limit?.amount = nil
      return limit
    }
    var run = Divider(plan: self, table: locked.table, tree: locked.tree, limits: limits)
    guard (try? run.divide(amount)) != nil else { return nil }
    return run.parts
  }

  /// Refuses what is decided for areas that get no part.
  private func checkLimits(against tree: AreaTree) throws(AllocationRefusal) {
    let divided = Set(tree.areas.map(\.path))
    let beyond = limits.filter { !divided.contains($0.key) }
    guard beyond.isEmpty else {
      throw .beyondDepth(
        beyond.sorted { $0.value.origin.line < $1.value.origin.line }.map(\.key)
      )
    }
  }
}
