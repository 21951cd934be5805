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
  /// The areas whose figures are added, when rows are.
  public let areas: [AreaPath]
  /// The columns that are taken together, as indices into the table's columns, when columns are.
  public private(set) var terms: [Claim.Term]
  /// The figure as stated, in the minor units of its column.
  public let stated: Money
  /// The figure as computed from its parts, in the minor units of its column; `nil` when none of
  /// them has a figure.
  public let computed: Money?
  /// Stated less computed; `nil` when nothing was computed.
  public let difference: Money?
  /// The largest difference that rounding of the parts can explain.
  public let tolerance: Money
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
  ///   - areas: The areas whose figures are added, when rows are.
  ///   - terms: The columns that are taken together, when columns are.
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
    areas: [AreaPath] = [],
    terms: [Claim.Term] = [],
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
    self.areas = areas
    self.terms = terms
    self.stated = stated
    self.computed = computed
    self.origin = origin
    // Each part and the total may be off by half of the last place shown.
    let twice =
      UInt128(partCount) * UInt128(lastPlace.magnitude)
      + UInt128((statedPlace ?? lastPlace).magnitude)
    tolerance = Money(minorUnits: Int64(clamping: twice / 2))
    difference = try computed.map { computed throws(AmountOverflow) in try stated - computed }
    verdict = Verdict(
      of: Rational(stated.minorUnits),
      difference: difference.map { Rational($0.minorUnits) },
      tolerance: Rational(tolerance.minorUnits),
    )
  }

  /// The check when the columns stand in other places.
  /// - Parameter places: The columns' new indices by their old ones.
  /// - Returns: The check in its new place; `nil` when its column has none.
  public func moved(to places: [Int: Int]) -> Check? {
    guard let column = places[column] else { return nil }
    var check = self
    check.column = column
    let terms = terms.compactMap { term in
      places[term.series].map { Claim.Term($0, isSubtracted: term.isSubtracted) }
    }
    check.terms = terms.count == self.terms.count ? terms : []
    return check
  }
}

extension Check.Verdict {
  /// Judges a figure.
  /// - Parameters:
  ///   - figure: The figure.
  ///   - difference: How much it differs; `nil` when there is nothing to compare it with.
  ///   - tolerance: The largest difference that rounding can explain.
  public init(of figure: Rational, difference: Rational?, tolerance: Rational) {
    guard let difference else {
      self = figure.numerator == 0 ? .equal : .differs
      return
    }
    let excess = try? difference.magnitude - tolerance
    self =
      difference.numerator == 0
      ? .equal : excess.map { $0.numerator <= 0 } ?? false ? .rounding : .differs
  }
}
