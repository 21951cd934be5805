/// A figure that somebody else computed, with what it says it covers.
///
/// Claims are never added to anything: they become checks.
public struct Claim: Hashable, Sendable {
  /// The row's label as stated.
  public let label: String
  /// The area that the figure is the sum of.
  public var area: AreaPath
  /// What it says it covers.
  public let coverage: Coverage
  /// The column it stands in, as an index into the table's series.
  public let series: Int
  /// The figure as stated, in the minor units of its column.
  public var stated: Money
  /// How many decimals it is written with when its whole row has fewer than their columns; `nil`
  /// when it has those of its column.
  public let decimals: Int?
  /// The record it came from.
  public let origin: Origin
  /// Why the figure is taken as computed from others.
  public let reason: Phrase

  /// What a stated figure covers.
  public enum Coverage: Hashable, Sendable {
    /// Other rows of its column, as indices into the table's areas.
    case rows([Int])
    /// Other columns of its row.
    case columns([Term])
  }

  /// Another column of the same row, added or subtracted.
  public struct Term: Hashable, Sendable {
    /// The column, as an index into the table's series.
    public let series: Int
    /// Whether it is taken away instead of added.
    public let isSubtracted: Bool

    /// Creates a term.
    /// - Parameters:
    ///   - series: An index into the table's series.
    ///   - isSubtracted: Whether it is taken away.
    public init(_ series: Int, isSubtracted: Bool = false) {
      self.series = series
      self.isSubtracted = isSubtracted
    }
  }

  /// Creates a claim.
  /// - Parameters:
  ///   - label: The row's label as stated.
  ///   - area: The area that the figure is the sum of.
  ///   - coverage: What it says it covers.
  ///   - series: The index of the series it stands in.
  ///   - stated: The figure as stated.
  ///   - decimals: How many decimals it is written with, when fewer than its column has.
  ///   - origin: The record it came from.
  ///   - reason: Why the figure is taken as computed from others.
  public init(
    label: String,
    area: AreaPath,
    coverage: Coverage,
    series: Int,
    stated: Money,
    decimals: Int? = nil,
    origin: Origin,
    reason: Phrase,
  ) {
    self.label = label
    self.area = area
    self.coverage = coverage
    self.series = series
    self.stated = stated
    self.decimals = decimals
    self.origin = origin
    self.reason = reason
  }
}
