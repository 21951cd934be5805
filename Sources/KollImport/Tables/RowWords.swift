internal import KollModel

/// What the words of a row's label tell about the row.
///
/// All words that rows are known by stand here and nowhere else.
struct RowWords {
  /// Which rows the row is a sum of, when a word says that it is one.
  private(set) var sum: Sum?
  /// What the row is about without its words for sums: `KS` for `Totalt KS`; empty for `Totalt`.
  let subject: String
  /// Whether the row is a part of another, shown and never added.
  private(set) var isPart: Bool
  /// Whether the row is shown and never added by what it is: an average of others.
  private(set) var isAverage: Bool
  /// Whether the row is what remains of income and cost.
  private(set) var isNet: Bool
  /// Whether a row below the total belongs to no sum by what it is called.
  let isMemo: Bool

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
    let lowercased = label.lowercased()
    let words = lowercased.split { $0.isWhitespace || $0 == "(" }
    let letters = lowercased.split { !$0.isLetter }
    sum = RowWords.sum(lowercased, words)
    subject = RowWords.subject(label)
    isPart = letters.first.map { RowWords.parts.contains(String($0)) } ?? false
    isAverage = letters.first.map { RowWords.averages.contains(String($0)) } ?? false
    isNet = letters.contains { word in RowWords.nets.contains { word.hasPrefix($0) } }
    isMemo = letters.contains { word in
      RowWords.memos.contains { word.hasPrefix($0) || word.hasSuffix($0) }
    }
  }

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
    isNet = false
  }

  /// Whether a word says for certain that the row is a sum.
  var isSum: Bool { sum != nil && sum != .perhaps }
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
  /// Words beside them that still leave it the sum of all.
  private static let everything: Set<String> = ["kommunen", "kommun"]
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

  private static func sum(_ label: String, _ words: [Substring]) -> Sum? {
    let bare = words.map { $0.last == ":" ? String($0.dropLast()) : String($0) }
    guard let first = bare.first, let last = bare.last else { return nil }
    if bare.contains(where: all.contains), bare.allSatisfy({ all.union(everything).contains($0) }) {
      return .all
    }
    if sums.contains(first) { return bare.count == 1 ? .near : .named }
    return endings.contains(last) || first.hasPrefix("nettokostnad") ? .perhaps : nil
  }

  private static func subject(_ label: String) -> String {
    var words = label.split(separator: " ")[...]
    func isSum(_ word: Substring?) -> Bool {
      guard let plain = word?.lowercased() else { return false }
      return plainSums.contains(plain.last == ":" ? String(plain.dropLast()) : plain)
    }
    if isSum(words.first) { words.removeFirst() }
    if isSum(words.last) { words.removeLast() }
    return words.joined(separator: " ")
  }
}
