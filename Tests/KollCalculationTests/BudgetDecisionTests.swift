import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// A budget as the chain of decisions that it is.
@Suite struct BudgetDecisionTests {
  /// Date, paragraph, type, area, tkr and financing, with `|` between.
  private func decisions(_ text: String) throws -> BudgetDecisions {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    return BudgetDecisions(
      try lines.enumerated().map { line, cells in
        BudgetDecision(
          date: try #require(Day(cells[0])),
          paragraph: cells[1].isEmpty ? nil : cells[1],
          type: try #require(BudgetDecision.Kind(rawValue: cells[2])),
          year: 2021,
          area: cells[3],
          amount: Money(minorUnits: try #require(Int64(cells[4])) * 100_000),
          financing: cells[5].isEmpty ? nil : cells[5],
          origin: Origin(file: "budgetbeslut.csv", line: line + 2),
        )
      }
    )
  }

  private func rules(through month: Int) throws -> PeriodRules {
    let month = try #require(Month(year: 2021, month: month))
    return PeriodRules(reportPeriod: ReportPeriod(through: month, in: .calendar))
  }

  private let chain = """
    2020-11-16 | § 120 | ursprunglig   | Skola | 1000 |
    2020-11-16 | § 120 | ursprunglig   | Vård  | 600  |
    2021-03-29 | § 31  | ombudgetering | Skola | 40   |
    2021-04-26 | § 45  | tilläggsanslag | Vård | 25   | eget kapital
    2021-09-27 | § 98  | omdisponering | Skola | -30  |
    2021-09-27 | § 98  | omdisponering | Vård  | 30   |
    """

  @Test func aReportShowsTheBudgetInForceInItsMonth() throws {
    let table = try decisions(chain).table { AreaPath([$0]) }
    func budgets(through month: Int) throws -> String {
      let columns = ["ursprunglig budget 2021", "budget 2021", "budget 2021-01...2021-06"]
      let (computed, diagnostics) = try TableDefinition.computed(
        columns,
        of: [table],
        rules: try rules(through: month),
      )
      #expect(diagnostics.isEmpty)
      return computed.plain
    }
    #expect(
      try budgets(through: 4) == """
        Område | Budget 2021 ursprunglig | Budget 2021 per apr 2021 | Budget jan–jun 2021
        Skola | 1000000 | 1040000 | 520000
        Vård | 600000 | 625000 | 312500
        Totalt | 1600000 | 1665000 | 832500
        """
    )
    #expect(
      try budgets(through: 10).hasSuffix(
        """
        Skola | 1000000 | 1010000 | 505000
        Vård | 600000 | 655000 | 327500
        Totalt | 1600000 | 1665000 | 832500
        """
      )
    )
  }

  @Test func aBudgetThatASourceStatesIsTheOriginalWhereNoDecisionSays() throws {
    let stated = ImportedTable(text: "Område | Budget 2021\nSkola | 1000\nVård | 600")
    let changes = try decisions("2021-04-26 | § 45 | tilläggsanslag | Vård | 25 | eget kapital")
    let (computed, _) = try TableDefinition.computed(
      ["budget 2021 ursprunglig", "budget 2021 tilläggsanslag", "budget 2021"],
      of: [stated, changes.table { AreaPath([$0]) }],
      rules: try rules(through: 8),
    )
    #expect(
      computed.plain == """
        Område | Budget 2021 ursprunglig | Budget 2021 tilläggsanslag | Budget 2021 per aug 2021
        Skola | 1000 |  | 1000
        Vård | 600 | 25000 | 625
        Totalt | 1600 | 25000 | 1625
        """
    )
  }

  /// Skola states its months and Vård the year alone; both got more money in April.
  @Test func aBudgetByMonthGetsItsPartOfWhatWasDecidedSince() throws {
    let months = (1...12).map { "Budget 2021-\($0 < 10 ? "0" : "")\($0)" }
    let stated = ImportedTable(
      text: """
        Område | \(months.joined(separator: " | ")) | Budget 2021
        Skola | \((1...12).map { "\($0)000" }.joined(separator: " | ")) | 78000
        Vård | \(String(repeating: "| ", count: 12)) 120000
        """
    )
    let changes = try decisions(
      """
      2021-04-26 | § 45 | tilläggsanslag | Skola | 12000 | eget kapital
      2021-04-26 | § 45 | tilläggsanslag | Vård  | 24000 | eget kapital
      """
    )
    let tables = try [stated, changes.table { AreaPath([$0]) }].inCommonScales()
    func budgets(_ columns: [String]) throws -> ComputedTable {
      try TableDefinition.computed(columns, of: tables, rules: try rules(through: 6)).table
    }
    let table = try budgets(["budget 2021-01", "budget 2021-01...2021-06", "budget 2021"])
    #expect(
      table.plain == """
        Område | Budget 2021-01 | Budget jan–jun 2021 | Budget 2021 per jun 2021
        Skola | 2000 | 27000 | 90000
        Vård | 12000 | 72000 | 144000
        Totalt | 14000 | 99000 | 234000
        """
    )
    #expect(
      table.notes.map(\.text) == [
        "Ändringar av budgeten, och årets belopp där månader saknas, är fördelade med en tolftedel i "
          + "månaden: Budget 2021-01, Budget jan–jun 2021."
      ]
    )
    let year = try budgets(months)
    let total = try #require(year.rows.last)
    let sum = total.cells.reduce(0) { $0 + ($1.value.money?.minorUnits ?? 0) }
    #expect(sum == table.rows.last?.cells[2].value.money?.minorUnits)
  }

  /// The note on how a year is spread tells of what was spread, and of nothing else.
  @Test(arguments: [
    (stated: true, decided: "Skola", note: "Ändringar av budgeten är fördelade"),
    (stated: true, decided: "", note: nil),
    (stated: false, decided: "", note: "Där månader saknas är årets belopp fördelat"),
  ])
  func theNoteTellsOfWhatWasSpread(stated: Bool, decided: String, note: String?) throws {
    let budget = ImportedTable(
      text: """
        Område | Budget 2021-01 | Budget 2021-02 | Budget 2021
        Skola | 1000 | 2000 | 12000
        Vård | \(stated ? "3000 | 4000" : " | ") | 24000
        """
    )
    let changes = try decisions(
      decided.isEmpty
        ? "" : "2021-01-26 | § 45 | tilläggsanslag | \(decided) | 12000 | eget kapital"
    )
    let tables = [budget] + (decided.isEmpty ? [] : [changes.table { AreaPath([$0]) }])
    let (table, _) = try TableDefinition.computed(
      ["budget 2021-01...2021-02"],
      of: try tables.inCommonScales(),
      rules: try rules(through: 2),
    )
    let notes = note.map { ["\($0) med en tolftedel i månaden: Budget jan–feb 2021."] } ?? []
    #expect(table.notes.map(\.text) == notes)
  }

  @Test func anAreaWhoseOriginalIsNotDecidedHasThatOfItsSource() throws {
    let stated = ImportedTable(text: "Område | Budget 2021\nSkola | 1000\nVård | 600\nPark | 40")
    let decided = try decisions(
      """
      2020-11-16 | § 120 | ursprunglig    | Vård  | 500 |
      2021-04-26 | § 45  | tilläggsanslag | Skola | 25  | eget kapital
      """
    )
    let (computed, _) = try TableDefinition.computed(
      ["ursprunglig budget 2021", "budget 2021"],
      of: try [stated, decided.table { AreaPath([$0]) }].inCommonScales(),
      rules: try rules(through: 8),
    )
    #expect(
      computed.plain == """
        Område | Budget 2021 ursprunglig | Budget 2021 per aug 2021
        Skola | 1000000 | 1025000
        Vård | 500000 | 500000
        Park | 40000 | 40000
        Totalt | 1540000 | 1565000
        """
    )
  }

  @Test func whatASourceCallsTheOriginalIsItWhereNoDecisionSays() throws {
    let stated = ImportedTable(
      text: """
        Område | Ursprunglig budget 2021 | Budget 2021
        Skola  | 1000                    | 1025
        Park   |                         | 40
        """
    )
    let decided = try decisions("2021-04-26 | § 45 | tilläggsanslag | Skola | 25 | eget kapital")
    let (computed, _) = try TableDefinition.computed(
      ["ursprunglig budget 2021", "budget 2021"],
      of: try [stated, decided.table { AreaPath([$0]) }].inCommonScales(),
      rules: try rules(through: 8),
    )
    #expect(
      computed.plain == """
        Område | Ursprunglig budget 2021 | Budget 2021 per aug 2021
        Skola | 1000 | 1025
        Park | 40 | 40
        Totalt | 1040 | 1065
        """
    )
  }

  @Test func anOriginalThatASourceStatesAndADecisionTooIsToldWithBothPlaces() throws {
    let stated = ImportedTable(text: "Område | Ursprunglig budget 2021\nSkola | 1000\nVård | 600")
    let decided = try decisions("2020-11-16 | § 120 | ursprunglig | Vård | 600 |")
    let tables = try [stated, decided.table { AreaPath([$0]) }].inCommonScales()
    let findings = try StatedOriginals(in: tables).findings
    #expect(findings.map(\.code) == [.duplicateFact])
    #expect(findings.map(\.severity) == [.error])
    #expect(
      findings.map(\.message.english) == [
        "the original budget 2021 of \"Vård\" already stands in a.csv, line 3"
      ]
    )
    #expect(findings.first?.location == Diagnostic.Location(file: "budgetbeslut.csv", line: 2))
  }

  @Test func aBudgetOfAnAreaWithADecidedPartIsToldAsLeftOut() throws {
    let decided = try decisions(
      """
      2020-11-16 | § 120 | ursprunglig | Solen | 300 |
      2020-11-16 | § 120 | ursprunglig | Månen | 100 |
      """
    )
    func findings(_ amount: Int) throws -> [Diagnostic] {
      let stated = ImportedTable(text: "Område | Budget 2021\nFörskola | \(amount)\nVård | 600")
      let parts = decided.table { AreaPath(["Förskola", $0]) }
      return try StatedOriginals(in: [stated, parts].inCommonScales()).findings
    }
    let found = try findings(1000)
    #expect(found.map(\.code) == [.areaCountedTwice])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.english.contains("\"Förskola\" in a.csv, line 2,") == true)
    // The parts are the whole.
    #expect(try findings(400).isEmpty)
  }

  /// The frame of a vård- och omsorgsnämnd for 2014, in tkr.
  @Test func aFramesBridgeSums() throws {
    func step(_ label: String, _ tkr: Int64) -> Bridge.Step {
      Bridge.Step(label, Money(minorUnits: tkr * 100_000))
    }
    var bridge = Bridge(
      title: "Budgetram 2014",
      scale: Scale(unit: .tkr),
      decimals: 0,
      from: step("Ram 2013", 1_047_144),
      steps: [step("Generell uppräkning", 20_943), step("Riktade tillskott", 12_000)],
      to: step("Ram 2014", 1_080_087),
    )
    #expect(try bridge.rest == .zero)
    #expect(
      try bridge.table().plain == """
        Steg | Förändring | Belopp
        Ram 2013 |  | 1047144
        Generell uppräkning | 20943 | 1068087
        Riktade tillskott | 12000 | 1080087
        Ram 2014 | 32943 | 1080087
        """
    )
    bridge.to = step("Ram 2014", 1_080_000)
    #expect(try bridge.table().plain.contains("Ej förklarat | -87 | 1080000"))
  }

  @Test func theBridgeOfABudgetNamesEachDecisionAndItsAreaAsTablesDo() throws {
    let bridge = try #require(try bridge(from: 1_600, sign: .cost))
    #expect(
      try bridge.table().plain == """
        Steg | Förändring | Belopp
        Ursprunglig budget 2021 |  | 1600
        2021-03-29 § 31 ombudgetering, Skola | 40 | 1640
        2021-04-26 § 45 tilläggsanslag, Vård och omsorg | 25 | 1665
        Gällande budget 2021 den 2021-08-31 | 65 | 1665
        """
    )
    #expect(try bridge.rest == .zero)
  }

  @Test func theBridgeOfABudgetHasTheSignsOfItsTable() throws {
    let bridge = try #require(try bridge(from: -1_600, sign: .result))
    #expect(
      try bridge.table().plain.hasSuffix(
        """
        Ursprunglig budget 2021 |  | -1600
        2021-03-29 § 31 ombudgetering, Skola | -40 | -1640
        2021-04-26 § 45 tilläggsanslag, Vård och omsorg | -25 | -1665
        Gällande budget 2021 den 2021-08-31 | -65 | -1665
        """
      )
    )
  }

  private func bridge(from tkr: Int64, sign: SignConvention) throws -> Bridge? {
    try decisions(chain).bridge(
      of: 2021,
      on: try #require(Day("2021-08-31")),
      original: Money(minorUnits: tkr * 100_000),
      path: { AreaPath(["Kommunen", $0 == "Vård" ? "Vård och omsorg" : $0]) },
      sign: sign,
      unit: .tkr,
      decimals: 0,
    )
  }

  @Test func whatIsWrongWithDecisionsIsTold() throws {
    let findings = try decisions(
      """
      2020-11-16 | § 120 | ursprunglig    | Skola | 1000 |
      2021-02-01 | § 9   | ursprunglig    | skola | 1100 |
      2021-04-26 | § 45  | tilläggsanslag | Vård  | 25   |
      2021-04-26 | § 46  | tilläggsanslag | Vård  | -25  |
      2021-09-27 | § 98  | omdisponering  | Skola | -30  |
      2021-09-27 | § 98  | omdisponering  | Vård  | 20   |
      2021-10-01 | § 99  | omdisponering  | Skola | -5   |
      2021-10-01 | § 99  | omdisponering  | Vård  | 5    |
      """
    ).findings
    #expect(findings.map(\.code) == [.duplicateFact, .financingMissing, .reallocationUnbalanced])
    #expect(findings.map(\.location?.line) == [3, 4, 7])
    #expect(findings.last?.message.english.contains("its sum is \u{2212}10\u{A0}000 kr") == true)
  }
}
