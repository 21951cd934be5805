import KollImport
import KollModel
import KollTestSupport
import Testing

struct NumberGrammarExhaustiveTests {
  private func kind(_ reading: CellReading) -> String {
    switch reading {
    case .empty: "empty"
    case .number(let number): "\(number)"
    case .text: "text"
    case .malformed: "malformed"
    }
  }

  private func disagreement(
    alphabet: String,
    length: Int,
    grammar: NumberGrammar,
    reference: ReferenceNumbers,
  ) -> String? {
    for bytes in texts(over: Array(alphabet.utf8), upTo: length) {
      let text = String(decoding: bytes, as: UTF8.self)
      let found = kind(grammar.read(bytes[...]))
      let expected = reference.kind(of: text)
      if found != expected { return "\"\(text)\": \(found), expected \(expected)" }
    }
    return nil
  }

  @Test func allShortCellsOfDigitsBlanksMarksAndSignsAreReadAsTheReferenceHasThem() {
    let reference = ReferenceNumbers(digits: ["0", "1"], length: 6)
    let found = disagreement(
      alphabet: "01 ,.-*",
      length: 6,
      grammar: NumberGrammar(),
      reference: reference,
    )
    #expect(found == nil)
  }

  @Test func allShortCellsWithUnitsAreReadAsTheReferenceHasThem() {
    let reference = ReferenceNumbers(digits: ["1"], length: 6)
    let found = disagreement(
      alphabet: "1 kr%*-",
      length: 6,
      grammar: NumberGrammar(),
      reference: reference,
    )
    #expect(found == nil)
  }

  @Test func allShortCellsWithPointAndParenthesesAreReadAsTheReferenceHasThem() {
    let reference = ReferenceNumbers(
      digits: ["1"],
      length: 7,
      mark: ".",
      allowsParentheses: true,
    )
    let found = disagreement(
      alphabet: "1 .()*-",
      length: 6,
      grammar: NumberGrammar(decimalMark: .point, allowsParentheses: true),
      reference: reference,
    )
    #expect(found == nil)
  }

  @Test func allLongerCellsOfDigitsAndBlanksAreReadAsTheReferenceHasThem() {
    let reference = ReferenceNumbers(digits: ["1"], length: 12)
    let found = disagreement(
      alphabet: "1 ",
      length: 12,
      grammar: NumberGrammar(),
      reference: reference,
    )
    #expect(found == nil)
  }

  @Test func arbitraryBytesNeverTrap() {
    var generator = SeededGenerator(seed: 2)
    let likely: [UInt8] =
      Array("01 ,.-+()%*#kr".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x93, 0x88, 0x92, 0xFF, 0]
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        likely.randomElement(using: &generator) ?? 0
      }
      for mark in DecimalMark.allCases {
        let grammar = NumberGrammar(decimalMark: mark, allowsParentheses: true)
        if case .malformed(let problem) = grammar.read(bytes[...]) {
          #expect(!problem.message(quoting: "x").english.isEmpty)
        }
      }
    }
  }

  /// A number written in one of the ways that files have.
  private func write(
    _ number: Int64,
    decimals: Int,
    using generator: inout SeededGenerator,
  ) -> String {
    let blanks = ["", " ", "\u{A0}", "\u{202F}", "\u{2009}"]
    let isGrouped = Bool.random(using: &generator)
    let all = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - all.count)) + all
    let whole = Array(padded.dropLast(decimals))
    var text = ""
    for (index, digit) in whole.enumerated() {
      if isGrouped, index > 0, (whole.count - index) % 3 == 0 {
        text += blanks.dropFirst().randomElement(using: &generator) ?? " "
      }
      text.append(digit)
    }
    if decimals > 0 { text += "," + padded.suffix(decimals) }
    guard number < 0 else { return text }
    if Int.random(in: 0..<6, using: &generator) == 0 { return text + "-" }
    let sign = ["-", "−", "–"].randomElement(using: &generator) ?? "-"
    return sign + (blanks.randomElement(using: &generator) ?? "") + text
  }

  @Test func whatIsWrittenIsReadBack() {
    var generator = SeededGenerator(seed: 9)
    for round in 0..<20_000 {
      let shift = Int.random(in: 0..<63, using: &generator)
      let number = Int64.random(in: .min ... .max, using: &generator) >> Int64(shift)
      let decimals = Int.random(in: 0...4, using: &generator)
      let text = write(number, decimals: decimals, using: &generator)
      let expected = ReadNumber(coefficient: number, decimals: decimals)
      guard NumberGrammar().read(text) == .number(expected) else {
        Issue.record("round \(round): \(text), \(NumberGrammar().read(text))")
        return
      }
    }
  }
}
