public import KollModel

/// What is decided about one area's part of an amount: who, why and where.
public struct AllocationLimit: Hashable, Sendable {
  /// The part itself, when it is locked.
  public var amount: Money?
  /// The least that the area gets.
  public var floor: Money?
  /// The most that the area gets.
  public var cap: Money?
  /// When the area is filled: those with a lower number get all that they can take first, those
  /// without one last.
  public var turn: Int?
  /// The area's share among those beside it.
  public var share: Rational?
  /// The number that the area's part is in proportion to.
  public var driver: Rational?
  /// Why.
  public var reason: String?
  /// Who decided it.
  public var decidedBy: String?
  /// The paragraph of the minutes.
  public var paragraph: String?
  /// What else is known.
  public var comment: String?
  /// The record that states it.
  public let origin: Origin

  /// Creates a limit that limits nothing.
  /// - Parameter origin: The record that states it.
  public init(origin: Origin) {
    self.origin = origin
  }

  /// Why, who and where in a few words; `nil` when nothing is stated.
  public var justification: String? {
    let words = [reason, decidedBy, paragraph].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
