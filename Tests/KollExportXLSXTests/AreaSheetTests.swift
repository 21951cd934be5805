import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

/// The sheets of single nämnder, which the summary reads its figures from.
@Suite struct AreaSheetTests {
  static func document(
    depth: Int?,
    sections: [ReportDefinition.SectionKind],
  ) throws -> Document {
    let imported = ImportedTable(
      text: """
        Område | Budget 2021 | Utfall 2021
        Skol'n/Norra | 10 | 12
        Skol'n/Södra | 20 | 19
        Vård/Hemtjänst/Öst | 5 | 6
        Kultur | 7 | 7
        """,
      unit: .tkr,
      sign: .cost,
    )
    var ledger = Ledger()
    try ledger.add(imported)
    var definition = TableDefinition(joining: [imported])
    try definition.addColumn(
      titled: "Avvikelse",
      expression: "avvikelse(Utfall 2021, Budget 2021)",
    )
    var table = try definition.computed(from: ledger)
    table.name = .areas
    return try ReportBuilder(
      definition: ReportDefinition(
        name: "r",
        title: "R",
        year: 2021,
        unit: .tkr,
        depth: depth,
        columns: .declared([]),
        sections: sections.map(ReportDefinition.Section.standard),
      ),
      period: ReportPeriod(year: 2021),
      organisation: "N",
      table: table,
      savings: nil,
      sources: [],
    ).document()
  }

  @Test func aSummaryToADepthReadsTheTotalsOfItsAreas() throws {
    let document = try Self.document(depth: 1, sections: [.summary, .table, .areas])
    let workbook = try WrittenWorkbook(document)
    #expect(
      try workbook.sheetNames
        == ["Sammanfattning", "Sammanställning", "Skol\u{2019}n", "Vård"]
    )
    let cells = try workbook.cells(2)
    let row = try #require(cells.first { $0.value.text == "Skol'n" }?.key.dropFirst())
    #expect(cells["B\(row)"]?.formula == "'Skol\u{2019}n'!B7")
    #expect(cells["D\(row)"]?.formula?.contains("B\(row)-C\(row)") == true)
    #expect(cells["B\(row)"]?.number == 30)
    let total = try #require(cells.first { $0.value.text == "Totalt" }?.key.dropFirst())
    #expect(cells["B\(total)"]?.formula?.contains("SUM(") == true)
    // An area without parts has no sheet, and its figures stand in the summary.
    let culture = try #require(cells.first { $0.value.text == "Kultur" }?.key.dropFirst())
    #expect(cells["B\(culture)"]?.formula == nil)
    #expect(try workbook.sheet(2).contains("location=\"'Skol\u{2019}n'!A7\""))
  }

  @Test func everyRowOfASummaryOfAllLevelsReadsItsArea() throws {
    let document = try Self.document(depth: nil, sections: [.summary, .table, .areas])
    let workbook = try WrittenWorkbook(document)
    let cells = try workbook.cells(2)
    for (label, cell) in [
      ("Norra", "'Skol\u{2019}n'!C5"), ("Södra", "'Skol\u{2019}n'!C6"),
      ("Vård / Hemtjänst / Öst", "'Vård'!C5"),
    ] {
      let row = try #require(cells.first { $0.value.text == label }?.key.dropFirst())
      #expect(cells["C\(row)"]?.formula == cell)
    }
  }

  @Test(.enabled(if: Office.isExpected, Comment(rawValue: Office.reason)))
  func whatIsChangedInAnAreaReachesTheSummary() throws {
    let document = try Self.document(depth: 1, sections: [.areas, .table])
    let workbook = try WrittenWorkbook(document)
    let cells = try workbook.cells()
    let place = try #require(cells.first { $0.value.text == "Norra" }?.key.dropFirst())
    let row = try #require(Int(place))
    let found = try Office().setting(110, in: workbook.bytes, row: row, column: 2)
    let summary = try workbook.cells(3)
    let total = try #require(summary.first { $0.value.text == "Totalt" }?.key.dropFirst())
    #expect(found.first { $0.place == "3!B\(total)" }?.value == "142")
    #expect(found.first { $0.place == "3!D\(total)" }?.value == "98")
  }
}
