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
  }

  init(_ label: String) {
    self.label = label
    let lowercased = label.withoutCode.lowercased()
    let first = lowercased.drop { !$0.isLetter }.prefix { $0.isLetter }
    sum = RowWords.mayBeSum(lowercased) ? RowWords.sum(lowercased) : nil
    isPart = RowWords.parts.contains(String(first))
    isAverage = RowWords.averages.contains(String(first))
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

  /// Whether a word says for certain that a row with the label is a sum.
  ///
  /// Most labels are told apart by their first word, which is much less work.
  static func isSum(_ label: String) -> Bool {
    let label = label.withoutCode
    guard let first = label.utf8.first, isLetter(first, of: firstLetters) else { return false }
    let bytes = label.utf8.prefix { 0x21...0x7E ~= $0 && $0 != 0x28 && $0 != 0x3A }
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    let mayBe = word.isEmpty || word == "s" || firstWords.contains(word)
    return mayBe && RowWords(label).isSum
  }
}

extension RowWords {
  /// Words for a sum that are no part of what it is the sum of.
  private static let plainSums: Set<String> = [
    "summa", "totalt", "total", "totalsumma", "delsumma", "s:a",
  ]
  /// A label that begins with one of these is a sum.
  private static let sums = plainSums.union(["resultat", "netto"])
  /// Of the words for sums, those that alone stand for the sum of all.
  private static let all: Set<String> = ["summa", "totalt", "total", "totalsumma", "s:a", "grand"]
  /// Of those, the words that may as well stand for the sum of some; `s:a` is two words by letters.
  private static let sumsOfSome: Set<String> = ["summa", "s", "a"]
  private static let balances: Set<String> = ["ib", "ub"]
  private static let balanceTimes: Set<String> = [
    "ingående", "utgående", "ing", "utg", "ing.", "utg.",
  ]
  private static let balanceWords: Set<String> = ["balans", "saldo"]
  /// Words beside them that still leave it the sum of all.
  private static let everything: Set<String> = ["kommunen", "kommun"]
  /// A label that is certainly a sum begins with one of these.
  private static let firstWords = sums.union(all).union(everything)
  /// A label that ends with one of these may be a sum, as may one that begins with a net cost.
  private static let endings: Set<String> = [
    "summa", "totalt", "total", "resultat", "netto", "nettokostnad", "nettokostnader",
  ]
  private static let nets = ["netto", "resultat"]
  private static let parts: Set<String> = ["varav", "därav"]
  private static let averages: Set<String> = [
    "snitt", "genomsnitt", "medel", "medelvärde", "median",
  ]
  private static let memos = [
    "avvik", "budget", "ram", "kommunbidrag", "regionbidrag", "resultat", "differens", "diff",
    "förändring", "andel", "prognos", "utfall", "föregående", "avrundning", "netto", "antal",
  ]

  /// Whether a label begins or ends with a letter that a word for a sum does: most do not.
  private static func mayBeSum(_ label: String) -> Bool {
    guard let first = label.utf8.first, let last = label.utf8.last else { return false }
    return isLetter(first, of: firstLetters) || isLetter(last, of: lastLetters)
  }

  /// Whether a byte is one of some letters in either case, or no letter or digit of ASCII.
  private static func isLetter(_ byte: UInt8, of letters: Set<UInt8>) -> Bool {
    switch byte {
    case 0x30...0x39: false
    case 0x41...0x5A, 0x61...0x7A: letters.contains(byte | 0x20)
    default: true
    }
  }

  private static let firstLetters = Set(firstWords.compactMap(\.utf8.first))
  private static let lastLetters = Set(endings.compactMap(\.utf8.last))

  private static func sum(_ label: String) -> Sum? {
    let words = label.split { $0.isWhitespace || $0 == "(" }
    let bare = words.map { $0.last == ":" ? String($0.dropLast()) : String($0) }
    guard let first = bare.first, let last = bare.last else { return nil }
    if bare.contains(where: all.contains), bare.allSatisfy({ all.union(everything).contains($0) }) {
      return .all
    }
    if sums.contains(first) { return bare.count == 1 ? .near : .named }
    return endings.contains(last) || first.hasPrefix("nettokostnad") ? .perhaps : nil
  }

  private static func subject(_ label: String) -> String {
    var words = label.withoutCode.split(separator: " ")[...]
    func isSum(_ word: Substring?) -> Bool {
      guard let plain = word?.lowercased() else { return false }
      return plainSums.contains(plain.last == ":" ? String(plain.dropLast()) : plain)
    }
    if isSum(words.first) { words.removeFirst() }
    if isSum(words.last) { words.removeLast() }
    return words.joined(separator: " ")
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
