import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

struct TextTests {
  /// What a cell can hold of a text: all but zero bytes and the scalars that no XML file may hold.
  private func kept(_ text: String) -> String {
    let forbidden: Set<UInt32> = [0, 0xFFFE, 0xFFFF]
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !forbidden.contains($0.value) })
    )
  }

  @Test(arguments: HostileText.all)
  func textsStayTextsToTheLastScalar(text: String) throws {
    let columns = [column("Kommentar", .text)]
    let workbook = try WrittenWorkbook(document(columns, [item(text, [Cell(.text(text))])]))
    let cells = try workbook.cells()
    for name in ["A4", "B4"] {
      #expect(Array((cells[name]?.text ?? "").utf8) == Array(kept(text).utf8))
      #expect(cells[name]?.formula == nil)
    }
  }

  /// Every place that a text can come from, at once; the exporter's own check reads all parts.
  @Test(arguments: HostileText.all)
  func noTextSpoilsAWorkbook(text: String) throws {
    let workbook = try WrittenWorkbook(
      .made { text },
      WorkbookProperties(
        created: WorkbookProperties.ofTests.created,
        application: text,
        author: text,
        subject: text,
      ),
    )
    #expect(try workbook.sheetNames.count == 3)
    #expect(workbook.receipt.sheets.map(\.name) == (try workbook.sheetNames))
  }

  @Test(arguments: Seeds.first(60))
  func noMixtureOfTextsSpoilsAWorkbook(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let workbook = try WrittenWorkbook(
      .made { generator.text(of: HostileText.all, count: 0...6) }
    )
    #expect(workbook.receipt.warnings.allSatisfy { $0.code == .textShortened })
  }

  @Test func textsPastTheLimitOfACellAreShortenedWithAWarning() throws {
    let long = String(repeating: "å", count: 40_000)
    let emoji = String(repeating: "🏛", count: 20_000)
    let exact = String(repeating: "x", count: 32_767)
    let columns = [column("Kommentar", .text)]
    let rows = [long, emoji, exact].enumerated().map { item("Rad \($0)", [Cell(.text($1))]) }
    let workbook = try WrittenWorkbook(document(columns, rows))
    let cells = try workbook.cells()
    #expect(cells["B4"]?.text?.utf16.count == 32_767)
    #expect(cells["B4"]?.text?.last == "\u{2026}")
    // A character of two units is never cut in half.
    #expect(cells["B5"]?.text == String(repeating: "🏛", count: 16_383) + "\u{2026}")
    #expect(cells["B6"]?.text == exact)
    #expect(workbook.receipt.warnings.map(\.code) == [.textShortened, .textShortened])
    #expect(workbook.receipt.warnings.allSatisfy { $0.severity == .warning })
    #expect(workbook.receipt.warnings.first?.message.swedish.contains("cell B4") == true)
  }

  @Test func longParagraphsAreDividedAtBlanksAndLoseNothing() throws {
    let words = (0..<4_000).map { "ord\($0)" }
    let text = words.joined(separator: " ")
    let document = Document(
      title: "Rapport",
      sections: [Section(title: "Rapport", blocks: [.paragraph(text)])],
    )
    let workbook = try WrittenWorkbook(document)
    let cells = try workbook.cells()
    let lines = (3...(cells.count + 1)).compactMap { cells["A\($0)"]?.text }
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { $0.count < 130 })
    #expect(workbook.receipt.warnings.isEmpty)
  }

  @Test func aWordWiderThanThePageIsDividedBetweenCharacters() throws {
    let word = String(repeating: "A\u{30A}", count: 5_000)
    let document = Document(
      title: "Rapport",
      sections: [Section(title: "Rapport", blocks: [.list([word])])],
    )
    let cells = try WrittenWorkbook(document).cells()
    let lines = (2...(cells.count)).compactMap { cells["A\($0)"]?.text }
    #expect(lines.joined().unicodeScalars.count == 10_000 + 2)
    #expect(lines.allSatisfy { $0.unicodeScalars.first != "\u{30A}" })
  }
}

extension Document {
  /// A document with a text of its own in every place.
  static func made(_ text: () -> String) -> Document {
    var table = ComputedTable(
      title: text(),
      areaTitle: text(),
      columns: [column(text()), column(text(), .text)],
      rows: [
        item(text(), [tkr(1), Cell(.text(text()))]),
        sum(text(), of: [1], [tkr(1), Cell(.text(text()))]),
      ],
      notes: [Note(row: text(), column: text(), text: text())],
    )
    table.columns[0].key = text()
    let blocks: [Block] = [.paragraph(text()), .list([text(), text()]), .table(table)]
    return Document(
      title: text(),
      organisation: text(),
      preamble: [text(), text()],
      sections: [
        Section(title: text(), blocks: blocks),
        Section(title: text(), tab: text(), blocks: [.table(table)]),
        Section(title: text(), tab: text(), blocks: []),
      ],
    )
  }
}
