internal import KollModel

/// The sides of an account that rows stand on, by what they are called.
enum RowSide {
  case income
  case cost

  /// The side that a label names; `nil` where it names none, or both.
  init?(label: String) {
    let isIncome = label.hasLetters("int") && label.lowercased().contains("intäkt")
    let isCost = label.hasLetters("kostnad")
    guard isIncome != isCost else { return nil }
    self = isIncome ? .income : .cost
  }

  /// The side of a row: of the account that it begins with, or as its own label names it, or else
  /// the nearest heading or group above it.
  init?(_ path: [String], areAccounts: Bool) {
    let account = areAccounts ? path.last.flatMap { RowSide(account: $0) } : nil
    guard
      let side = account ?? path.reversed().lazy.compactMap({ RowSide(label: $0) }).first
    else { return nil }
    self = side
  }

  /// The side of the account that a label begins with: classes 3, and 4 to 7, of Kommun-Bas.
  ///
  /// Source: SKR, Kommun-Bas, the classes of accounts.
  private init?(account label: String) {
    let code = label.prefix { $0.isASCII && $0.isNumber }
    guard (4...6).contains(code.count), label.dropFirst(code.count).first == " " else { return nil }
    switch code.first {
    case "3": self = .income
    case "4", "5", "6", "7": self = .cost
    default: return nil
    }
  }

  /// Whether labels with account codes say what such accounts are about, so that the codes are no
  /// others: `3010 Avgifter` and `5010 Löner`.
  static func areAccounts(_ labels: [String]) -> Bool {
    let sides = labels.map { RowSide(account: $0) }
    return [(RowSide.income, incomes), (.cost, costs)].allSatisfy { side, words in
      zip(labels, sides).contains { label, own in
        own == side && words.contains { label.lowercased().contains($0) }
      }
    }
  }

  private static let incomes = [
    "intäkt", "avgift", "taxa", "taxor", "bidrag", "försäljning", "hyror", "ersättning",
  ]
  private static let costs = [
    "kostnad", "lön", "arvode", "personal", "pension", "material", "köp", "hyra", "hyror",
    "tjänster", "avskrivning", "förbrukning",
  ]
}
