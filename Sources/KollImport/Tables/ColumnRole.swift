public import KollModel

/// What a column of a file is for.
public enum ColumnRole: Hashable, Sendable {
  /// It names areas; several such columns are levels, the widest first.
  case area
  /// It says what the money is for.
  case line(LineField)
  /// It gives the year of each row's amounts.
  case year
  /// It gives the month or months of each row's amounts.
  case period
  /// It says whether each row's amounts are budget, forecast, outcome and so on.
  case type
  /// It says whether each row's amounts are cost or income.
  case side
  /// It gives the month in which each row's forecast was made.
  case round
  /// It holds remarks that belong to the amounts.
  case comment
  /// It holds words or codes that are not figures.
  case text
  /// It is passed over.
  case ignored
  /// It holds what is debited of amounts whose other side is a column of credits.
  case debit
  /// It holds what is credited of amounts whose other side is a column of debits.
  case credit
  /// It holds figures of a series.
  case series(Series)

  /// A part of what money is for.
  public enum LineField: String, Hashable, Sendable, CaseIterable {
    /// The account.
    case account
    /// The operation that the kommun reports by.
    case activity
    /// The project.
    case project
    /// The other part of an internal item.
    case counterpart
  }

  /// Reads a role as mappings write it, in Swedish or English; other words are a series.
  /// - Parameter text: The word, such as `område`, `konto` or `budget 2021`.
  public init(reading text: String) {
    self = ColumnRole.named[text.lowercased()] ?? .series(Series(reading: text))
  }

  /// The role as mappings write it, in Swedish.
  public var word: String {
    switch self {
    case .area: "område"
    case .line(.account): "konto"
    case .line(.activity): "verksamhet"
    case .line(.project): "projekt"
    case .line(.counterpart): "motpart"
    case .year: "år"
    case .period: "period"
    case .type: "typ"
    case .side: "sida"
    case .round: "omgång"
    case .comment: "kommentar"
    case .text: "text"
    case .ignored: "ignorera"
    case .debit: "debet"
    case .credit: "kredit"
    case .series(let series): series.word
    }
  }

  /// The roles by the words for them.
  private static let named: [String: ColumnRole] = [
    "område": .area, "area": .area,
    "konto": .line(.account), "account": .line(.account),
    "verksamhet": .line(.activity), "activity": .line(.activity),
    "projekt": .line(.project), "project": .line(.project),
    "motpart": .line(.counterpart), "counterpart": .line(.counterpart),
    "år": .year, "year": .year,
    "period": .period,
    "typ": .type, "type": .type,
    "sida": .side, "side": .side,
    "omgång": .round, "round": .round,
    "kommentar": .comment, "comment": .comment,
    "text": .text,
    "ignorera": .ignored, "ignore": .ignored,
    "debet": .debit, "debit": .debit,
    "kredit": .credit, "credit": .credit,
    "belopp": .series(Series(.amount)), "amount": .series(Series(.amount)),
    "antal": .series(Series(.count)), "count": .series(Series(.count)),
    "andel": .series(Series(.ratio)), "ratio": .series(Series(.ratio)),
    "styckkostnad": .series(Series(.rate)), "rate": .series(Series(.rate)),
  ]
}

extension Series {
  /// The series as mappings write it.
  fileprivate var word: String {
    switch kind {
    case .count: "antal"
    case .ratio: "andel"
    case .rate: "styckkostnad"
    case .text: "text"
    case .amount where year == nil && period == nil && side == nil: "belopp"
    default: title.prefix(1).lowercased() + title.dropFirst()
    }
  }
}
