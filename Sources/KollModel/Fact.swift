/// One amount that a source states: the figure, what it is about, and where it stands.
public struct Fact: Hashable, Sendable {
  /// Which of the table's areas.
  public let area: Int
  /// Which of the table's series.
  public let series: Int
  /// The figure, in the minor units of its column.
  public var amount: Money
  /// The record it came from.
  public let origin: Origin

  /// Creates a fact.
  /// - Parameters:
  ///   - area: An index into the table's areas.
  ///   - series: An index into the table's series.
  ///   - amount: The figure in the minor units of its column.
  ///   - origin: The record it came from.
  public init(area: Int, series: Int, amount: Money, origin: Origin) {
    self.area = area
    self.series = series
    self.amount = amount
    self.origin = origin
  }
}
