import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Net figures and decided budgets of random figures.
@Suite struct NetPropertyTests {
  /// Cost and income as each convention writes them, and what all of them call the result.
  @Test(arguments: Seeds.first(10))
  func theResultIsTheSameInEverySignConvention(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let titles = ["Utfall 2021 kostnader", "Utfall 2021 intäkter"]
    let usual = generator.table(titles, of: generator.leaves(depth: 3))
    let signs: [(SignConvention, cost: Int64, income: Int64)] = [
      (.cost, 1, 1), (.result, -1, 1), (.ledger, 1, -1),
    ]
    for (sign, cost, income) in signs {
      var table = usual.table
      table.layout.sign = sign
      for index in table.facts.indices {
        let fact = table.facts[index]
        let factor = fact.series == 0 ? cost : income
        table.facts[index].amount = Money(minorUnits: fact.amount.minorUnits * factor)
      }
      for shown in SignConvention.allCases {
        var available = TableDefinition(joining: [table])
        available.shownSign = shown
        let declaration = ColumnDeclaration(content: .series(Series(reading: "utfall 2021")))
        let (definition, findings) = available.declaring([declaration])
        #expect(findings.isEmpty)
        var ledger = Ledger()
        try ledger.add(generator.splitOnAccounts(table))
        for row in try definition.computed(from: ledger).rows {
          let parts = [0, 1].map { usual.sum(below: row.path, column: $0)?.minorUnits }
          let result = parts == [nil, nil] ? nil : (parts[1] ?? 0) - (parts[0] ?? 0)
          let figure = row.cells[0].value.money?.minorUnits
          #expect(shown == .result ? figure == result : figure == result.map { -$0 })
        }
      }
    }
  }

  /// What the report shows as the budget is what the way from the original to it ends with.
  @Test(arguments: Seeds.first(20))
  func aBudgetsDecisionsLeadToTheBudgetInForce(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let areas = generator.leaves(depth: 2)
    let stated = generator.table(["Budget 2021"], of: areas).table
    let decisions = BudgetDecisions(
      try (0..<Int.random(in: 1...30, using: &generator)).map { line in
        let month = Int.random(in: 1...12, using: &generator)
        return BudgetDecision(
          date: try #require(Day("2021-\(month < 10 ? "0" : "")\(month)-15")),
          paragraph: "§ \(line)",
          type: generator.element(of: BudgetDecision.Kind.allCases),
          year: 2021,
          area: generator.element(of: areas).labels.last ?? "",
          amount: Money(minorUnits: generator.integer(digits: 12)),
          financing: nil,
          origin: Origin(file: "budgetbeslut.csv", line: line + 2),
        )
      }
    )
    let placed = decisions.table { name in areas.first { $0.labels.last == name } ?? .total }
    for number in 1...12 {
      let month = try #require(Month(year: 2021, month: number))
      let period = ReportPeriod(through: month, in: .calendar)
      let (table, _) = try TableDefinition.computed(
        ["budget 2021", "ursprunglig budget 2021"],
        of: [stated, placed],
        rules: PeriodRules(reportPeriod: period),
      )
      let total = try #require(table.total)
      let bridge = try decisions.bridge(
        of: 2021,
        on: try #require(period.lastDay(of: .calendar)),
        original: total.cells[1].value.money ?? .zero,
        path: { AreaPath([$0]) },
        sign: .cost,
        unit: .öre,
        decimals: 0,
      )
      guard let bridge else { continue }
      #expect(try bridge.rest == .zero)
      #expect(total.cells[0].value.money == bridge.to.amount, "\(month)")
    }
  }
}
