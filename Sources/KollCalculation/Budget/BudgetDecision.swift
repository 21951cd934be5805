public import KollModel

/// A decision about a year's budget for an area.
public struct BudgetDecision: Hashable, Sendable {
  /// When it was made.
  public let date: Day
  /// The paragraph of the minutes, such as `KF § 45`.
  public let paragraph: String?
  /// What it does with the budget.
  public let type: Kind
  /// The year of the budget.
  public let year: Int
  /// The area, as the register names it.
  public let area: String
  /// The amount, above zero for more money to the area.
  public let amount: Money
  /// Where the money comes from.
  public let financing: String?
  /// The record that states it.
  public let origin: Origin

  /// What a decision does with a budget.
  ///
  /// Source: RKR R14 (anslag, anslagsförändring); kommunallagen (2017:725), 11 kap. 15 §.
  public enum Kind: String, Sendable, CaseIterable {
    /// The budget as it was first decided.
    case original = "ursprunglig"
    /// New money within the year.
    case supplement = "tilläggsanslag"
    /// Money of last year that was not used.
    case carryOver = "ombudgetering"
    /// Money moved between areas.
    case reallocation = "omdisponering"
  }

  /// Creates a decision.
  /// - Parameters:
  ///   - date: When it was made.
  ///   - paragraph: The paragraph of the minutes.
  ///   - type: What it does with the budget.
  ///   - year: The year of the budget.
  ///   - area: The area, as the register names it.
  ///   - amount: The amount, above zero for more money to the area.
  ///   - financing: Where the money comes from.
  ///   - origin: The record that states it.
  public init(
    date: Day,
    paragraph: String?,
    type: Kind,
    year: Int,
    area: String,
    amount: Money,
    financing: String?,
    origin: Origin,
  ) {
    self.date = date
    self.paragraph = paragraph
    self.type = type
    self.year = year
    self.area = area
    self.amount = amount
    self.financing = financing
    self.origin = origin
  }

  /// The series that the decision's amount is a part of: what was decided of its kind in its month.
  public var series: Series {
    Series(.budget, year: year, round: date.month, side: .net, label: type.rawValue)
  }

  /// The decision in a few words: date, paragraph and what it does.
  public var title: String {
    [date.description, paragraph, type.rawValue].compactMap(\.self).joined(separator: " ")
  }
}
