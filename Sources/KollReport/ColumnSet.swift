public import KollCalculation
public import KollModel

/// The usual columns of a table, by the name that project files use.
///
/// Source: the column sets of published delårsrapporter, driftredovisningar and uppföljningar.
public enum ColumnSet: String, Sendable, CaseIterable {
  /// A resultaträkning: the period and the year against budget and the year before.
  case incomeStatement = "resultaträkning"
  /// A balansräkning: the period against the latest bokslut.
  case balanceSheet = "balansräkning"
  /// A balanskravsutredning: forecast, budget and the year before.
  case balanceRequirement = "balanskrav"
  /// A driftredovisning per area: period, year and how the forecast moved.
  case operations = "driftredovisning"
  /// A nämnd's own follow-up, in eight columns.
  case committee = "nämnd"
  /// A month's follow-up: the month, the period, and how much of the budget is used.
  case month = "månad"
  /// A year's outcome against its budget and the year before.
  case closing = "bokslut"
  /// A year's budget beside the year before.
  case budget = "budget"
  /// A unit's plan: the forecast of the year before, and the budget's costs, income and net.
  case planning = "verksamhetsplan"
  /// How the budget is used over the year: its twelve months.
  case plan = "budgetplan"
  /// An investeringsredovisning: the project as a whole, and the year.
  case investments = "investeringar"
  /// What each forecast of the year said.
  case trail = "prognosspår"
  /// Proposals for a forecast, from what has been booked so far.
  case proposals = "prognosförslag"
  /// How near earlier years' forecasts came to the outcome.
  case accuracy = "prognossäkerhet"

  /// What the columns depend on.
  public struct Context: Sendable {
    /// The time of the report.
    public let period: ReportPeriod
    /// Which months a year has.
    public let fiscalYear: FiscalYear
    /// The months in which forecasts of the report's year were made, the earliest first.
    public let rounds: [Month]
    /// The forecasts of earlier years that are compared with the outcome, the earliest first.
    public let earlierForecasts: [EarlierForecast]

    /// A year's forecast that is compared with its outcome.
    public struct EarlierForecast: Hashable, Sendable {
      /// The year.
      public let year: Int
      /// The month that it was made in.
      public let round: Month

      /// Creates a forecast.
      /// - Parameters:
      ///   - year: The year.
      ///   - round: The month that it was made in.
      public init(year: Int, round: Month) {
        self.year = year
        self.round = round
      }
    }

    /// Creates a context.
    /// - Parameters:
    ///   - period: The time of the report.
    ///   - fiscalYear: Which months a year has.
    ///   - rounds: The months in which forecasts of the report's year were made.
    ///   - earlierForecasts: The forecasts of earlier years that are compared with the outcome.
    public init(
      period: ReportPeriod,
      fiscalYear: FiscalYear,
      rounds: [Month],
      earlierForecasts: [EarlierForecast],
    ) {
      self.period = period
      self.fiscalYear = fiscalYear
      self.rounds = rounds
      self.earlierForecasts = earlierForecasts
    }
  }

  /// The columns in their order.
  ///
  /// Those that the sources have nothing for are left out, and what compares with them.
  /// - Parameters:
  ///   - context: What the columns depend on.
  ///   - place: Where the project file names the set.
  /// - Returns: The declarations.
  public func columns(
    in context: Context,
    at place: Diagnostic.Location?,
  ) -> [ColumnDeclaration] {
    columns(in: context).map { column in
      ColumnDeclaration(
        title: column.title,
        content: column.content,
        isOptional: true,
        place: place,
      )
    }
  }

  private func columns(in context: Context) -> [ColumnDeclaration] {
    switch self {
    case .incomeStatement:
      [.outcome, .priorOutcome, .periodBudget, .forecast, .yearBudget, .yearDeviation, .priorYear]
    case .balanceSheet: [.outcome, .priorYear]
    case .balanceRequirement: [.forecast, .yearBudget, .priorYear]
    case .operations:
      [
        .yearBudget, .outcome, .periodBudget, .periodDeviation, .forecast, .yearDeviation,
        .priorForecast, .forecastChange,
      ]
    case .committee:
      [
        .outcome, .periodBudget, .periodDeviation, .priorOutcome, .forecast, .priorForecast,
        .yearBudget, .priorYear,
      ]
    case .month:
      [
        .month, .outcome, .periodBudget, .periodDeviation, .forecast, .yearBudget, .yearDeviation,
        .used(in: context),
      ]
    case .closing: [.closing, .yearBudget, .closingDeviation, .priorYear]
    case .budget: [.priorYear, .priorBudget, .yearBudget, .budgetChange, .budgetChangeShare]
    case .planning: [.lastForecast, .budgetedCosts, .budgetedIncome, .yearBudget]
    case .plan: context.months.map(ColumnDeclaration.budget) + [.yearBudget]
    case .investments:
      [
        .decidedTotal, .totalOutcome, .expectedTotal, .totalDeviation, .yearBudget, .outcome,
        .forecast, .yearDeviation,
      ]
    case .trail:
      [.yearBudget] + context.forecasts + context.rounds.suffix(1).map(ColumnDeclaration.deviation)
    case .proposals:
      [.outcome, .yearBudget, .forecast] + ForecastProposal.allCases.map(ColumnDeclaration.proposal)
    case .accuracy:
      context.earlierForecasts.flatMap(ColumnDeclaration.accuracy)
        + ColumnDeclaration.meanMiss(of: context.earlierForecasts)
    }
  }
}

extension ColumnSet.Context {
  /// The year's budget, each forecast of the year, and how each deviates from the budget.
  ///
  /// Where no source says when a forecast was made there is one alone.
  public var trail: [ColumnDeclaration] {
    rounds.isEmpty
      ? [.yearBudget, .forecast, .yearDeviation]
      : [.yearBudget] + forecasts + rounds.map(ColumnDeclaration.roundDeviation)
  }

  /// For each month of the report's year what is accumulated to its end: budget, outcome as far as
  /// the report reaches, and the outcome of the year before; and the year's forecast.
  public var accumulated: [ColumnDeclaration] {
    let last = period.month ?? months.last
    let past = months.filter { month in last.map { month <= $0 } ?? true }
    return months.map { .accumulated(.budget, to: $0, in: fiscalYear) }
      + past.map { .accumulated(.actual, to: $0, in: fiscalYear) }
      + months.compactMap { $0.advanced(by: -12) }
      .map { .accumulated(.actual, to: $0, in: fiscalYear) }
      + [.forecast]
  }

  fileprivate var forecasts: [ColumnDeclaration] {
    rounds.map { .forecast(of: period.year, madeIn: $0) }
  }

  /// The months of the report's year.
  public var months: [Month] { fiscalYear.period(of: period.year)?.months ?? [] }

  /// How many months of the year the report covers.
  fileprivate var monthCount: Int {
    guard let month = period.month else { return 12 }
    return fiscalYear.period(to: month).months.count
  }
}

extension ColumnDeclaration {
  fileprivate static let month = relative("Utfall månad", .actual, .month)
  fileprivate static let outcome = relative("Utfall period", .actual, .period)
  fileprivate static let priorOutcome = relative("Utfall fg år", .actual, .period, yearsBack: 1)
  fileprivate static let priorYear = relative("Bokslut fg år", .actual, .year, yearsBack: 1)
  fileprivate static let closing = relative("Bokslut", .actual, .year)
  fileprivate static let periodBudget = relative("Budget period", .budget, .period)
  fileprivate static let yearBudget = relative("Budget helår", .budget, .year)
  fileprivate static let priorBudget = relative("Budget fg år", .budget, .year, yearsBack: 1)
  fileprivate static let forecast = relative("Prognos helår", .forecast, .year)
  fileprivate static let lastForecast = relative("Prognos fg år", .forecast, .year, yearsBack: 1)
  fileprivate static let budgetedCosts = relative("Kostnader", .budget, .year, side: .cost)
  fileprivate static let budgetedIncome = relative("Intäkter", .budget, .year, side: .income)
  fileprivate static let priorForecast = relative(
    "Fg prognos helår",
    .forecast,
    .year,
    roundsBack: 1,
  )

  fileprivate static let decidedTotal = total("Beslutad totalutgift", .budget)
  fileprivate static let totalOutcome = total("Ack utfall", .actual)
  fileprivate static let expectedTotal = total("Beräknad totalutgift", .forecast)

  fileprivate static let totalDeviation = expression(
    "Avvikelse totalutgift",
    "avvikelse(Beräknad totalutgift, Beslutad totalutgift)",
  )
  fileprivate static let periodDeviation = expression(
    "Avvikelse period",
    "avvikelse(Utfall period, Budget period)",
  )
  fileprivate static let yearDeviation = expression(
    "Avvikelse helår",
    "avvikelse(Prognos helår, Budget helår)",
  )
  fileprivate static let closingDeviation = expression(
    "Avvikelse",
    "avvikelse(Bokslut, Budget helår)",
  )
  fileprivate static let forecastChange = expression(
    "Förändring mot fg prognos",
    "avvikelse(Prognos helår, Fg prognos helår)",
  )
  fileprivate static let budgetChange = expression("Förändring", "Budget helår - Budget fg år")
  fileprivate static let budgetChangeShare = expression(
    "Förändring %",
    "(Budget helår - Budget fg år) / abs(Budget fg år)",
  )

  /// The outcome as a share of the year's budget, with the share of the year that has passed.
  fileprivate static func used(in context: ColumnSet.Context) -> ColumnDeclaration {
    let share = Rational(Int128(context.monthCount) * 100, over: 12) ?? Rational(100)
    let guide = (try? NumberStyle.swedish(decimals: 1).format(share)) ?? ""
    return expression(
      "Förbrukningsgrad (riktvärde \(guide)\u{A0}%)",
      "Utfall period / Budget helår",
    )
  }

  fileprivate static func budget(of month: Month) -> ColumnDeclaration {
    let series = Series(.budget, year: month.year, period: .month(month))
    return ColumnDeclaration(title: month.words, content: .series(series))
  }

  fileprivate static func forecast(of year: Int, madeIn round: Month) -> ColumnDeclaration {
    let series = Series(.forecast, year: year, round: round)
    return ColumnDeclaration(title: "Prognos \(round.words)", content: .series(series))
  }

  fileprivate static func proposal(_ proposal: ForecastProposal) -> ColumnDeclaration {
    relative(
      proposal.rawValue.prefix(1).uppercased() + proposal.rawValue.dropFirst(),
      .forecast,
      .year,
      label: proposal.rawValue,
    )
  }

  /// A year's forecast, its outcome, and how much better or worse that became.
  fileprivate static func accuracy(
    of forecast: ColumnSet.Context.EarlierForecast
  ) -> [ColumnDeclaration] {
    let year = forecast.year
    let outcome = ColumnDeclaration(
      title: "Bokslut \(year)",
      content: .series(Series(.actual, year: year)),
    )
    let miss = expression(
      "Bokslut mot prognos \(year)",
      "avvikelse(Bokslut \(year), Prognos \(forecast.round.words))",
    )
    return [self.forecast(of: year, madeIn: forecast.round), outcome, miss]
  }

  /// The mean of the years' misses, which shows whether forecasts lean one way.
  fileprivate static func meanMiss(
    of forecasts: [ColumnSet.Context.EarlierForecast]
  ) -> [ColumnDeclaration] {
    guard forecasts.count > 1 else { return [] }
    let sum = forecasts.map { "Bokslut mot prognos \($0.year)" }.joined(separator: " + ")
    return [expression("Genomsnittlig avvikelse", "(\(sum)) / \(forecasts.count)")]
  }

  fileprivate static func deviation(ofForecastMadeIn round: Month) -> ColumnDeclaration {
    expression("Avvikelse helår", "avvikelse(Prognos \(round.words), Budget helår)")
  }

  fileprivate static func roundDeviation(ofForecastMadeIn round: Month) -> ColumnDeclaration {
    expression("Avvikelse \(round.words)", "avvikelse(Prognos \(round.words), Budget helår)")
  }

  fileprivate static func accumulated(
    _ kind: SeriesKind,
    to month: Month,
    in fiscalYear: FiscalYear,
  ) -> ColumnDeclaration {
    let series = Series(kind, year: month.year, period: fiscalYear.period(to: month))
    return ColumnDeclaration(content: .series(series))
  }

  private static func relative(
    _ title: String,
    _ kind: SeriesKind,
    _ span: RelativeSeries.Span,
    yearsBack: Int = 0,
    roundsBack: Int = 0,
    side: Side? = nil,
    label: String? = nil,
  ) -> ColumnDeclaration {
    var series = RelativeSeries(
      kind,
      span,
      yearsBack: yearsBack,
      roundsBack: roundsBack,
      side: side,
    )
    series.label = label
    return ColumnDeclaration(title: title, content: .relative(series))
  }

  /// What is of all years together.
  private static func total(_ title: String, _ kind: SeriesKind) -> ColumnDeclaration {
    ColumnDeclaration(title: title, content: .series(Series(kind, label: Series.total)))
  }

  private static func expression(_ title: String, _ text: String) -> ColumnDeclaration {
    ColumnDeclaration(title: title, content: .expression(text))
  }
}
