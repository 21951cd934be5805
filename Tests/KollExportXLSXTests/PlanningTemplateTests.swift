import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

/// A planning template, in which units add rows to their blocks.
@Suite struct PlanningTemplateTests {
  @Test func eachBlockIsSummedFromItsHeadingToTheRowAboveItsSum() throws {
    let cells = try WrittenWorkbook(try Document.planningTemplate()).cells()
    #expect(cells["A5"]?.text == "3 Kommunchef")
    #expect(cells["A8"]?.text == "Summa 3 Kommunchef")
    #expect(cells["B8"]?.formula?.contains("SUM(B5:INDEX(B:B,ROW()-1))") == true)
    #expect(cells["B8"]?.number == 33_473)
    #expect(cells["A11"]?.text == "Summa 5 Räddningstjänst")
    #expect(cells["D11"]?.formula?.contains("SUM(D9:INDEX(D:D,ROW()-1))") == true)
    #expect(cells["B12"]?.formula?.hasSuffix("SUM(B8,B11))") == true)
    #expect(cells["B12"]?.number == 64_590)
  }
}

extension OfficeTests {
  @Test func aRowInsertedAtEitherEdgeOfABlockIsCountedInItsSumAndTheTotal() throws {
    let office = try Office()
    let workbook = try WrittenWorkbook(try Document.planningTemplate())
    // Directly below the heading of the first block, and directly above its sum.
    for row in [6, 8] {
      let found = try office.inserting(1_000, into: workbook.bytes, row: row, column: 2)
      #expect(found.first { $0.place == "1!B9" }?.value == "34473", "row \(row)")
      #expect(found.first { $0.place == "1!B12" }?.value == "31117", "row \(row)")
      #expect(found.first { $0.place == "1!B13" }?.value == "65590", "row \(row)")
    }
  }
}

extension Document {
  /// The template of a verksamhetsplan: blocks with codes, a sum below each.
  fileprivate static func planningTemplate() throws -> Document {
    let plan = ImportedTable(
      text: """
        Besluts/verksamhetsområden | Prognos 2020 | Budget 2021 kostnader | Budget 2021 intäkter
        3 Kommunchef/3.1 Sektorcentrala medel | 16192 | 19043 | 750
        3 Kommunchef/3.2 Ekonomiavdelning     | 17281 | 19379 | 1000
        5 Räddningstjänst/5.1 BORF            | 31117 | 33287 |
        """,
      unit: .tkr,
      sign: .cost,
    )
    let columns = [
      "prognos 2020", "budget 2021 kostnader", "budget 2021 intäkter", "budget 2021",
    ]
    let (definition, _) = TableDefinition(joining: [plan]).inBlocks.declaring(
      columns.map { ColumnDeclaration(content: .series(Series(reading: $0))) }
    )
    var ledger = Ledger()
    try ledger.add(plan)
    let table = try definition.computed(from: ledger)
    return Document(title: "Plan", sections: [Section(title: "Plan", blocks: [.table(table)])])
  }
}
