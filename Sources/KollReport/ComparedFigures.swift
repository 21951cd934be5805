public import KollCalculation
public import KollModel

/// Two sets of areas' figures that are compared, and what they are called.
public struct ComparedFigures: Hashable, Sendable {
  /// The table that the figures are of, where it is not that of the areas.
  public var tableName: String?
  /// What is compared, such as "Prognos 2025".
  public var title: String
  /// How the money is shown, and the series of the later figures.
  public var column: TableColumn
  /// The convention that the signs follow, when known.
  public var sign: SignConvention?
  /// What the earlier figures are called.
  public var earlier: Name
  /// What the later figures are called.
  public var later: Name
  /// What differs.
  public var difference: Difference
  /// Whether areas are added up to a whole.
  public var hasTotal: Bool
  /// Whether a higher amount is the better one; `nil` where that is not known, or neither is better.
  public var moreIsBetter: Bool?
  /// The names that several of the areas have.
  let sharedNames: Set<String>

  /// What figures are called.
  public struct Name: Hashable, Sendable {
    /// The title of their column, such as "Prognos 2025 per mar 2025".
    public var title: String
    /// Their name in running text, such as "prognosen i mars".
    public var noun: String
    /// What stands for them where the other figures are the subject: "i mars", of a forecast that is
    /// compared with one of the same year.
    public var short: String

    /// Creates a name.
    /// - Parameters:
    ///   - title: The title of their column.
    ///   - noun: Their name in running text.
    ///   - short: What stands for them where the other figures are the subject.
    public init(title: String, noun: String, short: String) {
      self.title = title
      self.noun = noun
      self.short = short
    }
  }

  /// What the later figures are called as a subject, such as "prognosen".
  public var subject: String

  /// Creates a comparison.
  /// - Parameters:
  ///   - tableName: The table that the figures are of, where it is not that of the areas.
  ///   - title: What is compared.
  ///   - column: How the money is shown, and the series of the later figures.
  ///   - sign: The convention that the signs follow, when known.
  ///   - subject: What the later figures are called as a subject.
  ///   - earlier: What the earlier figures are called.
  ///   - later: What the later figures are called.
  ///   - difference: What differs.
  ///   - hasTotal: Whether areas are added up to a whole.
  ///   - moreIsBetter: Whether a higher amount is the better one.
  public init(
    tableName: String? = nil,
    title: String,
    column: TableColumn,
    sign: SignConvention?,
    subject: String,
    earlier: Name,
    later: Name,
    difference: Difference,
    hasTotal: Bool = true,
    moreIsBetter: Bool? = nil,
  ) {
    self.tableName = tableName
    self.title = title
    self.column = column
    self.sign = sign
    self.subject = subject
    self.earlier = earlier
    self.later = later
    self.difference = difference
    self.hasTotal = hasTotal
    self.moreIsBetter = moreIsBetter
    let names = Dictionary(grouping: difference.areas.compactMap(\.labels.last)) { $0 }
    sharedNames = Set(names.filter { $0.value.count > 1 }.keys)
  }
}

extension ComparedFigures {
  /// Names two series that are compared, and judges which way is better.
  /// - Parameters:
  ///   - columns: The columns of the earlier and of the later figures.
  ///   - sign: The convention that the signs follow, when known.
  ///   - difference: What differs.
  ///   - hasTotal: Whether areas are added up to a whole.
  public init(
    series columns: (earlier: TableColumn, later: TableColumn),
    sign: SignConvention?,
    difference: Difference,
    hasTotal: Bool,
  ) {
    let (earlier, later) = (columns.earlier.series, columns.later.series)
    let titles = (earlier.heading, later.heading)
    if earlier.kind == .forecast, later.kind == .forecast, earlier.year == later.year,
      let first = earlier.round, let last = later.round, first != last
    {
      let isOneYear = first.year == last.year
      let words = [first, last].map { isOneYear ? $0.name : $0.longWords }
      self.init(
        title: "Prognos \(later.year.map(String.init) ?? "")",
        column: columns.later,
        sign: sign,
        subject: "prognosen",
        earlier: Name(title: titles.0, noun: "prognosen i \(words[0])", short: "i \(words[0])"),
        later: Name(title: titles.1, noun: "prognosen i \(words[1])", short: "i \(words[1])"),
        difference: difference,
        hasTotal: hasTotal,
      )
    } else {
      self.init(
        title: "\(titles.1) mot \(titles.0.lowercasingFirst)",
        column: columns.later,
        sign: sign,
        subject: titles.1.lowercasingFirst,
        earlier: Name(
          title: titles.0,
          noun: titles.0.lowercasingFirst,
          short: titles.0.lowercasingFirst,
        ),
        later: Name(
          title: titles.1 == titles.0 ? "\(titles.1) (2)" : titles.1,
          noun: titles.1.lowercasingFirst,
          short: titles.1.lowercasingFirst,
        ),
        difference: difference,
        hasTotal: hasTotal,
      )
    }
    moreIsBetter = later.isJudged(beside: earlier) ? later.moreIsBetter(in: sign) : nil
  }

  /// Names a series as it stands in two folders, and judges which way is better.
  /// - Parameters:
  ///   - column: The series' column.
  ///   - table: The table that the series is of, where the project has several.
  ///   - sign: The convention that the signs follow, when known.
  ///   - difference: What differs.
  ///   - hasTotal: Whether areas are added up to a whole.
  public init(
    folders column: TableColumn,
    of table: String? = nil,
    sign: SignConvention?,
    difference: Difference,
    hasTotal: Bool,
  ) {
    let heading = column.series.kind == .amount ? column.title : column.series.heading
    let isJudged = column.series.isJudged(beside: column.series)
    let tableName = table?.capitalisingFirst
    self.init(
      tableName: tableName,
      title: [tableName, heading].compactMap(\.self).joined(separator: ": "),
      column: column,
      sign: sign,
      subject: heading.lowercasingFirst,
      earlier: Name(title: "Tidigare underlag", noun: "det tidigare underlaget", short: "förut"),
      later: Name(title: "Nytt underlag", noun: "det nya underlaget", short: "nu"),
      difference: difference,
      hasTotal: hasTotal,
      moreIsBetter: isJudged ? column.series.moreIsBetter(in: sign) : nil,
    )
  }
}

extension Series {
  /// Whether its figures are better or worse than another's.
  ///
  /// What came, or is thought to come, of the same time is. A budget is decided, and more months cost
  /// more.
  fileprivate func isJudged(beside other: Series) -> Bool {
    (kind == .actual || kind == .forecast) && year == other.year && period == other.period
      && side == other.side
  }

  fileprivate func moreIsBetter(in sign: SignConvention?) -> Bool? {
    guard let sign, let side else { return nil }
    return sign.moreIsBetter(side: side)
  }
}

extension String {
  /// The text as it stands within a sentence.
  var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }
}
