public import KollModel

/// An amount that was divided over areas.
public struct Division: Hashable, Sendable {
  /// The parts by area; those of the areas below an area are together its own.
  public internal(set) var parts: [AreaPath: Part] = [:]
  /// What stays without an area, by the area that it was to be divided below.
  public internal(set) var unallocated: [AreaPath: Money] = [:]
  /// An area's part.
  public struct Part: Hashable, Sendable {
    /// The area's row in the table that was divided over.
    public let row: Int
    /// The part.
    public let amount: Money
    /// The part as it would be without locks; `nil` when nothing is locked, or it cannot be told.
    public let unlocked: Money?
    /// What the area weighs.
    let weight: Int64
    /// What the areas beside it weigh with it.
    let weightOfAll: Int128
    /// What is decided about the area's part.
    public let limit: AllocationLimit?

    /// Whether the part is decided and not computed.
    public var isLocked: Bool { limit?.amount != nil }
  }

  /// Whether any part is Koll's proposal and not a decision.
  public var isProposal: Bool { parts.values.contains { !$0.isLocked } }

  /// Whether it is told what the parts would be without locks.
  var tellsUnlocked: Bool { parts.values.contains { $0.unlocked != nil } }

  /// An area's share of the weights: of those beside it, times that of the area above.
  /// - Parameter path: The area.
  /// - Returns: The share; `nil` when nobody beside it weighs anything, or when it is a fraction of
  ///   more digits than can be kept.
  public func share(of path: AreaPath) -> Rational? {
    var share = Rational(1)
    for area in [path] + path.ancestors {
      guard let part = parts[area] else { continue }
      guard let own = Rational(Int128(part.weight), over: part.weightOfAll),
        let product = try? share * own
      else { return nil }
      share = product
    }
    return share
  }
}
