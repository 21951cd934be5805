/// One amount that a source states: the figure, what it is about, and where it stands.
public struct Fact: Hashable, Sendable {
  /// Which of the table's areas.
  public let area: Int
  /// Which of the table's lines; `nil` where the source tells areas only.
  public let line: Int?
  /// Which of the table's series.
  public let series: Int
  /// The figure, in the minor units of its column.
  public var amount: Money
  /// The record it came from.
  public let origin: Origin
  /// What the source says of it in words.
  public let comment: String?

  /// Creates a fact.
  /// - Parameters:
  ///   - area: An index into the table's areas.
  ///   - line: An index into the table's lines.
  ///   - series: An index into the table's series.
  ///   - amount: The figure in the minor units of its column.
  ///   - origin: The record it came from.
  ///   - comment: What the source says of it in words.
  public init(
    area: Int,
    line: Int? = nil,
    series: Int,
    amount: Money,
    origin: Origin,
    comment: String? = nil,
  ) {
    self.area = area
    self.line = line
    self.series = series
    self.amount = amount
    self.origin = origin
    self.comment = comment
  }
}
