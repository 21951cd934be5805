public import KollModel

/// An amount that was divided over areas.
public struct Division: Hashable, Sendable {
  /// The parts by area; those of the areas below an area are together its own.
  public internal(set) var parts: [AreaPath: Part] = [:]
  /// What stays without an area, by the area that it was to be divided below.
  public internal(set) var unallocated: [AreaPath: Money] = [:]
  /// The parts as they would be without locks; `nil` when nothing is locked, or it cannot be told.
  public internal(set) var unlocked: [AreaPath: Part]?

  /// An area's part.
  public struct Part: Hashable, Sendable {
    /// The area's row in the table that was divided over.
    public let row: Int
    /// The part.
    public let amount: Money
    /// The area's share of the weights.
    public let share: Rational?
    /// What is decided about the area's part.
    public let limit: AllocationLimit?

    /// Whether the part is decided and not computed.
    public var isLocked: Bool { limit?.amount != nil }
  }

  /// Whether any part is Koll's proposal and not a decision.
  public var isProposal: Bool { parts.values.contains { !$0.isLocked } }
}
