import KollImport
import KollModel
import Testing

struct NumberGrammarTests {
  typealias Problem = CellReading.Problem

  private func number(
    _ coefficient: Int64,
    _ decimals: Int = 0,
    unit: MoneyUnit? = nil,
    isPercent: Bool = false,
    footnote: String? = nil,
  ) -> CellReading {
    .number(
      ReadNumber(
        coefficient: coefficient,
        decimals: decimals,
        unit: unit,
        isPercent: isPercent,
        footnote: footnote,
      )
    )
  }

  private func read(_ text: String) -> CellReading { NumberGrammar().read(text) }

  @Test(
    arguments: [
      ("0", 0, 0), ("0,0", 0, 1), ("-0", 0, 0), ("−0,0", 0, 1), ("5", 5, 0), ("007", 7, 0),
      ("2748,6", 27_486, 1), ("2 690,0", 26_900, 1), ("1 234,567", 1_234_567, 3),
      ("31\u{A0}117", 31_117, 0), ("1\u{202F}234\u{2009}567\u{A0}890", 1_234_567_890, 0),
      ("-698", -698, 0), ("−698", -698, 0), ("–698", -698, 0), ("- 698", -698, 0),
      ("−\u{A0}31", -31, 0), ("– 423 231", -423_231, 0), ("–\u{202F}5", -5, 0),
      ("-\u{2009}5", -5, 0),
      ("+284", 284, 0), ("+4 100", 4_100, 0), ("1 234-", -1_234, 0), ("1 234,5−", -12_345, 1),
      (" 18 379 ", 18_379, 0), ("\u{A0}18\u{A0}379\u{A0}", 18_379, 0), ("\t5\r\n", 5, 0),
      ("-5,7", -57, 1), ("000000000000000000000000001", 1, 0),
      ("9223372036854775807", .max, 0), ("-9223372036854775808", .min, 0),
      ("9 223 372 036 854 775 807", .max, 0), ("-    1 234", -1_234, 0),
    ] as [(String, Int64, Int)]
  )
  func aNumberIsReadExactly(text: String, coefficient: Int64, decimals: Int) {
    #expect(read(text) == number(coefficient, decimals))
  }

  @Test(
    arguments: [
      ("1 234 kr", 1_234, MoneyUnit.kr), ("1 234kr", 1_234, .kr), ("5 tkr", 5, .tkr),
      ("5 Kkr", 5, .tkr),
      ("5\u{A0}mnkr", 5, .mnkr), ("5 Mkr", 5, .mnkr), ("5 MKR", 5, .mnkr), ("5 mdkr", 5, .mdkr),
      ("-5 tkr", -5, .tkr), ("5- kr", -5, .kr),
    ] as [(String, Int64, MoneyUnit)]
  )
  func aUnitBehindANumberIsKept(text: String, coefficient: Int64, unit: MoneyUnit) {
    #expect(read(text) == number(coefficient, unit: unit))
  }

  @Test func aPerCentSignBehindANumberIsKept() {
    #expect(read("75 %") == number(75, isPercent: true))
    #expect(read("+4,8%") == number(48, 1, isPercent: true))
    #expect(read("−1,4\u{A0}%") == number(-14, 1, isPercent: true))
  }

  @Test func aFootnoteMarkKeepsTheNumber() {
    #expect(read("1 234*") == number(1_234, footnote: "*"))
    #expect(read("1 234 **") == number(1_234, footnote: "**"))
    #expect(read("1 234¹") == number(1_234, footnote: "¹"))
    #expect(read("-5,5²³") == number(-55, 1, footnote: "²³"))
    #expect(read("5 kr*") == number(5, unit: .kr, footnote: "*"))
    #expect(read("5* kr") == number(5, unit: .kr, footnote: "*"))
  }

  @Test(arguments: [
    "", " ", "\u{A0}", "\t", "-", "–", "—", " - ", "\u{A0}–\u{A0}", "-   kr", "– tkr",
  ])
  func nothingAndADashAloneAreNoValue(text: String) {
    #expect(read(text) == .empty)
  }

  @Test(
    arguments: [
      "Ej aktuellt", "nästan 300 000", "ca 5", "kr 5", "*", "e", "å", "— se not", ".", ",", "",
      "≈5",
      "%", "/5",
    ].filter { !$0.isEmpty }
  )
  func wordsAreText(text: String) {
    #expect(read(text) == .text)
  }

  @Test(
    arguments: [
      ("1.234,5", Problem.mixedMarks), ("1,234.5", .mixedMarks), ("1.234.567,89", .mixedMarks),
      ("1.234.567", .groupMarks), ("1,234,567", .groupMarks), ("1,5,", .groupMarks),
      ("12 34", .badGroup), ("1 2345", .badGroup), ("1234 567", .badGroup), ("1  234", .badGroup),
      ("1 234 5", .badGroup), ("1,5 3", .badGroup), ("1 234,567 890", .badGroup),
      ("1\t234", .badGroup),
      ("1e3", .exponent), ("1,5E+10", .exponent), ("1E-05", .exponent),
      ("1.234", .ambiguousMark), ("12.500", .ambiguousMark), ("-123.456", .ambiguousMark),
      ("1.5", .otherDecimalMark), ("0.123", .otherDecimalMark), ("1234.567", .otherDecimalMark),
      ("1 234.567", .otherDecimalMark), ("12.3456", .otherDecimalMark),
      ("1,", .markWithoutDigit), (",5", .markWithoutDigit), ("-,5", .markWithoutDigit),
      ("1.", .markWithoutDigit), (".5", .markWithoutDigit), ("1, 5", .markWithoutDigit),
      ("#SAKNAS!", .spreadsheetError), ("#REF!", .spreadsheetError),
      ("#VÄRDEFEL!", .spreadsheetError),
      ("#DIVISION/0!", .spreadsheetError), ("#N/A", .spreadsheetError),
      ("#NAMN?", .spreadsheetError),
      ("#", .spreadsheetError), ("########", .columnTooNarrow), ("##", .columnTooNarrow),
      ("9223372036854775808", .tooManyDigits), ("-9223372036854775809", .tooManyDigits),
      ("99999999999999999999999", .tooManyDigits),
      ("18446744073709551616", .tooManyDigits), ("18446744073709551619", .tooManyDigits),
      ("5*kr", .trailingText), ("0,0000000000000000000", .tooManyDigits),
      ("1 234,5O", .letterInside), ("1O2", .letterInside), ("12abc", .letterInside),
      ("5st", .letterInside),
      ("5 st", .unknownUnit), ("3 årsarbetare", .unknownUnit), ("31 augusti", .unknownUnit),
      ("2021-03", .dateOrRange), ("2021-03-01", .dateOrRange), ("2019–2021", .dateOrRange),
      ("1/3", .dateOrRange), ("12:30", .dateOrRange),
      ("1 234 =", .trailingText), ("5 kr kr", .trailingText), ("5%%", .trailingText),
      ("5* *", .trailingText),
      ("5 kr/inv", .trailingText), ("1'234", .trailingText), ("5 -", .trailingText),
      ("5 % kr", .trailingText),
      ("(1 234)", .parentheses), ("(", .parentheses), ("1)", .unbalancedParenthesis),
      ("--5", .severalSigns), ("-+5", .severalSigns), ("-5-", .severalSigns),
      ("- −5", .severalSigns),
      ("+", .signWithoutNumber), ("−", .signWithoutNumber), ("- se not", .signWithoutNumber),
      ("- %", .signWithoutNumber), ("—5", .unknownSign), ("— 5", .unknownSign),
      ("\u{AD}5", .unknownSign),
      ("\u{2011}5", .unknownSign), ("\u{200B}5", .invisibleCharacter),
      ("\u{202D}-5", .invisibleCharacter),
      ("\u{FEFF}5", .invisibleCharacter),
    ]
  )
  func whatBeginsLikeANumberAndIsNoneIsMalformed(text: String, problem: Problem) {
    #expect(read(text) == .malformed(problem))
  }

  @Test func aPointIsTheDecimalMarkWhereItIsSaid() {
    let grammar = NumberGrammar(decimalMark: .point)
    #expect(grammar.read("1.234") == number(1_234, 3))
    #expect(grammar.read("-1 234.5") == number(-12_345, 1))
    #expect(grammar.read("1,234") == .malformed(.ambiguousMark))
    #expect(grammar.read("1,5") == .malformed(.otherDecimalMark))
    #expect(grammar.read("1,234.5") == .malformed(.mixedMarks))
  }

  @Test func parenthesesAreMinusWhereItIsSaid() {
    let grammar = NumberGrammar(allowsParentheses: true)
    #expect(grammar.read("(1 234)") == number(-1_234))
    #expect(grammar.read("( 1 234,5 )") == number(-12_345, 1))
    #expect(grammar.read("(5 tkr)*") == number(-5, unit: .tkr, footnote: "*"))
    #expect(grammar.read("(5) kr") == number(-5, unit: .kr))
    #expect(grammar.read("(0)") == number(0))
    #expect(grammar.read("(5") == .malformed(.unbalancedParenthesis))
    #expect(grammar.read("5)") == .malformed(.unbalancedParenthesis))
    #expect(grammar.read("(-5)") == .malformed(.severalSigns))
    #expect(grammar.read("-(5)") == .malformed(.severalSigns))
    #expect(grammar.read("(5-)") == .malformed(.severalSigns))
    #expect(grammar.read("(se not)") == .malformed(.signWithoutNumber))
  }

  @Test func eachProblemSaysWhatItIsInBothLanguages() {
    var seen: Set<String> = []
    for problem in Problem.allCases {
      let message = problem.message(quoting: "1 234,5O")
      #expect(message.swedish.hasPrefix("\"1 234,5O\" "))
      #expect(message.english.hasPrefix("\"1 234,5O\" "))
      #expect(message.swedish != message.english)
      #expect(seen.insert(message.english).inserted)
    }
  }

  @Test func eachProblemHasItsCode() {
    #expect(Problem.ambiguousMark.code == .amountAmbiguous)
    #expect(Problem.tooManyDigits.code == .amountTooLarge)
    #expect(Problem.letterInside.code == .amountNotANumber)
  }

  @Test func aMillionDigitsEndInAnError() {
    #expect(read(String(repeating: "9", count: 1_000_000)) == .malformed(.tooManyDigits))
    #expect(read("1" + String(repeating: " 000", count: 100_000)) == .malformed(.tooManyDigits))
    #expect(read(String(repeating: " ", count: 1_000_000)) == .empty)
    #expect(read(String(repeating: "-", count: 100_000)) == .malformed(.severalSigns))
  }
}
