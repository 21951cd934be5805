/// What was written to one chart.
public struct ChartTally: Hashable, Sendable {
  /// How many strips of figures it draws.
  public let strips: Int
  /// The labels, figures and names that it keeps copies of.
  public let points: Int
  /// Whether bars hang between two strips.
  public let hasHangingBars: Bool
}
