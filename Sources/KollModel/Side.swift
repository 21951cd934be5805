/// The side of the result that a figure stands on.
public enum Side: String, Sendable, CaseIterable {
  /// Costs alone.
  case cost
  /// Income alone.
  case income
  /// Costs and income taken together.
  case net
}
