public import KollCalculation

/// A task divided as a plan says, beside what it was divided by.
public struct PlannedDivision: Hashable, Sendable {
  /// The plan.
  public let plan: AllocationPlan
  /// The areas, with a column for each of the plan's bases.
  public let areas: ComputedTable
  /// The parts.
  public let division: Division

  /// Creates a division of a plan.
  /// - Parameters:
  ///   - plan: The plan.
  ///   - areas: The areas, with a column for each of the plan's bases.
  ///   - division: The parts.
  public init(plan: AllocationPlan, areas: ComputedTable, division: Division) {
    self.plan = plan
    self.areas = areas
    self.division = division
  }

  /// How the parts came to be, such as "Fördelat i proportion till Budget 2020".
  public var reason: String {
    let methods = plan.methods.enumerated().map { level, method in
      switch method {
      case .proportional: "i proportion till \(basisTitle(ofLevel: level))"
      case .driver: "efter drivare"
      case .shares: "efter andelar"
      case .equal: "lika"
      }
    }
    return "Fördelat " + methods.joined(separator: ", därunder ")
  }

  /// What the figures are called that a level is divided by.
  private func basisTitle(ofLevel level: Int) -> String {
    let column = plan.methods[..<level].count { method in
      if case .proportional = method { true } else { false }
    }
    return areas.columns[column].title
  }
}
