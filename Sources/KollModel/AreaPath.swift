/// An area's labels from the top of the organisation down to itself; the total has none.
public struct AreaPath: Hashable, Sendable {
  /// The labels, the widest area first.
  public let labels: [String]

  /// Everything: the area that all others are part of.
  public static let total = AreaPath([])

  /// What a column of labels is called that has no title of its own.
  /// - Parameter level: Its place among the columns of labels, from 1 for the widest areas.
  /// - Returns: The title that Koll writes and reads back.
  public static func title(ofLevel level: Int) -> String { "Nivå \(level)" }

  /// All labels in one text: `Barnnämnden / Förskola`.
  public var fullName: String { labels.joined(separator: " / ") }

  /// What a register may call the area: its own label, or all of them.
  public var names: [String] { [labels.last, fullName].compactMap(\.self) }

  /// Creates a path.
  /// - Parameter labels: The labels, the widest area first.
  public init(_ labels: [String]) {
    self.labels = labels
  }

  /// Whether the area is another, or stands below it.
  /// - Parameter area: The area that it may be a part of.
  /// - Returns: Whether it is.
  public func isPart(of area: AreaPath) -> Bool {
    labels.count >= area.labels.count
      && area.labels.indices.allSatisfy { labels[$0] == area.labels[$0] }
  }

  /// Where the area stands below another.
  /// - Parameter area: The area that it may be a part of.
  /// - Returns: The labels below that area, none for that area itself; `nil` for what is no part of
  ///   it.
  public func below(_ area: AreaPath) -> AreaPath? {
    guard isPart(of: area) else { return nil }
    return AreaPath(Array(labels.dropFirst(area.labels.count)))
  }
}
