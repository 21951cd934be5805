import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// An explanation is arithmetic: at every step the terms come to the figure, whatever the figure
/// follows from.
@Suite struct ExplanationPropertyTests {
  private static let columns = [
    "utfall 2021-08", "utfall 2021-01...2021-08", "utfall 2021-02...2021-03", "utfall 2021",
    "budget 2021", "budget 2021-01...2021-08", "budget 2021-12", "budget 2020",
    "Avvikelse = avvikelse(Utfall 2021, Budget 2021)",
    "Andel = avvikelse%(Utfall 2021, Budget 2021)",
    "Dubbelt = abs(Avvikelse) * 2 - Budget 2020 / 3",
  ]

  private static let titles: [[String]] = [
    (1...12).map { "Utfall 2021-\($0 < 10 ? "0" : "")\($0)" },
    ["Utfall 2021-01...2021-07", "Utfall 2021-01...2021-08", "Utfall 2021"],
    ["Budget 2021", "Budget 2020"],
    ["Budget 2021 kostnader", "Budget 2021 intäkter", "Budget 2020"],
    (1...12).map { "Utfall 2020-\($0 < 10 ? "0" : "")\($0)" },
  ]

  /// Tables of some of the series, each area with some of the figures.
  private func tables(using generator: inout SeededGenerator) -> [ImportedTable] {
    ExplanationPropertyTests.titles.enumerated().compactMap { number, titles in
      if generator.once(in: 4) { return nil }
      return ImportedTable(
        titles: titles,
        rows: generator.rows(atMost: 4, columns: titles.count, digits: 12),
        sign: generator.element(of: [.cost, .cost, .ledger, .result]),
        file: "\(number).csv",
      )
    }
  }

  private func expectWhole(_ explanation: Explanation, _ place: String) throws {
    switch explanation.rule {
    case .absent: #expect(explanation.number == nil, "\(place)")
    case .remark: Issue.record("\(place): \(explanation.title) has no rule")
    case .sum, .expression, .part, .projection:
      #expect(try explanation.combined == explanation.number, "\(place): \(explanation.title)")
    }
    for term in explanation.terms { try expectWhole(term.explanation, place) }
  }

  /// Whether each record is a fact of the tables as they were read, with its own sign.
  private func expectRecords(
    _ explanation: Explanation,
    of tables: [ImportedTable],
    _ place: String,
  ) {
    for record in explanation.records {
      let isThere = tables.contains { table in
        table.facts.contains {
          $0.origin == record.origin && $0.amount == record.stated
            && table.layout.columns[$0.series].title == record.column
            && table.areas[$0.area].labels.last == record.label
        }
      }
      #expect(isThere, "\(place): \(record)")
    }
    for term in explanation.terms { expectRecords(term.explanation, of: tables, place) }
  }

  @Test(arguments: Seeds.first(60))
  func theTermsComeToTheFigureAtEveryStep(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let read = tables(using: &generator)
    let placed = try read.inCommonSign()
    let rules = PeriodRules(
      periodisation: generator.once(in: 2) ? .priorOutcome : .weights(.weeks445)
    )
    let reorganisation = Reorganisation([
      Reorganisation.Move(
        from: AreaPath(["Område 0"]),
        to: AreaPath(["Område 1"]),
        share: Rational(67, decimals: 2),
        date: try #require(Day("2022-01-01")),
        origin: Origin(file: "omorganisation.csv", line: 2),
      ),
      Reorganisation.Move(
        from: AreaPath(["Område 0"]),
        to: AreaPath(["Ny"]),
        share: Rational(33, decimals: 2),
        date: try #require(Day("2022-01-01")),
        origin: Origin(file: "omorganisation.csv", line: 3),
      ),
    ])
    let isMoved = generator.once(in: 2)
    let moved = isMoved ? try reorganisation.applied(to: placed) : placed
    guard !moved.isEmpty else { return }
    let columns = ExplanationPropertyTests.columns
    let (table, _) = try TableDefinition.computed(columns, of: moved, rules: rules)
    let explainer = FigureExplainer(
      tables: [table],
      areas: try FactSources(
        of: placed,
        asRead: read,
        movedBy: isMoved ? reorganisation : nil,
      ),
    )
    for (row, definition) in table.rows.enumerated() {
      for (index, column) in table.columns.enumerated() {
        let place = "seed \(seed), \(definition.label), \(column.title)"
        let explanation = try explainer.explanation(row: row, column: index, of: table)
        #expect(explanation.number == definition.cells[index].value.number(in: column.scale))
        try expectWhole(explanation, place)
        expectRecords(explanation, of: read, place)
      }
    }
  }

  @Test func aMovedShareTellsWhereItWasAndWhatOfItWent() throws {
    let table = ImportedTable(
      text: """
        Område | Bokslut 2020
        Fritid | 20
        """
    )
    let move = Reorganisation.Move(
      from: AreaPath(["Fritid"]),
      to: AreaPath(["Park"]),
      share: Rational(1),
      date: try #require(Day("2021-01-01")),
      origin: Origin(file: "omorganisation.csv", line: 2),
    )
    let reorganisation = Reorganisation([move])
    let (computed, _) = try TableDefinition.computed(
      ["bokslut 2020"],
      of: reorganisation.applied(to: [table]),
    )
    let sources = try FactSources(of: [table], asRead: [table], movedBy: reorganisation)
    let explanation = try FigureExplainer(tables: [], areas: sources)
      .explanation(row: 0, column: 0, of: computed)
    #expect(explanation.title == "Park, Bokslut 2020")
    let record = try #require(explanation.records.first)
    #expect(record.label == "Fritid" && record.origin == Origin(file: "a.csv", line: 2))
    #expect(record.moves.map(\.move) == [move])
    #expect(try record.amount == Money(minorUnits: 2_000_000))
  }

  @Test func internalItemsLeadToTheLinesThatHaveACounterpartOfOurOwn() throws {
    var table = ImportedTable(
      text: """
        Område  | Utfall 2021
        Skola   | 900
        Lokaler | -200
        """,
      sign: .ledger,
    )
    table.lines = [Line(account: "5010"), Line(account: "3110", counterpart: "8 Skola")]
    table.facts = table.facts.map { fact in
      Fact(
        area: fact.area,
        line: fact.area,
        series: fact.series,
        amount: fact.amount,
        origin: fact.origin,
      )
    }
    let items = InternalItems(counterparts: ["8"])
    var ledger = Ledger()
    try ledger.add(table)
    let computed = try TableDefinition(joining: [table]).eliminating(items).computed(from: ledger)
    let row = try #require(computed.rows.firstIndex { $0.label.hasPrefix("Eliminering") })
    let explanation = try FigureExplainer(
      tables: [],
      areas: try FactSources(of: [table], asRead: [table]),
    ).explanation(row: row, column: 0, of: computed)
    #expect(explanation.terms.map(\.explanation.title) == ["Lokaler"])
    #expect(explanation.terms.map(\.isSubtracted) == [true])
    #expect(explanation.terms.first?.explanation.records.map(\.origin.line) == [3])
    try expectWhole(explanation, "internal items")
  }

  @Test func aDepthLeavesOutWhatStandsBelowIt() throws {
    let table = ImportedTable(
      text: """
        Område | Budget 2021
        Skola  | 20
        Vård   | 30
        """
    )
    let (computed, _) = try TableDefinition.computed(["budget 2021"], of: [table])
    let explanation = try FigureExplainer(
      tables: [],
      areas: try FactSources(of: [table], asRead: [table]),
    ).explanation(row: 2, column: 0, of: computed)
    #expect(!explanation.isCut && explanation.terms.count == 2)
    let limited = explanation.limited(toDepth: 1)
    #expect(limited.terms.map(\.explanation.isCut) == [true, true])
    #expect(limited.terms.allSatisfy { $0.explanation.records.isEmpty })
    #expect(explanation.limited(toDepth: 0).terms.isEmpty)
    #expect(explanation.limited(toDepth: 2) == explanation)
  }
}
