internal import KollImport
internal import KollModel

extension ReadingOptions {
  /// The keys that say how a file is read, in a mapping and in a project's sources.
  static let keys = [
    "encoding", "delimiter", "decimal-mark", "parentheses", "unit", "sign", "layout", "table",
    "year", "columns", "rows", "types", "periods",
    "accounts", "duplicates",
  ]

  /// Reads what is known of a file.
  init(_ mapping: YAMLMapping, _ diagnostics: inout [Diagnostic]) {
    self.init(
      delimiter: mapping.delimiter(&diagnostics),
      encoding: mapping.encoding(&diagnostics),
      unit: mapping.unit(&diagnostics),
      sign: mapping.word("sign", &diagnostics),
      decimalMark: mapping.word("decimal-mark", &diagnostics),
      allowsParentheses: mapping.parentheses(&diagnostics),
      columns: mapping.columns(&diagnostics),
    )
    layout = mapping.word("layout", &diagnostics)
    table = mapping.wholeNumber("table", in: 1...1000, &diagnostics)
    year = mapping.wholeNumber("year", in: 1900...2199, &diagnostics)
    rows = mapping.rows(&diagnostics)
    types = mapping.types(&diagnostics)
    periods = mapping.periods(&diagnostics)
    accounts = mapping.accounts(&diagnostics)
    duplicates = mapping.word("duplicates", &diagnostics) ?? .error
    for key in ["columns", "rows", "types", "accounts"] {
      for (name, place) in mapping.placesOfPairs(key) {
        for name in key == "accounts" ? name.accountCodes : [name] {
          places[Pin.Subject(key: key, name: name)] = place
        }
      }
    }
  }
}

extension String {
  /// The beginnings of accounts that the text names: `4-7` is each of 4, 5, 6 and 7.
  fileprivate var accountCodes: [String] {
    let ends = split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1], ends[1] - ends[0] < 100 else { return [self] }
    return (ends[0]...ends[1]).map(String.init)
  }
}

extension YAMLMapping {
  fileprivate func delimiter(_ diagnostics: inout [Diagnostic]) -> UInt8? {
    let expected = Phrase(sv: "; , | eller tab", en: "; , | or tab")
    return value("delimiter", expected, &diagnostics) { Delimiter.byte(named: $0) }
  }

  /// Whether parentheses mean minus; without the key they are refused, since they may mean last
  /// year's figure.
  fileprivate func parentheses(_ diagnostics: inout [Diagnostic]) -> Bool {
    value("parentheses", Phrase(sv: "minus", en: "minus"), &diagnostics) {
      $0 == "minus" ? true : nil
    } ?? false
  }

  fileprivate func encoding(_ diagnostics: inout [Diagnostic]) -> TextEncoding? {
    let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    return value("encoding", Phrase(sv: names, en: names), &diagnostics) {
      TextEncoding(name: $0)
    }
  }

  fileprivate func columns(_ diagnostics: inout [Diagnostic]) -> [String: ColumnRole] {
    let expected = Phrase(
      sv: "par av en rubrik och vad kolumnen är till för, till exempel \"Bud 21\": budget 2021",
      en: "pairs of a title and what the column is for, for example \"Bud 21\": budget 2021",
    )
    return pairs("columns", expected, &diagnostics) { text in
      let role = ColumnRole(reading: text)
      // Money of no stated kind is called belopp; another word alone is a mistake for one.
      if case .series(let series) = role, series.kind == .amount, series.year == nil,
        series.label != nil
      {
        return nil
      }
      return role
    }
  }

  fileprivate func rows(_ diagnostics: inout [Diagnostic]) -> [String: RowRole] {
    let expected = Phrase(
      sv: "par av en rads namn och item, total, memo, ofWhich eller heading",
      en: "pairs of a row's name and item, total, memo, ofWhich or heading",
    )
    return pairs("rows", expected, &diagnostics) { RowRole(rawValue: $0) }
  }

  fileprivate func types(_ diagnostics: inout [Diagnostic]) -> [String: Series] {
    let expected = Phrase(
      sv: "par av ett ord i kolumnen och dess serie, till exempel \"B1\": budget",
      en: "pairs of a word in the column and its series, for example \"B1\": budget",
    )
    return pairs("types", expected, &diagnostics) { text in
      let series = Series(reading: text)
      return series.kind == .amount ? nil : series
    }
  }

  /// Where periods that are no months count, by their numbers.
  fileprivate func periods(
    _ diagnostics: inout [Diagnostic]
  ) -> [Int: ReadingOptions.PeriodMeaning] {
    let expected = Phrase(
      sv: "par av en periods nummer, 00 eller 13–18, och en månad 1–12, år eller ignorera, till "
        + "exempel \"13\": 12",
      en: "pairs of a period's number, 00 or 13–18, and a month 1–12, year or ignore, for example "
        + "\"13\": 12",
    )
    func number(_ period: String) -> Int? {
      ExtraPeriod(period).flatMap { $0.year == nil ? $0.number : nil }
    }
    let stated = pairs(
      "periods",
      expected,
      &diagnostics,
      namedBy: { number($0) != nil },
      read: { ReadingOptions.PeriodMeaning(reading: $0) },
    )
    return Dictionary(
      stated.compactMap { period, meaning in number(period).map { ($0, meaning) } }
    ) { first, _ in first }
  }

  /// The sides of accounts by the beginnings of their codes.
  fileprivate func accounts(_ diagnostics: inout [Diagnostic]) -> [String: Side] {
    let expected = Phrase(
      sv: "par av kontons början och intäkt eller kostnad, till exempel \"3\": intäkt",
      en: "pairs of how accounts begin and income or cost, for example \"3\": income",
    )
    let stated = pairs("accounts", expected, &diagnostics) { Series(reading: $0).side }
    var sides: [String: Side] = [:]
    for (codes, side) in stated {
      for code in codes.accountCodes { sides[code] = side }
    }
    return sides
  }
}
