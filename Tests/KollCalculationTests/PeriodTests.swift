import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Months, accumulated amounts and years from what sources state.
@Suite struct PeriodTests {
  private func plain(
    _ columns: [String],
    of tables: ImportedTable...,
    rules: PeriodRules = PeriodRules(),
  ) throws -> String {
    let (table, diagnostics) = try TableDefinition.computed(columns, of: tables, rules: rules)
    #expect(diagnostics.isEmpty)
    return table.plain
  }

  @Test func monthsAddUpToThePeriod() throws {
    let months = ImportedTable(
      text: """
        Område | Utfall 2021-01 | Utfall 2021-02 | Utfall 2021-03
        Skola  | 100            | 120            | 90
        Vård   | 50             |                | 60
        """
    )
    #expect(
      try plain(["utfall 2021-01...2021-03", "utfall 2021-02...2021-03"], of: months) == """
        Område | Utfall jan–mar 2021 | Utfall feb–mar 2021
        Skola | 310 | 210
        Vård | 110 | 60
        Totalt | 420 | 270
        """
    )
  }

  @Test func aMonthIsTheDifferenceOfAccumulatedAmounts() throws {
    let accumulated = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-07 | Utfall 2021-01...2021-08
        Skola  | 700                      | 820
        Vård   |                          | 60
        """
    )
    #expect(
      try plain(["utfall 2021-08", "utfall 2021-01...2021-08"], of: accumulated) == """
        Område | Utfall aug 2021 | Utfall 2021-01...2021-08
        Skola | 120 | 820
        Vård | 60 | 60
        Totalt | 180 | 880
        """
    )
  }

  @Test func anAreaAddsUpThePeriodsThatItStatesItself() throws {
    let months = ImportedTable(
      text: """
        Område | Utfall 2021-01 | Utfall 2021-02 | Utfall 2021-03
        Skola  | 100            | 120            | 90
        """
    )
    let accumulated = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-02 | Utfall 2021-03
        Vård   | 500                      | 60
        Park   | 7                        |
        """,
      file: "b.csv",
    )
    let pairs = ImportedTable(
      text: """
        Område | Utfall 2021-02...2021-03
        Bad    | 9
        """,
      file: "c.csv",
    )
    #expect(
      try plain(["utfall 2021-01...2021-03"], of: months, accumulated, pairs) == """
        Område | Utfall jan–mar 2021
        Skola | 310
        Vård | 560
        Park | 7
        Bad | 9
        Totalt | 886
        """
    )
  }

  @Test func aMonthWithinALongerPeriodIsNotNothing() throws {
    let months = ImportedTable(
      text: """
        Område | Utfall 2021-01 | Utfall 2021-02 | Utfall 2021-03 | Utfall 2021-01...2021-03
        Skola  | 100            |                | 90             | 190
        """
    )
    let accumulated = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-02 | Utfall 2021-03
        Vård   | 500                      | 60
        """,
      file: "b.csv",
    )
    let nested = ImportedTable(
      text: """
        Område | Utfall 2021-01 | Utfall 2021-01...2021-03
        Park   | 5              | 8
        """,
      file: "c.csv",
    )
    #expect(
      try plain(
        ["utfall 2021-02...2021-03", "utfall 2021-01...2021-02"],
        of: months,
        accumulated,
        nested,
      ) == """
        Område | Utfall feb–mar 2021 | Utfall 2021-01...2021-02
        Skola | 90 | 100
        Vård |  | 500
        Park | 3 |\u{20}
        Totalt | 93 | 600
        """
    )
  }

  @Test func anAccumulatedAmountIsNoMonthWhereAnEarlierOneIsStated() throws {
    let monthly = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-07 | Utfall 2021-01...2021-08
        Skola  | 700                      | 820
        Park   |                          | 3
        """
    )
    let tertials = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-04 | Utfall 2021-01...2021-08
        Vård   | 40                       | 60
        """,
      file: "b.csv",
    )
    #expect(
      try plain(["utfall 2021-08"], of: monthly, tertials) == """
        Område | Utfall aug 2021
        Skola | 120
        Park | 3
        Vård |\u{20}
        Totalt | 123
        """
    )
  }

  @Test func areasWithoutBothAccumulatedAmountsAreNamed() throws {
    let monthly = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-07 | Utfall 2021-01...2021-08
        Skola  | 700                      | 820
        Vård   | 50                       |
        Park   |                          | 3
        Gata   |                          | 0
        Bad    |                          |
        """
    )
    let tertials = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-04 | Utfall 2021-01...2021-08
        Kultur | 40                       | 60
        """,
      file: "b.csv",
    )
    let months = ImportedTable(text: "Område | Utfall 2021-08\nFritid | 5", file: "c.csv")
    let tables = [monthly, tertials, months]
    let (table, _) = try TableDefinition.computed(["utfall 2021-08"], of: tables)
    #expect(
      table.notes.map(\.text) == [
        "Utfall 2021-08 saknas för Vård, Kultur, vars ackumulerade belopp inte avser samma månader "
          + "som de andras. Summan är därför inte skillnaden mellan de ackumulerade summorna.",
        "Utfall 2021-08 är hela det ackumulerade beloppet för Park, där inget anges för månaderna "
          + "dessförinnan.",
      ]
    )
  }

  @Test func anEarlierPeriodIsNotTheWholeWhereTheRestIsNotStated() throws {
    let accumulated = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-02 | Utfall 2021-01...2021-03
        Skola  | 100                      | 120
        Vård   | 50                       |
        """
    )
    #expect(
      try plain(["utfall 2021-01...2021-03"], of: accumulated) == """
        Område | Utfall 2021-01...2021-03
        Skola | 120
        Vård |\u{20}
        Totalt | 120
        """
    )
  }

  @Test func eachAreaUsesWhatItsOwnFileStates() throws {
    let months = ImportedTable(
      text: """
        Område | Utfall 2021-01 | Utfall 2021-02
        Skola  | 100            | 120
        """
    )
    let accumulated = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-02
        Vård   | 60
        """,
      file: "b.csv",
    )
    #expect(
      try plain(["utfall 2021-01...2021-02"], of: months, accumulated) == """
        Område | Utfall 2021-01...2021-02
        Skola | 220
        Vård | 60
        Totalt | 280
        """
    )
  }

  @Test func aMonthThatStandsBesideAPeriodIsNotTakenForIt() throws {
    let months = ImportedTable(
      text: """
        Område | Budget 2021-01 | Budget 2021-02
        Skola  | 100            | 120
        """
    )
    let year = ImportedTable(text: "Område | Budget 2021\nVård | 1200", file: "b.csv")
    #expect(
      try plain(["budget 2021-01", "budget 2021-01...2021-02"], of: months, year) == """
        Område | Budget 2021-01 | Budget jan–feb 2021
        Skola | 100 | 220
        Vård | 100 | 200
        Totalt | 200 | 420
        """
    )
  }

  @Test func anAccountThatIsGoneFromWhatIsAccumulatedIsTakenOffItsMonth() throws {
    var accumulated = ImportedTable(
      text: """
        Område | Utfall 2021-01...2021-07 | Utfall 2021-01...2021-08
        Skola  | 600                      | 820
        """
    )
    let july = try #require(accumulated.facts.first)
    accumulated.lines = [Line(account: "5010 Löner")]
    accumulated.facts.append(
      Fact(
        area: july.area,
        line: 0,
        series: july.series,
        amount: Money(minorUnits: 100 * 100_000),
        origin: july.origin,
      )
    )
    #expect(try plain(["utfall 2021-08"], of: accumulated).hasSuffix("Totalt | 120"))
  }

  @Test func aMonthLeftOutOfABudgetByMonthHasNothing() throws {
    let titles = (1...12).map { "Budget 2021-\($0 < 10 ? "0" : "")\($0)" }
    let months = ImportedTable(
      text: "Område | Budget 2021 | " + titles.joined(separator: " | ") + """

        Skola  | 1200 | 100 | 100 | 100 | 100 | 100 | 100 | 100 |  | 200 | 100 | 100 | 100
        Simhall |     |     |     |     |     |     | 120 |     |  |     |     |     |
        Vård   | 600  |     |     |     |     |     |     |     |  |     |     |     |
        Bad    |      |     |     |     |     |     |     |     | 7 |    |     |     |
        """
    )
    #expect(
      try plain(["budget 2021-08", "budget 2021-08...2021-09", "budget 2021"], of: months) == """
        Område | Budget 2021-08 | Budget aug–sep 2021 | Budget 2021
        Skola |  | 200 | 1200
        Simhall |  |  | 120
        Vård | 50 | 100 | 600
        Bad | 7 | 7 | 7
        Totalt | 57 | 307 | 1927
        """
    )
  }

  @Test func aBudgetIsSpreadByTwelfthsSoThatEveryRunningTotalIsRight() throws {
    let year = ImportedTable(text: "Område | Budget 2021\nSkola | 100", unit: .kr)
    let columns = (1...12).map { "budget 2021-\($0 < 10 ? "0" : "")\($0)" }
    let (table, _) = try TableDefinition.computed(columns + ["budget 2021"], of: [year])
    let amounts = try #require(table.rows.first).cells.compactMap { $0.value.money?.minorUnits }
    // 100 kr are 10 000 öre: 833,33 öre a month, and the running totals are rounded.
    #expect(amounts.dropLast() == [833, 834, 833, 833, 834, 833, 833, 834, 833, 833, 834, 833])
    #expect(amounts.dropLast().reduce(0, +) == amounts.last)
    #expect(
      table.notes.first?.text.hasPrefix(
        "Årets belopp är fördelat med en tolftedel i månaden: Budget jan 2021, Budget feb 2021"
      ) == true
    )
  }

  @Test func aBudgetFollowsTheOutcomeOfTheYearBefore() throws {
    let titles = (1...12).map { "Utfall 2020-\($0 < 10 ? "0" : "")\($0)" }
    let months = ImportedTable(
      text: "Område | Budget 2021 | " + titles.joined(separator: " | ") + """

        Skola | 1200 | 10 | 10 | 10 | 10 | 10 | 10 | 0 | 20 | 10 | 10 | 10 | 10
        Vård  | 1200 |    |    |    |    |    |    |   |    |    |    |    |
        """
    )
    let rules = PeriodRules(periodisation: .priorOutcome)
    let (table, diagnostics) = try TableDefinition.computed(
      ["budget 2021-07", "budget 2021-01...2021-08", "budget 2021"],
      of: [months],
      rules: rules,
    )
    #expect(diagnostics.isEmpty)
    #expect(
      table.plain == """
        Område | Budget jul 2021 | Budget jan–aug 2021 | Budget 2021
        Skola | 0 | 800 | 1200
        Vård | 100 | 800 | 1200
        Totalt | 100 | 1600 | 2400
        """
    )
    #expect(
      table.notes.map(\.text).contains(
        "Utfallet året före ger ingen fördelning för Vård; där är årets belopp fördelat med en "
          + "tolftedel i månaden."
      )
    )
  }

  @Test func netFollowsFromCostAndIncomeInTheSignsOfTheSource() throws {
    let text = """
      Område | Budget 2021 kostnader | Budget 2021 intäkter
      Skola  | 500                   | 80
      Bad    | 40                    |
      """
    #expect(
      try plain(["budget 2021"], of: ImportedTable(text: text, sign: .cost)) == """
        Område | Budget 2021
        Skola | 420
        Bad | 40
        Totalt | 460
        """
    )
    let ledger = ImportedTable(
      text: text.replacing("80", with: "-80"),
      sign: .ledger,
    )
    #expect(try plain(["budget 2021"], of: ledger).hasSuffix("Totalt | 460"))
  }

  @Test func monthsThatNoSourceHasAreNamed() throws {
    let months = ImportedTable(
      text: """
        Område | Utfall 2021-01 | Utfall 2021-03
        Skola  | 100            | 90
        """
    )
    let (_, diagnostics) = try TableDefinition.computed(["utfall 2021-01...2021-04"], of: [months])
    #expect(diagnostics.map(\.code) == [.periodMissing])
    #expect(
      diagnostics.first?.message.english
        == "\"Utfall jan–apr 2021\" needs months that no source has: 2021-02, 2021-04"
    )
  }

  @Test func aForecastWithoutARoundIsTheNewestThatTheReportKnows() throws {
    let rounds = ImportedTable(
      text: """
        Område | Prognos 2021 per 2021-04 | Prognos 2021 per 2021-08 | Prognos 2021 per 2021-10
        Skola  | 100                      | 110                      | 130
        """
    )
    let august = ReportPeriod(
      through: try #require(Month(year: 2021, month: 8)),
      in: .calendar,
    )
    #expect(
      try plain(["prognos 2021"], of: rounds, rules: PeriodRules(reportPeriod: august)) == """
        Område | Prognos 2021 per 2021-08
        Skola | 110
        Totalt | 110
        """
    )
    let (_, diagnostics) = try TableDefinition.computed(
      ["prognos 2021 per 2021-10"],
      of: [rounds],
      rules: PeriodRules(reportPeriod: august),
    )
    #expect(diagnostics.map(\.code) == [.roundAfterReport])
  }

  @Test func aCompanysYearMayBeginInMay() throws {
    let year = ImportedTable(text: "Område | Budget 2020\nBolaget | 1200")
    let rules = PeriodRules(fiscalYear: try #require(FiscalYear(beginningInMonth: 5)))
    #expect(
      try plain(["budget 2020-05...2021-01"], of: year, rules: rules) == """
        Område | Budget maj 2020–jan 2021
        Bolaget | 900
        Totalt | 900
        """
    )
  }
}

/// Proposals for a forecast, from what has been booked.
@Suite struct ForecastProposalTests {
  @Test func aProposalTakesWhatWasBookedToTheWholeYear() throws {
    let titles = (1...12).map { "Utfall 2020-\($0 < 10 ? "0" : "")\($0)" }
    let source = ImportedTable(
      text: "Område | Budget 2021 | Utfall 2021-01...2021-08 | " + titles.joined(separator: " | ")
        + """

        Skola | 1200 | 820 | 10 | 10 | 10 | 10 | 10 | 10 | 0 | 10 | 20 | 20 | 20 | 20
        Vård  | 600  | 380 |    |    |    |    |    |    |   |    |    |    |    |
        Bad   | 120  |     |    |    |    |    |    |    |   |    |    |    |    |
        """
    )
    let month = try #require(Month(year: 2021, month: 8))
    let rules = PeriodRules(reportPeriod: ReportPeriod(through: month, in: .calendar))
    let (table, diagnostics) = try TableDefinition.computed(
      ForecastProposal.allCases.map { "prognos 2021 " + $0.rawValue },
      of: [source],
      rules: rules,
    )
    #expect(diagnostics.isEmpty)
    // Skola: 820 + 1 200 · 4/12; 820 / 8 · 12; 820 · 150/70, which is not whole.
    #expect(
      table.rows.map { $0.cells.map { $0.value.money?.minorUnits } } == [
        [122_000_000, 123_000_000, 175_714_286], [58_000_000, 57_000_000, nil],
        [4_000_000, nil, nil], [184_000_000, 180_000_000, 175_714_286],
      ]
    )
    #expect(table.columns.map(\.title).first == "Prognos 2021 förslag budgettakt")
  }
}

/// Columns that are titled as months and may be accumulated.
@Suite struct AccumulationDoubtTests {
  private func doubts(_ rows: String) throws -> [AccumulationDoubt] {
    try AccumulationDoubt.all(
      in: ImportedTable(
        text: "Område | Utfall 2021-01 | Utfall 2021-02 | Utfall 2021-03 | Utfall 2021-04\n" + rows
      )
    )
  }

  @Test func monthsThatOnlyGrowAreInDoubt() throws {
    let found = try doubts("Skola | 100 | 205 | 300 | 410\nVård | 50 | 95 | 150 | 200")
    #expect(found.map(\.columns) == [[0, 1, 2, 3]])
    let income = try doubts("Taxa | -10 | -20 | -31 | -40")
    #expect(income.count == 1)
  }

  @Test func ordinaryMonthsAreNot() throws {
    #expect(try doubts("Skola | 100 | 105 | 98 | 110\nVård | 50 | 45 | 60 | 52").isEmpty)
    // Growing, but not as amounts that are added up.
    #expect(try doubts("Skola | 100 | 101 | 102 | 103").isEmpty)
  }
}
