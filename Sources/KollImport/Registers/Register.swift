public import KollModel

/// The rows of a register, each value as its column's kind.
public struct Register: Sendable {
  /// The rows in the file's order.
  public let rows: [Row]
  /// The unit of its money, when it holds any.
  public let unit: MoneyUnit?

  /// A row of a register.
  public struct Row: Sendable {
    /// The values by column name; a column that is empty or not there has none.
    public let values: [String: Value]
    /// The record it came from.
    public let origin: Origin
    /// Where each value stands.
    public let places: [String: Diagnostic.Location]
  }

  /// A value of a register.
  public enum Value: Hashable, Sendable {
    /// Words.
    case text(String)
    /// Money in öre.
    case money(Money)
    /// A share: 0.25 is 25 per cent.
    case share(Rational)
    /// A number of something.
    case number(Rational)
    /// A place in an order.
    case place(Int)
    /// A year.
    case year(Int)
    /// A month.
    case month(Month)
    /// A day.
    case day(Day)
    /// Yes or no.
    case yes(Bool)
  }
}

extension Register.Row {
  /// The words in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The words, or `nil` when there are none.
  public func text(_ column: String) -> String? {
    if case .text(let text) = values[column] { text } else { nil }
  }

  /// The money in a column, in öre.
  /// - Parameter column: The column's name.
  /// - Returns: The amount, or `nil` when there is none.
  public func money(_ column: String) -> Money? {
    if case .money(let money) = values[column] { money } else { nil }
  }

  /// The share in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The share, or `nil` when there is none.
  public func share(_ column: String) -> Rational? {
    if case .share(let share) = values[column] { share } else { nil }
  }

  /// The number in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The number, or `nil` when there is none.
  public func number(_ column: String) -> Rational? {
    if case .number(let number) = values[column] { number } else { nil }
  }

  /// The place in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The place, or `nil` when there is none.
  public func place(_ column: String) -> Int? {
    if case .place(let place) = values[column] { place } else { nil }
  }

  /// The year in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The year, or `nil` when there is none.
  public func year(_ column: String) -> Int? {
    if case .year(let year) = values[column] { year } else { nil }
  }

  /// The month in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The month, or `nil` when there is none.
  public func month(_ column: String) -> Month? {
    if case .month(let month) = values[column] { month } else { nil }
  }

  /// The day in a column.
  /// - Parameter column: The column's name.
  /// - Returns: The day, or `nil` when there is none.
  public func day(_ column: String) -> Day? {
    if case .day(let day) = values[column] { day } else { nil }
  }

  /// Whether a column says yes or no.
  /// - Parameter column: The column's name.
  /// - Returns: What it says, or `nil` when it is empty.
  public func yesOrNo(_ column: String) -> Bool? {
    if case .yes(let isYes) = values[column] { isYes } else { nil }
  }
}
