public import KollModel

/// A column of a table, as it is declared and as it is computed.
public struct TableColumn: Hashable, Sendable {
  /// The name that scripts use; unique in the table.
  public var key: String
  /// What the column is called; unique in the table.
  public var title: String
  /// What the column states.
  public var series: Series
  /// How its money relates to the numbers shown.
  public var scale: Scale
  /// How many decimals are shown.
  public var decimals: Int
  /// One in the last place that the sources write, whatever is shown: the coarsest of theirs.
  public internal(set) var lastPlace: Money
  /// How the series follows from those that sources state; `nil` when a source states it so.
  public var formula: SeriesFormula?
  /// How a year's amount was spread to give the column its months, in words; `nil` where none was.
  public internal(set) var wayOfSpreading: String?
  /// What the column is computed by, or `nil` when its figures are looked up by its series or its
  /// operands are not in the table.
  public var expression: Expression?
  /// Whether the figures follow from other columns, by expression here or as the source states them.
  public let isDerived: Bool
  /// Whether its figures are deviations or changes, which show their plus.
  public var isChange: Bool
  /// The two columns that it compares, when it does no more than that.
  public var comparison: Comparison?
  /// The columns that its words judge, when they are verdicts.
  public var judgement: Judgement?

  /// Two columns that are compared, as indices into the table's columns.
  public struct Comparison: Hashable, Sendable {
    /// The column that is judged.
    public let subject: Int
    /// The column that it is compared with.
    public let base: Int
    /// Whether plus means better, and not merely more.
    public let isDeviation: Bool

    /// Creates a comparison.
    /// - Parameters:
    ///   - subject: The column that is judged.
    ///   - base: The column that it is compared with.
    ///   - isDeviation: Whether plus means better.
    public init(subject: Int, base: Int, isDeviation: Bool) {
      self.subject = subject
      self.base = base
      self.isDeviation = isDeviation
    }
  }

  /// What a verdict follows from, as indices into the table's columns.
  public struct Judgement: Hashable, Sendable {
    /// The column of the figure that is judged.
    public let figure: Int
    /// The column of how much it differs.
    public let difference: Int
    /// The column of the largest difference that rounding can explain.
    public let tolerance: Int

    /// Creates a judgement.
    /// - Parameters:
    ///   - figure: The column of the figure that is judged.
    ///   - difference: The column of how much it differs.
    ///   - tolerance: The column of the largest difference that rounding can explain.
    public init(figure: Int, difference: Int, tolerance: Int) {
      self.figure = figure
      self.difference = difference
      self.tolerance = tolerance
    }
  }

  /// Creates a column.
  /// - Parameters:
  ///   - key: The name that scripts use.
  ///   - title: What the column is called.
  ///   - series: What the column states.
  ///   - scale: How its money relates to the numbers shown.
  ///   - decimals: How many decimals are shown.
  ///   - formula: How the series follows from those that sources state.
  ///   - expression: What the column is computed by.
  ///   - isChange: Whether its figures are deviations or changes.
  ///   - isDerived: Whether the source states its figures as derived.
  ///   - comparison: The two columns that it compares.
  ///   - judgement: The columns that its words judge.
  public init(
    key: String,
    title: String,
    series: Series,
    scale: Scale,
    decimals: Int,
    formula: SeriesFormula? = nil,
    expression: Expression? = nil,
    isChange: Bool = false,
    isDerived: Bool = false,
    comparison: Comparison? = nil,
    judgement: Judgement? = nil,
  ) {
    self.key = key
    self.title = title
    self.series = series
    self.scale = scale
    self.decimals = decimals
    lastPlace = scale.lastPlace(decimals: decimals)
    self.formula = formula
    self.expression = expression
    self.isChange = isChange
    self.comparison = comparison
    self.judgement = judgement
    self.isDerived =
      isDerived || expression != nil || series.kind == .variance || series.kind == .ratio
  }
}

extension Scale {
  /// One in the last of some decimal places, in minor units.
  func lastPlace(decimals: Int) -> Money {
    Money(minorUnits: Int64(clamping: powerOfTen(min(18, max(0, exponent - decimals)))))
  }
}
