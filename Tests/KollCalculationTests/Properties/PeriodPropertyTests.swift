import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Months, accumulated amounts and years of random figures.
@Suite struct PeriodPropertyTests {
  private static let seeds = Seeds.first(10)

  /// The ways to spread a budget.
  enum Profile: CaseIterable {
    case even, weeks445, random, priorOutcome

    /// The weights of the months; `nil` where each area has its own.
    func weights(using generator: inout SeededGenerator) -> [Int64]? {
      switch self {
      case .even: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
      case .weeks445: [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]
      case .random: (1...12).map { _ in Int64.random(in: 0...99, using: &generator) }
      case .priorOutcome: nil
      }
    }
  }

  /// The months of a year, as titles say them.
  private func months(of year: Int, in fiscalYear: FiscalYear) throws -> [String] {
    try #require(fiscalYear.period(of: year)).months.map(\.description)
  }

  /// The year up to each month, as titles say it.
  private func running(_ months: [String]) -> [String] {
    months.map { $0 == months[0] ? $0 : "\(months[0])...\($0)" }
  }

  private func fiscalYear(using generator: inout SeededGenerator) throws -> FiscalYear {
    try #require(FiscalYear(beginningInMonth: Int.random(in: 1...12, using: &generator)))
  }

  private func amounts(_ row: ComputedRow, _ columns: Range<Int>) -> [Int64?] {
    columns.map { row.cells[$0].value.money?.minorUnits }
  }

  @Test(arguments: seeds, Profile.allCases)
  func aBudgetsMonthsAreItsYearAndItsRunningTotalsAreTheRoundedOnes(
    seed: UInt64,
    profile: Profile,
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let fiscalYear = try fiscalYear(using: &generator)
    let weights = profile.weights(using: &generator)
    let periodisation: PeriodRules.Periodisation =
      try weights.map { .weights(try #require(MonthWeights($0))) } ?? .priorOutcome
    let prior = try months(of: 2020, in: fiscalYear).map { "Utfall \($0)" }
    let random = generator.table(["Budget 2021"] + prior, of: generator.leaves(depth: 3))
    let months = try months(of: 2021, in: fiscalYear)
    let (table, diagnostics) = try TableDefinition.computed(
      (months + running(months)).map { "budget \($0)" } + ["budget 2021"],
      of: [generator.once(in: 2) ? random.table : generator.splitOnAccounts(random.table)],
      rules: PeriodRules(fiscalYear: fiscalYear, periodisation: periodisation),
    )
    #expect(diagnostics.isEmpty)
    for row in table.rows {
      guard let year = row.cells[24].value.money?.minorUnits else {
        #expect(row.cells.allSatisfy { $0.value.money == nil })
        continue
      }
      let (monthly, accumulated) = (amounts(row, 0..<12), amounts(row, 12..<24))
      #expect(accumulated.last == year)
      var total: Int64 = 0
      for month in 0..<12 {
        total += try #require(monthly[month])
        #expect(accumulated[month] == total)
      }
      guard let figures = random.figures[row.path] else { continue }
      let used = weights ?? profileOfOutcome(figures.dropFirst())
      #expect(accumulated == used.indices.map { roundedShare(of: year, used, through: $0) })
    }
  }

  /// The outcome where its running total stays between nothing and the whole; otherwise twelfths.
  private func profileOfOutcome(_ outcome: ArraySlice<Int64?>) -> [Int64] {
    let months = outcome.map { $0 ?? 0 }
    let whole = months.reduce(0, +)
    let isUsable = months.indices.allSatisfy { month in
      (min(whole, 0)...max(whole, 0)).contains(months[...month].reduce(0, +))
    }
    return isUsable && whole != 0 ? months : months.map { _ in 1 }
  }

  /// The year's amount up to a month, to the nearest öre, halves away from zero.
  private func roundedShare(of year: Int64, _ weights: [Int64], through month: Int) -> Int64 {
    let product = Int128(year) * Int128(weights[...month].reduce(0, +))
    let whole = Int128(weights.reduce(0, +))
    let size = (2 * product.magnitude + whole.magnitude) / (2 * whole.magnitude)
    return Int64(product.signum() * whole.signum()) * Int64(size)
  }

  @Test(arguments: seeds)
  func monthsAreDifferencesAndAddUpToWhatTheyWereTakenFrom(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let fiscalYear = try fiscalYear(using: &generator)
    let rules = PeriodRules(fiscalYear: fiscalYear)
    let months = try months(of: 2021, in: fiscalYear)
    let titles = running(months).map { "Utfall \($0)" }
    let accumulated = generator.table(titles, of: generator.leaves(depth: 3), isFull: true)
    let (monthly, diagnostics) = try TableDefinition.computed(
      months.map { "utfall \($0)" },
      of: [generator.splitOnAccounts(accumulated.table)],
      rules: rules,
    )
    #expect(diagnostics.isEmpty)
    for row in monthly.rows {
      for month in 1..<12 {
        let all = try #require(accumulated.sum(below: row.path, column: month)).minorUnits
        let before = try #require(accumulated.sum(below: row.path, column: month - 1)).minorUnits
        #expect(row.cells[month].value.money?.minorUnits == all - before)
      }
    }
    let items = monthly.rows.filter { $0.role == .item }
    let rows = items.map { row in
      let cells = row.cells.map { $0.value.money.map { String($0.minorUnits) } ?? "" }
      return ([row.path.labels.joined(separator: "/")] + cells).joined(separator: " | ")
    }
    let header = "Område | " + months.map { "Utfall \($0)" }.joined(separator: " | ")
    let text = ([header] + rows).joined(separator: "\n")
    let (rebuilt, _) = try TableDefinition.computed(
      running(months).map { "utfall \($0)" },
      of: [ImportedTable(text: text, unit: .öre)],
      rules: rules,
    )
    for row in rebuilt.rows {
      for month in 0..<12 {
        #expect(row.cells[month].value.money == accumulated.sum(below: row.path, column: month))
      }
    }
  }

  /// Some areas state the year, some its months and some what is accumulated.
  @Test(arguments: seeds)
  func aColumnIsTheSameWhateverColumnsStandBesideIt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let months = try months(of: 2021, in: .calendar)
    let titles = [
      ["Budget 2021"], months.map { "Budget \($0)" }, running(months).map { "Budget \($0)" },
    ]
    let tables = titles.enumerated().map { number, titles in
      generator.table(
        titles,
        of: generator.leaves(depth: 2).map { area in
          AreaPath(["\(number)"] + area.labels)
        },
      ).table
    }
    let wanted = (months + running(months) + ["2021-02...2021-04", "2021"]).map { "budget \($0)" }
    let together = wanted.shuffled(using: &generator)
    let (table, _) = try TableDefinition.computed(together, of: tables)
    for (column, words) in together.enumerated() {
      let (alone, _) = try TableDefinition.computed([words], of: tables)
      #expect(alone.rows.map { $0.cells[0] } == table.rows.map { $0.cells[column] }, "\(words)")
    }
  }

  @Test(arguments: seeds)
  func accountsChangeNothingInAnAreasFigures(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (prior, months) = (
      try months(of: 2020, in: .calendar), try months(of: 2021, in: .calendar),
    )
    let titles =
      ["Budget 2021"] + prior.map { "Utfall \($0)" } + running(months).map { "Utfall \($0)" }
    let whole = generator.table(titles, of: generator.leaves(depth: 2)).table
    let month = try #require(Month(year: 2021, month: 8))
    let rules = PeriodRules(
      periodisation: .priorOutcome,
      reportPeriod: ReportPeriod(through: month, in: .calendar),
    )
    let wanted =
      (months + running(months)).map { "budget \($0)" } + months.map { "utfall \($0)" }
      + ForecastProposal.allCases.map { "prognos 2021 " + $0.rawValue }
    let split = generator.splitOnAccounts(whole)
    #expect(
      try TableDefinition.computed(wanted, of: [split], rules: rules).table
        == TableDefinition.computed(wanted, of: [whole], rules: rules).table
    )
  }
}
