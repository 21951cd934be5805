internal import KollModel

extension SeriesCatalogue {
  /// How one series is computed, every way in which it may be: an area may state it in one way and
  /// another area in another.
  func formula(for wanted: Series) -> SeriesFormula? {
    let ways = [
      isStated(wanted) ? .stated(wanted) : nil, sumOfPeriods(wanted), difference(wanted),
      net(wanted), partOfYear(wanted), proposed(wanted),
    ].compactMap(\.self)
    let distinct = ways.reduce(into: [SeriesFormula]()) { if !$0.contains($1) { $0.append($1) } }
    let formula = distinct.count > 1 ? .first(distinct) : distinct.first
    guard let changes = partOfChanges(wanted), wanted.side == .net || formula != nil else {
      return formula
    }
    return .sum([formula, changes].compactMap(\.self))
  }

  /// A series with other time than the one it is asked of.
  private func series(_ wanted: Series, over period: Period) -> Series {
    var series = wanted
    series.period = period
    series.year = period.last.year
    return series
  }

  /// The months that a series covers, in a kind whose amounts add up over time.
  private func span(of wanted: Series) -> Period? {
    guard wanted.kind.addsUpOverTime else { return nil }
    return wanted.period ?? wanted.year.flatMap(rules.fiscalYear.period)
  }

  /// Stated periods that follow each other from the first month to the last; where they overlap,
  /// an area may state some of them and another area others.
  private func sumOfPeriods(_ wanted: Series) -> SeriesFormula? {
    guard let span = span(of: wanted) else { return nil }
    let all = statedPeriods(of: wanted)
    let periods = all.filter { $0.first >= span.first && $0.last <= span.last }
    guard periods.chain(through: span, preferring: { _ in true }) != nil else { return nil }
    let parts = periods.map { series(wanted, over: $0) }
    let overlap = zip(periods, periods.dropFirst()).contains { $0.last >= $1.first }
    let others = all.filter { !periods.contains($0) }
    if overlap || others.contains(where: { $0.overlaps(span) }) {
      return .following(parts, beside: others.map { series(wanted, over: $0) }, through: span)
    }
    return parts.count == 1 ? .stated(parts[0]) : .sum(parts.map(SeriesFormula.stated))
  }

  /// An amount accumulated from the year's beginning, less what came before.
  private func difference(_ wanted: Series) -> SeriesFormula? {
    guard let span = span(of: wanted) else { return nil }
    let whole = rules.fiscalYear.period(to: span.last)
    guard whole.first < span.first, let before = span.first.advanced(by: -1),
      let all = accumulated(wanted, through: whole),
      let earlier = accumulated(wanted, through: rules.fiscalYear.period(to: before))
    else { return nil }
    let booked = Period(from: whole.first, through: before)
    let others = statedPeriods(of: wanted).filter { $0.overlaps(booked) }
      .map { series(wanted, over: $0) }
      .filter { !all.statedSeries.contains($0) && !earlier.statedSeries.contains($0) }
    return .difference(all, earlier, unless: others)
  }

  /// An amount from the year's beginning that is stated as such: one that begins in January.
  private func accumulated(_ wanted: Series, through period: Period) -> SeriesFormula? {
    let accumulated = series(wanted, over: period)
    let asRange = series(wanted, over: .accumulated(period.first, period.last))
    return [accumulated, asRange].first(where: isStated).map(SeriesFormula.stated)
  }

  /// Net as what costs and income come to in the signs that the sources use.
  private func net(_ wanted: Series) -> SeriesFormula? {
    guard wanted.side == .net, let sign else { return nil }
    var (cost, income) = (wanted, wanted)
    cost.side = .cost
    income.side = .income
    guard let costs = formula(for: cost), let incomes = formula(for: income) else { return nil }
    return .sum([costs, sign == .cost ? .negated(incomes) : incomes])
  }

  /// The part of a decided year that falls on some of its months.
  private func partOfYear(_ wanted: Series) -> SeriesFormula? {
    guard let (whole, year, months) = monthsOfDecidedYear(wanted),
      let amount = amountOfYear(whole)
    else { return nil }
    let part = YearPart(
      months: months,
      profile: profile(of: wanted, in: year),
      statedMonths: statedMonths(of: wanted, in: rules.fiscalYear.period(of: year)),
    )
    return .part(amount, part)
  }

  /// What is spread over a year's months; what was decided since is spread by itself.
  private func amountOfYear(_ whole: Series) -> SeriesFormula? {
    let stated = formula(for: whole)
    guard isNetBudget(whole), whole.side == .net || stated != nil else { return stated }
    if changes(of: whole) != nil { return statedBudget(of: whole) }
    return decided(whole)?.formula ?? stated
  }

  /// The part of what was decided about a budget since the original that falls on some months.
  private func partOfChanges(_ wanted: Series) -> SeriesFormula? {
    guard isNetBudget(wanted), let (whole, year, months) = monthsOfDecidedYear(wanted),
      let changes = changes(of: whole)
    else { return nil }
    let profile = profile(of: wanted, in: year)
    return .part(changes, YearPart(months: months, profile: profile, isOfChanges: true))
  }

  private func isNetBudget(_ series: Series) -> Bool {
    series.kind == .budget && series.label == nil && (series.side ?? .net) == .net
  }

  /// The year of some months in a kind that is decided by year, and which of its months they are.
  private func monthsOfDecidedYear(
    _ wanted: Series
  ) -> (whole: Series, year: Int, months: Range<Int>)? {
    guard wanted.kind.isDecided, let period = wanted.period else { return nil }
    let year = rules.fiscalYear.year(of: period.first)
    guard year == rules.fiscalYear.year(of: period.last),
      let start = rules.fiscalYear.start(of: year)
    else { return nil }
    var whole = wanted
    whole.period = nil
    whole.year = year
    return (whole, year, start.distance(to: period.first)..<start.distance(to: period.last) + 1)
  }

  /// The months of a year that sources state on the sides that a series follows from, where they
  /// state all those that it covers.
  private func statedMonths(of wanted: Series, in year: Period?) -> [Series] {
    let sides: [Side?] = wanted.side == .net ? [.net, .cost, .income] : [wanted.side]
    return sides.flatMap { side in
      func months(_ period: Period?) -> [Series] {
        (period?.months ?? []).map { month in
          var series = series(wanted, over: .month(month))
          series.side = side
          return series
        }
      }
      return months(wanted.period).allSatisfy(isStated) ? months(year).filter(isStated) : []
    }
  }

  private func profile(of wanted: Series, in year: Int) -> YearPart.Profile {
    switch rules.periodisation {
    case .weights(let weights): .weights(weights)
    case .priorOutcome: priorOutcome(of: wanted.side, before: year)
    }
  }

  /// The outcome of the year before another, month by month.
  func priorOutcome(of side: Side?, before year: Int) -> YearPart.Profile {
    let months = rules.fiscalYear.period(of: year - 1)?.months ?? []
    return .outcome(
      months.map { month in
        let series = Series(.actual, year: month.year, period: .month(month), side: side)
        return sidings(of: series).lazy.compactMap(formula).first ?? .sum([])
      }
    )
  }
}

extension Series {
  /// What is stated, whatever its year and months.
  var withoutTime: Series {
    var series = self
    series.period = nil
    series.year = nil
    return series
  }
}

extension SeriesKind {
  /// Whether amounts of following periods add up to the amount of all of them.
  fileprivate var addsUpOverTime: Bool {
    switch self {
    case .budget, .actual, .frame, .plan: true
    case .forecast, .variance, .amount, .ratio, .count, .rate, .text: false
    }
  }

  /// Whether the kind is money that was decided for a year, which can be spread over it.
  fileprivate var isDecided: Bool {
    switch self {
    case .budget, .frame, .plan: true
    case .forecast, .actual, .variance, .amount, .ratio, .count, .rate, .text: false
    }
  }
}
