extension Series {
  /// The series as the heading of a column in a report, such as `Utfall jan–aug 2021`.
  public var heading: String {
    let time = period?.words ?? year.map(String.init)
    let words = [kindWord, time, sideWord, round.map { "per \($0.words)" }, label]
    return words.compactMap(\.self).joined(separator: " ")
  }

  private var kindWord: String? {
    switch kind {
    case .actual where period == nil: "Bokslut"
    default: kind.title
    }
  }

  private var sideWord: String? {
    side == .net ? nil : side?.title
  }
}

extension Month {
  /// The month as `aug 2021`.
  public var words: String { "\(shortName) \(year)" }

  /// The month's name, such as `augusti`.
  public var name: String { Month.names[month - 1] }

  /// The month's name in three letters.
  public var shortName: String { Month.shortNames[month - 1] }

  private static let names = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]

  private static let shortNames = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
}

extension Period {
  /// The period as `jan–aug 2021`, or with both years where they differ.
  public var words: String {
    guard first != last else { return first.words }
    return first.year == last.year
      ? "\(first.shortName)–\(last.words)" : "\(first.words)–\(last.words)"
  }

  /// The period in running text: `januari–augusti 2021`, or with both years where they differ.
  public var longWords: String {
    guard first != last else { return first.longWords }
    return first.year == last.year
      ? "\(first.name)–\(last.longWords)" : "\(first.longWords)–\(last.longWords)"
  }
}

extension Month {
  /// The month in running text: `augusti 2021`.
  public var longWords: String { "\(name) \(year)" }
}

extension ReportPeriod {
  /// The time in running text: `2021`, `januari–augusti 2021`, `maj 2020–april 2021`.
  /// - Parameter fiscalYear: Which months a year has.
  /// - Returns: The words.
  public func words(in fiscalYear: FiscalYear) -> String {
    guard month != nil || fiscalYear != .calendar, let months = months(of: fiscalYear) else {
      return String(year)
    }
    return months.longWords
  }
}
