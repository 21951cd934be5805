internal import KollModel

extension String {
  /// The text with runs of white space as one blank, none at the ends.
  var collapsingBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether letters of ASCII stand in the text, in either case; the first must not come again
  /// among them.
  func hasLetters(_ letters: String) -> Bool {
    let wanted = Array(letters.utf8)
    var found = 0
    for byte in utf8 {
      let letter = byte | 0x20
      found = letter == wanted[found] ? found + 1 : letter == wanted[0] ? 1 : 0
      if found == wanted.count { return true }
    }
    return false
  }

  /// The unit that a caption or header states, such as "Belopp i tkr" or "Budget (mnkr)".
  var statedUnit: MoneyUnit? {
    // What follows "belopp i" is the statement that Koll's own files add last.
    let units = statedUnits
    if let last = units.last, last.isAtEnd, lowercased().contains("belopp i ") { return last.unit }
    return Set(units.map(\.unit)).count == 1 ? units.first?.unit : nil
  }

  /// The units that words of the text state; an amount of something, as `100 kr per elev`, is none.
  private var statedUnits: [(unit: MoneyUnit, isAtEnd: Bool)] {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.indices.compactMap { index in
      guard let unit = MoneyUnit(spelling: words[index]) else { return nil }
      let next = index + 1 < words.count ? words[index + 1] : nil
      let before = words[..<index].suffix(3)
      guard unit == .kr, let factor = MoneyUnit(factor: Array(before)) else {
        // Numbers before the unit are an amount, or a date where one of them is a year.
        let numbers = words[..<index].reversed().prefix { $0.allSatisfy(\.isNumber) }
        let isAmount = !numbers.isEmpty && numbers.allSatisfy { Series(reading: $0).year == nil }
        return next == "per" || isAmount ? nil : (unit, next == nil)
      }
      return (factor, next == nil)
    }
  }

  /// Whether the text says the unit and nothing more, as "Belopp i tkr" does.
  var isUnitStatement: Bool {
    guard statedUnit != nil else { return false }
    let saysMore = lowercased().split { !$0.isLetter }.contains { word in
      !["belopp", "i", "alla", "anges", "är", "om", "inte", "annat", "hela", "tal"].contains(word)
        && MoneyUnit(spelling: word) == nil && MoneyUnit(factor: [String(word)]) == nil
    }
    return !saysMore
  }

  /// The text without the apostrophe that keeps a spreadsheet from running it as a formula.
  var withoutFormulaGuard: String {
    guard hasPrefix("'"), let scalar = drop(while: { $0 == "'" }).unicodeScalars.first,
      "=+-@\t\r\n".unicodeScalars.contains(scalar)
    else { return self }
    return String(dropFirst())
  }
}

extension MoneyUnit {
  /// The unit that words before kronor make of it: `tusen`, `miljoner`, `1000-tal`, `1 000`.
  fileprivate init?(factor words: [String]) {
    let known: [String: MoneyUnit] = [
      "tusen": .tkr, "tusental": .tkr, "tusentals": .tkr, "tusentalet": .tkr, "1000": .tkr,
      "miljon": .mnkr, "miljoner": .mnkr, "miljontals": .mnkr, "miljontal": .mnkr,
      "miljard": .mdkr, "miljarder": .mdkr,
    ]
    let nearest = words.last == "tal" ? words.dropLast().last : words.last
    if let nearest, let unit = known[nearest] {
      self = unit
    } else if words.suffix(2) == ["1", "000"] {
      self = .tkr
    } else {
      return nil
    }
  }
}

/// Makes names unique in the order they come.
struct UniqueNames {
  private var taken: Set<String> = []
  /// The last number that each name was given with.
  private var lastNumbers: [String: Int] = [:]

  /// The name, or the name with the first free number.
  /// - Parameters:
  ///   - name: The name wanted.
  ///   - numbered: How a name is written with a number.
  /// - Returns: The name, not given before.
  mutating func unique(_ name: String, numbered: (String, Int) -> String) -> String {
    var candidate = name
    var number = lastNumbers[name] ?? 1
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = numbered(name, number)
    }
    if number > 1 { lastNumbers[name] = number }
    return candidate
  }
}
