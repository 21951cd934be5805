internal import KollModel

extension SeriesCatalogue {
  /// A year's budget by the decisions about it: the one in force at the time of the report, or what
  /// was decided of one kind; `nil` when there are no decisions about the year.
  ///
  /// What a source states as the year's budget is the original, unless a decision says what that was.
  func decided(_ wanted: Series) -> Finding? {
    let decisions = columns.map(\.series).filter { $0.isDecision(aboutBudgetOf: wanted) }
    let type = wanted.label.map(BudgetDecision.Kind.init(rawValue:))
    guard !decisions.isEmpty, type != .some(nil), let newest = decisions.compactMap(\.round).max()
    else { return nil }
    let month = rules.reportPeriod?.months(of: rules.fiscalYear)?.last ?? newest
    let known = decisions.filter { series in series.round.map { $0 <= month } ?? false }
    var series = wanted
    series.side = .net
    if type == nil { series.round = month }
    let original = BudgetDecision.Kind.original
    let isOriginal = { (series: Series) in series.label == original.rawValue }
    var parts = known.filter { !isOriginal($0) && (type == nil || $0.label == wanted.label) }
      .map(SeriesFormula.stated)
    if type == nil || type == original,
      let start = originalBudget(of: wanted, decided: known.filter(isOriginal))
    {
      parts.insert(start, at: 0)
    }
    return parts.isEmpty ? nil : Finding(series: series, formula: .sum(parts))
  }

  /// The year's budget as it was decided first; each area by its own decision, or by its source.
  private func originalBudget(of wanted: Series, decided: [Series]) -> SeriesFormula? {
    guard let stated = statedBudget(of: wanted) else {
      return decided.isEmpty ? nil : .sum(decided.map(SeriesFormula.stated))
    }
    return decided.isEmpty ? stated : .decided(decided, otherwise: stated)
  }

  /// The year's budget as sources state it, net: what they call the original before others.
  private func statedBudget(of wanted: Series) -> SeriesFormula? {
    let ways = [BudgetDecision.Kind.original.rawValue, nil].compactMap { label in
      [nil, .net].lazy.compactMap { side in
        formula(for: Series(.budget, year: wanted.year, side: side, label: label))
      }.first
    }
    return ways.count > 1 ? .first(ways) : ways.first
  }
}

extension Series {
  /// Whether the series is what was decided in some month about the budget of another's year.
  fileprivate func isDecision(aboutBudgetOf wanted: Series) -> Bool {
    wanted.kind == .budget && wanted.period == nil && wanted.round == nil
      && (wanted.side == nil || wanted.side == .net)
      && kind == .budget && year == wanted.year && round != nil
      && label.flatMap(BudgetDecision.Kind.init(rawValue:)) != nil
  }
}
