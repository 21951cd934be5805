public import KollModel

/// Where a figure comes from: what it is made of, what that is made of, down to the lines of files.
public struct Explanation: Hashable, Sendable {
  /// What the figure is.
  public let title: String
  /// The figure.
  public let cell: Cell
  /// How the figure is shown.
  public let column: TableColumn
  /// How it follows from the terms and records.
  public let rule: Rule
  /// The other figures that it follows from.
  public internal(set) var terms: [Term]
  /// The lines of files that state it, or parts of it.
  public internal(set) var records: [StatedRecord]
  /// Whether terms and records are left out.
  public internal(set) var isCut = false

  /// How a figure follows from its terms.
  public enum Rule: Hashable, Sendable {
    /// All terms and records are added up, those that are taken away subtracted.
    case sum
    /// An expression in which a column is a term, by its place.
    case expression(Expression)
    /// The first term is a year's amount, of which some months' part is taken. Where the weights
    /// are an earlier outcome, the other terms are its months.
    case part(months: Range<Int>, MonthWeights)
    /// The first term is some months' amount, which is taken to a year. Where the weights are an
    /// earlier outcome, the other terms are its months.
    case projection(months: Range<Int>, MonthWeights)
    /// No arithmetic over terms: words say what the figure is.
    case remark(Remark)
    /// There is no figure.
    case absent(Absence)
  }

  /// What is said of a figure that follows from no terms.
  public enum Remark: Hashable, Sendable {
    /// How much rounding can explain.
    case tolerance
    /// The program computed it in more steps than it tells, on what stands on a line.
    case computed(besides: Origin?)
  }

  /// A figure that another follows from.
  public struct Term: Hashable, Sendable {
    /// The figure.
    public var explanation: Explanation
    /// Whether it is taken away instead of added.
    public let isSubtracted: Bool

    init(_ explanation: Explanation, isSubtracted: Bool = false) {
      self.explanation = explanation
      self.isSubtracted = isSubtracted
    }
  }

  init(
    _ title: String,
    _ cell: Cell,
    in column: TableColumn,
    _ rule: Rule,
    terms: [Term] = [],
    records: [StatedRecord] = [],
  ) {
    self.title = title
    self.cell = Cell(cell.value, isApproximate: cell.isApproximate)
    self.column = column
    self.rule = rule
    self.terms = terms
    self.records = records
  }
}

extension Explanation {
  /// A figure that repeats another follows from what that one does.
  var withoutRepetition: Explanation {
    guard rule == .sum, records.isEmpty, terms.count == 1, let only = terms.first,
      !only.isSubtracted
    else { return self }
    let other = only.explanation
    return Explanation(
      title,
      cell,
      in: column,
      other.rule,
      terms: other.terms,
      records: other.records,
    )
  }

  /// The explanation down to a level.
  /// - Parameter depth: How many levels below the figure itself are kept.
  /// - Returns: The explanation, whose lowest figures say whether something is left out.
  public func limited(toDepth depth: Int) -> Explanation {
    var limited = self
    if depth <= 0 {
      limited.isCut = !(terms.isEmpty && records.isEmpty)
      (limited.terms, limited.records) = ([], [])
    }
    for index in limited.terms.indices {
      limited.terms[index].explanation = terms[index].explanation.limited(toDepth: depth - 1)
    }
    return limited
  }
}
