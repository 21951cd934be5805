public import KollModel

/// How a series follows from series that sources state.
public indirect enum SeriesFormula: Hashable, Sendable {
  /// A series that a source states.
  case stated(Series)
  /// The other sign.
  case negated(SeriesFormula)
  /// Parts added up; those absent are skipped, and the sum is absent when all are.
  case sum([SeriesFormula])
  /// Those of some overlapping periods that follow each other through all months, added up: for each
  /// area the ones with the most months that it states itself.
  ///
  /// A month that the area leaves out has nothing; absent where that month is a part of a longer
  /// period of the area's, which may be one of those beside that are not within the months.
  case following([Series], beside: [Series], through: Period)
  /// What is left of an accumulated amount when an earlier one is taken from it.
  ///
  /// Absent when the first is. Where only the second is absent, nothing had been booked yet, unless
  /// the area states another series of that time.
  case difference(SeriesFormula, SeriesFormula, unless: [Series])
  /// The first that has a value: the same figure may be stated in more than one way.
  case first([SeriesFormula])
  /// What was decided; where nothing was for the area, one above or one below, another formula.
  case decided([Series], otherwise: SeriesFormula)
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
    case .following(let parts, _, _):
      for part in parts { SeriesFormula.stated(part).collect(into: &found) }
    case .difference(let whole, let earlier, _):
      whole.collect(into: &found)
      earlier.collect(into: &found)
    case .decided(let series, let otherwise):
      for series in series { SeriesFormula.stated(series).collect(into: &found) }
      otherwise.collect(into: &found)
    }
  }
}

extension SeriesFormula {
  /// The areas, by their places in a ledger, that a formula does otherwise with than with the rest.
  struct Exceptions {
    /// Those whose year is spread evenly, since the profile wanted cannot be used.
    var withoutProfile: Set<Int> = []
    /// Those without a figure, since their accumulated amounts are not of the months that others'
    /// are.
    var withoutLater: Set<Int> = []
    /// Those whose whole accumulated amount counts, since none is stated of the months before.
    var withoutEarlier: Set<Int> = []
    /// What was spread over the months of its year, of any area.
    var spread: Set<SeriesFormula> = []
  }

  /// Evaluates the formula on the sums of some areas.
  ///
  /// All of an area's lines are taken together: one that is booked in July may be gone from what is
  /// accumulated to August, and shares of a year are rounded once.
  /// - Parameters:
  ///   - areas: The areas' places in the ledger.
  ///   - ledger: The sums of the series that sources state.
  ///   - exceptions: Gets the places of the areas that the formula does otherwise with.
  /// - Returns: The sum for each area, or `nil` where what it follows from is absent.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  func sums(
    of areas: [Int],
    in ledger: Ledger,
    _ exceptions: inout Exceptions,
  ) throws(AmountOverflow) -> [Ledger.Sum?] {
    switch self {
    case .stated(let series): return try ledger.sums(of: areas, series)
    case .negated(let inner):
      var sums = try inner.sums(of: areas, in: ledger, &exceptions)
      for (index, sum) in sums.enumerated() {
        if let sum { sums[index] = Ledger.Sum(amount: try -sum.amount, count: sum.count) }
      }
      return sums
    case .sum(let parts):
      var totals = [Ledger.Sum?](repeating: nil, count: areas.count)
      for part in parts {
        let sums = try part.sums(of: areas, in: ledger, &exceptions)
        for (index, sum) in sums.enumerated() {
          if let sum { totals[index] = try totals[index] + sum }
        }
      }
      return totals
    case .following(let series, let beside, let span):
      var sums: [[Ledger.Sum?]] = []
      for series in series + beside { sums.append(try ledger.sums(of: areas, series)) }
      let periods = (series + beside).compactMap(\.period)
      var totals = [Ledger.Sum?](repeating: nil, count: areas.count)
      for area in areas.indices {
        let own = Set(periods.indices.filter { sums[$0][area] != nil })
        for part in periods.chain(through: span, of: own) {
          if let sum = sums[part][area] { totals[area] = try totals[area] + sum }
        }
      }
      return totals
    case .difference(let whole, let earlier, let others):
      var sums = try whole.sums(of: areas, in: ledger, &exceptions)
      let before = try earlier.sums(of: areas, in: ledger, &exceptions)
      for other in others {
        let stated = try ledger.sums(of: areas, other)
        for area in areas.indices where before[area] == nil && stated[area] != nil {
          if sums[area] != nil { exceptions.withoutLater.insert(areas[area]) }
          sums[area] = nil
        }
      }
      for (index, pair) in zip(sums, before).enumerated() {
        switch pair {
        case (let all?, let before?):
          let count = all.count + before.count
          sums[index] = Ledger.Sum(amount: try all.amount - before.amount, count: count)
        case (nil, _?): exceptions.withoutLater.insert(areas[index])
        case (let all?, nil):
          if all.amount != .zero { exceptions.withoutEarlier.insert(areas[index]) }
        case (nil, nil): break
        }
      }
      return sums
    case .first(let ways):
      var found = [Ledger.Sum?](repeating: nil, count: areas.count)
      let known = exceptions.withoutLater
      for way in ways {
        // A way is only gone where the ones before it led nowhere.
        let open = found.indices.filter { found[$0] == nil }
        guard !open.isEmpty else { break }
        let failed = open.filter { index in
          let area = areas[index]
          return exceptions.withoutLater.contains(area) && !known.contains(area)
        }
        let sums = try way.sums(of: open.map { areas[$0] }, in: ledger, &exceptions)
        for (index, sum) in zip(open, sums) { found[index] = sum }
        // What one way does not lead to, the next may.
        exceptions.withoutLater.subtract(failed.filter { found[$0] != nil }.map { areas[$0] })
      }
      return found
    case .decided(let series, let otherwise):
      let decided = SeriesFormula.sum(series.map(SeriesFormula.stated))
      var sums = try decided.sums(of: areas, in: ledger, &exceptions)
      // A decision about a nämnd says what its enheter had together.
      let covered = ledger.places(aroundThoseWith: series)
      let open = areas.indices.filter { !covered.contains(areas[$0]) }
      let stated = try otherwise.sums(of: open.map { areas[$0] }, in: ledger, &exceptions)
      for (index, sum) in zip(open, stated) { sums[index] = sum }
      return sums
    case .part(let year, let part):
      var open = Array(areas.indices)
      for month in part.statedMonths {
        let sums = try ledger.sums(of: open.map { areas[$0] }, month)
        open = zip(open, sums).filter { $0.1 == nil }.map(\.0)
      }
      var found = [Ledger.Sum?](repeating: nil, count: areas.count)
      guard !open.isEmpty else { return found }
      let places = open.map { areas[$0] }
      let sums = try year.sums(of: places, in: ledger, &exceptions)
      let weights = try part.profile.weights(of: places, in: ledger)
      for (number, index) in open.enumerated() {
        guard let sum = sums[number] else { continue }
        if weights[number] == nil { exceptions.withoutProfile.insert(areas[index]) }
        exceptions.spread.insert(year)
        let amount = try (weights[number] ?? .even).part(of: sum.amount, part.months)
        found[index] = Ledger.Sum(amount: amount, count: sum.count)
      }
      return found
    case .projected(let booked, let part):
      var sums = try booked.sums(of: areas, in: ledger, &exceptions)
      let weights = try part.profile.weights(of: areas, in: ledger)
      for (index, sum) in sums.enumerated() {
        let year = try sum.flatMap { (sum) throws(AmountOverflow) in
          try weights[index]?.year(with: sum.amount, in: part.months)
        }
        sums[index] = year.map { Ledger.Sum(amount: $0, count: sum?.count ?? 0) }
      }
      return sums
    }
  }
}

extension YearPart.Profile {
  /// The weights for each area; `nil` where its outcome gives none.
  func weights(
    of areas: [Int],
    in ledger: Ledger,
  ) throws(AmountOverflow) -> [MonthWeights?] {
    switch self {
    case .weights(let weights): return areas.map { _ in weights }
    case .outcome(let months):
      var exceptions = SeriesFormula.Exceptions()
      var sums: [[Ledger.Sum?]] = []
      for month in months { sums.append(try month.sums(of: areas, in: ledger, &exceptions)) }
      return areas.indices.map { area in
        MonthWeights(outcome: sums.map { $0[area]?.amount ?? .zero })
      }
    }
  }
}
