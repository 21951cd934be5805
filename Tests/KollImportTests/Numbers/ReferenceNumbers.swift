import KollImport
import KollModel

/// All numbers that the grammar has up to a length, made instead of read.
struct ReferenceNumbers {
  /// The numbers by how they are written, without blanks around them.
  private(set) var numbers: [String: ReadNumber] = [:]
  private let digits: [Character]
  private let length: Int
  private let mark: Character
  private let allowsParentheses: Bool

  init(
    digits: [Character],
    length: Int,
    mark: Character = ",",
    allowsParentheses: Bool = false,
  ) {
    self.digits = digits
    self.length = length
    self.mark = mark
    self.allowsParentheses = allowsParentheses
    for (body, decimals) in bodies() { addSigned(body, decimals) }
  }

  private func runs(_ count: Int) -> [String] {
    (0..<count).reduce([""]) { runs, _ in runs.flatMap { run in digits.map { run + [$0] } } }
  }

  /// Whole numbers, in groups or not.
  private func wholes() -> [String] {
    let ungrouped = (1...length).flatMap(runs)
    var grouped = (1...3).flatMap(runs)
    var all = ungrouped
    while let shortest = grouped.first, shortest.count + 4 <= length {
      grouped = grouped.flatMap { head in runs(3).map { head + " " + $0 } }
      all += grouped.filter { $0.count <= length }
    }
    return all
  }

  private func bodies() -> [(String, Int)] {
    wholes().flatMap { whole -> [(String, Int)] in
      let room = length - whole.count - 1
      let fractions = room < 1 ? [] : (1...room).flatMap(runs)
      return [(whole, 0)] + fractions.map { (whole + [mark] + $0, $0.count) }
    }
  }

  private mutating func addSigned(_ body: String, _ decimals: Int) {
    let signs = ["", "+"] + (0..<length).map { "-" + String(repeating: " ", count: $0) }
    let magnitude = Int64(body.filter(\.isNumber)) ?? 0
    for sign in signs {
      addTailed(sign + body, sign.hasPrefix("-") ? -magnitude : magnitude, decimals)
    }
    addTailed(body + "-", -magnitude, decimals)
    guard allowsParentheses else { return }
    for before in 0..<length {
      addInParentheses(String(repeating: " ", count: before) + body, -magnitude, decimals)
    }
  }

  private mutating func addInParentheses(_ body: String, _ coefficient: Int64, _ decimals: Int) {
    guard body.count + 2 <= length else { return }
    let closings = (0..<length).map { String(repeating: " ", count: $0) + ")" }
    for closing in closings { addTailed("(" + body + closing, coefficient, decimals) }
    // Footnotes may stand inside, which the tails outside do not cover.
    for stars in 1..<length {
      for closing in closings {
        let mark = String(repeating: "*", count: stars)
        for gap in 0..<length {
          let text = "(" + body + String(repeating: " ", count: gap) + mark + closing
          if text.count <= length {
            numbers[text] = ReadNumber(
              coefficient: coefficient,
              decimals: decimals,
              footnote: mark,
            )
          }
        }
      }
    }
  }

  /// Adds a number with all units and footnotes that there is room for.
  private mutating func addTailed(_ text: String, _ coefficient: Int64, _ decimals: Int) {
    let units: [(String, MoneyUnit?)] = [("", nil), ("kr", .kr), ("kkr", .tkr), ("%", nil)]
    for (unit, meaning) in units {
      for stars in 0..<length {
        let footnote = String(repeating: "*", count: stars)
        let number = ReadNumber(
          coefficient: coefficient,
          decimals: decimals,
          unit: meaning,
          isPercent: unit == "%",
          footnote: footnote.isEmpty ? nil : footnote,
        )
        add(text, [unit, footnote], number)
        add(text, [footnote, unit], number)
      }
    }
  }

  /// Adds a number followed by parts with any blanks between them.
  private mutating func add(_ text: String, _ parts: [String], _ number: ReadNumber) {
    var texts = [text]
    for part in parts where !part.isEmpty {
      texts = texts.flatMap { text -> [String] in
        let room = length - text.count - part.count
        if room < 0 { return [] }
        let gaps = (0...room).map { text + String(repeating: " ", count: $0) + part }
        // A unit directly behind a star is not read as one.
        return part.first?.isLetter == true && text.last == "*" ? Array(gaps.dropFirst()) : gaps
      }
    }
    for text in texts where text.count <= length { numbers[text] = number }
  }

  /// What the grammar makes of a text, apart from why it is malformed.
  func kind(of text: String) -> String {
    let blanks = text.drop { $0 == " " }
    let trimmed = String(blanks.reversed().drop { $0 == " " }.reversed())
    if let number = numbers[trimmed] { return "\(number)" }
    let afterDash = trimmed.dropFirst().drop { $0 == " " }
    let isDash = trimmed.first == "-" && ["", "kr", "kkr"].contains(afterDash)
    if trimmed.isEmpty || isDash { return "empty" }
    let isMeant = trimmed.first.map { $0.isNumber || "-+(#".contains($0) } ?? false
    let isMark = ",.".contains(trimmed.first ?? " ") && trimmed.dropFirst().first?.isNumber == true
    return isMeant || isMark ? "malformed" : "text"
  }
}
