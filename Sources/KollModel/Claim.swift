/// A figure that somebody else computed, with what it says it covers.
///
/// Claims are never added to anything: they become checks.
public struct Claim: Hashable, Sendable {
  /// The row's label as stated.
  public let label: String
  /// The area that the figure is the sum of.
  public let area: AreaPath
  /// The areas that it covers, as indices into the table's areas.
  public let parts: [Int]
  /// The column it stands in, as an index into the table's series.
  public let series: Int
  /// The figure as stated, in the minor units of its column.
  public let stated: Money
  /// The record it came from.
  public let origin: Origin

  /// Creates a claim.
  /// - Parameters:
  ///   - label: The row's label as stated.
  ///   - area: The area that the figure is the sum of.
  ///   - parts: Indices of the areas that it covers.
  ///   - series: The index of the series it stands in.
  ///   - stated: The figure as stated.
  ///   - origin: The record it came from.
  public init(
    label: String,
    area: AreaPath,
    parts: [Int],
    series: Int,
    stated: Money,
    origin: Origin,
  ) {
    self.label = label
    self.area = area
    self.parts = parts
    self.series = series
    self.stated = stated
    self.origin = origin
  }
}
