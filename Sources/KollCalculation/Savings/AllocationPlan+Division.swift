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
    var division: Division
    do throws(AllocationRefusal) {
      division = try Divider(plan: self, table: table).divided(amount)
    } catch {
      return (nil, [try error.diagnostic(in: self)])
    }
    // What exemptions moved to others is the difference from a division without them.
    if division.isProposal, limits.values.contains(where: { $0.amount != nil }) {
      let free = withoutLocks
      division.unlocked = try? Divider(plan: free, table: table).divided(amount).parts
    }
    return (division, [])
  }

  private var withoutLocks: AllocationPlan {
    var plan = self
    for path in limits.keys { plan.limits[path]?.amount = nil }
    return plan
  }
}
