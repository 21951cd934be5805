import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Plus is better than budget, under every sign convention and for each side.
@Suite struct DeviationTests {
  /// One row with the figures of a better outcome, as the convention writes them.
  private func table(
    sign: SignConvention,
    side: Side,
    shown: SignConvention? = nil,
    actual: Int64?,
    budget: Int64?,
  ) throws -> ComputedTable {
    var imported = ImportedTable(
      titles: ["Utfall 2021", "Budget 2021"],
      rows: [("A", [actual, budget]), ("B", [actual, budget])],
      sign: sign,
    )
    for index in imported.series.indices {
      imported.series[index].side = side
      imported.layout.columns[index].series.side = side
    }
    var definition = TableDefinition(joining: [imported])
    definition.shownSign = shown
    try definition.addColumn(
      titled: "Avvikelse",
      expression: "avvikelse(Utfall 2021, Budget 2021)",
    )
    try definition.addColumn(titled: "Andel", expression: "avvikelse%(Utfall 2021, Budget 2021)")
    var ledger = Ledger()
    try ledger.add(imported)
    return try definition.computed(from: ledger)
  }

  /// An outcome that is better by 30 of 100 tkr, as each convention writes it.
  private static let better: [(SignConvention, Side, Int64, Int64)] = [
    (.cost, .net, 7_000_000, 10_000_000), (.cost, .cost, 7_000_000, 10_000_000),
    (.cost, .income, 13_000_000, 10_000_000), (.result, .net, -7_000_000, -10_000_000),
    (.result, .cost, -7_000_000, -10_000_000), (.result, .income, 13_000_000, 10_000_000),
    (.ledger, .net, 7_000_000, 10_000_000), (.ledger, .cost, 7_000_000, 10_000_000),
    (.ledger, .income, -13_000_000, -10_000_000),
  ]

  @Test(arguments: better)
  func betterIsPlusInWhateverConventionTheTableShows(
    _ sign: SignConvention,
    _ side: Side,
    _ actual: Int64,
    _ budget: Int64,
  ) throws {
    for shown in [nil, .cost, .result, .ledger] as [SignConvention?] {
      let computed = try table(
        sign: sign,
        side: side,
        shown: shown,
        actual: actual,
        budget: budget,
      )
      let item = computed.rows[0].cells[2...].map(\.value)
      #expect(item == [.money(Money(minorUnits: 3_000_000)), .ratio(Rational(3, decimals: 1))])
      let total = try #require(computed.total).cells[2...].map(\.value)
      #expect(total == [.money(Money(minorUnits: 6_000_000)), .ratio(Rational(3, decimals: 1))])
      let turns = shown.map { sign.turns(to: $0, side: side) } ?? false
      #expect(computed.rows[0].cells[0].value.money?.minorUnits == (turns ? -actual : actual))
    }
  }

  @Test func aForecastThatAnAreaHasNotMadeIsToldOfWhereSumsAreCompared() throws {
    let stated = ImportedTable(
      text: """
        Område | Budget 2021 | Prognos 2021
        Skola  | 100         | 110
        Vård   | 200         |
        Park   |             | 5
        """
    )
    let (table, _) = try TableDefinition.computed(
      [
        "budget 2021", "prognos 2021", "Avvikelse = avvikelse(Prognos 2021, Budget 2021)",
        "Andel = avvikelse%(Prognos 2021, Budget 2021)",
      ],
      of: [stated],
    )
    #expect(
      table.notes.map(\.text) == [
        "Prognos 2021 saknas för Vård, som har Budget 2021. "
          + "Avvikelsen på summorna jämför därför olika områden."
      ]
    )
  }

  @Test func anAbsentOperandGivesNoDeviationAndIsNotTakenAsZero() throws {
    for (actual, budget) in [(nil, 5), (5, nil), (nil, nil)] as [(Int64?, Int64?)] {
      let computed = try table(sign: .cost, side: .net, actual: actual, budget: budget)
      for row in computed.rows {
        #expect(row.cells[2].value == .absent(.operandAbsent))
        #expect(row.cells[3].value == .absent(.operandAbsent))
      }
    }
  }

  @Test func aShareOfNothingIsAbsentAndNotZeroOrInfinite() throws {
    let computed = try table(sign: .cost, side: .net, actual: 5, budget: 0)
    #expect(computed.rows[0].cells[2].value == .money(Money(minorUnits: -5)))
    #expect(computed.rows[0].cells[3].value == .absent(.zeroBase))
  }

  @Test func theShareIsOfTheSizeOfTheBudgetWhateverItsSign() throws {
    let computed = try table(sign: .cost, side: .net, actual: -700, budget: -1000)
    #expect(computed.rows[0].cells[2].value == .money(Money(minorUnits: -300)))
    #expect(computed.rows[0].cells[3].value == .ratio(Rational(-3, decimals: 1)))
  }
}
