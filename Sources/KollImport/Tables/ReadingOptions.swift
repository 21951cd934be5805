public import KollModel

/// What is known of a file beforehand; what is not given is detected.
public struct ReadingOptions: Hashable, Sendable {
  /// The byte between fields.
  public var delimiter: UInt8?
  /// The encoding of the file's text.
  public var encoding: TextEncoding?
  /// The unit of its money.
  public var unit: MoneyUnit?
  /// The convention of its signs.
  public var sign: SignConvention?
  /// The decimal mark of its numbers.
  public var decimalMark: DecimalMark?
  /// Whether parentheses around a number mean minus.
  public var allowsParentheses: Bool
  /// Whether it holds a column for each series or a row for each amount.
  public var layout: TableForm?
  /// The year of months and amounts that state none.
  public var year: Int?
  /// What columns are for, by header text.
  public var columns: [String: ColumnRole]
  /// The parts that rows play, by label.
  public var rows: [String: RowRole]
  /// What the words in a column of types mean.
  public var types: [String: Series]
  /// Where amounts of periods that are no months count, by the periods' numbers, 0 or from 13 on.
  public var periods: [Int: PeriodMeaning]
  /// The sides of accounts, by how their codes begin.
  public var accounts: [String: Side]
  /// What becomes of amounts about the same area, line and series.
  public var duplicates: Duplicates
  /// Which of the file's tables to take, counted from 1.
  public var table: Int?

  /// Where a mapping says what of its columns, rows, types and accounts.
  public var places: [Pin.Subject: Diagnostic.Location]

  /// Whether something else says which rows are groups, so that no sums are looked for in figures.
  public var areGroupsKnown: Bool

  /// How a table holds its amounts.
  public enum TableForm: String, Sendable, CaseIterable {
    /// A column for each series, as tables are published.
    case wide
    /// A row for each amount, as finance systems export.
    case long
  }

  /// Where amounts of a period that is no month count.
  public enum PeriodMeaning: Hashable, Sendable {
    /// In a month of the year.
    case month(Int)
    /// In the year and no month: in a column of their own.
    case year
    /// Nowhere: their rows are passed over.
    case ignored

    /// Reads a meaning as mappings write it: `12`, `år`, `ignorera`; `nil` for anything else.
    /// - Parameter text: The word.
    public init?(reading text: String) {
      switch text.lowercased() {
      case "år", "year": self = .year
      case "ignorera", "ignore": self = .ignored
      default:
        guard let month = Int(text), (1...12).contains(month) else { return nil }
        self = .month(month)
      }
    }
  }

  /// What becomes of amounts that state the same fact twice.
  public enum Duplicates: String, Sendable, CaseIterable {
    /// They are an error.
    case error
    /// They are added.
    case add
  }

  /// Creates options.
  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - encoding: The encoding of the file's text.
  ///   - unit: The unit of its money.
  ///   - sign: The convention of its signs.
  ///   - decimalMark: The decimal mark of its numbers.
  ///   - allowsParentheses: Whether parentheses around a number mean minus.
  ///   - columns: What columns are for, by header text.
  public init(
    delimiter: UInt8? = nil,
    encoding: TextEncoding? = nil,
    unit: MoneyUnit? = nil,
    sign: SignConvention? = nil,
    decimalMark: DecimalMark? = nil,
    allowsParentheses: Bool = false,
    columns: [String: ColumnRole] = [:],
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.unit = unit
    self.sign = sign
    self.decimalMark = decimalMark
    self.allowsParentheses = allowsParentheses
    layout = nil
    year = nil
    self.columns = columns
    rows = [:]
    types = [:]
    periods = [:]
    accounts = [:]
    duplicates = .error
    table = nil
    places = [:]
    areGroupsKnown = false
  }

  /// The side of an account: that of the longest beginning of its code that is declared.
  func side(ofAccount code: String) -> Side? {
    accounts.filter { code.hasPrefix($0.key) }.max { $0.key.utf8.count < $1.key.utf8.count }?.value
  }

  /// The part that a row is declared to play, by its labels joined or by the last of them.
  func role(ofRow labels: [String]) -> RowRole? {
    if rows.isEmpty { return nil }
    return labels.rowNames.lazy.compactMap { name in
      rows.first { $0.key.isSameTitle(as: name) }?.value
    }.first
  }

  /// What a column is declared to be for; white space and case make no difference.
  func role(ofColumn title: String) -> ColumnRole? {
    if columns.isEmpty { return nil }
    return columns[title] ?? columns.first { $0.key.isSameTitle(as: title) }?.value
  }
}

extension [String] {
  /// What a mapping may call the row with these labels: all of them, or the last.
  var rowNames: [String] {
    let filled = filter { !$0.isEmpty }
    return [filled.joined(separator: " / "), filled.last ?? ""]
  }
}

extension String {
  /// The title without what makes no difference in it: white space and case.
  package var comparedTitle: String { collapsingBlanks.lowercased() }

  /// Whether two titles differ in white space and case at most.
  func isSameTitle(as other: String) -> Bool {
    comparedTitle == other.comparedTitle
  }
}
