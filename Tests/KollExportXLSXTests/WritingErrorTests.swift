import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

struct WritingErrorTests {
  private let exporter = WorkbookExporter(properties: .ofTests)

  @Test(arguments: ["", "a\u{0}b"])
  func pathsThatNoSystemTakesAreRefused(path: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: WorkbookError.pathUnusable(path: path)) {
      try exporter.write(AleTable.document, to: path, temporaryFolder: folder.path)
    }
    #expect(throws: WorkbookError.pathUnusable(path: path)) {
      try exporter.write(AleTable.document, to: folder["x"], temporaryFolder: path)
    }
    #expect(try folder.tree.everything() == [])
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let folder = try TemporaryFolder()
    let path = folder["none"] + "/x.xlsx"
    #expect(throws: WorkbookError.writingFailed(.closing, place: nil, reason: .fileNotCreated)) {
      try exporter.write(AleTable.document, to: path, temporaryFolder: folder.path)
    }
  }

  @Test func aFigureThatIsRefusedLeavesNoFileAndTheNextWorkbookIsWhole() throws {
    let folder = try TemporaryFolder()
    let large = document([column("Budget")], [item("Allt", [öre(.max)])])
    #expect(throws: WorkbookError.self) {
      try exporter.write(large, to: folder["x.xlsx"], temporaryFolder: folder.path)
    }
    #expect(try folder.tree.everything() == [])
    #expect(try WrittenWorkbook(AleTable.document).cells(2)["B14"]?.number == 178_702)
  }

  @Test func moreColumnsThanASheetHasAreAnError() throws {
    let folder = try TemporaryFolder()
    let columns = (0..<16_384).map { column("Kolumn \($0)") }
    #expect(throws: WorkbookError.tooManyColumns(sheet: "Tabell", columns: 16_385)) {
      try exporter.write(document(columns, []), to: folder["x"], temporaryFolder: folder.path)
    }
  }

  @Test func moreRowsThanASheetHasAreAnError() throws {
    let folder = try TemporaryFolder()
    let list = Block.list(Array(repeating: "", count: 1_048_576))
    let document = Document(
      title: "Rapport",
      sections: [Section(title: "Rapport", blocks: [list])],
    )
    #expect(throws: WorkbookError.tooManyRows(sheet: "Rapport", rows: 1_048_577)) {
      try exporter.write(document, to: folder["x"], temporaryFolder: folder.path)
    }
  }

  @Test func moreSheetsThanAnyReportHasAreAnError() throws {
    let folder = try TemporaryFolder()
    let sections = Array(repeating: Section(title: "Rapport", blocks: []), count: 4_001)
    #expect(throws: WorkbookError.tooMany(.sheets)) {
      try exporter.write(
        Document(title: "Rapport", sections: sections),
        to: folder["x"],
        temporaryFolder: folder.path,
      )
    }
  }

  @Test func errorsSayWhatAndWhereInBothLanguages() throws {
    let folder = try TemporaryFolder()
    let large = document([column("Budget")], [item("Allt", [öre(.max)])])
    let error = #expect(throws: WorkbookError.self) {
      try exporter.write(large, to: folder["x.xlsx"], temporaryFolder: folder.path)
    }
    #expect(
      error?.phrase.swedish
        == "talet i cell B5 på bladet \"Tabell\" har fler siffror än en cell kan hålla exakt"
    )
    #expect(
      error?.phrase.english
        == "the figure in cell B5 of sheet \"Tabell\" has more digits than a cell can hold exactly"
    )
  }
}
