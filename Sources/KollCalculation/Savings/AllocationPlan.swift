public import KollModel

/// How an amount is to be divided over areas, as a project declares it.
///
/// The amount is handed down the areas level by level: those of the highest level get their parts of
/// the whole, and the areas below each of them their parts of its rounded part.
public struct AllocationPlan: Hashable, Sendable {
  /// What the division is called, or why it is as it is.
  public var title: String?
  /// How each level is divided, the highest areas first; the last holds for all levels below too.
  public var methods: [Method]
  /// How many levels get parts; `nil` for all.
  public var depth: Int?
  /// The unit that parts are whole numbers of.
  public var unit: MoneyUnit
  /// How parts become whole.
  public var rounding: Allocation.Rounding
  /// What becomes of a basis that has both signs.
  public var mixedSigns: MixedSigns
  /// What becomes of an area without a basis.
  public var missingBasis: MissingBasis
  /// What becomes of what no area can take.
  public var remainder: Remainder
  /// How areas' parts fall on the year's months; `nil` when they are not divided by month.
  public var months: MonthWeights?
  /// What is decided for single areas.
  public var limits: [AreaPath: AllocationLimit]
  /// Where the plan is declared.
  public var place: Diagnostic.Location?

  /// How the areas of a level share an amount.
  public enum Method: Hashable, Sendable {
    /// In proportion to figures of the areas.
    case proportional(ColumnDeclaration)
    /// In proportion to a number that is stated for each area.
    case driver
    /// By stated shares.
    case shares
    /// The same for each.
    case equal

    /// The word that programs are told.
    public var name: String {
      switch self {
      case .proportional: "proportional"
      case .driver: "driver"
      case .shares: "shares"
      case .equal: "equal"
      }
    }
  }

  /// What becomes of a basis that has both signs, such as an income among costs.
  public enum MixedSigns: String, Sendable, CaseIterable {
    /// It is an error.
    case error
    /// Signs are left out.
    case absolute
    /// Those whose sign is not that of the sum get no part.
    case exempt
  }

  /// What becomes of an area without a basis.
  public enum MissingBasis: String, Sendable, CaseIterable {
    /// It is an error.
    case error
    /// It gets no part.
    case exempt
  }

  /// What becomes of what no area can take, because all are locked, at their caps or of basis zero.
  public enum Remainder: String, Sendable, CaseIterable {
    /// It is an error.
    case error
    /// It is divided equally where the basis is zero.
    case equal
    /// It stays without an area.
    case unallocated
  }

  /// Creates a plan.
  /// - Parameters:
  ///   - title: What the division is called.
  ///   - methods: How each level is divided, at least one.
  ///   - depth: How many levels get parts.
  ///   - unit: The unit that parts are whole numbers of.
  ///   - rounding: How parts become whole.
  ///   - mixedSigns: What becomes of a basis that has both signs.
  ///   - missingBasis: What becomes of an area without a basis.
  ///   - remainder: What becomes of what no area can take.
  ///   - months: How areas' parts fall on the year's months.
  ///   - limits: What is decided for single areas.
  ///   - place: Where the plan is declared.
  public init(
    title: String? = nil,
    methods: [Method],
    depth: Int? = nil,
    unit: MoneyUnit,
    rounding: Allocation.Rounding = .largestRemainder,
    mixedSigns: MixedSigns = .error,
    missingBasis: MissingBasis = .error,
    remainder: Remainder = .error,
    months: MonthWeights? = nil,
    limits: [AreaPath: AllocationLimit] = [:],
    place: Diagnostic.Location? = nil,
  ) {
    precondition(!methods.isEmpty, "a plan has a method")
    self.title = title
    self.methods = methods
    self.depth = depth
    self.unit = unit
    self.rounding = rounding
    self.mixedSigns = mixedSigns
    self.missingBasis = missingBasis
    self.remainder = remainder
    self.months = months
    self.limits = limits
    self.place = place
  }

  /// The columns of figures that the plan divides by, one for each method that has one.
  public var bases: [ColumnDeclaration] {
    methods.compactMap { method in
      if case .proportional(let basis) = method { basis } else { nil }
    }
  }
}
