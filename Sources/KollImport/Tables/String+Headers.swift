internal import KollModel

extension String {
  /// The text with runs of white space as one blank, none at the ends.
  var collapsingBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The unit that a caption or header states, such as "Belopp i tkr" or "Budget (mnkr)".
  var statedUnit: MoneyUnit? {
    // What follows "belopp i" is the statement that Koll's own files add last.
    let words = split { !$0.isLetter && !$0.isNumber }
    if let unit = words.last.flatMap({ MoneyUnit(spelling: $0) }),
      lowercased().contains("belopp i ")
    {
      return unit
    }
    return words.lazy.compactMap { MoneyUnit(spelling: $0) }.first
  }

  /// Whether the text says the unit and nothing more, as "Belopp i tkr" does.
  var isUnitStatement: Bool {
    guard statedUnit != nil else { return false }
    let saysMore = lowercased().split { !$0.isLetter }.contains { word in
      !["belopp", "i", "alla", "anges", "är", "om", "inte", "annat"].contains(word)
        && MoneyUnit(spelling: word) == nil
    }
    return !saysMore
  }

  /// Whether a word alone says that the row is the sum of all.
  var namesGrandTotal: Bool {
    let words: Set<String> = [
      "totalt", "total", "summa", "totalsumma", "summa totalt", "total summa", "s:a", "s:a totalt",
      "totalt kommunen", "summa kommunen", "grand total",
    ]
    return words.contains(lowercased().trimmingColon)
  }

  /// Whether a word for a sum stands alone, without saying of what.
  var isBareTotal: Bool {
    namesGrandTotal || ["delsumma", "netto", "resultat"].contains(lowercased().trimmingColon)
  }

  /// Whether the row is an average of others.
  var namesAverage: Bool {
    let first = lowercased().split { !$0.isLetter }.first
    return ["snitt", "genomsnitt", "medel", "medelvärde", "median"].contains(
      first.map(String.init) ?? ""
    )
  }

  /// Whether the row is a part of another that is shown and never added.
  var namesPart: Bool {
    let first = lowercased().drop { !$0.isLetter }.split { !$0.isLetter }.first
    return first == "varav" || first == "därav"
  }

  /// Whether a row below a total is one that belongs to no sum by what it is called.
  var namesMemo: Bool {
    let words = lowercased().split { !$0.isLetter }
    let known = [
      "avvik", "budget", "ram", "kommunbidrag", "regionbidrag", "resultat", "differens", "diff",
      "förändring", "andel", "prognos", "utfall", "föregående", "avrundning", "netto", "antal",
    ]
    return words.contains { word in known.contains { word.hasPrefix($0) || word.hasSuffix($0) } }
  }

  private var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }

  /// Whether the first word says that the row is a sum.
  var namesTotal: Bool {
    let first = lowercased().split { $0.isWhitespace || $0 == "(" }.first.map(String.init) ?? ""
    let words: Set<String> = [
      "summa", "summa:", "totalt", "totalt:", "total", "total:", "delsumma", "s:a", "resultat",
      "netto",
    ]
    return words.contains(first)
  }

  /// The text without the apostrophe that keeps a spreadsheet from running it as a formula.
  var withoutFormulaGuard: String {
    guard hasPrefix("'"), let scalar = drop(while: { $0 == "'" }).unicodeScalars.first,
      "=+-@\t\r\n".unicodeScalars.contains(scalar)
    else { return self }
    return String(dropFirst())
  }
}

/// Makes names unique in the order they come.
struct UniqueNames {
  private var taken: Set<String> = []

  /// The name, or the name with the first free number.
  /// - Parameters:
  ///   - name: The name wanted.
  ///   - numbered: How a name is written with a number.
  /// - Returns: The name, not given before.
  mutating func unique(_ name: String, numbered: (String, Int) -> String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = numbered(name, number)
      number += 1
    }
    return candidate
  }
}
