public import KollModel

/// How a series follows from series that sources state.
public indirect enum SeriesFormula: Hashable, Sendable {
  /// A series that a source states.
  case stated(Series)
  /// The other sign.
  case negated(SeriesFormula)
  /// Parts added up; those absent are skipped, and the sum is absent when all are.
  case sum([SeriesFormula])
  /// What is left of an accumulated amount when an earlier one is taken from it.
  ///
  /// Absent when the first is. Where only the second is absent, nothing had been booked yet.
  case difference(SeriesFormula, SeriesFormula)
  /// The first that has a value: the same figure may be stated in more than one way.
  case first([SeriesFormula])
  /// The part of a year's amount that falls on some of its months; absent where months are stated.
  case part(SeriesFormula, YearPart)
  /// The year that an amount of some of its months points at; absent where the months have no share.
  case projected(SeriesFormula, YearPart)
}

extension SeriesFormula {
  /// The stated series that the formula names, each once, in the order that it names them.
  public var statedSeries: [Series] {
    var found: [Series] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [Series]) {
    switch self {
    case .stated(let series): if !found.contains(series) { found.append(series) }
    case .negated(let inner), .part(let inner, _), .projected(let inner, _):
      inner.collect(into: &found)
    case .sum(let parts), .first(let parts): for part in parts { part.collect(into: &found) }
    case .difference(let whole, let earlier):
      whole.collect(into: &found)
      earlier.collect(into: &found)
    }
  }
}

extension SeriesFormula {
  /// Evaluates the formula on the sums of one area.
  ///
  /// All of the area's lines are taken together: one that is booked in July may be gone from what is
  /// accumulated to August, and shares of a year are rounded once.
  /// - Parameters:
  ///   - stated: The sums of the series that sources state.
  ///   - lacksProfile: Set when a year is spread evenly, since the profile wanted cannot be used.
  /// - Returns: The sum, or `nil` when what it follows from is absent.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  func sum(
    _ stated: (Series) throws(AmountOverflow) -> Ledger.Sum?,
    lacksProfile: inout Bool,
  ) throws(AmountOverflow) -> Ledger.Sum? {
    switch self {
    case .stated(let series): return try stated(series)
    case .negated(let inner):
      guard let sum = try inner.sum(stated, lacksProfile: &lacksProfile) else { return nil }
      return Ledger.Sum(amount: try -sum.amount, count: sum.count)
    case .sum(let parts):
      var total: Ledger.Sum?
      for part in parts {
        guard let sum = try part.sum(stated, lacksProfile: &lacksProfile) else { continue }
        total = try total.map { (soFar) throws(AmountOverflow) in try soFar + sum } ?? sum
      }
      return total
    case .difference(let whole, let earlier):
      guard let sum = try whole.sum(stated, lacksProfile: &lacksProfile) else { return nil }
      guard let before = try earlier.sum(stated, lacksProfile: &lacksProfile) else { return sum }
      return Ledger.Sum(amount: try sum.amount - before.amount, count: sum.count + before.count)
    case .first(let ways):
      for way in ways {
        if let sum = try way.sum(stated, lacksProfile: &lacksProfile) { return sum }
      }
      return nil
    case .part(let year, let part):
      for month in part.statedMonths where try stated(month) != nil { return nil }
      guard let sum = try year.sum(stated, lacksProfile: &lacksProfile) else { return nil }
      let weights = try part.profile.weights(stated)
      if weights == nil { lacksProfile = true }
      let amount = try (weights ?? .even).part(of: sum.amount, part.months)
      return Ledger.Sum(amount: amount, count: sum.count)
    case .projected(let booked, let part):
      guard let sum = try booked.sum(stated, lacksProfile: &lacksProfile),
        let weights = try part.profile.weights(stated),
        let amount = try weights.year(with: sum.amount, in: part.months)
      else { return nil }
      return Ledger.Sum(amount: amount, count: sum.count)
    }
  }
}

extension YearPart.Profile {
  /// The weights for one area; `nil` when its outcome gives none.
  fileprivate func weights(
    _ stated: (Series) throws(AmountOverflow) -> Ledger.Sum?
  ) throws(AmountOverflow) -> MonthWeights? {
    switch self {
    case .weights(let weights): return weights
    case .outcome(let months):
      var amounts: [Money] = []
      var isSplitEvenly = false
      for month in months {
        amounts.append(try month.sum(stated, lacksProfile: &isSplitEvenly)?.amount ?? .zero)
      }
      return MonthWeights(outcome: amounts)
    }
  }
}
