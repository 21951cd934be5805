import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

struct ChartTests {
  private static func document(
    title: String = "Mest sparar Skola",
    charts: Int = 1,
  ) throws -> Document {
    let table = ComputedTable(
      areaTitle: "Område",
      columns: [column("Budget"), column("Utfall", decimals: 1)],
      rows: [
        item("Skola", [tkr(900), tkr(100)]), item("Vård & omsorg", [tkr(-300), tkr(50)]),
        item("Kansli", [tkr(0), absent]), item("Övrigt", [tkr(5), tkr(5)]),
      ],
    )
    let chart = try Chart(
      title: title,
      table: table,
      rows: 0..<3,
      column: 1,
    )
    let blocks = [Block.table(table)] + (0..<charts).map { _ in Block.chart(chart) }
    return Document(
      title: "Rapport",
      sections: [
        Section(title: "Ett's blad", blocks: [.paragraph("Utan bild")]),
        Section(title: "2021", blocks: blocks), Section(title: "Tre", blocks: blocks),
      ],
    )
  }

  @Test func aChartShowsTheCellsOfItsTable() throws {
    let workbook = try WrittenWorkbook(Self.document())
    let chart = try workbook.part("xl/charts/chart1.xml")
    #expect(chart.contains("<c:f>'2021'!$A$5:$A$7</c:f>"))
    #expect(chart.contains("<c:f>'2021'!$C$5:$C$7</c:f>"))
    #expect(try workbook.cells(2)["A5"]?.text == "Skola")
    #expect(chart.contains("<a:t>Mest sparar Skola</a:t>"))
    #expect(chart.contains("<a:t>Belopp i tkr</a:t>"))
    #expect(
      try workbook.part("xl/drawings/drawing1.xml").contains(
        "descr=\"Mest sparar Skola. Staplar i tkr: Skola 100,0; Vård"
      )
    )
    #expect(try workbook.part("xl/charts/chart2.xml").contains("'Tre'!$C$5:$C$7"))
  }

  @Test func severalChartsOfASheetStandBelowEachOther() throws {
    let workbook = try WrittenWorkbook(Self.document(charts: 2))
    let drawing = try workbook.part("xl/drawings/drawing1.xml")
    let rows = drawing.split(separator: "<xdr:from>").dropFirst().compactMap { part in
      part.split(separator: "<xdr:row>").dropFirst().first?.split(separator: "<").first
        .flatMap { Int($0) }
    }
    #expect(rows.count == 2 && rows[1] > rows[0] + 8)
  }

  /// The first row of each chart, and the row after its last, counted from 0.
  private func places(of workbook: WrittenWorkbook, _ number: Int = 1) throws -> [[Int]] {
    try workbook.part("xl/drawings/drawing\(number).xml").split(separator: "<xdr:from>")
      .dropFirst().map { part in
        part.split(separator: "<xdr:row>").dropFirst().compactMap { row in
          Int(row.prefix { $0 != "<" })
        }
      }
  }

  /// A page across holds 32 rows of this width; where it ends programs cut a chart in two.
  @Test func noChartStandsAcrossTheEndOfAPrintedPage() throws {
    for rows in 1...70 {
      let table = ComputedTable(
        areaTitle: "Område",
        columns: (0..<8).map { column("Budget \($0)") },
        rows: (0..<rows).map { row in
          item("Enhet \(row)", (0..<8).map { tkr(Int64(row + $0)) })
        },
      )
      let chart = try Chart(title: "Bild", table: table, rows: 0..<min(rows, 5), column: 0)
      let blocks = [Block.table(table), .chart(chart), .chart(chart)]
      let places = try places(
        of: WrittenWorkbook(
          Document(title: "R", sections: [Section(title: "R", blocks: blocks)])
        )
      )
      #expect(places.count == 2)
      for place in places {
        // The title row is printed again on each page but the first.
        let pages = place.map { $0 < 32 ? 0 : 1 + ($0 - 32) / 31 }
        #expect(pages[0] == pages[1], "\(rows) rows: \(place)")
      }
    }
  }

  @Test func aChartStandsBesideATableThatLeavesRoom() throws {
    var table = ComputedTable(
      areaTitle: "Område",
      columns: [column("Budget")],
      rows: [item("Skola", [tkr(1)]), item("Vård", [tkr(2)])],
    )
    table.notes = [
      Note(text: String(repeating: "En not som inte får stå under bilden. ", count: 4))
    ]
    let chart = try Chart(title: "Bild", table: table, rows: 0..<2, column: 0)
    let blocks = [Block.table(table), .chart(chart), .chart(chart), .paragraph("Efter")]
    let workbook = try WrittenWorkbook(
      Document(title: "R", sections: [Section(title: "R", blocks: blocks)])
    )
    let cells = try workbook.cells()
    let header = try #require(cells.first { $0.value.text == "Område" }?.key.dropFirst())
    let after = try #require(cells.first { $0.value.text == "Efter" }?.key.dropFirst())
    let places = try places(of: workbook)
    #expect(places[0][0] == Int(header).map { $0 - 1 })
    #expect(places[1][0] > places[0][1] && places[1][1] <= Int(after) ?? 0)
    let drawing = try workbook.part("xl/drawings/drawing1.xml")
    let columns = drawing.split(separator: "<xdr:col>").dropFirst().compactMap { part in
      Int(part.prefix { $0 != "<" })
    }
    #expect(columns.count == 4 && columns[0] == 2 && columns[2] == 0)
    for cell in cells.values where cell.text?.contains("not") == true {
      #expect((cell.text?.count ?? 0) < 40)
    }
  }

  @Test(arguments: HostileText.all)
  func anyTitleGivesAWorkbookThatIsSound(title: String) throws {
    _ = try WrittenWorkbook(Self.document(title: title))
  }

  @Test func aChartWithoutItsTableIsLeftOut() throws {
    var document = try Self.document()
    document.sections[1].blocks.removeFirst()
    let workbook = try WrittenWorkbook(document)
    #expect(workbook.receipt.sheets.map(\.charts.count) == [0, 0, 1])
    #expect(workbook.receipt.sheets[2].charts[0].points == 6)
  }

  /// Two areas' deviations over three forecasts, one of which an area lacks, and their bridge.
  static func forecasts() throws -> Document {
    let trail = ComputedTable(
      areaTitle: "Område",
      columns: ["mar", "apr", "aug"].map { column("Avvikelse \($0)", .variance, isChange: true) },
      rows: [
        item("Skola", [tkr(10), tkr(-20), tkr(-300)]), item("Vård", [tkr(5), absent, tkr(7)]),
      ],
    )
    let bridge = try Bridge(
      title: "Bro",
      scale: Scale(unit: .tkr),
      decimals: 0,
      from: Bridge.Step("Budget", Money(minorUnits: 10_000_000)),
      steps: [
        Bridge.Step("Skola", Money(minorUnits: -15_000_000)),
        Bridge.Step("Vård", Money(minorUnits: 7_000_000)),
      ],
      to: Bridge.Step("Prognos", Money(minorUnits: 2_000_000)),
    ).deviationTable(moreIsBetter: false)
    let lines = try Chart(
      .lines(joiningGaps: false),
      title: "Skola försämras",
      table: trail,
      strips: [.row(0, columns: 0..<3), .row(1, columns: 0..<3)],
      measure: "Avvikelse",
      remark: "Övriga 3 står i tabellen.",
    )
    let steps = try Chart(
      .bridge,
      title: "Sämre",
      table: bridge,
      strips: [.column(1, rows: 1..<4), .column(2, rows: 1..<4)],
    )
    return Document(
      title: "Prognos",
      sections: [
        Section(
          title: "Prognos",
          blocks: [.table(trail), .chart(lines), .table(bridge), .chart(steps)],
        )
      ],
    )
  }

  @Test func aLineGoesThroughTheCellsOfARowAndHasAGapWhereThereIsNoFigure() throws {
    let workbook = try WrittenWorkbook(Self.forecasts())
    let chart = try workbook.part("xl/charts/chart1.xml")
    for reference in ["$A$5", "$A$6", "$B$4:$D$4", "$B$5:$D$5", "$B$6:$D$6"] {
      #expect(chart.contains("<c:f>'Prognos'!\(reference)</c:f>"), "\(reference)")
    }
    #expect(chart.contains("Avvikelse i tkr") && !chart.contains("dispBlanksAs val=\"span\""))
    // A program draws words at zero: only an empty cell is a gap.
    #expect(try workbook.cells()["C6"]?.value == .blank)
    let looks = ["prstDash val=\"dash\"", "symbol val=\"circle\"", "symbol val=\"diamond\""]
    #expect(looks.allSatisfy(chart.contains))
    let drawing = try workbook.part("xl/drawings/drawing1.xml")
    #expect(
      drawing.contains(
        "Skola försämras. Linjer i tkr: Skola: Avvikelse mar +10, Avvikelse apr −20, Avvikelse aug "
          + "−300; Vård: Avvikelse mar +5, Avvikelse apr –, Avvikelse aug +7. Övriga 3 står i tabellen."
      )
    )
  }

  @Test func barsOfABridgeHangBetweenTheFiguresBeforeAndAfterAStep() throws {
    let workbook = try WrittenWorkbook(Self.forecasts())
    let chart = try workbook.part("xl/charts/chart2.xml")
    let columns = chart.split(separator: "<c:val>").dropFirst().map { $0.prefix(60) }
    #expect(columns.count == 2 && columns[0].contains("$C$") && columns[1].contains("$D$"))
    #expect(chart.contains("<c:upDownBars>"))
    #expect(
      try workbook.part("xl/drawings/drawing1.xml").contains(
        "Sämre. Steg i tkr: Skola från 0 till +150; Vård från +150 till +80; Prognos från 0 till +80."
      )
    )
    #expect(workbook.receipt.sheets[0].charts.map(\.strips) == [2, 2])
    #expect(workbook.receipt.sheets[0].charts.map(\.points) == [14, 14])
    #expect(workbook.receipt.sheets[0].charts.map(\.hasHangingBars) == [false, true])
  }

  @Test(arguments: [
    ("chart1", "<c:ser>", "<c:sor>"), ("chart1", "<c:pt idx=\"2\">", "<c:po idx=\"2\">"),
    ("chart2", "<c:upDownBars>", "<c:upDownBers>"),
  ])
  func aLineAPointOrAHangingBarThatIsLostIsRefused(
    chart: String,
    element: String,
    instead: String,
  ) throws {
    let workbook = try WrittenWorkbook(Self.forecasts())
    let name = "xl/charts/\(chart).xml"
    let end = "</" + element.dropFirst().prefix { $0 != " " && $0 != ">" } + ">"
    let otherEnd = "</" + instead.dropFirst().prefix { $0 != " " && $0 != ">" } + ">"
    let parts = workbook.allParts.map { part in
      guard part.name == name else { return part }
      let pieces = String(decoding: part.contents, as: UTF8.self)
        .split(separator: element, maxSplits: 1)
      let rest = pieces[1].split(separator: end, maxSplits: 1)
      return (name, Array((pieces[0] + instead + rest[0] + otherEnd + rest[1]).utf8))
    }
    #expect(throws: WorkbookError.damaged(part: name, .contentDiffers)) {
      try workbook.receipt.verify(StoredArchive.bytes(of: parts))
    }
  }

  @Test func aPartOfAChartThatIsMissingOrCutIsRefused() throws {
    let workbook = try WrittenWorkbook(Self.document())
    let parts = workbook.allParts
    let drawn = parts.filter { $0.name.contains("chart") || $0.name.contains("drawing") }
    #expect(drawn.count == 6)
    for part in drawn {
      let others = parts.filter { $0.name != part.name }
      #expect(throws: WorkbookError.damaged(part: part.name, .missing)) {
        try workbook.receipt.verify(StoredArchive.bytes(of: others))
      }
      for length in stride(from: 0, to: part.contents.count, by: 97) {
        let cut = others + [(part.name, Array(part.contents[..<length]))]
        #expect(throws: WorkbookError.damaged(part: part.name, .malformed)) {
          try workbook.receipt.verify(StoredArchive.bytes(of: cut))
        }
      }
      let empty = others + [(part.name, Array("<a/>".utf8))]
      #expect(throws: WorkbookError.damaged(part: part.name, .contentDiffers)) {
        try workbook.receipt.verify(StoredArchive.bytes(of: empty))
      }
    }
  }

  /// Source: ECMA-376, part 1, 21.2.3.27 ST_MarkerStyle.
  @Test func theMarksOfLinesAreThoseOfTheFormat() throws {
    let known = [
      "auto", "circle", "dash", "diamond", "dot", "none", "picture", "plus", "square", "star",
      "triangle", "x",
    ]
    let table = ComputedTable(
      areaTitle: "Område",
      columns: [column("Mars"), column("April")],
      rows: (0..<8).map { item("Område \($0)", [tkr($0), tkr(2 * $0)]) },
    )
    let lines = try Chart(
      .lines(joiningGaps: false),
      title: "Åtta områden",
      table: table,
      strips: (0..<8).map { .row($0, columns: 0..<2) },
    )
    var document = try Self.forecasts()
    document.sections.append(Section(title: "Åtta", blocks: [.table(table), .chart(lines)]))
    let workbook = try WrittenWorkbook(document)
    var found = 0
    for chart in workbook.allParts where chart.name.contains("charts/chart") {
      let text = String(decoding: chart.contents, as: UTF8.self)
      for mark in text.split(separator: "<c:symbol val=\"").dropFirst() {
        #expect(known.contains(String(mark.prefix { $0 != "\"" })))
        found += 1
      }
    }
    #expect(found > 8)
  }
}
