public import KollModel

/// Why a series follows from nothing that sources state.
public enum SeriesFailure: Error, Hashable, Sendable {
  /// No source has anything of the kind.
  case unknown(Series)
  /// Some of the months that it needs are stated and others are not.
  case monthsMissing(Series, [Month])
  /// Costs and income are known, but not whether income is counted as plus or minus.
  case signUnknown(Series)
  /// The forecast was made after the month that the report is for.
  case roundAfterReport(Series, Month)
  /// No forecast was made before the newest.
  case noEarlierRound(Series)
  /// The figures that it needs are kept in different units.
  case unitsMixed(Series)
}

extension SeriesCatalogue {
  /// Why a series was not found.
  func failure(for wanted: Series) -> SeriesFailure {
    let missing = missingMonths(of: wanted)
    if !missing.isEmpty { return .monthsMissing(wanted, missing) }
    var (cost, income) = (wanted, wanted)
    cost.side = .cost
    income.side = .income
    let isGross = wanted.side == .net && formula(for: cost) != nil && formula(for: income) != nil
    return isGross ? .signUnknown(wanted) : .unknown(wanted)
  }

  /// The months that no source states, where it states some of those wanted.
  private func missingMonths(of wanted: Series) -> [Month] {
    guard let span = wanted.period ?? wanted.year.flatMap(rules.fiscalYear.period) else {
      return []
    }
    let stated = columns.map(\.series).filter { isStated($0) && $0.isSame(as: wanted) }
      .compactMap(\.period)
    let missing = span.months.filter { month in
      !stated.contains { $0.first <= month && month <= $0.last }
    }
    return missing.count < span.months.count ? missing : []
  }
}

extension Series {
  /// Whether the series is about the same as another, at whatever time and on any side that it
  /// leaves open.
  fileprivate func isSame(as wanted: Series) -> Bool {
    kind == wanted.kind && label == wanted.label && round == wanted.round
      && (wanted.side == nil || wanted.side == side || wanted.side == .net)
  }
}
