internal import KollModel

extension SeriesCatalogue {
  /// A year's budget by the decisions about it: the one in force at the time of the report, or what
  /// was decided of one kind; `nil` when there are no decisions about the year.
  ///
  /// What a source states as the year's budget is the original, unless a decision says what that was.
  func decided(_ wanted: Series) -> Finding? {
    let type = wanted.label.map(BudgetDecision.Kind.init(rawValue:))
    guard type != .some(nil), let (month, known) = decisions(about: wanted) else { return nil }
    var series = wanted
    series.side = .net
    if type == nil { series.round = month }
    var parts = known.filter { !$0.isOriginal && (type == nil || $0.label == wanted.label) }
      .map(SeriesFormula.stated)
    if type == nil || type == .original,
      let start = originalBudget(of: wanted, decided: known.filter(\.isOriginal))
    {
      parts.insert(start, at: 0)
    }
    return parts.isEmpty ? nil : Finding(series: series, formula: .sum(parts))
  }

  /// What was decided about a year's budget up to the time of the report, where the original is what
  /// sources state; `nil` when nothing was, or when decisions say what the original was.
  func changes(of wanted: Series) -> SeriesFormula? {
    guard let known = decisions(about: wanted)?.known, !known.isEmpty,
      !known.contains(where: \.isOriginal)
    else { return nil }
    return .sum(known.map(SeriesFormula.stated))
  }

  /// The decisions about a year's budget that are known at the time of the report, and the last month
  /// of that time; `nil` when there are no decisions about the year.
  private func decisions(about wanted: Series) -> (month: Month, known: [Series])? {
    let decisions = columns.map(\.series).filter { $0.isDecision(aboutBudgetOf: wanted) }
    guard let newest = decisions.compactMap(\.round).max() else { return nil }
    let month = rules.reportPeriod?.months(of: rules.fiscalYear)?.last ?? newest
    return (month, decisions.filter { series in series.round.map { $0 <= month } ?? false })
  }

  /// The year's budget as it was decided first; each area by its own decision, or by its source.
  private func originalBudget(of wanted: Series, decided: [Series]) -> SeriesFormula? {
    guard let stated = statedBudget(of: wanted) else {
      return decided.isEmpty ? nil : .sum(decided.map(SeriesFormula.stated))
    }
    return decided.isEmpty ? stated : .decided(decided, otherwise: stated)
  }

  /// The year's budget as sources state it, net: what they call the original before others.
  func statedBudget(of wanted: Series) -> SeriesFormula? {
    let ways = [BudgetDecision.Kind.original.rawValue, nil].compactMap { label in
      [nil, .net].lazy.compactMap { side in
        formula(for: Series(.budget, year: wanted.year, side: side, label: label))
      }.first
    }
    return ways.count > 1 ? .first(ways) : ways.first
  }
}

extension Series {
  /// Whether a decision is the one about the budget as it was decided first.
  fileprivate var isOriginal: Bool { label == BudgetDecision.Kind.original.rawValue }

  /// Whether the series is what was decided in some month about the budget of another's year.
  fileprivate func isDecision(aboutBudgetOf wanted: Series) -> Bool {
    wanted.kind == .budget && wanted.period == nil && wanted.round == nil
      && (wanted.side == nil || wanted.side == .net)
      && kind == .budget && year == wanted.year && round != nil
      && label.flatMap(BudgetDecision.Kind.init(rawValue:)) != nil
  }
}
