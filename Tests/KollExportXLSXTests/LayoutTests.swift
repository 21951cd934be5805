import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

struct LayoutTests {
  @Test func theFirstSheetIsSeenFirst() throws {
    let workbook = try WrittenWorkbook(AleTable.document)
    #expect(try workbook.sheet(1).contains("tabSelected=\"1\""))
    #expect(try !workbook.sheet(2).contains("tabSelected"))
    #expect(try !workbook.part("xl/workbook.xml").contains("activeTab"))
  }

  @Test func headersOfTheOnlyTableStayInSightAndAreRepeated() throws {
    let workbook = try WrittenWorkbook(AleTable.document)
    #expect(try workbook.sheet(2).contains("<pane ySplit=\"5\" topLeftCell=\"A6\""))
    #expect(try workbook.part("xl/workbook.xml").contains("'Sammanställning'!$5:$5"))
  }

  @Test func sheetsWithSeveralTablesFreezeAndRepeatNothing() throws {
    let blocks: [Block] = [.table(AleTable.table), .table(AleTable.table)]
    let document = Document(title: "R", sections: [Section(title: "R", blocks: blocks)])
    let workbook = try WrittenWorkbook(document)
    #expect(try !workbook.sheet().contains("<pane"))
    #expect(try !workbook.part("xl/workbook.xml").contains("Print_Titles"))
  }

  @Test func aHeaderFarDownIsNotFrozen() throws {
    let blocks: [Block] = [.list((0..<20).map { "Rad \($0)" }), .table(AleTable.table)]
    let document = Document(title: "R", sections: [Section(title: "R", blocks: blocks)])
    #expect(try !WrittenWorkbook(document).sheet().contains("<pane"))
  }

  @Test func sheetsArePrintedAcrossOnePageWide() throws {
    let sheet = try WrittenWorkbook(AleTable.document).sheet(2)
    #expect(
      sheet.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>")
    )
    #expect(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    #expect(sheet.contains("showGridLines=\"0\""))
    #expect(!sheet.contains("mergeCell"))
  }

  @Test func pagesCarryTitleSheetOrganisationAndNumber() throws {
    let sheet = try WrittenWorkbook(AleTable.document).sheet(2)
    let look = "&amp;9&amp;\"Arial,Regular\""
    #expect(
      sheet.contains(">&amp;L\(look)Budget 2021, ekonomisk sammanställning&amp;R\(look)&amp;A<")
    )
    #expect(sheet.contains("&amp;R\(look)Sida &amp;P av &amp;N<"))
    #expect(!sheet.contains("&amp;D"))
  }

  @Test func ampersandsInHeadersAreTextAndLongTitlesAreCut() throws {
    let title = String(repeating: "Bad & bio ", count: 60)
    let sheet = try WrittenWorkbook(document([column("Budget")], [], title: title)).sheet()
    let header = try #require(SheetReading.content("oddHeader", in: sheet))
    #expect(header.utf16.count <= 255)
    #expect(header.contains("Bad && bio"))
    // Each ampersand begins a code of ours or is one of a pair.
    let rest = header.split(separator: "&&").joined()
    #expect(rest.split(separator: "&", omittingEmptySubsequences: false).count == 8)
  }

  @Test func rowsBelowTheirSubtotalCanBeFolded() throws {
    let rows = [
      heading("Kultur", columns: 1), item("Bad", [tkr(1)], below: ["Kultur"]),
      item("Bio", [tkr(2)], below: ["Kultur"]),
      sum("Summa kultur", of: [2, 3], [tkr(3)], role: .subtotal), sum("Totalt", of: [4], [tkr(3)]),
    ]
    let sheet = try WrittenWorkbook(document([column("Budget")], rows)).sheet()
    #expect(sheet.split(separator: "outlineLevel=\"1\"").count == 3)
    #expect(sheet.contains("<row r=\"6\" spans=\"1:2\" outlineLevel=\"1\">"))
    #expect(!sheet.contains("summaryBelow"))
  }

  @Test func subtotalsAboveTheirRowsSaySo() throws {
    let rows = [
      sum("Kultur", of: [2, 3], [tkr(3)], role: .subtotal), item("Bad", [tkr(1)]),
      item("Bio", [tkr(2)]),
    ]
    let sheet = try WrittenWorkbook(document([column("Budget")], rows)).sheet()
    #expect(sheet.contains("summaryBelow=\"0\""))
  }

  @Test func columnsAreWideEnoughForTheirFigures() throws {
    let columns = [column("A", unit: .kr, decimals: 2)]
    let sheet = try WrittenWorkbook(
      document(columns, [item("Allt", [öre(-399_999_999_999_999)])])
    )
    .sheet()
    let width = try #require(
      sheet.split(separator: "<col ").last.flatMap {
        SheetReading.attribute("width", in: String($0))
      }
    )
    // Twenty-one signs of which five are narrow.
    #expect(try #require(Double(width)) >= 20)
  }

  @Test func propertiesStandInTheFile() throws {
    let core = try WrittenWorkbook(AleTable.document).part("docProps/core.xml")
    #expect(core.contains("<dc:title>Budget 2021, ekonomisk sammanställning</dc:title>"))
    #expect(core.contains("<dc:creator>Ale kommun, kommunstyrelsen</dc:creator>"))
    #expect(core.contains(">2020-12-31T12:00:00Z</dcterms:created>"))
    #expect(core.contains("<dc:description>Koll 0</dc:description>"))
  }

  @Test func aDocumentWithoutSectionsIsASheetWithItsTitle() throws {
    let workbook = try WrittenWorkbook(Document(title: "Tom rapport", sections: []))
    #expect(try workbook.sheetNames == ["Tom rapport"])
    #expect(try workbook.cells()["A1"]?.text == "Tom rapport")
  }
}
