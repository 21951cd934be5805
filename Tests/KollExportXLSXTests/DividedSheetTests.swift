import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

/// Records and lists of files that have more rows than a sheet.
struct DividedSheetTests {
  private static let records = ComputedTable(
    areaTitle: "Område",
    columns: [column("Belopp")],
    rows: (1...25).map { item("Område \($0)", [tkr(Int64($0))]) },
  )

  private static func document(_ blocks: [Block], before: [Section] = []) -> Document {
    Document(
      title: "Rapport",
      sections: [Section(title: "Innehåll", tab: "Läs mig", blocks: [.contents])] + before
        + [Section(title: "Alla belopp", tab: "Data", blocks: blocks)],
    )
  }

  private static func workbook(_ document: Document, rows: Int) throws -> WrittenWorkbook {
    try WrittenWorkbook(document, rowLimit: rows)
  }

  /// The texts of column A and the numbers of column B of the rows below a header.
  private static func rows(
    of workbook: WrittenWorkbook,
    onSheet sheet: Int,
  ) throws -> [String: Double] {
    let cells = try workbook.cells(sheet)
    var rows: [String: Double] = [:]
    for (place, cell) in cells where place.hasPrefix("A") {
      if let number = cells["B" + place.dropFirst()]?.number { rows[cell.text ?? ""] = number }
    }
    return rows
  }

  @Test func recordsGoOnOnTheNextSheetWithTheirHeader() throws {
    let document = Self.document([.paragraph("Med tecken."), .records(Self.records)])
    let workbook = try Self.workbook(document, rows: 15)
    #expect(try workbook.sheetNames == ["Läs mig", "Data", "Data (2)", "Data (3)"])
    var all: [String: Double] = [:]
    for sheet in 2...4 {
      let cells = try workbook.cells(sheet)
      #expect(cells.values.count { $0.text == "Område" } == 1)
      all.merge(try Self.rows(of: workbook, onSheet: sheet)) { _, _ in 0 }
      #expect(workbook.receipt.sheets[sheet - 1].tables == [2])
      #expect(workbook.receipt.sheets[sheet - 1].rows <= 15)
    }
    #expect(all.count == 25)
    #expect(all["Område 25"] == 25)
    #expect(workbook.receipt.warnings.isEmpty)
  }

  @Test func theSheetsOfATableLeadToEachOtherAndTheContentsToAll() throws {
    let workbook = try Self.workbook(Self.document([.records(Self.records)]), rows: 15)
    let contents = try workbook.cells(1).values.compactMap(\.text)
    #expect(contents.contains("Alla belopp"))
    #expect(contents.contains("Alla belopp, del 2"))
    #expect(contents.contains("Alla belopp, del 3"))
    #expect(workbook.receipt.sheets.map(\.links) == [3, 1, 2, 1])
    #expect(try workbook.cells(2)["A2"]?.text == "Fortsätter på bladet Data (2)")
    #expect(try workbook.sheet(2).contains("<hyperlink ref=\"A2\" location=\"'Data (2)'!A1\""))
    #expect(try workbook.cells(3)["A1"]?.text == "Alla belopp, del 2")
    #expect(try workbook.cells(3)["A2"]?.text == "Fortsättning från bladet Data")
    #expect(try workbook.cells(3)["A3"]?.text == "Fortsätter på bladet Data (3)")
    #expect(try workbook.cells(4)["A2"]?.text == "Fortsättning från bladet Data (2)")
  }

  @Test func everyNumberOfRowsThatASheetMayHaveHoldsAllRecordsInOrder() throws {
    for limit in [13, 20, 29, 30, 31, 32, 33] {
      let document = Self.document([
        .paragraph("Före."), .records(Self.records), .paragraph("Efter."),
      ])
      let workbook = try Self.workbook(document, rows: limit)
      var found: [String: Double] = [:]
      var last: [String] = []
      for sheet in 2...workbook.receipt.sheets.count {
        found.merge(try Self.rows(of: workbook, onSheet: sheet)) { _, _ in -1 }
        last = try workbook.cells(sheet).values.compactMap(\.text)
      }
      #expect(found.count == 25 && found.values.reduce(0, +) == 325, "\(limit) rows")
      #expect(last.contains("Efter."), "\(limit) rows")
    }
  }

  @Test func whatJustFitsStaysOnOneSheet() throws {
    // A title, a blank line, the header and the rows.
    let document = Self.document([.records(Self.records)])
    #expect(try Self.workbook(document, rows: 29).receipt.sheets.count == 2)
    #expect(try Self.workbook(document, rows: 28).receipt.sheets.count == 3)
  }

  @Test func rowsLeadToTheirFileOnWhicheverSheetItStands() throws {
    let files = ComputedTable(
      areaTitle: "Fil",
      columns: [column("Rader", .count)],
      rows: (1...25).map { item("fil\($0).csv", [absent]) },
    )
    var row = item("Skola", [tkr(1)])
    row.origin = Origin(file: "fil25.csv", line: 7)
    let table = ComputedTable(areaTitle: "Område", columns: [column("Budget")], rows: [row])
    let before = [Section(title: "Tabell", blocks: [.table(table)])]
    let document = Self.document([.sources(files)], before: before)
    let workbook = try Self.workbook(document, rows: 20)
    let name = try #require(try workbook.sheetNames.last)
    #expect(name == "Data (2)")
    #expect(try workbook.sheet(2).contains("location=\"'\(name)'!A"))
  }

  @Test func aTableWithSumsIsRefusedWithTheWayOut() throws {
    let folder = try TemporaryFolder()
    let exporter = WorkbookExporter(properties: .ofTests, rowLimit: 20)
    let error = #expect(throws: WorkbookError.self) {
      try exporter.write(
        Self.document([.table(Self.records)]),
        to: folder["x.xlsx"],
        temporaryFolder: folder.path,
      )
    }
    #expect(error == .tooManyRows(sheet: "Data", rows: 29))
    #expect(error?.phrase.english.hasSuffix("show fewer areas, or write it as csv") == true)
    #expect(try folder.tree.everything() == [])
  }
}
