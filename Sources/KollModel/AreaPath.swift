/// An area's labels from the top of the organisation down to itself; the total has none.
public struct AreaPath: Hashable, Sendable {
  /// The labels, the widest area first.
  public let labels: [String]

  /// Everything: the area that all others are part of.
  public static let total = AreaPath([])

  /// Creates a path.
  /// - Parameter labels: The labels, the widest area first.
  public init(_ labels: [String]) {
    self.labels = labels
  }
}
