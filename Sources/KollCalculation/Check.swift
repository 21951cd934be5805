public import KollModel

/// Two figures that should be equal, and whether they are.
public struct Check: Hashable, Sendable {
  /// What kind of tie it is.
  public let kind: Kind
  /// The row's label as stated.
  public let row: String
  /// The area that the figures are about.
  public let path: AreaPath
  /// The column, as an index into the table's columns.
  public private(set) var column: Int
  /// The figure as stated, in the minor units of its column.
  public let stated: Money
  /// The figure as computed from its parts, in the minor units of its column; `nil` when none of
  /// them has a figure.
  public let computed: Money?
  /// Stated less computed; `nil` when nothing was computed.
  public let difference: Money?
  /// What the comparison gave.
  public let verdict: Verdict
  /// The record that states the figure.
  public let origin: Origin?

  /// What kind of tie a check tests.
  public enum Kind: String, Sendable {
    /// A stated total against the sum of its rows.
    case rows
    /// A stated derived column against its columns.
    case columns
  }

  /// What a comparison gave.
  public enum Verdict: String, Sendable {
    /// The figures are the same.
    case equal
    /// The difference is within what rounding of the parts can explain.
    case rounding
    /// The figures differ by more than rounding explains.
    case differs
  }

  /// Compares a stated figure with the computed one.
  /// - Parameters:
  ///   - kind: What kind of tie it is.
  ///   - row: The row's label as stated.
  ///   - path: The area that the figures are about.
  ///   - column: The column's index.
  ///   - stated: The figure as stated.
  ///   - computed: The figure as computed from its parts; `nil` when none of them has one.
  ///   - partCount: How many parts were added, each rounded by itself.
  ///   - lastPlace: One in the last decimal place of the parts, in minor units.
  ///   - statedPlace: One in the last decimal place of the stated figure, when it has another.
  ///   - origin: The record that states the figure.
  /// - Throws: ``AmountOverflow`` when the difference does not fit.
  public init(
    kind: Kind,
    row: String,
    path: AreaPath,
    column: Int,
    stated: Money,
    computed: Money?,
    partCount: Int,
    lastPlace: Int64,
    statedPlace: Int64? = nil,
    origin: Origin?,
  ) throws(AmountOverflow) {
    self.kind = kind
    self.row = row
    self.path = path
    self.column = column
    self.stated = stated
    self.computed = computed
    self.origin = origin
    guard let computed else {
      difference = nil
      verdict = stated == .zero ? .equal : .differs
      return
    }
    let difference = try stated - computed
    let allowance =
      UInt128(partCount) * UInt128(lastPlace.magnitude)
      + UInt128((statedPlace ?? lastPlace).magnitude)
    self.difference = difference
    verdict = Check.verdict(difference, twiceAllowed: allowance)
  }

  /// The check when its column stands in another place.
  /// - Parameter column: The column's new index.
  /// - Returns: The check in its new place.
  public func moved(toColumn column: Int) -> Check {
    var check = self
    check.column = column
    return check
  }

  /// Each part and the total may be off by half of the last place shown.
  private static func verdict(_ difference: Money, twiceAllowed allowance: UInt128) -> Verdict {
    if difference == .zero { return .equal }
    return UInt128(difference.minorUnits.magnitude) * 2 <= allowance ? .rounding : .differs
  }
}
