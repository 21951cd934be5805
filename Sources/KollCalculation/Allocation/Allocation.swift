/// How an amount is divided over items: by weight, within bounds, in turns, in whole units.
///
/// Every method of allocating is such weights and bounds. Proportional to a basis: the basis is the
/// weight. Equal: the weights are the same. Fixed amounts: floor and cap are the amount. Priority:
/// those with an earlier turn are filled to their caps first.
public struct Allocation: Hashable, Sendable {
  /// What the amount is divided over, in the order that it is shown.
  public var items: [Item]
  /// How parts become whole.
  public var rounding: Rounding

  /// One of those that an amount is divided over.
  public struct Item: Hashable, Sendable {
    /// What tells it from the others, and breaks ties between equal weights.
    public var id: String
    /// Its weight, zero or above; without weight it gets no more than its floor.
    public var weight: Int64
    /// The least that it gets, in units in the amount's direction.
    public var floor: Int64
    /// The most that it gets, in units in the amount's direction; `nil` when nothing stops it.
    public var cap: Int64?
    /// When it is filled: those with a lower turn get all that they can take first.
    public var turn: Int

    /// Creates an item.
    /// - Parameters:
    ///   - id: What tells it from the others.
    ///   - weight: Its weight, zero or above.
    ///   - floor: The least that it gets.
    ///   - cap: The most that it gets.
    ///   - turn: When it is filled.
    public init(
      id: String,
      weight: Int64,
      floor: Int64 = 0,
      cap: Int64? = nil,
      turn: Int = 0,
    ) {
      precondition(weight >= 0, "a weight is never below zero")
      self.id = id
      self.weight = weight
      self.floor = floor
      self.cap = cap
      self.turn = turn
    }

    /// The most that it can get: without weight no more than its floor.
    var ceiling: Int64? { weight == 0 ? min(floor, cap ?? floor) : cap }
  }

  /// How parts become whole.
  public enum Rounding: Hashable, Sendable {
    /// Down, and a unit more to those that lost most; of equal losses to the larger weight, then to
    /// the one whose name comes first.
    case largestRemainder
    /// To the nearest, halves away from zero, and what is left over or lacking to the largest
    /// weight that is not locked.
    case largestWeight
    /// To the nearest, halves away from zero, and what is left over or lacking to the last item
    /// that is not locked.
    case last
    /// To the nearest, halves away from zero, and what is left over or lacking to one item.
    case item(String)
    /// So that every running total is the rounded one.
    case runningTotal
  }

  /// Why an amount cannot be divided.
  public enum Failure: Error, Hashable, Sendable {
    /// The least that the items get is more than the amount.
    case belowFloors(sum: Int64)
    /// The most that the items get is less than the amount.
    case aboveCaps(sum: Int64)
    /// Nobody is left with a weight for the rest of the amount.
    case noWeight(rest: Int64)
    /// An item's floor lies above its cap.
    case crossedBounds(id: String, floor: Int64, cap: Int64)
    /// The item that takes what rounding leaves would leave its bounds.
    case noRoomForRounding(id: String, difference: Int64)
    /// A figure does not fit.
    case overflow
  }

  /// Creates an allocation.
  /// - Parameters:
  ///   - items: What the amount is divided over, in the order that it is shown.
  ///   - rounding: How parts become whole.
  public init(_ items: [Item], rounding: Rounding = .largestRemainder) {
    self.items = items
    self.rounding = rounding
  }

  /// Divides an amount; the parts are the amount to the unit and lie within their bounds.
  /// - Parameter amount: The amount in whole units; one below zero is divided as its opposite is,
  ///   and the bounds are those of the opposite.
  /// - Returns: The items' parts in their order.
  /// - Throws: ``Failure`` when bounds, weights or sizes do not allow it.
  /// - Complexity: O(*n* log *n*).
  public func parts(of amount: Int64) throws(Failure) -> [Int64] {
    guard amount != .min else { throw .overflow }
    guard amount >= 0 else { return try parts(of: -amount).map { -$0 } }
    let parts = try rounded(try filled(with: amount), to: amount)
    precondition(parts.reduce(0) { Int128($0) + Int128($1) } == amount, "the parts are the whole")
    precondition(
      zip(items, parts).allSatisfy { $0.floor <= $1 && $1 <= $0.cap ?? .max },
      "every part keeps its bounds",
    )
    return parts
  }
}

extension Int64 {
  /// The sum.
  func adding(_ other: Int64) throws(Allocation.Failure) -> Int64 {
    let (sum, overflowed) = addingReportingOverflow(other)
    if overflowed { throw .overflow }
    return sum
  }

  /// The difference.
  func subtracting(_ other: Int64) throws(Allocation.Failure) -> Int64 {
    let (difference, overflowed) = subtractingReportingOverflow(other)
    if overflowed { throw .overflow }
    return difference
  }
}
