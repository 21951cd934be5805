import KollCalculation
import KollModel
import KollTestSupport
import Testing

@Suite struct ExpressionParserTests {
  private static func column(
    _ title: String,
    key: String? = nil,
    kind: SeriesKind = .budget,
    side: Side? = .net,
    unit: MoneyUnit = .tkr,
  ) -> TableColumn {
    TableColumn(
      key: key ?? title.key,
      title: title,
      series: Series(kind, side: side),
      scale: Scale(unit: unit),
      decimals: 0,
    )
  }

  /// The columns that the expressions below name, by their places.
  private static let columns = [
    column("Budget"), column("Budget 2021"), column("Budget 2021 efter beslut"),
    column("2021", key: "aret"), column("Kostnad/år", key: "per-ar"), column("Å"),
    column("Andel", kind: .ratio), column("Antal", kind: .count), column("Text", kind: .text),
    column("Kronor", unit: .kr), column("Intäkt", side: .income), column("Okänd", side: nil),
  ]

  private func read(
    _ text: String,
    sign: SignConvention? = .cost,
  ) throws -> ExpressionParser.Result {
    try ExpressionParser.read(text, columns: Self.columns, sign: sign)
  }

  private static func minus(_ left: Expression, _ right: Expression) -> Expression {
    .binary(.minus, left, right)
  }

  private static let accepted: [(String, Expression)] = [
    ("Budget", .column(0)), ("  budget  ", .column(0)), ("BUDGET 2021", .column(1)),
    ("budget-2021", .column(1)), ("Budget 2021 efter beslut", .column(2)),
    ("Budget-Budget 2021", minus(.column(0), .column(1))),
    ("Budget - Budget 2021", minus(.column(0), .column(1))),
    ("Budget \u{2212} Budget 2021", minus(.column(0), .column(1))),
    ("[2021]", .column(3)), ("[aret]", .column(3)), ("aret", .column(3)),
    ("[Kostnad/år]", .column(4)), ("per-ar", .column(4)), ("[budget 2021]", .column(1)),
    ("å", .column(5)), ("Å", .column(5)), ("A\u{30A}", .column(5)),
    ("2021", .number(Rational(2021))), ("0,5", .number(Rational(5, decimals: 1))),
    ("0.5", .number(Rational(5, decimals: 1))), ("1,25", .number(Rational(125, decimals: 2))),
    ("Budget\u{A0}2021", .column(1)), ("budget  2021", .column(1)),
    ("[Budget\u{A0}2021]", .column(1)),
    ("\u{2212}Budget", .negated(.column(0))),
    ("-Budget", .negated(.column(0))), ("--Budget", .negated(.negated(.column(0)))),
    ("abs(Budget)", .magnitude(.column(0))), ("ABS ( Budget )", .magnitude(.column(0))),
    ("(Budget)", .column(0)), ("(((Budget)))", .column(0)),
    ("Budget + Budget * 2", .binary(.plus, .column(0), .binary(.times, .column(0), two))),
    ("(Budget + Budget) * 2", .binary(.times, .binary(.plus, .column(0), .column(0)), two)),
    ("Budget - Budget - Å", minus(minus(.column(0), .column(0)), .column(5))),
    ("Budget / 2 / 2", .binary(.over, .binary(.over, .column(0), two), two)),
    ("avvikelse(Budget, Budget 2021)", minus(.column(1), .column(0))),
    ("Avvikelse ( Budget ; Budget 2021 )", minus(.column(1), .column(0))),
    ("deviation(Budget, Budget 2021)", minus(.column(1), .column(0))),
    (
      "avvikelse%(Budget, Budget 2021)",
      .binary(.over, minus(.column(1), .column(0)), .magnitude(.column(1))),
    ),
    (
      "DEVIATION%(Budget, Budget 2021)",
      .binary(.over, minus(.column(1), .column(0)), .magnitude(.column(1))),
    ),
    ("\u{A0}Budget\t+\nÅ", .binary(.plus, .column(0), .column(5))),
  ]

  private static let fewColumns = [0, 1, 3, 6, 9, 11].map { columns[$0] }

  private static let two = Expression.number(Rational(2))

  @Test(arguments: accepted)
  func theGrammarIsReadAsDescribed(_ text: String, _ expected: Expression) throws {
    #expect(try read(text).expression == expected)
  }

  private static let refused: [(String, DiagnosticCode, Range<Int>)] = [
    ("", .expressionMalformed, 0..<0), ("   ", .expressionMalformed, 3..<3),
    ("Budget +", .expressionMalformed, 8..<8), ("Budget )", .expressionMalformed, 7..<8),
    ("(Budget", .expressionMalformed, 7..<7), ("Budget * / Å", .expressionMalformed, 9..<10),
    ("[Budget", .expressionMalformed, 0..<7), ("Budget Å", .expressionMalformed, 7..<8),
    ("1.2.3", .expressionMalformed, 3..<4), ("1234567890123456", .expressionMalformed, 0..<1),
    ("avvikelse(Budget)", .expressionMalformed, 16..<17),
    ("avvikelse(Budget, Å, Å)", .expressionMalformed, 19..<20),
    ("Budget = Å", .expressionMalformed, 7..<8), ("€", .expressionMalformed, 0..<1),
    ("Bugdet", .columnUnknown, 0..<6), ("[Bugdet]", .columnUnknown, 0..<8),
    ("Budget + Bugdet 2021", .columnUnknown, 9..<20), ("[]", .columnUnknown, 0..<2),
    ("Budgets", .columnUnknown, 0..<7), ("summa(Budget)", .columnUnknown, 0..<5),
    ("Budget * Budget", .expressionMixesKinds, 0..<15),
    ("Budget + Andel", .expressionMixesKinds, 0..<14),
    ("Budget + Text", .expressionMixesKinds, 0..<13),
    ("Budget + Antal", .expressionMixesKinds, 0..<14),
    ("Antal * Antal", .expressionMixesKinds, 0..<13),
    ("Å + (Budget - Kronor)", .expressionMixesKinds, 5..<20),
    ("Budget / Kronor", .expressionMixesKinds, 0..<15),
    ("1 / Budget", .expressionMixesKinds, 0..<10),
    ("avvikelse(Budget, Kronor)", .expressionMixesKinds, 10..<24),
    ("avvikelse(Andel, Andel)", .expressionMixesKinds, 10..<22),
    ("Å + avvikelse(Budget, Intäkt)", .expressionMixesKinds, 4..<29),
    ("avvikelse(Okänd, Okänd)", .signUnknown, 0..<23),
  ]

  @Test(arguments: refused)
  func eachFailureMarksItsPart(_ text: String, _ code: DiagnosticCode, _ part: Range<Int>) {
    let failure = #expect(throws: ExpressionParser.Failure.self) { try read(text) }
    #expect(failure?.code == code)
    #expect(failure?.part == part)
  }

  @Test func aMisspelledNameSuggestsTheNearestColumn() throws {
    let failure = #expect(throws: ExpressionParser.Failure.self) { try read("Bugdet 2021") }
    #expect(failure?.help?.english == "did you mean \"Budget 2021\"?")
    #expect(failure?.message.swedish == "ingen kolumn heter \"Bugdet 2021\"")
  }

  @Test func aNameThatNeedsBracketsIsSuggestedWithThem() {
    let failure = #expect(throws: ExpressionParser.Failure.self) { try read("[Kostnad/åer]") }
    #expect(failure?.help?.english == "did you mean \"[Kostnad/år]\"?")
  }

  @Test func parenthesesNestedDeeplyAreReadAndNestedTooDeeplyRefused() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "Budget" + String(repeating: close, count: depth)
    }
    #expect(try read(nested(60, "(", ")")).expression == .column(0))
    for (open, close) in [("(", ")"), ("-", ""), ("abs(", ")")] {
      let failure = #expect(throws: ExpressionParser.Failure.self) {
        try read(nested(100_000, open, close))
      }
      #expect(failure?.code == .expressionMalformed)
    }
  }

  @Test func aLongSumIsRead() throws {
    let text = [String](repeating: "Budget", count: 500).joined(separator: " + ")
    #expect(try read(text).expression.columns == [0])
  }

  @Test func aSumTooLongToBeWalkedIsRefused() throws {
    let text = [String](repeating: "Budget", count: 100_000).joined(separator: "+")
    let failure = #expect(throws: ExpressionParser.Failure.self) { try read(text) }
    #expect(failure?.message.english == "the expression has too many terms")
  }

  @Test func whatAnExpressionGivesFollowsFromItsColumns() throws {
    let kinds: [(String, SeriesKind, Bool)] = [
      ("Budget + Budget", .budget, false), ("Budget - Budget 2021", .variance, true),
      ("Budget * 0,5", .budget, false), ("Budget / Budget 2021", .ratio, false),
      ("avvikelse(Budget, Å)", .variance, true), ("avvikelse%(Budget, Å)", .ratio, true),
      ("(Budget - Å) / Å", .ratio, true), ("Antal + Antal", .count, false),
      ("Antal / Antal", .ratio, false), ("1 + 1", .count, false), ("Andel * 2", .ratio, false),
      ("abs(Budget - Å)", .variance, false),
    ]
    for (text, kind, isChange) in kinds {
      let result = try read(text)
      #expect(result.kind == kind, "\(text)")
      #expect(result.isChange == isChange, "\(text)")
    }
  }

  @Test func aComparisonKnowsWhatItCompares() throws {
    #expect(try read("avvikelse(Budget, Å)").comparison?.words == "0 against 5")
    #expect(try read("avvikelse%(Budget, Å)").comparison?.words == "0 against 5")
    #expect(try read("Budget - Å").comparison?.words == "0 to 5")
    #expect(try read("(Budget - Å) / Å").comparison?.words == "0 to 5")
    #expect(try read("(Budget - Å) / Budget").comparison == nil)
    #expect(try read("Budget - Å - Å").comparison == nil)
    #expect(try read("-(Budget - Å)").comparison == nil)
  }

  @Test(arguments: Seeds.first(20))
  func arbitraryTextIsReadOrRefusedWithinItself(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "Budget", "Budget 2021", "budget", "[2021]", "[", "]", "(", ")", "+", "-", "*", "/", " ", ",",
      ";", ".", "1", "0,5", "999999999999999", "abs(", "avvikelse(", "deviation%(", "Å", "A\u{30A}",
      "\u{301}", "👩‍👩‍👧", "\u{0}", "%", "\u{2212}", "Andel", "Okänd", "\n", "\"", "Kronor", "½", "٣",
    ]
    for round in 0..<5000 {
      let text =
        round.isMultiple(of: 4)
        ? String(
          decoding: generator.bytes(Int.random(in: 0...40, using: &generator)),
          as: UTF8.self,
        )
        : generator.text(of: pieces, count: 0...12)
      let sign = generator.element(of: [SignConvention.cost, .result, .ledger, nil])
      guard !Self.staysWithin(text, sign: sign) else { continue }
      Issue.record("\(text.debugDescription), \(String(describing: sign))")
    }
  }

  /// Whether what is read names only columns there are, or what is refused lies in the text.
  private static func staysWithin(_ text: String, sign: SignConvention?) -> Bool {
    do throws(ExpressionParser.Failure) {
      let result = try ExpressionParser.read(text, columns: fewColumns, sign: sign)
      return result.expression.columns.allSatisfy { fewColumns.indices.contains($0) }
    } catch {
      return error.part.lowerBound >= 0 && error.part.upperBound <= text.unicodeScalars.count
    }
  }
}
