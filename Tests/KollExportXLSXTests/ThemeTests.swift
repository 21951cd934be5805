import KollExportXLSX
import KollReport
import KollTestSupport
import Testing

@Suite struct ThemeTests {
  private static func document(_ theme: Theme) -> Document {
    var document = AleTable.document
    document.theme = theme
    document.dating = "2021-09-15 & senare"
    return document
  }

  private static let logo = Picture(
    png: TestPicture.png(width: 400, height: 100),
    description: "Logotyp, \"Ale\" <kommun>",
  )

  @Test func theThemesFontIsThatOfAllCellsAndPages() throws {
    let workbook = try WrittenWorkbook(Self.document(Theme(font: "Gill Sans MT")))
    let styles = try workbook.part("xl/styles.xml")
    #expect(styles.contains("<name val=\"Gill Sans MT\"/>"))
    #expect(!styles.contains("Arial"))
    let sheet = try workbook.sheet()
    #expect(sheet.contains("Gill Sans MT,Regular"))
    #expect(sheet.contains("2021-09-15 &amp;&amp; senare"))
  }

  @Test(arguments: [
    ("#005AA0", "FF005AA0", "FFFFFFFF"), ("#000000", "FF000000", "FFFFFFFF"),
    ("#FFCD00", "FFFFCD00", nil),
  ])
  func headersAreReadableInAnyColour(text: String, fill: String, font: String?) throws {
    let workbook = try WrittenWorkbook(Self.document(Theme(colour: Colour(text))))
    let styles = try workbook.part("xl/styles.xml")
    #expect(styles.contains("<fgColor rgb=\"\(fill)\"/>"))
    #expect(styles.contains("<color rgb=\"FFFFFFFF\"/>") == (font != nil))
  }

  @Test func theLogoStandsOnTheFirstSheetAndIsVerified() throws {
    let logo = try #require(Self.logo)
    let workbook = try WrittenWorkbook(Self.document(Theme(logo: logo)))
    let parts = workbook.allParts
    let media = "xl/media/image1.png"
    #expect(parts.first { $0.name == media }?.contents == logo.bytes)
    let drawing = try workbook.part("xl/drawings/drawing1.xml")
    #expect(drawing.contains("descr=\"Logotyp, &quot;Ale&quot; &lt;kommun&gt;\""))
    #expect(workbook.receipt.sheets.map(\.pictures.count).reduce(0, +) == 1)
    let others = parts.filter { $0.name != media }
    #expect(throws: WorkbookError.damaged(part: media, .missing)) {
      try workbook.receipt.verify(StoredArchive.bytes(of: others))
    }
    #expect(throws: WorkbookError.damaged(part: media, .contentDiffers)) {
      let cut = others + [(media, Array(logo.bytes.dropLast()))]
      try workbook.receipt.verify(StoredArchive.bytes(of: cut))
    }
    let title = try #require(try workbook.cells()["A1"]?.text)
    #expect(AleTable.document.title.hasPrefix(title))
    #expect(try WrittenWorkbook(Self.document(Theme(logo: logo))).bytes == workbook.bytes)
  }
}
