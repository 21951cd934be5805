import KollCalculation
import KollExportXLSX
import KollReport
import Testing

/// Cells named by people, and what stands in them.
@Suite struct WorkbookCellTests {
  @Test(arguments: [
    ("Tabell!C7", "Tabell!C7"), ("'Läs mig'!$A$1", "Läs mig!A1"), ("Tabell!aa10", "Tabell!AA10"),
    ("'Bo''s'!B2", "Bo's!B2"), ("a!b!XFD1048576", "a!b!XFD1048576"),
  ])
  func aCellIsReadAsSpreadsheetsWriteIt(text: String, cell: String) {
    #expect(WorkbookCell(text)?.description == cell)
  }

  @Test(arguments: [
    "", "C7", "!C7", "Tabell!", "Tabell!7", "Tabell!C", "Tabell!C0", "Tabell!XFE1",
    "Tabell!A1048577", "Tabell!C7:D8", "Tabell!ABCD1", "Tabell!Å1", "Tabell!A-1",
    "Tabell!A99999999999999999999",
  ])
  func whatIsNoCellIsRefused(text: String) {
    #expect(WorkbookCell(text) == nil)
  }

  @Test func aCellHoldsAFigureWordsOrNothing() throws {
    let table = AleTable.table
    let document = Document(
      title: "Rapport",
      sections: [Section(title: "Budget", blocks: [.table(table)])],
    )
    let map = try WorkbookMap(of: document)
    #expect(map.sheets == ["Budget"])
    #expect(map.sheet(named: "BUDGET") == "Budget")
    let first = try #require(map.figures.first)
    #expect(map.content(of: first) == .cell(row: 0, column: 0, of: table))
    let label = try #require(WorkbookCell("Budget!A" + first.reference.dropFirst()))
    #expect(map.content(of: label) == .words(table.rows[0].label))
    #expect(map.content(of: try #require(WorkbookCell("budget!A1"))) == .words("Rapport"))
    #expect(map.content(of: try #require(WorkbookCell("Budget!Z99"))) == nil)
    #expect(map.usedArea(of: "Budget")?.hasPrefix("A1:") == true)
    #expect(map.usedArea(of: "Annat") == nil)
  }
}
