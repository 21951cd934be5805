/// How much an archive may unpack to.
public struct ArchiveLimits: Sendable, Hashable {
  /// The most bytes in one part.
  public var partSize: Int
  /// The most bytes in all parts together.
  public var totalSize: Int

  /// Creates limits.
  /// - Parameters:
  ///   - partSize: The most bytes in one part; 1 GiB unless told otherwise.
  ///   - totalSize: The most bytes in all parts together; 2 GiB unless told otherwise.
  public init(partSize: Int = 1 << 30, totalSize: Int = 1 << 31) {
    self.partSize = partSize
    self.totalSize = totalSize
  }

  /// The most bytes that one compressed byte can stand for.
  ///
  /// Source: RFC 1951, section 3.2.5: a match of 258 bytes takes at least two bits.
  static let greatestRatio = 1032
}
