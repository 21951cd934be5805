import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

/// Sheets that people fill in.
@Suite struct FormTests {
  static let document: Document = {
    let table = ComputedTable(
      areaTitle: "Område",
      columns: [column("Budget"), column("Prognos 2021 per 2021-08"), column("Kommentar", .text)],
      rows: [
        ComputedRow(
          label: "Skola",
          path: AreaPath(["Skola"]),
          role: .subtotal,
          terms: [RowTerm(1), RowTerm(2)],
          cells: [tkr(30), tkr(21), absent],
        ),
        ComputedRow(
          label: "Norra",
          path: AreaPath(["Skola", "Norra"]),
          role: .item,
          cells: [tkr(10), absent, absent],
        ),
        ComputedRow(
          label: "Södra",
          path: AreaPath(["Skola", "Södra"]),
          role: .item,
          cells: [tkr(20), tkr(21), Cell(.text("=1+1"))],
        ),
      ],
    )
    let form = InputForm(table: table, inputs: [1, 2])
    return Document(title: "Mall", sections: [Section(title: "Mall", blocks: [.form(form)])])
  }()

  @Test func onlyInputsOfRowsThatAreNoSumsAreOpen() throws {
    let workbook = try WrittenWorkbook(Self.document)
    let sheet = try workbook.sheet()
    let open = SheetReading.openCells(of: sheet, styles: try workbook.part("xl/styles.xml"))
    #expect(open == ["C6", "D6", "C7", "D7"])
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    #expect(sheet.contains("sqref=\"C6:C7\"") && sheet.contains("sqref=\"D6:D7\""))
    let cells = try workbook.cells()
    #expect(cells["C5"]?.formula?.contains("SUM(") == true)
    #expect(cells["C6"]?.value == .blank)
    #expect(cells["D7"]?.text == "=1+1")
  }

  @Test func aFormThatLostItsLocksIsRefused() throws {
    let workbook = try WrittenWorkbook(Self.document)
    let name = "xl/worksheets/sheet1.xml"
    for element in ["sheetProtection", "dataValidation"] {
      let parts = workbook.allParts.map { part in
        guard part.name == name else { return part }
        let text = String(decoding: part.contents, as: UTF8.self)
        return (name, Array(text.replacing("<\(element) ", with: "<x ", maxReplacements: 1).utf8))
      }
      #expect(throws: WorkbookError.self) {
        try workbook.receipt.verify(StoredArchive.bytes(of: parts))
      }
    }
  }
}
