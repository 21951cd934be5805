import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

struct ChartTests {
  private static func document(
    title: String = "Mest sparar Skola",
    charts: Int = 1,
  ) throws -> Document {
    let table = ComputedTable(
      areaTitle: "Område",
      columns: [column("Budget"), column("Utfall", decimals: 1)],
      rows: [
        item("Skola", [tkr(900), tkr(100)]), item("Vård & omsorg", [tkr(-300), tkr(50)]),
        item("Kansli", [tkr(0), absent]), item("Övrigt", [tkr(5), tkr(5)]),
      ],
    )
    let chart = try Chart(
      title: title,
      table: table,
      rows: 0..<3,
      column: 1,
    )
    let blocks = [Block.table(table)] + (0..<charts).map { _ in Block.chart(chart) }
    return Document(
      title: "Rapport",
      sections: [
        Section(title: "Ett's blad", blocks: [.paragraph("Utan bild")]),
        Section(title: "2021", blocks: blocks), Section(title: "Tre", blocks: blocks),
      ],
    )
  }

  @Test func aChartShowsTheCellsOfItsTable() throws {
    let workbook = try WrittenWorkbook(Self.document())
    let chart = try workbook.part("xl/charts/chart1.xml")
    #expect(chart.contains("<c:f>'2021'!$A$5:$A$7</c:f>"))
    #expect(chart.contains("<c:f>'2021'!$C$5:$C$7</c:f>"))
    #expect(try workbook.cells(2)["A5"]?.text == "Skola")
    #expect(chart.contains("<a:t>Mest sparar Skola</a:t>"))
    #expect(chart.contains("<a:t>Belopp i tkr</a:t>"))
    #expect(
      try workbook.part("xl/drawings/drawing1.xml").contains(
        "descr=\"Mest sparar Skola. Staplar i tkr: Skola 100,0; Vård"
      )
    )
    #expect(try workbook.part("xl/charts/chart2.xml").contains("'Tre'!$C$5:$C$7"))
  }

  @Test func severalChartsOfASheetStandBelowEachOther() throws {
    let workbook = try WrittenWorkbook(Self.document(charts: 2))
    let drawing = try workbook.part("xl/drawings/drawing1.xml")
    let rows = drawing.split(separator: "<xdr:from>").dropFirst().compactMap { part in
      part.split(separator: "<xdr:row>").dropFirst().first?.split(separator: "<").first
        .flatMap { Int($0) }
    }
    #expect(rows.count == 2 && rows[1] > rows[0] + 8)
  }

  @Test(arguments: HostileText.all)
  func anyTitleGivesAWorkbookThatIsSound(title: String) throws {
    _ = try WrittenWorkbook(Self.document(title: title))
  }

  @Test func aChartWithoutItsTableIsLeftOut() throws {
    var document = try Self.document()
    document.sections[1].blocks.removeFirst()
    let workbook = try WrittenWorkbook(document)
    #expect(workbook.receipt.sheets.map(\.charts) == [[], [], [3]])
  }

  @Test func aPartOfAChartThatIsMissingOrCutIsRefused() throws {
    let workbook = try WrittenWorkbook(Self.document())
    let parts = workbook.allParts
    let drawn = parts.filter { $0.name.contains("chart") || $0.name.contains("drawing") }
    #expect(drawn.count == 6)
    for part in drawn {
      let others = parts.filter { $0.name != part.name }
      #expect(throws: WorkbookError.damaged(part: part.name, .missing)) {
        try workbook.receipt.verify(StoredArchive.bytes(of: others))
      }
      for length in stride(from: 0, to: part.contents.count, by: 97) {
        let cut = others + [(part.name, Array(part.contents[..<length]))]
        #expect(throws: WorkbookError.damaged(part: part.name, .malformed)) {
          try workbook.receipt.verify(StoredArchive.bytes(of: cut))
        }
      }
      let empty = others + [(part.name, Array("<a/>".utf8))]
      #expect(throws: WorkbookError.damaged(part: part.name, .contentDiffers)) {
        try workbook.receipt.verify(StoredArchive.bytes(of: empty))
      }
    }
  }
}
