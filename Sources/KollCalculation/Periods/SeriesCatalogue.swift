public import KollModel

/// The series that sources state, and the rules by which others follow from them.
///
/// A month follows from accumulated amounts as their difference, months add up to longer periods
/// and to years, a budget's year is spread over its months, net follows from cost and income, and a
/// forecast of no stated round is the newest.
public struct SeriesCatalogue: Sendable {
  /// The columns that sources state, in their order.
  public let columns: [TableColumn]
  /// The convention of the signs, when known.
  public let sign: SignConvention?
  /// How time is counted.
  public let rules: PeriodRules
  private let stated: Set<Series>
  /// The periods that each series is stated for, in order, by the series without its time.
  private let periods: [Series: [Period]]

  /// Creates a catalogue.
  /// - Parameters:
  ///   - columns: The columns that sources state.
  ///   - sign: The convention of the signs.
  ///   - rules: How time is counted.
  public init(columns: [TableColumn], sign: SignConvention?, rules: PeriodRules) {
    self.columns = columns
    self.sign = sign
    self.rules = rules
    stated = Set(columns.filter { $0.expression == nil }.map(\.series))
    periods = Dictionary(grouping: stated, by: \.withoutTime)
      .mapValues { Set($0.compactMap(\.period)).sorted() }
  }

  /// Whether a source states a series as it is.
  func isStated(_ series: Series) -> Bool { stated.contains(series) }

  /// The periods that a series is stated for, in order, whatever its own time.
  func statedPeriods(of wanted: Series) -> [Period] { periods[wanted.withoutTime] ?? [] }

  /// A series that was found, and how it follows from stated ones.
  public struct Finding: Hashable, Sendable {
    /// The series with all that the wish left open.
    public let series: Series
    /// How it is computed; the series alone where it is only stated.
    public let formula: SeriesFormula
  }

  /// Finds how a series is computed.
  /// - Parameter wanted: The series; a side or a round that it leaves out is chosen here.
  /// - Returns: The series and its formula.
  /// - Throws: ``SeriesFailure`` when it follows from nothing that is stated.
  public func find(_ wanted: Series) throws(SeriesFailure) -> Finding {
    var wanted = wanted
    wanted.round = try round(of: wanted)
    if let decided = decided(wanted) { return decided }
    for series in sidings(of: wanted) {
      if let formula = formula(for: series) { return Finding(series: series, formula: formula) }
    }
    throw failure(for: wanted)
  }

  /// A series that a source states in just these words, whatever side it is on.
  /// - Parameter wanted: The series.
  /// - Returns: The series and how it is computed, or `nil`.
  public func stated(_ wanted: Series) -> Finding? {
    guard let series = sidings(of: wanted).first(where: isStated) else { return nil }
    return formula(for: series).map { Finding(series: series, formula: $0) }
  }

  /// A column of words, or of numbers that are no money, which only its title tells from others.
  /// - Parameter wanted: What the title reads as.
  /// - Returns: The column's series, or `nil`.
  func titled(_ wanted: Series) -> Finding? {
    let column = columns.first { !$0.series.kind.isMoney && Series(reading: $0.title) == wanted }
    return column.map { Finding(series: $0.series, formula: .stated($0.series)) }
  }

  /// Finds a series that is told from the time of the report.
  /// - Parameter wanted: The series.
  /// - Returns: The series and its formula.
  /// - Throws: ``SeriesFailure`` when it follows from nothing that is stated.
  public func find(_ wanted: RelativeSeries) throws(SeriesFailure) -> Finding {
    guard let period = rules.reportPeriod else { throw .unknown(Series(wanted.kind)) }
    var series = wanted.series(in: period, of: rules.fiscalYear)
    if wanted.roundsBack > 0 {
      let earlier = rounds(of: series).dropLast(wanted.roundsBack)
      guard let round = earlier.last else { throw .noEarlierRound(series) }
      series.round = round
    }
    return try find(series)
  }

  /// The sides that a wish may mean, the likeliest first.
  func sidings(of wanted: Series) -> [Series] {
    guard wanted.side == nil else { return [wanted] }
    let sides: [Side?] = [nil, .net, .cost, .income]
    return sides.map { side in
      var series = wanted
      series.side = side
      return series
    }
  }
}

extension SeriesCatalogue {
  /// The newest round of a forecast of which none is wanted, no newer than the report.
  private func round(of wanted: Series) throws(SeriesFailure) -> Month? {
    guard wanted.kind == .forecast else { return wanted.round }
    if let round = wanted.round {
      if let month = rules.reportPeriod?.month, round > month {
        throw SeriesFailure.roundAfterReport(wanted, month)
      }
      return round
    }
    guard !wanted.isProposal,
      !sidings(of: wanted).contains(where: stated.contains)
    else { return nil }
    return rounds(of: wanted).last
  }

  /// The months in which forecasts of a year were made and are known to the report, in order.
  /// - Parameter wanted: The forecast, of any round.
  /// - Returns: The months, each once.
  public func rounds(of wanted: Series) -> [Month] {
    let rounds = stated.filter { series in
      series.kind == .forecast && series.year == wanted.year && series.period == wanted.period
    }.compactMap(\.round)
    let last = rules.reportPeriod?.month
    return Set(rounds).filter { round in last.map { round <= $0 } ?? true }.sorted()
  }
}
