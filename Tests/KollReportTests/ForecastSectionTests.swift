import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

/// The sections of the year's forecasts and of the months.
@Suite struct ForecastSectionTests {
  /// The sections of a report on some areas, up to a month.
  private func sections(
    _ titles: [String],
    _ rows: [(label: String, values: [Int64?])],
    to month: String = "2021-08",
    sign: SignConvention = .cost,
    yearBeginsIn first: Int = 1,
    largest: Int = 5,
  ) throws -> [Section] {
    let fiscalYear = try #require(FiscalYear(beginningInMonth: first))
    let period = ReportPeriod(through: try #require(Month(month)), in: fiscalYear)
    let rules = PeriodRules(fiscalYear: fiscalYear, reportPeriod: period)
    let tables = [ImportedTable(titles: titles, rows: rows, sign: sign)]
    let areas = TableDefinition(joining: tables)
    let catalogue = SeriesCatalogue(columns: areas.columns, sign: sign, rules: rules)
    let context = ColumnSet.Context(
      period: period,
      fiscalYear: fiscalYear,
      rounds: catalogue.rounds(of: Series(.forecast, year: period.year)),
      earlierForecasts: [],
    )
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    func table(_ columns: [ColumnDeclaration]) throws -> ComputedTable {
      try areas.declaring(columns, rules: rules).definition.computed(from: ledger)
    }
    return try ReportBuilder(
      definition: ReportDefinition(
        name: "prognos",
        title: "Prognos",
        year: nil,
        unit: .tkr,
        columns: .declared([]),
        sections: [.standard(.months), .standard(.forecast)],
        largestCount: largest,
      ),
      period: period,
      fiscalYear: fiscalYear,
      organisation: "Nämnden",
      table: ComputedTable(areaTitle: "Område", columns: [], rows: []),
      forecast: ForecastReport(trail: table(context.trail)),
      months: MonthReport(of: table(context.accumulated), over: context.months),
      savings: nil,
      sources: [],
    ).document().sections
  }

  private func tkr(_ amounts: Int64?...) -> [Int64?] { amounts.map { $0.map { $0 * 100_000 } } }

  private func section(_ title: String, of sections: [Section]) throws -> Section {
    try #require(sections.first { $0.title == title })
  }

  private func tables(_ section: Section) -> [ComputedTable] {
    section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func charts(_ section: Section) -> [Chart] {
    section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  /// A row's cells as people read them.
  private func texts(_ label: String, _ table: ComputedTable) throws -> [String] {
    let row = try #require(table.rows.first { $0.label == label })
    return try zip(table.columns, row.cells).map { try $0.text(of: $1) }
  }

  private static let rounds = [
    "Budget 2021", "Prognos 2021 per 2021-03", "Prognos 2021 per 2021-06",
    "Prognos 2021 per 2021-08",
  ]

  @Test func eachForecastHasItsDeviationAndAnArrowFromTheOneBefore() throws {
    let found = try sections(
      Self.rounds,
      [
        (label: "Skola", values: tkr(100, 102, 105, 105)),
        (label: "Vård", values: tkr(200, 190, 195, 180)),
      ],
    )
    let forecast = try section("Prognos för helåret", of: found)
    let trail = try #require(tables(forecast).first)
    #expect(try texts("Skola", trail).suffix(4) == ["−2", "−5", "−5", "↓ →"])
    #expect(try texts("Vård", trail).suffix(4) == ["+10", "+5", "+20", "↓ ↑"])
    #expect(try texts("Totalt", trail).suffix(4) == ["+8", "0", "+15", "↓ ↑"])
    let lines = try #require(charts(forecast).first)
    #expect(lines.strips.map { $0.name(in: lines.table) } == ["Totalt", "Vård", "Skola"])
    #expect(
      lines.title == "Avvikelsen för helåret går från +8 i prognosen mar 2021 till +15\u{A0}tkr i "
        + "prognosen aug 2021"
    )
  }

  @Test func aRoundThatAnAreaLacksGivesNoArrowAndNoLineOfTheWhole() throws {
    let found = try sections(
      Self.rounds,
      [
        (label: "Skola", values: tkr(100, 102, 105, 105)),
        (label: "Vård", values: tkr(200, 190, nil, 180)),
      ],
    )
    let forecast = try section("Prognos för helåret", of: found)
    let trail = try #require(tables(forecast).first)
    #expect(try texts("Vård", trail).suffix(4) == ["+10", "–", "+20", "? ?"])
    #expect(try texts("Totalt", trail).last == "? ?")
    #expect(trail.notes.contains { $0.text.hasPrefix("Prognos jun 2021 saknas för Vård") })
    let lines = try #require(charts(forecast).first)
    #expect(lines.strips.map { $0.name(in: lines.table) } == ["Vård", "Skola"])
    let titles = charts(forecast).map(\.title)
    #expect(titles.last?.hasSuffix("prognosen jun 2021, som saknas för bland annat Vård") == true)
    #expect(
      tables(forecast).allSatisfy { table in table.rows.allSatisfy { $0.label != "Ej förklarat" } }
    )
  }

  @Test func oneForecastHasABridgeFromTheBudgetAndNoTrailToDraw() throws {
    let found = try sections(
      ["Budget 2021", "Prognos 2021 per 2021-08"],
      [(label: "Skola", values: tkr(100, 130)), (label: "Vård", values: tkr(200, 190))],
    )
    let forecast = try section("Prognos för helåret", of: found)
    let bridge = try #require(tables(forecast).last)
    #expect(tables(forecast).count == 2 && charts(forecast).map(\.form) == [.bridge])
    #expect(try texts("Budget helår", bridge) == ["–", "–", "–", "300"])
    #expect(try texts("Skola", bridge) == ["−30", "0", "−30", "330"])
    #expect(try texts("Vård", bridge) == ["+10", "−30", "−20", "320"])
    #expect(try texts("Prognos aug 2021", bridge) == ["−20", "0", "−20", "320"])
    #expect(
      charts(forecast)[0].title
        == "Prognosen för helåret är 20\u{A0}tkr sämre än budgeten; mest bidrar Skola (−30\u{A0}tkr)"
    )
  }

  @Test func aForecastThatCrossesZeroIsBridgedInTheSignOfTheFigures() throws {
    let found = try sections(
      ["Budget 2021", "Prognos 2021 per 2021-08"],
      [(label: "Drift", values: tkr(-50, -90)), (label: "Skatt", values: tkr(70, 60))],
      sign: .result,
    )
    let bridge = try #require(tables(try section("Prognos för helåret", of: found)).last)
    #expect(try texts("Budget helår", bridge).last == "20")
    #expect(try texts("Drift", bridge) == ["−40", "0", "−40", "−20"])
    #expect(try texts("Skatt", bridge) == ["−10", "−40", "−50", "−30"])
    #expect(try texts("Prognos aug 2021", bridge) == ["−50", "0", "−50", "−30"])
  }

  @Test func aForecastWithoutAMonthIsComparedWithTheBudget() throws {
    let found = try sections(
      ["Budget 2021", "Prognos 2021"],
      [(label: "Skola", values: tkr(100, 130)), (label: "Vård", values: tkr(200, 190))],
    )
    let forecast = try section("Prognos för helåret", of: found)
    #expect(tables(forecast).map { $0.columns.map(\.title) }[0].suffix(1) == ["Avvikelse helår"])
    #expect(charts(forecast).count == 1)
  }

  @Test func whatIsTheSameAsTheBudgetIsSaidInASentence() throws {
    let found = try sections(
      ["Budget 2021", "Prognos 2021 per 2021-08"],
      [(label: "Skola", values: tkr(100, 100))],
    )
    #expect(
      try section("Prognos för helåret", of: found).blocks.last
        == .paragraph("Prognosen för helåret är lika med budgeten, område för område.")
    )
  }

  @Test func withoutForecastsAndMonthsThereIsNoSection() throws {
    #expect(try sections(["Budget 2021"], [(label: "Skola", values: tkr(1))]).isEmpty)
    let earlier = ["Budget 2021", "Prognos 2020 per 2020-08", "Utfall jan-aug 2021"]
    #expect(try sections(earlier, [(label: "Skola", values: tkr(1, 1, 1))]).isEmpty)
  }

  @Test func fourHundredAreasAreDrawnByTheLargest() throws {
    let found = try sections(
      Self.rounds,
      (1...400).map { number in
        (label: "Enhet \(number)", values: tkr(1_000, 1_000, 1_000, 1_000 + Int64(number)))
      },
    )
    let forecast = try section("Prognos för helåret", of: found)
    let lines = try #require(charts(forecast).first)
    #expect(lines.strips.count == 6)
    #expect(
      lines.description.hasSuffix(
        "Övriga områden med avvikelse, 395 till antalet, står i tabellen."
      )
    )
    let bridge = tables(forecast)[1]
    #expect(
      bridge.rows.map(\.label) == [
        "Budget helår", "Enhet 400", "Enhet 399", "Enhet 398", "Enhet 397", "Enhet 396",
        "Övriga 395 områden", "Prognos aug 2021",
      ]
    )
    #expect(try texts("Prognos aug 2021", bridge).first == "−80\u{A0}200")
    // Shown by another number, no more lines are drawn than can be told apart.
    let many = try sections(
      Self.rounds,
      (1...400).map { (label: "E \($0)", values: tkr(1, 1, 1, Int64($0))) },
      largest: 100,
    )
    let all = charts(try section("Prognos för helåret", of: many))
    #expect(all[0].strips.count == Chart.mostLines)
  }

  @Test func monthsAfterTheReportsHaveNoOutcome() throws {
    let months = (1...12).map { "Utfall 2021-\($0 < 10 ? "0" : "")\($0)" }
    let found = try sections(
      ["Budget 2021", "Prognos 2021 per 2021-03"] + months,
      [(label: "Skola", values: tkr(120, 130) + tkr(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9))],
      to: "2021-03",
    )
    let section = try section("Utfall månad för månad", of: found)
    let table = try #require(tables(section).first)
    #expect(table.columns.map(\.title) == ["Budget", "Utfall", "Prognos", "Avvikelse"])
    #expect(try texts("mar 2021", table) == ["30", "27", "27", "+3"])
    #expect(try texts("apr 2021", table) == ["40", "–", "–", "–"])
    #expect(try texts("dec 2021", table) == ["120", "–", "130", "–"])
    let chart = try #require(charts(section).first)
    #expect(chart.strips.map { $0.name(in: chart.table) } == ["Utfall", "Prognos", "Budget"])
    #expect(
      chart.title == "Utfallet till och med mar 2021 är 27\u{A0}tkr, 3\u{A0}tkr bättre än budgeten"
    )
  }

  @Test func aYearThatBeginsInJulyIsAccumulatedFromThere() throws {
    let found = try sections(
      [
        "Budget 2021", "Utfall 2021-07", "Utfall 2021-08", "Utfall 2020-07", "Utfall 2020-08",
      ],
      [(label: "Skola", values: tkr(120, 11, 12, 8, 9))],
      yearBeginsIn: 7,
    )
    let section = try section("Utfall månad för månad", of: found)
    let table = try #require(tables(section).first)
    #expect(table.title == "Ackumulerat från juli 2021")
    #expect(table.rows.first?.label == "jul 2021" && table.rows.last?.label == "jun 2022")
    #expect(table.columns.map(\.title) == ["Budget", "Utfall", "Utfall fg år", "Avvikelse"])
    #expect(try texts("aug 2021", table) == ["20", "23", "17", "−3"])
    #expect(try texts("sep 2021", table) == ["30", "–", "–", "–"])
  }
}
