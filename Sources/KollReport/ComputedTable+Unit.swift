public import KollCalculation
internal import KollModel

extension ComputedTable {
  /// The line that tells the unit, such as "Belopp i tkr"; `nil` when no unit is stated.
  public var unitStatement: String? {
    unit.map { "Belopp i \($0.rawValue)" }
  }
}
