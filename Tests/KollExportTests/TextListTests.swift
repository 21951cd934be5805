import KollCalculation
import KollExport
import KollModel
import KollReport
import KollTestSupport
import Testing

@Suite struct TextListTests {
  private func list(_ blocks: [Block]) throws -> [String] {
    try TextExporter.list.write([Section(title: "T", blocks: blocks)])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func table() -> ComputedTable {
    var table = SampleDocument.table("Skola")
    table.title = "Nämnder"
    table.areaTitle = "Nämnd"
    for (index, title) in ["Budget 2021", "Utfall", "Kommentar"].enumerated() {
      table.columns[index].title = title
    }
    table.rows[1].cells[2] = Cell(.absent(.notStated))
    table.rows[3].label = "B"
    table.rows[3].path = AreaPath(["A", "B"])
    table.rows[4].label = "Totalt"
    table.notes = [Note(row: "Skola", column: "budget", text: "en not")]
    return table
  }

  @Test func eachRowStandsByItselfUnderItsWholeNameAndSumsAreMarkedInWords() throws {
    #expect(
      try list([.table(table())]) == [
        "Nämnder", "Belopp i tkr", "", "Nämnd: 5 rader", "",
        "Skola (rubrik)", "",
        "A / B / Skola", "Budget 2021: 1\u{A0}234\u{A0}tkr", "Utfall: −200\u{A0}tkr", "",
        "A / B / Skola (varav)", "Budget 2021: 0\u{A0}tkr", "Utfall: – (uppgift saknas)",
        "Kommentar: Skola", "",
        "A / B (delsumma)", "Budget 2021: −1\u{A0}tkr", "Utfall: 987\u{A0}654\u{A0}321\u{A0}tkr",
        "Kommentar: Skola", "",
        "Totalt (summa)", "Budget 2021: 1\u{A0}233\u{A0}tkr",
        "Utfall: 987\u{A0}654\u{A0}121\u{A0}tkr", "Kommentar: Skola", "",
        "Skola, Budget 2021: en not", "",
      ]
    )
  }

  @Test func aChartIsAListOfItsFigures() throws {
    let table = table()
    let bars = try Chart(title: "Staplar", table: table, rows: 1..<3, column: 1)
    let lines = try Chart(
      .lines(joiningGaps: false),
      title: "Linjer",
      table: table,
      strips: [.row(1, columns: 0..<2), .row(4, columns: 0..<2)],
    )
    let bridge = try Chart(
      .bridge,
      title: "Steg",
      table: table,
      strips: [.column(0, rows: 1..<2), .column(1, rows: 1..<2)],
    )
    #expect(
      try list([.chart(bars), .chart(lines), .chart(bridge)]) == [
        "Staplar", "", "- Skola: −200\u{A0}tkr", "- Skola: – (uppgift saknas)", "",
        "Linjer", "",
        "Skola", "- Budget 2021: 1\u{A0}234\u{A0}tkr", "- Utfall: −200\u{A0}tkr", "",
        "Totalt", "- Budget 2021: 1\u{A0}233\u{A0}tkr", "- Utfall: 987\u{A0}654\u{A0}121\u{A0}tkr",
        "",
        "Steg", "", "- Skola: från 1\u{A0}234\u{A0}tkr till −200\u{A0}tkr", "",
      ]
    )
  }

  @Test func headingsHaveNoLinesUnderThem() throws {
    let document = Document(
      title: "Rapport",
      sections: [Section(title: "Läget", blocks: [.paragraph("Bra.")])],
    )
    #expect(try TextExporter.list.write(document) == "Rapport\n\n\n1 Läget\n\nBra.\n")
  }

  @Test func noLineIsWiderThanAScreenAndNothingIsDrawn() throws {
    let texts = SampleDocument.texts + [String(SampleDocument.longText.prefix(500))]
    for text in texts {
      let written = try TextExporter.list.write(SampleDocument.made(text))
      for line in written.split(separator: "\n") where line.displayWidth > 80 {
        Issue.record("\(line)")
      }
      let shown = text.printable.unicodeScalars
      let isDrawn = written.unicodeScalars.contains {
        (0x2500...0x259F).contains($0.value) && !shown.contains($0)
      }
      #expect(!isDrawn, "\(text)")
    }
  }
}
