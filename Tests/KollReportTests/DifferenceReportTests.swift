import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

/// What is said of differences, and in which words.
@Suite struct DifferenceReportTests {
  /// The report on two columns of some areas.
  private func report(
    _ titles: [String],
    _ rows: [(label: String, values: [Int64?])],
    sign: SignConvention? = .cost,
    decimals: Int = 0,
  ) throws -> DifferenceReport {
    let imported = ImportedTable(titles: titles, rows: rows, sign: sign)
    var ledger = Ledger()
    try ledger.add(imported)
    var definition = TableDefinition(joining: [imported])
    definition.columns = definition.columns.map { $0.showing(unit: .tkr, decimals: decimals) }
    let table = try definition.computed(from: ledger)
    let compared = ComparedFigures(
      series: (table.columns[0], table.columns[1]),
      sign: table.sign,
      difference: try Difference(
        from: try AreaFigures(of: table, column: 0),
        to: try AreaFigures(of: table, column: 1),
      ),
      hasTotal: true,
    )
    return DifferenceReport(title: "Skillnad", preamble: [], compared: [compared])
  }

  private func tkr(_ amounts: Int64?...) -> [Int64?] { amounts.map { $0.map { $0 * 100_000 } } }

  /// The sentences on the areas.
  private func sentences(_ report: DifferenceReport) throws -> [String] {
    let blocks = try report.document(of: "Kommunen").sections.flatMap(\.blocks)
    return blocks.flatMap { block -> [String] in
      if case .list(let lines) = block { lines.map(\.withPlainBlanks) } else { [] }
    }
  }

  /// The sentence on the whole.
  private func opening(_ report: DifferenceReport) throws -> String? {
    let blocks = try report.document(of: "Kommunen").sections.flatMap(\.blocks)
    return blocks.lazy.compactMap { block -> String? in
      if case .paragraph(let words) = block { words.withPlainBlanks } else { nil }
    }.first
  }

  private static let forecasts = ["Prognos 2021 per 2021-03", "Prognos 2021 per 2021-08"]

  @Test func aHigherForecastOfNetCostIsWorse() throws {
    let report = try report(
      Self.forecasts,
      [
        ("Räddningstjänst", tkr(12_000, 12_350)), ("Skola", tkr(900, 800)), ("Park", tkr(5, 5)),
      ],
    )
    #expect(
      try sentences(report) == [
        "Räddningstjänst: prognosen är 350 tkr högre än i mars (från 12 000 till 12 350 tkr), "
          + "en försämring.",
        "Skola: prognosen är 100 tkr lägre än i mars (från 900 till 800 tkr), en förbättring.",
      ]
    )
    #expect(
      try opening(report) == "Prognosen är 250 tkr högre än i mars (från 12 905 till 13 155 tkr), "
        + "en försämring. Områden: 2 ändrade och 1 lika."
    )
  }

  @Test func aHigherForecastOfTheResultIsBetter() throws {
    let report = try report(Self.forecasts, [("Skola", tkr(-900, -800))], sign: .result)
    #expect(
      try sentences(report) == [
        "Skola: prognosen är 100 tkr högre än i mars (från −900 till −800 tkr), en förbättring."
      ]
    )
  }

  @Test func aHigherForecastOfIncomeIsBetter() throws {
    let titles = ["Prognos 2021 per 2021-03 intäkter", "Prognos 2021 per 2021-08 intäkter"]
    let report = try report(titles, [("Avgifter", tkr(900, 1_000))])
    #expect(try sentences(report).first?.hasSuffix(", en förbättring.") == true)
  }

  @Test func withoutASignNothingIsBetterOrWorse() throws {
    let report = try report(Self.forecasts, [("Skola", tkr(900, 1_000))], sign: nil)
    #expect(
      try sentences(report) == [
        "Skola: prognosen är 100 tkr högre än i mars (från 900 till 1 000 tkr)."
      ]
    )
  }

  @Test func aBudgetIsNeitherBetterNorWorse() throws {
    let report = try report(["Budget 2020", "Budget 2021"], [("Skola", tkr(900, 1_000))])
    #expect(
      try sentences(report) == [
        "Skola: budget 2021 är 100 tkr högre än budget 2020 (från 900 till 1 000 tkr)."
      ]
    )
  }

  @Test func whatIsMissingIsSaidAndNotJudged() throws {
    let report = try report(
      Self.forecasts,
      [("Skola", tkr(900, nil)), ("Vård", tkr(nil, 40)), ("Park", tkr(5, 5))],
    )
    #expect(
      try sentences(report) == [
        "Skola: borta, med 900 tkr i prognosen i mars; saknas i prognosen i augusti.",
        "Vård: ny, med 40 tkr i prognosen i augusti; saknas i prognosen i mars.",
      ]
    )
    #expect(
      try opening(report) == "Prognosen är 860 tkr lägre än i mars (från 905 till 45 tkr). "
        + "Områden: 1 nytt, 1 borta och 1 lika."
    )
  }

  /// 40 kronor are nothing in whole tkr.
  @Test func aSmallChangeIsShownWithTheDecimalsThatItNeeds() throws {
    let report = try report(Self.forecasts, [("Skola", [90_000_000, 90_004_000])])
    #expect(
      try sentences(report) == [
        "Skola: prognosen är 0,04 tkr högre än i mars (från 900,00 till 900,04 tkr), "
          + "en försämring."
      ]
    )
  }

  @Test func theTableHasARowForWhatIsTheSameSoThatItSums() throws {
    let report = try report(
      Self.forecasts,
      [("Skola", tkr(900, 800)), ("Park", tkr(5, 5)), ("Bad", tkr(7, 7))],
    )
    let table = try #require(report.tables.first)
    #expect(table.rows.map(\.label) == ["Skola", "Oförändrade områden, 2 st", "Totalt"])
    for column in 0..<3 {
      let amounts = table.rows.map { $0.cells[column].value.money?.minorUnits ?? 0 }
      #expect(amounts[0] + amounts[1] == amounts[2])
    }
  }

  @Test func aChartShowsTheWayOfTheWhole() throws {
    let report = try report(Self.forecasts, [("Skola", tkr(900, 800)), ("Park", tkr(5, 9))])
    let charts = try report.document(of: "Kommunen").sections.flatMap(\.blocks).compactMap {
      block -> Chart? in
      if case .chart(let chart) = block { chart } else { nil }
    }
    #expect(charts.map(\.labels) == [["Skola", "Park", "Prognos 2021 per aug 2021"]])
  }

  @Test func nothingDiffersFromItself() throws {
    let report = try report(["Budget 2021", "Budget 2021 (2)"], [("Skola", tkr(900, 900))])
    #expect(try sentences(report).isEmpty)
    #expect(report.tables.first?.rows.map(\.label) == ["Oförändrade områden, 1 st", "Totalt"])
  }

  @Test func severalComparisonsAreOneTableOfRecords() throws {
    var report = try report(Self.forecasts, [("Skola", tkr(900, 800))])
    report.compared += try self.report(["Budget 2020", "Budget 2021"], [("Skola", tkr(1, 3))])
      .compared
    let records = try report.records()
    #expect(
      records.columns.map(\.title) == ["Serie", "Före", "Efter", "Förändring", "Vad", "Källa"]
    )
    #expect(
      records.rows.map { $0.cells[0].value } == [
        .text("Prognos 2021"), .text("Prognos 2021"), .text("Budget 2021 mot budget 2020"),
        .text("Budget 2021 mot budget 2020"),
      ]
    )
    let changes = records.rows.map { $0.cells[3].value.money?.minorUnits }
    #expect(changes == [-100, -100, 2, 2].map { $0 * 100_000 })
  }
}

extension String {
  /// The text with blanks that may break.
  fileprivate var withPlainBlanks: String {
    String(map { $0 == "\u{A0}" ? " " : $0 })
  }
}
