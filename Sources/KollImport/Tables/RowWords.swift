internal import KollModel

/// What the words of a row's label tell about the row.
///
/// All words that rows are known by stand here and nowhere else.
struct RowWords {
  /// Which rows the row is a sum of, when a word says that it is one.
  private(set) var sum: Sum?
  /// Whether the row is a part of another, shown and never added.
  private(set) var isPart: Bool
  /// Whether the row is shown and never added by what it is: an average of others.
  private(set) var isAverage: Bool
  /// Whether the row is an area or, as the figures tell, what a page carries on to the next.
  private(set) var mayBeCarried: Bool
  private let label: String
  /// Whether the part that the row plays was given.
  private var isGiven = false

  /// What a word says of a sum.
  enum Sum {
    /// A word alone, as a rule for the sum of all: `Totalt`.
    case all
    /// A word alone, for the sum of what stands near: `Delsumma`.
    case near
    /// A word and what it is the sum of: `Summa skola`.
    case named
    /// A word that may as well belong to a name: `Årets resultat`. The figures decide.
    case perhaps
    /// The sum so far, which a printed page carries on to the next: `Att transportera`.
    case carried
  }

  init(_ label: String) {
    self.label = label
    let words = RowWords.words(label.withoutCode)
    let first = words.first?.prefix { $0.isLetter } ?? ""
    sum = RowWords.sum(words)
    isPart = RowWords.parts.contains(String(first))
    isAverage = RowWords.averages.contains(String(first))
    mayBeCarried = words == ["transport"]
  }

  /// What the row is about without its words for sums: `KS` for `Totalt KS`; empty for `Totalt`.
  var subject: String { RowWords.subject(label) }

  /// Whether the row is what remains of income and cost.
  var isNet: Bool {
    !isGiven && RowWords.nets.contains(where: label.hasLetters)
      && letters.contains { word in RowWords.nets.contains { word.hasPrefix($0) } }
  }

  /// Whether a row below the total belongs to no sum by what it is called.
  var isMemo: Bool {
    letters.contains { word in
      RowWords.memos.contains { word.hasPrefix($0) || word.hasSuffix($0) }
    }
  }

  private var letters: [Substring] { label.lowercased().split { !$0.isLetter } }

  /// What the words tell of a row whose part is given: no more than the part leaves open.
  init(_ label: String, given role: RowRole?) {
    self.init(label)
    guard let role else { return }
    switch role {
    case .item, .memo, .ofWhich: sum = nil
    case .total: sum = .all
    case .subtotal, .heading: sum = .named
    }
    isPart = role == .ofWhich
    isAverage = role == .memo
    mayBeCarried = false
    isGiven = true
  }

  /// Whether a word says for certain that the row is a sum.
  var isSum: Bool { sum != nil && sum != .perhaps }

  /// Whether a word says that the row is the sum of all, and not perhaps of what stands near.
  var isOfAll: Bool {
    sum == .all && !letters.allSatisfy { RowWords.sumsOfSome.contains(String($0)) }
  }

  /// Whether one of the words stands for a sum and for nothing else, as `Summa` and not `Resultat`.
  var saysSum: Bool { subject != label.withoutCode }

  /// Whether a label is that of a balance, which stands before or after the amounts of an account.
  static func isBalance(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ")
    guard let first = words.first else { return false }
    if words.count == 1 { return balances.contains(String(first)) }
    return balanceTimes.contains(String(first)) && balanceWords.contains(String(words[1]))
  }

  /// Whether a label says that parts follow and nothing more: `varav:`.
  static func saysPartsAlone(_ label: String) -> Bool {
    let words = words(label)
    return words.count == 1 && parts.contains(String(words[0]))
  }

  /// Whether the row is the sum of the second side of a balansräkning, which ends it.
  var endsBalance: Bool {
    guard sum != nil else { return false }
    let subject = subject.lowercased()
    return subject.contains("eget kapital") && subject.hasSuffix("skulder")
  }

  /// Whether a word says for certain that a row with the label is a sum.
  static func isSum(_ label: String) -> Bool { RowWords(label).isSum }

  /// Whether a word says for certain that the row is a sum, and that its rows end with it.
  var endsRows: Bool { isSum && sum != .carried }

  /// Whether the row may as well be called so for the whole that it is: `Kommunen`, `Ale kommun`.
  var namesWhole: Bool {
    RowWords.words(label).last.map { RowWords.everything.contains(String($0)) } ?? false
  }

  /// Settles whether the row is what a page carries on to the next.
  mutating func settle(isCarried: Bool) { sum = isCarried ? .carried : nil }

  /// Settles that the row is the sum of what it is named after.
  mutating func settleAsSumOfSubject() { sum = .named }
}

extension RowWords {
  /// Of the words for sums, those that alone stand for the sum of all.
  private static let all: Set<String> = [
    "summa", "summan", "totalt", "total", "totalen", "tot", "totalsumma", "totalsumman",
    "slutsumma", "slutsumman", "s:a", "sammanlagt", "summarum", "grand", "σ", "∑",
  ]
  /// Words for a sum that are no part of what it is the sum of.
  private static let plainSums = all.union(["delsumma", "deltotal"])
  /// A label that begins with one of these is a sum.
  private static let sums = plainSums.union(["resultat", "netto"])
  /// Of the words for the sum of all, those that may as well stand for the sum of some; `s:a` is two words by letters.
  private static let sumsOfSome: Set<String> = ["summa", "s", "a"]
  private static let balances: Set<String> = ["ib", "ub"]
  private static let balanceTimes: Set<String> = [
    "ingående", "utgående", "ing", "utg", "ing.", "utg.",
  ]
  private static let balanceWords: Set<String> = ["balans", "saldo"]
  /// Words beside those for the sum of all that still leave it that.
  private static let everything: Set<String> = ["kommunen", "kommun", "koncernen"]
  /// A label that begins with one of these may be a sum.
  private static let beginnings: Set<String> = [
    "samtliga", "alla", "hela", "totala", "sammanlagd", "sammanlagda", "summering", "sa",
    "nettokostnad", "nettokostnader",
  ]
  /// A label that ends with one of these may be a sum.
  private static let endings = plainSums.union(everything)
    .union(["resultat", "netto", "nettokostnad", "nettokostnader"])
  private static let nets = ["netto", "resultat"]
  private static let parts: Set<String> = ["varav", "därav"]
  private static let averages: Set<String> = [
    "snitt", "genomsnitt", "medel", "medelvärde", "median",
  ]
  private static let memos = [
    "avvik", "budget", "ram", "kommunbidrag", "regionbidrag", "resultat", "differens", "diff",
    "förändring", "andel", "prognos", "utfall", "föregående", "avrundning", "netto", "antal",
  ]

  /// Whether words tell of a page that goes on from the one before or on the next.
  private static func areCarried(_ words: [Substring]) -> Bool {
    let isOfPage = words.contains { $0 == "sida" || $0 == "sid" }
    let isBetween = words.contains { $0 == "föregående" || $0 == "nästa" }
    return words.starts(with: ["att", "transportera"]) || words.first == "transporteras"
      || words.first == "transport" && (isOfPage || isBetween) || isOfPage && isBetween
  }

  private static func sum(_ words: [Substring]) -> Sum? {
    guard let first = words.first.map(String.init), let last = words.last.map(String.init) else {
      return nil
    }
    if words.contains(where: { all.contains(String($0)) }),
      words.allSatisfy({ all.contains(String($0)) || everything.contains(String($0)) })
    {
      return .all
    }
    if sums.contains(first) { return words.count == 1 ? .near : .named }
    if areCarried(words) { return .carried }
    return endings.contains(last) || last.hasSuffix("summa") || beginnings.contains(first)
      ? .perhaps : nil
  }

  /// The words in small letters, without the signs that stand around them.
  private static func words(_ label: some StringProtocol) -> [Substring] {
    label.lowercased().split { $0.isWhitespace || $0 == "(" }.map(\.withoutSigns)
      .filter { !$0.isEmpty }
  }

  private static func subject(_ label: String) -> String {
    var words = label.withoutCode.split(separator: " ")[...]
    func isSum(_ word: Substring?) -> Bool {
      guard let word else { return false }
      return plainSums.contains(String(word.withoutSigns).lowercased())
    }
    if isSum(words.first) { words.removeFirst() }
    if isSum(words.last) { words.removeLast() }
    return words.joined(separator: " ")
  }
}

extension Substring {
  /// The word without the signs around it, as `Totalt` for `**Totalt:**`.
  fileprivate var withoutSigns: Substring {
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "∑"
    }
    let rest = drop { !isPart($0) }
    return rest.lastIndex(where: isPart).map { rest[...$0] } ?? ""
  }
}

extension String {
  /// The label without a number that it begins with: `Summa` for `190 Summa`.
  fileprivate var withoutCode: String {
    guard let first = utf8.first, 0x30...0x39 ~= first else { return self }
    let rest = drop { $0.isNumber }
    guard rest.first == " " else { return self }
    return String(rest.dropFirst())
  }
}
