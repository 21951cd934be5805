import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

@Suite struct ReportBuilderTests {
  /// A report on three areas: forecast against budget, with the deviation in tkr and per cent.
  private func document(
    rows: [(label: String, values: [Int64?])],
    totals: [Int64?] = [],
    sign: SignConvention = .cost,
    savings: Savings? = nil,
    sections: [ReportDefinition.SectionKind] = ReportDefinition.SectionKind.allCases,
    largest: Int = 5,
    stating figures: ComputedTable? = nil,
  ) throws -> Document {
    let imported = ImportedTable(
      titles: ["Prognos 2020", "Budget 2020"],
      rows: rows,
      totals: totals,
      sign: sign,
    )
    var definition = TableDefinition(joining: [imported])
    try definition.addColumn(
      titled: "Avvikelse",
      expression: "avvikelse(Prognos 2020, Budget 2020)",
    )
    try definition.addColumn(
      titled: "Avvikelse %",
      expression: "avvikelse%(Prognos 2020, Budget 2020)",
    )
    var ledger = Ledger()
    try ledger.add(imported)
    var table = try definition.computed(from: ledger)
    table.checks = try ComputedTable.checks(of: imported)
    let report = ReportDefinition(
      name: "budget",
      title: "Budget 2021, ekonomisk sammanställning",
      year: 2021,
      unit: .tkr,
      columns: .declared([]),
      sections: sections.map(ReportDefinition.Section.standard),
      largestCount: largest,
    )
    return try ReportBuilder(
      definition: report,
      period: ReportPeriod(year: 2021),
      organisation: "Nämnden",
      table: table,
      statedFigures: figures,
      savings: savings.map { SavingsReport(savings: $0, areas: [], display: MoneyDisplay(.tkr)) },
      sources: [SourceRecord(file: "a.csv", recordCount: 3, sha256: "abc")],
    ).document()
  }

  @Test func dataHoldsEveryStatedFigureInKronor() throws {
    let figures = ComputedTable(
      areaTitle: "Område",
      columns: [
        TableColumn(
          key: "u",
          title: "Utfall",
          series: Series(.actual, year: 2021, side: .cost),
          scale: Scale(unit: .tkr),
          decimals: 0,
        ),
        TableColumn(
          key: "e",
          title: "Elever",
          series: Series(.count),
          scale: Scale(unstatedWithDecimals: 0),
          decimals: 0,
        ),
      ],
      rows: [
        ComputedRow(
          label: "Skola",
          path: AreaPath(["Barn", "Skola"]),
          role: .item,
          cells: [Cell(.money(Money(minorUnits: 150_000))), Cell(.count(Rational(12)))],
        ),
        ComputedRow(
          label: "Park",
          path: AreaPath(["Park"]),
          role: .item,
          cells: [Cell(.absent(.notStated)), Cell(.absent(.notStated))],
        ),
        ComputedRow(
          label: "Totalt",
          path: .total,
          role: .total,
          cells: [Cell(.money(Money(minorUnits: 150_000))), Cell(.count(Rational(12)))],
        ),
      ],
    )
    let section = try #require(
      try document(rows: [(label: "A", values: tkr(1, 2))], sections: [.data], stating: figures)
        .sections.first
    )
    #expect(section.isAppendix)
    let table = try #require(
      section.blocks.compactMap { if case .records(let table) = $0 { table } else { nil } }.first
    )
    #expect(table.areaTitle == "Nivå 1")
    #expect(
      table.columns.map(\.title) == [
        "Nivå 2", "Serie", "Slag", "År", "Sida", "Belopp, kr", "Antal",
      ]
    )
    #expect(table.rows.map(\.label) == ["Barn", "Barn"])
    #expect(
      table.rows[0].cells.map(\.value) == [
        .text("Skola"), .text("Utfall 2021 kostnader"), .text("Utfall"), .text("2021"),
        .text("kostnader"), .money(Money(minorUnits: 150_000)), .absent(.notStated),
      ]
    )
    #expect(table.rows[1].cells.last?.value == .count(Rational(12)))
  }

  private func tkr(_ amounts: Int64?...) -> [Int64?] { amounts.map { $0.map { $0 * 100_000 } } }

  private func paragraphs(_ document: Document, _ section: String) throws -> [String] {
    let found = try #require(document.sections.first { $0.title == section })
    return found.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }

  private func tables(_ document: Document, _ section: String) throws -> [ComputedTable] {
    let found = try #require(document.sections.first { $0.title == section })
    return found.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func theSectionsComeAsDeclared() throws {
    let rows = [(label: "A", values: tkr(1, 2))]
    #expect(
      try document(rows: rows).sections.map(\.title) == [
        "Innehåll", "Sammanfattning", "Ekonomisk sammanställning",
        "Största avvikelser och förändringar", "Kontroller", "Underlag",
      ]
    )
    #expect(
      try document(rows: rows, sections: [.checks, .table]).sections.map(\.title) == [
        "Kontroller", "Ekonomisk sammanställning",
      ]
    )
  }

  @Test(arguments: [
    (80, "Prognosen för 2020 är 80 tkr. Det är 20 tkr (20,0 %) bättre än budgeten för 2020"),
    (120, "Prognosen för 2020 är 120 tkr. Det är 20 tkr (20,0 %) sämre än budgeten för 2020"),
    (100, "Prognosen för 2020 är 100 tkr. Det är lika mycket som budgeten för 2020."),
  ])
  func theSummarySaysWhetherItIsBetterOrWorseAndThanWhat(
    _ forecast: Int64,
    _ opening: String,
  ) throws {
    let document = try document(rows: [("A", tkr(forecast, 100))])
    let text = try #require(try paragraphs(document, "Sammanfattning").first)
    #expect(text.replacing("\u{A0}", with: " ").hasPrefix(opening), "\(text)")
  }

  @Test func theSummaryIsTheSameInBothSignConventions() throws {
    let cost = try document(rows: [("A", tkr(80, 100))])
    let result = try document(rows: [("A", tkr(-80, -100))], sign: .result)
    let texts = try [cost, result].map { try paragraphs($0, "Sammanfattning")[0] }
    #expect(texts.allSatisfy { $0.contains("bättre") })
  }

  @Test func theLargestDeviationsComeBySizeWhateverTheirSignAndThenInTheOrderOfTheTable() throws {
    let rows = [
      (label: "Liten", values: tkr(99, 100)), (label: "Lika", values: tkr(100, 100)),
      (label: "Sämre", values: tkr(150, 100)), (label: "Bättre", values: tkr(50, 100)),
      (label: "Saknas", values: tkr(nil, 100)), (label: "Störst", values: tkr(0, 100)),
    ]
    let table = try #require(
      try tables(document(rows: rows, largest: 4), "Största avvikelser och förändringar").first
    )
    #expect(table.rows.map(\.label) == ["Störst", "Sämre", "Bättre", "Liten"])
    #expect(
      table.columns.map(\.title) == ["Budget 2020", "Prognos 2020", "Avvikelse", "Avvikelse %"]
    )
  }

  @Test func withoutDeviationsThereIsNoSectionOfThem() throws {
    let document = try document(rows: [("A", tkr(100, 100)), ("B", tkr(nil, nil))])
    #expect(!document.sections.contains { $0.title.hasPrefix("Största") })
  }

  @Test func theChecksStandBesideTheComputedSums() throws {
    let rows = [(label: "A", values: tkr(1, 2)), (label: "B", values: tkr(3, 4))]
    let document = try document(rows: rows, totals: tkr(4, 60))
    let section = try #require(document.sections.first { $0.title == "Kontroller" })
    let summaries = section.blocks.compactMap {
      if case .checkSummary(let summary) = $0 { summary.text } else { nil }
    }
    #expect(summaries == ["1 av 2 kontroller stämmer inte."])
    let table = try #require(try tables(document, "Kontroller").first)
    let figures = table.rows.map { $0.cells.map { $0.value.money?.minorUnits } }
    #expect(
      figures == [
        [400_000, 400_000, 0, 150_000, nil], [6_000_000, 600_000, 5_400_000, 150_000, nil],
      ]
    )
    #expect(table.rows.map { $0.cells[4].value } == [.text("stämmer"), .text("skiljer")])
  }

  @Test func withoutStatedSumsTheReportSaysSo() throws {
    let text = try paragraphs(document(rows: [("A", tkr(1, 2))]), "Kontroller")
    #expect(text.first == "Underlaget anger inga summor att stämma av mot.")
  }

  @Test func aCellIsWrittenAsPeopleReadIt() throws {
    func column(_ kind: SeriesKind, decimals: Int, isChange: Bool = false) -> TableColumn {
      TableColumn(
        key: "k",
        title: "K",
        series: Series(kind),
        scale: Scale(unit: .tkr),
        decimals: decimals,
        isChange: isChange,
      )
    }
    let budget = column(.budget, decimals: 0)
    let change = column(.variance, decimals: 0, isChange: true)
    let ratio = column(.ratio, decimals: 1)
    let cases: [(TableColumn, Cell, String)] = [
      (budget, Cell(.money(Money(minorUnits: 123_456_789_000))), "1 234 568"),
      (budget, Cell(.money(Money(minorUnits: -49_999))), "0"),
      (budget, Cell(.money(Money(minorUnits: -50_000))), "\u{2212}1"),
      (budget, Cell(.absent(.notStated)), "\u{2013}"),
      (budget, Cell(.money(Money(minorUnits: 350_000_000)), isApproximate: true), "ca 3 500"),
      (change, Cell(.money(Money(minorUnits: 100_000))), "+1"), (change, Cell(.money(.zero)), "0"),
      (ratio, Cell(.ratio(Rational(48455, decimals: 6))), "4,8 %"),
      (ratio, Cell(.absent(.zeroBase)), "\u{2013}"),
      (column(.text, decimals: 0), Cell(.text("ord")), "ord"),
      (column(.text, decimals: 0), Cell(.absent(.notStated)), ""),
    ]
    for (column, cell, text) in cases {
      #expect(try column.text(of: cell).replacing("\u{A0}", with: " ") == text)
    }
  }
}
