import KollCalculation
import KollModel
import KollReport
import Testing

struct FormulaTests {
  /// The formula of column D over B and C, the numbers of which are 12 and 4.
  private func formula(_ expression: Expression, gives value: Cell) throws -> WrittenCell? {
    let kind: SeriesKind = if case .ratio = value.value { .ratio } else { .variance }
    let columns = [column("Ett"), column("Två"), column("Svar", kind, by: expression)]
    let workbook = try WrittenWorkbook(
      document(columns, [item("Rad", [tkr(12), tkr(4), value])])
    )
    return try workbook.cells()["D5"]
  }

  private static let one = Expression.column(0)
  private static let two = Expression.column(1)

  @Test(
    arguments: [
      (.binary(.minus, one, two), "B5-C5", 8),
      (.binary(.minus, one, .binary(.minus, two, one)), "B5-(C5-B5)", 20),
      (.binary(.minus, .binary(.minus, one, two), one), "B5-C5-B5", -4),
      (.binary(.plus, one, .binary(.times, two, two)), "B5+C5*C5", 28),
      (.binary(.times, .binary(.plus, one, two), two), "(B5+C5)*C5", 64),
      (.binary(.times, one, .number(Rational(15, decimals: 1))), "B5*1.5", 18),
      (.magnitude(.binary(.minus, two, one)), "ABS(C5-B5)", 8),
      (.negated(.binary(.minus, one, two)), "-(B5-C5)", -8),
      (.binary(.minus, one, .negated(two)), "B5-(-C5)", 16),
      (.binary(.minus, .negated(one), two), "(-B5)-C5", -16),
      (.binary(.plus, one, .number(Rational(-3))), "B5+(-3)", 9),
    ] as [(Expression, String, Int64)]
  )
  func expressionsAreWrittenAsPeopleWouldWriteThem(
    expression: Expression,
    text: String,
    value: Int64,
  ) throws {
    let operands = expression.columns.map { ["B5", "C5"][$0] }
    let cell = try formula(expression, gives: tkr(value))
    let guardText = "COUNT(\(operands.joined(separator: ",")))<\(operands.count)"
    #expect(cell?.formula == "IF(\(guardText),\"–\",\(text))")
    #expect(cell?.number == Double(value))
  }

  @Test func divisionsAreGuardedForZero() throws {
    let cell = try formula(.binary(.over, Self.one, Self.two), gives: share(3, of: 1))
    #expect(cell?.formula == "IF(COUNT(B5,C5)<2,\"–\",IF(C5=0,\"–\",B5/C5))")
  }

  @Test func differencesAreRoundedBeforeTheyAreComparedWithZero() throws {
    let divisor = Expression.binary(.minus, Self.one, Self.two)
    let cell = try formula(.binary(.over, Self.two, divisor), gives: share(1, of: 2))
    #expect(cell?.formula == "IF(COUNT(B5,C5)<2,\"–\",IF(ROUND(B5-C5,5)=0,\"–\",C5/(B5-C5)))")
  }

  @Test func innerDivisorsAreTestedFirst() throws {
    let inner = Expression.binary(.over, Self.one, Self.two)
    let cell = try formula(.binary(.over, Self.one, inner), gives: share(4, of: 1))
    #expect(
      cell?.formula
        == "IF(COUNT(B5,C5)<2,\"–\",IF(C5=0,\"–\",IF(B5/C5=0,\"–\",B5/(B5/C5))))"
    )
  }

  @Test func thirdsAreWrittenAsQuotients() throws {
    let third = try #require(Rational(1, over: 3))
    let cell = try formula(.binary(.times, Self.one, .number(third)), gives: tkr(4))
    #expect(cell?.formula?.contains("B5*(1/3)") == true)
  }

  @Test func absentOperandsGiveAFormulaThatShowsADash() throws {
    let columns = AleTable.columns
    let cells = [absent, tkr(1), tkr(2), Cell(.absent(.operandAbsent)), tkr(1), share(1, of: 1)]
    let cell = try WrittenWorkbook(document(columns, [item("Rad", cells)])).cells()["E5"]
    #expect(cell?.formula == "IF(COUNT(B5,C5)<2,\"–\",C5-B5)")
    #expect(cell?.text == "–")
  }

  @Test func divisionByZeroGivesAFormulaThatShowsADash() throws {
    let columns = AleTable.columns
    let cells = [tkr(0), tkr(0), tkr(2), tkr(0), tkr(2), Cell(.absent(.zeroBase))]
    let cell = try WrittenWorkbook(document(columns, [item("Rad", cells)])).cells()["G5"]
    #expect(cell?.formula == "IF(COUNT(C5,F5)<2,\"–\",IF(C5=0,\"–\",F5/C5))")
    #expect(cell?.text == "–")
  }

  /// The workbook shows what the document says, also when the two do not fit together.
  @Test func figuresThatTheirFormulaDoesNotGiveAreWrittenAsFigures() throws {
    let cell = try formula(.binary(.minus, Self.one, Self.two), gives: tkr(7))
    #expect(cell == WrittenCell(pattern: "#,##0;[Red]-#,##0", formula: nil, value: .number("7")))
    let sums = document(
      [column("Budget")],
      [item("Bad", [tkr(1)]), sum("Totalt", of: [1], [tkr(2)])],
    )
    #expect(try WrittenWorkbook(sums).cells()["B6"]?.formula == nil)
  }

  @Test func expressionsOfColumnsThatAreNotThereAreWrittenAsFigures() throws {
    let cell = try formula(.binary(.plus, Self.one, .column(99)), gives: tkr(12))
    #expect(cell?.formula == nil)
    #expect(cell?.number == 12)
  }

  @Test func figuresRoundedToTheÖreKeepTheirFormula() throws {
    let expression = Expression.binary(.over, Self.one, .number(Rational(7)))
    let cell = try formula(expression, gives: öre(171_429))
    #expect(cell?.formula == "IF(COUNT(B5)<1,\"–\",IF(7=0,\"–\",B5/7))")
    #expect(cell?.number == 1.71429)
  }
}
