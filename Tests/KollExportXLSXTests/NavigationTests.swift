import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

/// Ways from sheet to sheet, and tables that spreadsheet programs filter.
struct NavigationTests {
  private static func document(rows: Int = 3) -> Document {
    let records = ComputedTable(
      areaTitle: "Område",
      columns: [column("Slag", .text), column("Belopp")],
      rows: (0..<rows).map { item("Område \($0)", [Cell(.text("=Budget")), tkr(Int64($0))]) },
    )
    return Document(
      title: "Rapport",
      sections: [
        Section(title: "Innehåll", tab: "Läs mig", blocks: [.contents], isAppendix: true),
        Section(title: "Kultur & fritid: 'år' #1 50 %", tab: "Data", blocks: [.records(records)]),
        Section(title: "Kultur/fritid [x]", blocks: []),
      ],
    )
  }

  @Test func theContentsLeadToEveryOtherSheet() throws {
    let workbook = try WrittenWorkbook(Self.document())
    let sheet = try workbook.sheet(1)
    #expect(try workbook.cells(1)["A5"]?.text == "Kultur & fritid: 'år' #1 50 %")
    #expect(sheet.contains("<hyperlink ref=\"A5\" location=\"'Data'!A1\""))
    #expect(sheet.contains("<hyperlink ref=\"A6\" location=\"'Kultur-fritid (x)'!A1\""))
    #expect(workbook.receipt.sheets.map(\.links) == [2, 0, 0])
  }

  @Test func recordsAreATableOfTheProgramsOwn() throws {
    let workbook = try WrittenWorkbook(Self.document())
    let table = try workbook.part("xl/tables/table1.xml")
    #expect(table.contains("ref=\"A4:C7\""))
    #expect(table.contains("<autoFilter ref=\"A4:C7\"/>"))
    for title in ["Område", "Slag", "Belopp"] { #expect(table.contains("name=\"\(title)\"")) }
    let cells = try workbook.cells(2)
    #expect(cells["B4"]?.text == "Slag")
    #expect(cells["B5"]?.text == "=Budget")
    #expect(cells["C6"]?.value == .number("1"))
  }

  @Test func rowsLeadToTheFilesThatTheyComeFrom() throws {
    var rows = [item("Skola", [tkr(1)]), item("Vård", [tkr(2)]), item("Park", [tkr(3)])]
    rows[0].origin = Origin(file: "b.csv", line: 7)
    rows[1].origin = Origin(file: "okänd.csv", line: 8)
    let files = ComputedTable(
      areaTitle: "Fil",
      columns: [column("Rader", .count)],
      rows: ["a.csv", "b.csv"].map { item($0, [absent]) },
    )
    let table = ComputedTable(areaTitle: "Område", columns: [column("Budget")], rows: rows)
    let workbook = try WrittenWorkbook(
      Document(
        title: "Rapport",
        sections: [
          Section(title: "Tabell", blocks: [.table(table)]),
          Section(title: "Underlag", blocks: [.sources(files)]),
        ],
      )
    )
    func place(of text: String, onSheet sheet: Int) throws -> String {
      try #require(try workbook.cells(sheet).first { $0.value.text == text }).key
    }
    let (row, file) = try (place(of: "Skola", onSheet: 1), place(of: "b.csv", onSheet: 2))
    let link = "<hyperlink ref=\"\(row)\" location=\"'Underlag'!\(file)\" tooltip=\"b.csv, rad 7\""
    #expect(try workbook.sheet(1).contains(link))
    #expect(workbook.receipt.sheets.map(\.links) == [1, 0])
  }

  @Test func recordsWithoutRowsAreCellsAlone() throws {
    let workbook = try WrittenWorkbook(Self.document(rows: 0))
    #expect(workbook.receipt.sheets.map(\.tables) == [[], [], []])
  }

  @Test func aTableOrALinkThatIsLostIsFound() throws {
    let workbook = try WrittenWorkbook(Self.document())
    for part in workbook.allParts where part.name.contains("table") || part.name.contains("_rels/s")
    {
      let others = workbook.allParts.filter { $0.name != part.name }
      #expect(throws: WorkbookError.damaged(part: part.name, .missing)) {
        try workbook.receipt.verify(StoredArchive.bytes(of: others))
      }
      let empty = others + [(part.name, Array("<a/>".utf8))]
      #expect(throws: WorkbookError.damaged(part: part.name, .contentDiffers)) {
        try workbook.receipt.verify(StoredArchive.bytes(of: empty))
      }
    }
    let name = "xl/worksheets/sheet1.xml"
    let parts = try workbook.allParts.map { part in
      guard part.name == name else { return part }
      let text = try workbook.sheet(1).split(separator: "<hyperlink ")
      return (name, Array((text[0] + text[1].drop { $0 != "<" } + "").utf8))
    }
    #expect(throws: WorkbookError.self) {
      try workbook.receipt.verify(StoredArchive.bytes(of: parts))
    }
  }
}
