internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

/// Makes tables in one unit about one time.
struct TableMaker {
  let unit: MoneyUnit
  /// The decimals to show; `nil` for those that the sources or the unit have.
  let decimals: Int?
  let rules: PeriodRules
  let period: ReportPeriod

  /// The definition with the columns wanted, in the unit.
  func definition(
    _ available: TableDefinition,
    _ columns: ReportDefinition.Columns,
  ) -> (definition: TableDefinition, diagnostics: [Diagnostic]) {
    var available = available
    available.columns = available.columns.map {
      $0.showing(unit: unit, decimals: decimals)
    }
    guard let declarations = declarations(of: columns, available) else { return (available, []) }
    let declared = available.declaring(declarations, rules: rules)
    guard case .set(let set, let place) = columns, declared.definition.columns.isEmpty else {
      return declared
    }
    // One finding tells what those of the columns do not.
    return (declared.definition, [.withoutColumns(set, at: place)])
  }

  /// The table with its figures, its checks and its notes.
  func computed(
    _ definition: TableDefinition,
    of figures: SummedTables,
    statedBy stated: [ImportedTable] = [],
  ) throws(AmountOverflow) -> ComputedTable {
    var table = try definition.computed(from: figures.ledger)
    for imported in stated { try table.addChecks(of: imported) }
    table.notes += figures.tables.flatMap(\.notes)
    table.notes += try table.roundingNotes()
    return table.statingShownUnits
  }

  /// How the year's budget came to be what it is; `nil` when no decision changed it.
  func budgetBridge(
    of decisions: BudgetDecisions?,
    _ areas: TableDefinition,
    _ figures: SummedTables,
    path: (String) -> AreaPath,
  ) throws(AmountOverflow) -> Bridge? {
    guard let decisions, let day = period.lastDay(of: rules.fiscalYear) else { return nil }
    let original = Series(
      .budget,
      year: period.year,
      label: BudgetDecision.Kind.original.rawValue,
    )
    let column = ColumnDeclaration(content: .series(original), isOptional: true)
    let (definition, _) = definition(areas, .declared([column]))
    let table = try computed(definition, of: figures)
    return try decisions.bridge(
      of: period.year,
      on: day,
      original: table.total?.cells.first?.value.money ?? .zero,
      from: table.total?.cells.first?.source,
      path: path,
      sign: table.sign,
      unit: unit,
      decimals: table.decimals,
    )
  }
}

extension TableMaker {
  /// What the year's forecasts said of the areas, shown to a depth; `nil` when there is none.
  func forecast(
    _ areas: TableDefinition,
    _ figures: SummedTables,
    toDepth depth: Int?,
  ) throws(AmountOverflow) -> ForecastReport? {
    guard !figures.tables.isEmpty else { return nil }
    let columns = ReportDefinition.Columns.declared(context(areas).trail)
    let trail = try computed(definition(areas, columns).definition, of: figures)
    return ForecastReport(trail: trail, toDepth: depth)
  }

  /// The outcome of the whole, month by month; `nil` when sources do not have it so.
  func months(
    _ areas: TableDefinition,
    _ figures: SummedTables,
  ) throws(AmountOverflow) -> MonthReport? {
    guard !figures.tables.isEmpty else { return nil }
    let context = context(areas)
    let columns = ReportDefinition.Columns.declared(context.accumulated)
    let table = try computed(definition(areas, columns).definition, of: figures)
    return try MonthReport(of: table, over: context.months)
  }

  /// What the columns of usual sets depend on.
  private func context(_ available: TableDefinition) -> ColumnSet.Context {
    let catalogue = SeriesCatalogue(columns: available.columns, sign: available.sign, rules: rules)
    return ColumnSet.Context(
      period: period,
      fiscalYear: rules.fiscalYear,
      rounds: catalogue.rounds(of: Series(.forecast, year: period.year)),
      earlierForecasts: catalogue.earlierForecasts,
    )
  }

  /// The columns of a report about the time; `nil` for all that there are.
  private func declarations(
    of columns: ReportDefinition.Columns,
    _ available: TableDefinition,
  ) -> [ColumnDeclaration]? {
    switch columns {
    case .declared(let columns): columns
    case .set(let set, let place): set.columns(in: context(available), at: place)
    case .own: nil
    }
  }
}

extension ProjectRun {
  /// How the project's figures follow from each other at a time.
  func rules(at period: ReportPeriod? = nil) -> PeriodRules {
    PeriodRules(
      fiscalYear: fiscalYear,
      periodisation: project?.periodisation ?? .weights(.even),
      reportPeriod: period,
    )
  }

  /// What makes tables of the project's figures.
  func tableMaker(
    in unit: MoneyUnit,
    decimals: Int? = nil,
    at period: ReportPeriod,
  ) -> TableMaker {
    TableMaker(unit: unit, decimals: decimals, rules: rules(at: period), period: period)
  }
}

extension SeriesCatalogue {
  /// The forecast of each year before the report's: the newest that was made no later in its year
  /// than the report is in its own.
  fileprivate var earlierForecasts: [ColumnSet.Context.EarlierForecast] {
    guard let period = rules.reportPeriod else { return [] }
    let years = Set(columns.map(\.series).filter { $0.kind == .forecast }.compactMap(\.year))
    return years.filter { $0 < period.year }.sorted().compactMap { year in
      let last = period.month?.advanced(by: 12 * (year - period.year))
      let rounds = rounds(of: Series(.forecast, year: year))
      return rounds.last { round in last.map { round <= $0 } ?? true }
        .map { ColumnSet.Context.EarlierForecast(year: year, round: $0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func withoutColumns(_ set: ColumnSet, at place: Location?) -> Diagnostic {
    Diagnostic(
      .partMissing,
      .warning,
      at: place ?? Location(file: "koll.yaml"),
      value: set.rawValue,
      Phrase(
        sv:
          "inget underlag har belopp för någon av kolumnerna i \"\(set.rawValue)\" för rapportens "
          + "tid; i stället för tabellen står det",
        en:
          "no source has figures for any of the columns of \"\(set.rawValue)\" at the time of the "
          + "report, which says so instead of the table",
      ),
      help: Phrase(
        sv: "lägg till budget, utfall eller prognos för året, eller ange kolumnerna under columns",
        en: "add budget, utfall or prognos of the year, or give the columns under columns",
      ),
    )
  }
}
