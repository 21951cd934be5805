import KollCalculation
import KollExport
import KollModel
import KollReport
import KollTestSupport
import Testing

@Suite struct TextExporterTests {
  private func table(
    labels: [String],
    titles: [String] = ["Budget 2021"],
    areaTitle: String = "Område",
    notes: [Note] = [],
  ) throws -> ComputedTable {
    let rows = labels.map { label in
      (label: label, values: titles.indices.map { Int64($0 + 1) * 123_400_000 } as [Int64?])
    }
    var imported = ImportedTable(titles: titles, rows: rows)
    imported.layout.areaTitle = areaTitle
    var ledger = Ledger()
    try ledger.add(imported)
    var table = try TableDefinition(joining: [imported]).computed(from: ledger)
    table.notes = notes
    return table
  }

  private func lines(_ table: ComputedTable, width: Int = 100) throws -> [String] {
    let section = Section(title: "T", blocks: [.table(table)])
    return try TextExporter(width: width).write([section]).split(
      separator: "\n",
      omittingEmptySubsequences: false,
    ).map(String.init)
  }

  @Test func aChartHasABarForEachRowAndThoseBelowZeroStandToTheLeft() throws {
    var table = try table(labels: ["Skola", "Vård och omsorg", "Kansli", "Park"])
    for (row, tkr) in [400, -200, 0, 1].enumerated() {
      table.rows[row].cells[0] = Cell(.money(Money(minorUnits: Int64(tkr) * 100_000)))
    }
    table.columns[0] = table.columns[0].showing(unit: .tkr, decimals: 0)
    let chart = try Chart(title: "Bild", table: table, rows: 0..<4, column: 0)
    let text = try TextExporter().write([Section(title: "T", blocks: [.chart(chart)])])
    let bar = String(repeating: "█", count: 27)
    let left = String(repeating: " ", count: 13)
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "Bild", "Skola            \(left)\(bar) 400",
        "Vård och omsorg  \(String(repeating: "█", count: 13)) −200",
        "Kansli           \(left)0", "Park             \(left)█ 1",
      ]
    )
  }

  @Test func linesAreCurvesInOneScaleWithTheirFirstAndLastFigures() throws {
    var table = try table(labels: ["Skola", "Vård och omsorg", "Kansli"])
    table.columns = [10, 20, 30].map { number in
      var column = table.columns[0].showing(unit: .tkr, decimals: 0)
      column.title = "P\(number)"
      return column
    }
    func cells(_ figures: [Int?]) -> [Cell] {
      figures.map { Cell(CellValue($0.map { Money(minorUnits: Int64($0) * 100_000) })) }
    }
    table.rows[0].cells = cells([0, 350, 700])
    table.rows[1].cells = cells([100, nil, 400])
    table.rows[2].cells = cells([nil, 200, nil])
    let chart = try Chart(
      .lines(joiningGaps: false),
      title: "Bild",
      table: table,
      strips: (0..<3).map { .row($0, columns: 0..<3) },
    )
    let text = try TextExporter().write([Section(title: "T", blocks: [.chart(chart)])])
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "Bild", "Skola            ▁▅█  P10 0, P30 700", "Vård och omsorg  ▂ ▅  P10 100, P30 400",
        "Kansli            ▃   P20 200",
      ]
    )
  }

  @Test func stepsOfABridgeHangBetweenTheFiguresBeforeAndAfterThem() throws {
    let bridge = Bridge(
      title: "Bro",
      scale: Scale(unit: .tkr),
      decimals: 0,
      from: Bridge.Step("Budget", Money(minorUnits: 10_000_000)),
      steps: [
        Bridge.Step("Skola", Money(minorUnits: 2_000_000)),
        Bridge.Step("Vård", Money(minorUnits: -4_000_000)),
      ],
      to: Bridge.Step("Prognos", Money(minorUnits: 8_000_000)),
    )
    let table = try bridge.deviationTable(moreIsBetter: true)
    let chart = try Chart(
      .bridge,
      title: "Bild",
      table: table,
      strips: [.column(1, rows: 1..<4), .column(2, rows: 1..<4)],
    )
    let text = try TextExporter().write([Section(title: "T", blocks: [.chart(chart)])])
    let (half, blanks) = (String(repeating: "█", count: 20), String(repeating: " ", count: 20))
    #expect(
      text.split(separator: "\n").map(String.init) == [
        "Bild", "Skola    \(blanks)\(half) 0 → +20", "Vård     \(half)\(half) +20 → −20",
        "Prognos  \(half) 0 → −20",
      ]
    )
  }

  /// The columns that a line takes up to its end.
  private func ends(_ lines: [String]) -> Set<Int> { Set(lines.map(\.displayWidth)) }

  @Test(arguments: [
    ["Kansli", "日本語", "e\u{301}te\u{301}", "👩‍👩‍👧 familj", "🇸🇪", "ｶﾅ", "a\u{30A}"]
  ])
  func figuresStandUnderEachOtherWhateverTheLabelsAreWrittenIn(_ labels: [String]) throws {
    let lines = try lines(table(labels: labels))
    let rows = lines.filter { $0.hasSuffix("1\u{A0}234") }
    #expect(rows.count == labels.count)
    #expect(ends(rows).count == 1, "\(rows.joined(separator: "\n"))")
  }

  @Test func longLabelsAreWrappedWithTheirFiguresOnTheLastLine() throws {
    let label = "Avdelningen för mark, exploatering och strategisk samhällsplanering i kommunen"
    let titles = (1...6).map { "Utfall 2021-0\($0)" }
    let lines = try lines(table(labels: [label, "Kansli"], titles: titles))
    let start = try #require(lines.firstIndex { $0.hasPrefix("Avdelningen") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("Kansli") })
    let wrapped = lines[start..<end]
    #expect(wrapped.count > 1)
    #expect(wrapped.dropFirst().allSatisfy { $0.hasPrefix("  ") && !$0.hasPrefix("   ") })
    #expect(wrapped.dropLast().allSatisfy { !$0.contains { $0.isNumber } })
    #expect(wrapped.last?.contains("1\u{A0}234") == true)
    let words = wrapped.flatMap { $0.split(separator: " ") }.map(String.init)
    #expect(words.starts(with: label.split(separator: " ").map(String.init)))
  }

  @Test func aTableThatIsTooWideIsDividedWithItsLabelsRepeated() throws {
    let titles = (1...12).map { "Utfall 2021-\($0 < 10 ? "0" : "")\($0)" } + ["Budget 2021"]
    let lines = try lines(table(labels: ["Kansli", "Ekonomi"], titles: titles))
    #expect(lines.filter { $0.hasPrefix("Kansli") }.count == 2)
    #expect(lines.filter { $0.hasPrefix("Totalt") }.count == 2)
    #expect(lines.filter { $0.hasPrefix("Område") }.count == 2)
    for title in titles {
      let year = title.split(separator: " ")[1]
      #expect(
        lines.joined(separator: "\n").split(separator: " ").filter {
          $0.split(separator: "\n").contains { $0 == year }
        }.count == 1,
        "\(title)",
      )
    }
  }

  @Test(arguments: Seeds.first(40))
  func noLineIsWiderThanThePageExceptForOneLongWord(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "Avdelningen ", "för ", "strategi ", "och ", "日本語 ", "e\u{301}ttor ", "👩‍👩‍👧 ", "i ",
      "samhällsbyggnadsförvaltningen ", "\u{202E}", "\u{1B}", "x", "\n", "Barn- ",
    ]
    let labels = (0..<6).map { generator.text(of: words, count: 1...12) + "\($0)" }
    let titles = (0..<Int.random(in: 1...9, using: &generator)).map {
      generator.text(of: words, count: 0...6) + "\($0)"
    }
    for width in [40, 60, 100] {
      let wide = try lines(table(labels: labels, titles: titles), width: width).filter { line in
        line.displayWidth > width && line.split(separator: " ").count > 1
      }
      #expect(wide.isEmpty, "\(width): \(wide.joined(separator: "\n"))")
    }
  }

  @Test func aWordThatIsTooLongDoesNotPushTheFiguresOutOfTheirColumns() throws {
    let titles = (1...7).map { "Utfall 2021-0\($0)" }
    let long = "Samhällsbyggnadsförvaltningsövergripande"
    for (labels, areaTitle) in [([long, "Kansli"], "Område"), (["Kansli", "Ekonomi"], long)] {
      let lines = try lines(table(labels: labels, titles: titles, areaTitle: areaTitle))
      let figures = lines.filter { $0.hasSuffix("8\u{A0}638") || $0.hasSuffix("2021-07") }
      #expect(ends(figures).count == 1, "\(lines.joined(separator: "\n"))")
      #expect(lines.contains { $0.hasPrefix(long) })
    }
  }

  @Test func aHeadingGrowsTallerBeforeATableIsDivided() throws {
    let titles = (1...6).map { "Förändring av budgeten från år 2020 till år 202\($0)" }
    let lines = try lines(table(labels: ["Kansli", "Avdelningen Strategi"], titles: titles))
    #expect(lines.filter { $0.hasPrefix("Kansli") }.count == 1, "\(lines.joined(separator: "\n"))")
  }

  @Test func aWordLongerThanThePageStandsAlone() throws {
    let long = String(repeating: "x", count: 130)
    let lines = try lines(table(labels: ["Kansli", long]))
    #expect(lines.contains { $0.hasPrefix(long) })
    #expect(lines.filter { $0.displayWidth > 100 }.count == 1, "\(lines.joined(separator: "\n"))")
  }

  @Test func nothingThatATextHoldsReachesTheTerminalAsACommand() throws {
    let hostile = "röd\u{1B}[31m\u{7}\u{202E}\u{2066}\u{85}\r\nslut\u{9B}2J"
    let table = try table(
      labels: [hostile],
      titles: [hostile],
      areaTitle: hostile,
      notes: [Note(row: hostile, text: hostile)],
    )
    var titled = table
    titled.title = hostile
    let document = Document(
      title: hostile,
      organisation: hostile,
      preamble: [hostile],
      sections: [
        Section(title: hostile, blocks: [.paragraph(hostile), .list([hostile]), .table(titled)])
      ],
    )
    let text = try TextExporter().write(document)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(
        !(0x2028...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
      )
    }
  }

  @Test func anEmptyTableIsWrittenAsItsHeading() throws {
    let table = ComputedTable(areaTitle: "Område", columns: [], rows: [])
    #expect(try lines(table) == ["Område", "------", ""])
  }

  @Test func linesHaveNoBlanksAtTheirEnds() throws {
    let long = "Avdelningen för mark, exploatering och strategisk samhällsplanering i kommunen"
    let titles = (1...6).map { "Utfall 2021-0\($0)" }
    for line in try lines(table(labels: [long], titles: titles)) { #expect(line.last != " ") }
  }

  @Test func headingsAndNumberedItemsStandOut() throws {
    let long = String(repeating: "ord ", count: 12) + "slut"
    let section = Section(
      title: "T",
      blocks: [
        .heading("Hamn", level: 1), .heading("Kaj", level: 2), .paragraph("Ja."),
        .numberedList([long, "b"], from: 9),
      ],
    )
    let words = String(repeating: "ord ", count: 9).dropLast()
    #expect(
      try TextExporter(width: 40).write([section]) == """

        Hamn
        ....


        Kaj

        Ja.

        9. \(words)
           ord ord ord slut
        10. b

        """
    )
  }
}
