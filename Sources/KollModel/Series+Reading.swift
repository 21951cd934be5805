extension Series {
  /// Reads a series as headers and project files write it: `Budget 2021`, `Utfall jan–aug 2021`,
  /// `utfall 2021-01...2021-08`, `prognos 2021 per 2021-08`.
  ///
  /// Words that say nothing more become the label, so that no two different headers are taken as
  /// the same series. Months without a year stay words.
  /// - Parameter text: The text, with any white space between its words.
  public init(reading text: some StringProtocol) {
    var reader = SeriesReader()
    reader.read(text)
    self = reader.series
  }
}

/// Reads the words of a header one after another.
private struct SeriesReader {
  private var found = Series(.amount)
  /// The months that were named, of a year that stands elsewhere.
  private var months: NamedMonths?
  private var isAccumulated = false
  /// The months that a word for "until" stood before, such as `per 2021-08`.
  private var until: Month?
  private var left: [String] = []
  /// The word that says that the amounts are of all years.
  private var total: String?
  /// The word that told the kind.
  private var kindWord = ""
  /// Whether the kind follows from what no word for a kind has said yet.
  private var isKindImplied = false
  /// Whether a word says that it is what is left of the kind.
  private var isRest = false

  mutating func read(_ text: some StringProtocol) {
    var words = SeriesReader.words(of: text)
    while let word = words.popFirst() {
      if until == nil, SeriesWords.until.contains(word.plain), let next = words.first,
        let month = Month(reading: next.plain) ?? Month(dated: next.plain)
      {
        until = month
        words.removeFirst()
      } else if SeriesWords.until.contains(word.plain), let next = words.first, !isAccumulated,
        NamedMonths(next.plain) != nil
      {
        isAccumulated = true
      } else if isDifference(word, words.first) {
        found.kind = .variance
        left += [kindWord, "-"]
      } else if word.plain == "per", words.isEmpty {
        left.append("period")
      } else if !take(word.plain) {
        left.append(word.lowercased())
      } else if word.plain.mayStandBeforeShortYear, let next = words.first, found.year == nil,
        let year = SeriesReader.shortYear(next.plain)
      {
        found.year = year
        words.removeFirst()
      }
    }
  }

  /// Whether a dash between two kinds takes the one from the other, as in `Budget - utfall`.
  private func isDifference(_ word: String, _ next: String?) -> Bool {
    guard ["-", "–", "—"].contains(word), let next = next?.plain else { return false }
    return left.isEmpty && found.kind.isComparable
      && SeriesWords.kind(next)?.kind.isComparable == true
  }

  /// Splits a header into words; parts that hyphens, points or underscores join to a kind are
  /// words too.
  private static func words(of text: some StringProtocol) -> ArraySlice<String> {
    let parts = text.split { (character: Character) in character.isWhitespace || character == "_" }
    var words: [String] = []
    for part in parts {
      let pieces = part.split(maxSplits: 1) { $0 == "-" || $0 == "." }.map { String($0) }
      if pieces.count == 2, pieces[0].plain.endsKindWord {
        words += [pieces[0]] + (pieces[1].plain.endsKindWord && part.contains("-") ? ["-"] : [])
        words.append(pieces[1])
      } else {
        words.append(String(part))
      }
    }
    return joiningMonths(joiningPhrases(words))[...]
  }

  /// Makes `t o m`, `total utgift` and `tertial 1` one word.
  private static func joiningPhrases(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if let part = joined.last, SeriesWords.monthsOfParts[part.plain + word.plain] != nil {
        joined[joined.count - 1] += " " + word
        continue
      }
      joined.append(word)
      for count in 2...3 {
        guard let one = SeriesWords.phrases[joined.suffix(count).map(\.plain)] else { continue }
        joined.removeLast(count)
        joined.append(one)
      }
    }
    return joined
  }

  /// Makes `jan - aug` and `januari till augusti` one word.
  private static func joiningMonths(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      let isJoint = joined.count > 1 && SeriesWords.joints.contains(joined[joined.count - 1].plain)
      if isJoint, SeriesWords.months[word.plain] != nil,
        SeriesWords.months[joined[joined.count - 2].plain] != nil
      {
        joined.removeLast()
        joined[joined.count - 1] += "-" + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// Takes what one word says; `false` when it says nothing that is known or was said before.
  private mutating func take(_ word: String) -> Bool {
    if SeriesWords.accumulated.contains(word), !isAccumulated {
      isAccumulated = true
      return true
    }
    if SeriesWords.totals.contains(word), total == nil {
      total = word
      return true
    }
    if SeriesWords.rest.contains(word), !isRest {
      isRest = true
      return false
    }
    if SeriesWords.wholeYear.contains(word), !left.contains(word) { return found.period == nil }
    return takeKind(word) || takeSide(word) || takeTime(word)
  }

  private mutating func takeKind(_ word: String) -> Bool {
    guard let said = SeriesWords.kind(word) else {
      // "Fg år" alone is what the year before came to.
      if found.kind == .amount, word == "fg" || word == "föregående" || word == "föreg" {
        left.append("fg")
        found.kind = .actual
        isKindImplied = true
        return true
      }
      return false
    }
    guard found.kind == .amount || isKindImplied else {
      guard said.kind == .variance, found.kind != .variance, !SeriesWords.after.contains(left.last)
      else { return false }
      left.append(kindWord)
      found.kind = .variance
      return true
    }
    guard said.side == nil || found.side == nil else { return false }
    isKindImplied = false
    kindWord = word
    found.kind = said.kind
    found.side = said.side ?? found.side
    if let year = said.year, found.year == nil { found.year = year }
    if let label = said.label { left.append(label) }
    return true
  }

  private mutating func takeSide(_ word: String) -> Bool {
    guard found.side == nil, let said = SeriesWords.sides[word] else { return false }
    found.side = said
    return true
  }

  private mutating func takeTime(_ word: String) -> Bool {
    if found.year == nil, found.period == nil, let year = Series.year(word) {
      found.year = year
    } else if found.period == nil, months == nil, let period = Period(reading: word),
      found.year == nil || found.year == period.year
    {
      found.period = period
      found.year = period.year
    } else if found.year == nil, found.period == nil, months == nil,
      let extra = ExtraPeriod(word), let year = extra.year
    {
      found.year = year
      left.append("period \(extra)")
    } else if found.period == nil, months == nil, let named = NamedMonths(word) {
      guard found.year == nil || named.year == nil || named.year == found.year else { return false }
      months = named
      found.year = found.year ?? named.year
    } else {
      return false
    }
    return true
  }

  /// A year of two digits behind a kind, such as `Bud 21`.
  ///
  /// Up to 12 it may be a month or a number.
  private static func shortYear(_ word: String) -> Int? {
    let word = word.hasPrefix("-") ? word.dropFirst() : word[...]
    guard word.utf8.count == 2, let year = Int(word), (13...60).contains(year) else { return nil }
    return 2000 + year
  }

  /// What the words said together.
  var series: Series {
    var series = found
    var left = left
    if let months { settle(months, in: &series, &left) }
    if let until { settle(until, in: &series, &left) }
    if let total { settle(total, in: &series, &left) }
    if isAccumulated, series.round == nil, !left.contains(Series.total) {
      accumulate(&series, &left)
    }
    // What is left of a budget is no budget.
    if isRest, series.kind.isComparable {
      series.kind = .amount
      left.append(kindWord)
    }
    if series.kind.isComparable { left = SeriesReader.withoutUnits(left) }
    series.label = left.isEmpty ? nil : left.joined(separator: " ")
    return series
  }

  /// The words without those for a unit, such as `(tkr)` or `i miljoner kronor`.
  ///
  /// They say how amounts are written and not what they are. Amounts per something are other amounts.
  private static func withoutUnits(_ words: [String]) -> [String] {
    guard !words.contains("per") else { return words }
    var left: [String] = []
    for word in words {
      guard MoneyUnit(spelling: word.filter(\.isLetter)) != nil else {
        left.append(word)
        continue
      }
      while let before = left.last?.plain, SeriesWords.beforeUnits.contains(before) {
        left.removeLast()
      }
    }
    return left
  }

  private func settle(_ months: NamedMonths, in series: inout Series, _ left: inout [String]) {
    guard let year = series.year, let period = months.period(in: year) else {
      left.append(months.word)
      return
    }
    if series.kind == .forecast, let month = months.round(in: period) {
      series.round = month
    } else {
      series.period = months.isPart && isAccumulated ? .fromJanuary(to: period.last) : period
    }
  }

  /// `per 2021-08` is when a forecast was made, and how far anything else is added up.
  private func settle(_ until: Month, in series: inout Series, _ left: inout [String]) {
    if series.kind == .forecast || series.kind == .amount && series.year != nil {
      series.round = until
    } else if series.period == nil, series.year == nil || series.year == until.year {
      series.period = .fromJanuary(to: until)
      series.year = until.year
    } else {
      left.append("per \(until)")
    }
  }

  /// What is of all years has none; of one year, or of no kind, the word says something else.
  private func settle(_ total: String, in series: inout Series, _ left: inout [String]) {
    if series.kind == .amount,
      let said = left.firstIndex(where: { SeriesWords.kindsOfTotals[$0] != nil })
    {
      series.kind = SeriesWords.kindsOfTotals[left.remove(at: said)] ?? .amount
    }
    let isOfAllYears = series.kind.isComparable && series.year == nil && series.period == nil
    left.append(isOfAllYears ? Series.total : total)
  }

  private func accumulate(_ series: inout Series, _ left: inout [String]) {
    switch series.period {
    case .month(let month): series.period = .fromJanuary(to: month)
    case .accumulated: break
    case nil: left.append("ack")
    }
  }
}

/// Months by name, such as `aug`, `jan–aug`, `tertial 1` or Excel's `aug-21`.
private struct NamedMonths {
  let word: String
  let first: Int
  let last: Int?
  /// The year that stands in the word itself.
  let year: Int?
  /// Whether the months are a third or a quarter of the year.
  let isPart: Bool

  init?(_ word: String) {
    self.word = word
    let parts = word.split(omittingEmptySubsequences: false) { "-–—".contains($0) }.map(String.init)
    let part = SeriesWords.monthsOfParts[parts[0].filter { $0 != " " }]
    guard (1...3).contains(parts.count),
      let first = part?.lowerBound ?? SeriesWords.months[parts[0]]
    else { return nil }
    self.first = first
    isPart = part != nil
    let second = parts.count > 1 && !isPart ? SeriesWords.months[parts[1]] : nil
    last = part?.upperBound ?? second
    let rest = parts.dropFirst(second == nil ? 1 : 2)
    guard let text = rest.first else {
      year = nil
      return
    }
    guard rest.count == 1, let number = Int(text), text.utf8.count == 2 || text.utf8.count == 4
    else { return nil }
    year = text.utf8.count == 2 ? 2000 + number : number
  }

  func period(in year: Int) -> Period? {
    guard let first = Month(year: year, month: first) else { return nil }
    guard let last else { return .month(first) }
    guard let end = Month(year: year, month: last), first <= end else { return nil }
    return .accumulated(first, end)
  }

  /// The month in which a forecast was made that names a month, or the part of the year it follows.
  func round(in period: Period) -> Month? {
    if case .month(let month) = period { return month }
    return isPart ? period.last : nil
  }
}

extension Series {
  fileprivate static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), SeriesWords.years.contains(year) else {
      return nil
    }
    return year
  }
}

extension Month {
  /// Reads `2021-08`, `2021/08`, `202108` or `2108`.
  fileprivate init?(reading word: String) {
    if let month = Month(word) ?? Month(slashed: word) {
      self = month
      return
    }
    guard let number = Int(word) else { return nil }
    switch word.utf8.count {
    case 6 where SeriesWords.years.contains(number / 100):
      self.init(year: number / 100, month: number % 100)
    case 4 where number > SeriesWords.years.upperBound:
      self.init(year: 2000 + number / 100, month: number % 100)
    default: return nil
    }
  }

  /// Reads `2021/08`, but not `2011/12`: two years that follow each other may be a school year.
  private init?(slashed word: String) {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), SeriesWords.years.contains(year),
      Int(parts[1]) != (year + 1) % 100
    else { return nil }
    self.init(parts[0] + "-" + parts[1])
  }

  /// The month of a day, such as `2021-08-31`.
  fileprivate init?(dated word: String) {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 2, let day = Int(parts[2]),
      (1...31).contains(day)
    else { return nil }
    self.init(parts[0] + "-" + parts[1])
  }
}

extension Period {
  /// Reads a month, two months with `...` or a dash between, or a date up to which amounts are
  /// added.
  fileprivate init?(reading word: String) {
    if let month = Month(reading: word) {
      self = .month(month)
    } else if let period = Period.range(word) ?? Month(dated: word).map(Period.fromJanuary) {
      self = period
    } else {
      return nil
    }
  }

  private static func range(_ word: String) -> Period? {
    for joint in ["...", "–", "—", "-"] {
      guard let cut = word.cuts(at: joint).first(where: { Month(reading: $0.0) != nil }) else {
        continue
      }
      guard let first = Month(reading: cut.0), let last = Month(reading: cut.1), first <= last
      else { return nil }
      return .accumulated(first, last)
    }
    return nil
  }

  fileprivate static func fromJanuary(to month: Month) -> Period {
    guard let january = Month(year: month.year, month: 1) else { return .month(month) }
    return .accumulated(january, month)
  }

  fileprivate var year: Int {
    switch self {
    case .month(let month), .accumulated(_, let month): month.year
    }
  }
}

extension SeriesKind {
  /// Whether one figure of the kind is compared with one of another.
  fileprivate var isComparable: Bool {
    switch self {
    case .budget, .forecast, .actual, .frame, .plan: true
    case .variance, .amount, .ratio, .count, .rate, .text: false
    }
  }
}

extension String {
  /// The word in small letters without the punctuation around it.
  fileprivate var plain: String {
    var word = lowercased()[...]
    while let last = word.last, String.beside.contains(last) { word.removeLast() }
    while let first = word.first, String.beside.contains(first) { word.removeFirst() }
    return String(word)
  }

  /// Punctuation and footnote marks, which say nothing of a series.
  private static let beside = ",;:.()'’*¹²³⁴⁵⁶⁷⁸⁹†"

  fileprivate var endsKindWord: Bool { SeriesWords.kind(self) != nil }

  /// Whether two digits behind the word are a year: `Budget 21`, `Budget helår 21`, `aug 21`.
  fileprivate var mayStandBeforeShortYear: Bool {
    endsKindWord || SeriesWords.wholeYear.contains(self)
      || NamedMonths(self).map { $0.year == nil } ?? false
  }

  /// The text before and after each place where a joint stands.
  fileprivate func cuts(at joint: String) -> [(String, String)] {
    var cuts: [(String, String)] = []
    var from = startIndex
    while from < endIndex {
      if self[from...].hasPrefix(joint) {
        let after = index(from, offsetBy: joint.count)
        cuts.append((String(self[..<from]), String(self[after...])))
      }
      from = index(after: from)
    }
    return cuts
  }
}
