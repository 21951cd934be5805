import KollCalculation
import KollModel
import KollReport
import Testing

struct SumFormulaTests {
  private func formula(at cell: String, _ rows: [ComputedRow]) throws -> String? {
    try WrittenWorkbook(document([column("Budget")], rows)).cells()[cell]?.formula
  }

  private let one = item("Ett", [tkr(1)])
  private let two = item("Två", [tkr(2)])
  private let three = item("Tre", [tkr(3)])

  @Test func sumOfTheRowsAboveGrowsAtBothEdges() throws {
    let rows = [one, two, three, sum("Totalt", of: [1, 2, 3], [tkr(6)])]
    #expect(
      try formula(at: "B8", rows)
        == "IF(COUNT(B4:INDEX(B:B,ROW()-1))=0,\"–\",SUM(B4:INDEX(B:B,ROW()-1)))"
    )
  }

  @Test func sumUnderAHeadingBeginsAtTheHeading() throws {
    let rows = [
      three, heading("Grupp", columns: 1), one, two,
      sum("Summa", of: [3, 4], [tkr(3)], role: .subtotal),
    ]
    #expect(try formula(at: "B9", rows)?.contains("SUM(B6:INDEX(B:B,ROW()-1))") == true)
  }

  @Test func sumOfSubtotalsNamesThemOneByOne() throws {
    let rows = [
      one, sum("Summa ett", of: [1], [tkr(1)], role: .subtotal),
      two, sum("Summa två", of: [3], [tkr(2)], role: .subtotal),
      three, sum("Totalt", of: [2, 4], [tkr(3)]),
    ]
    #expect(try formula(at: "B10", rows) == "IF(COUNT(B6,B8)=0,\"–\",SUM(B6,B8))")
  }

  @Test func sumOfSubtotalsEndsInTheLastOfThem() throws {
    let rows = [
      one, sum("Summa ett", of: [1], [tkr(1)], role: .subtotal),
      two, sum("Summa två", of: [3], [tkr(2)], role: .subtotal),
      sum("Totalt", of: [2, 4], [tkr(3)]),
    ]
    #expect(try formula(at: "B9", rows) == "IF(COUNT(B6,B8)=0,\"–\",SUM(B6,B8))")
  }

  @Test func sumsAboveTheirRowsNameTheBlock() throws {
    let rows = [sum("Summa", of: [2, 3], [tkr(3)], role: .subtotal), one, two]
    #expect(try formula(at: "B5", rows) == "IF(COUNT(B6:B7)=0,\"–\",SUM(B6:B7))")
  }

  @Test func rowsThatAreTakenAwayAreSubtracted() throws {
    let rows = [three, one, sum("Kvar", of: [1, -2], [tkr(2)], role: .subtotal)]
    #expect(try formula(at: "B7", rows) == "IF(COUNT(B5,B6)<2,\"–\",B5-B6)")
    let negated = [three, one, sum("Kvar", of: [-1, 2], [tkr(-2)], role: .subtotal)]
    #expect(try formula(at: "B7", negated) == "IF(COUNT(B5,B6)<2,\"–\",-B5+B6)")
  }

  @Test func absentRowsAreSkippedAsTheTableSkipsThem() throws {
    let rows = [
      item("Utan", [absent]), one, sum("Kvar", of: [-1, 2], [tkr(1)], role: .subtotal),
    ]
    #expect(try formula(at: "B7", rows) == "IF(COUNT(B6,B5)=0,\"–\",SUM(B6)-SUM(B5))")
  }

  @Test func sumOfNothingButAbsentFiguresIsADash() throws {
    let rows = [item("Utan", [absent]), sum("Totalt", of: [1], [Cell(.absent(.operandAbsent))])]
    let cell = try WrittenWorkbook(document([column("Budget")], rows)).cells()["B6"]
    #expect(cell?.text == "–")
    #expect(cell?.formula?.contains("COUNT") == true)
  }

  @Test func sharesAreNotSummed() throws {
    let rows = [item("Ett", [share(1, of: 2)]), sum("Totalt", of: [1], [absent])]
    let workbook = try WrittenWorkbook(document([column("Andel", .ratio)], rows))
    #expect(try workbook.cells().values.allSatisfy { $0.formula == nil })
  }

  @Test func sumsOfMoreCellsThanAFunctionTakesAreDivided() throws {
    var rows = (0..<601).map { item("Rad \($0)", [tkr(1)]) }
    let terms = stride(from: 1, through: 601, by: 2).map { $0 }
    rows.append(sum("Totalt", of: terms, [tkr(301)]))
    let formula = try #require(try formula(at: "B606", rows))
    #expect(formula.split(separator: "SUM(").count == 3)
    #expect(formula.utf8.count < 8_192)
  }

  @Test func sumsTooLongForAFormulaAreWrittenAsFigures() throws {
    var rows = (0..<3_001).map { item("Rad \($0)", [tkr(1)]) }
    let terms = stride(from: 1, through: 3_001, by: 2).map { $0 }
    rows.append(sum("Totalt", of: terms, [tkr(1_501)]))
    let cell = try WrittenWorkbook(document([column("Budget")], rows)).cells()["B3006"]
    #expect(cell?.formula == nil)
    #expect(cell?.number == 1_501)
  }

  @Test func termsThatPointNowhereAreIgnored() throws {
    for terms in [[9], [2], [-9]] {
      let rows = [one, sum("Totalt", of: terms, [tkr(1)])]
      #expect(try formula(at: "B6", rows) == nil)
    }
  }
}
