internal import KollModel

extension TableColumn {
  /// The column of a series that follows from stated ones.
  ///
  /// It is shown in the unit of the first of those that it follows from, with the most decimals of
  /// those in the same unit.
  /// - Parameters:
  ///   - finding: The series and how it is computed.
  ///   - columns: The columns that sources state.
  /// - Throws: ``SeriesFailure`` when those are kept in different units.
  init(_ finding: SeriesCatalogue.Finding, among columns: [TableColumn]) throws(SeriesFailure) {
    let parts = finding.formula.statedSeries.compactMap { series in
      columns.first { $0.expression == nil && $0.series == series }
    }
    // Money of any stated unit is kept in öre.
    guard let scale = parts.first?.scale,
      parts.allSatisfy({ $0.scale == scale || ($0.scale.unit != nil && scale.unit != nil) })
    else { throw .unitsMixed(finding.series) }
    let title = finding.series.heading
    self.init(
      key: title.key,
      title: title,
      series: finding.series,
      scale: scale,
      decimals: parts.filter { $0.scale == scale }.map(\.decimals).max() ?? 0,
      formula: finding.formula,
    )
    lastPlace = parts.map(\.lastPlace).max() ?? lastPlace
  }
}

extension [TableColumn] {
  /// What a reader must know of columns that follow from others.
  /// - Parameter exceptions: The areas that each column's formula does otherwise with.
  /// - Returns: The notes: on years that are spread, then on accumulated amounts.
  func notes(on exceptions: [ColumnExceptions]) -> [Note] {
    let areas = Set(exceptions.flatMap(\.withoutProfile))
    return notesOnPeriodisation(withoutProfile: areas)
      + zip(self, exceptions).flatMap { $1.notesOnDifferences(in: $0.title) }
  }

  /// - Parameter areas: The areas whose outcome gave no profile.
  /// - Returns: A note on each way in which a year is spread, and one on those areas.
  private func notesOnPeriodisation(withoutProfile areas: Set<String>) -> [Note] {
    var ways: [String] = []
    var titles: [String: [String]] = [:]
    for column in self {
      guard let way = column.wayOfSpreading else { continue }
      if titles[way] == nil { ways.append(way) }
      titles[way, default: []].append(column.title)
    }
    let notes = ways.map { way in
      Note(text: "\(way): \((titles[way] ?? []).joined(separator: ", ")).")
    }
    guard !areas.isEmpty else { return notes }
    let list = areas.sorted().joined(separator: ", ")
    let exception =
      "Utfallet året före ger ingen fördelning för \(list); där är årets belopp fördelat med en "
      + "tolftedel i månaden."
    return notes + [Note(text: exception)]
  }
}

extension SeriesFormula {
  /// Whether some of its figures may be parts of a year's.
  var spreadsYear: Bool { yearProfile { _ in true } != nil }

  /// How a year's amount is spread to give its months, in words; `nil` where none is.
  /// - Parameter spread: What was spread over the months of its year.
  /// - Returns: The opening of a sentence.
  func wayOfSpreading(_ spread: Set<SeriesFormula>) -> String? {
    guard let (profile, extent) = yearProfile(of: spread.contains) else { return nil }
    return "\(extent.rawValue) \(profile.words)"
  }

  /// The profile by which the formula spreads a year, and what of it, where it does.
  private func yearProfile(
    of isSpread: (SeriesFormula) -> Bool
  ) -> (profile: YearPart.Profile, extent: SpreadExtent)? {
    switch self {
    case .stated, .following: return nil
    case .negated(let inner), .projected(let inner, _), .decided(_, let inner):
      return inner.yearProfile(of: isSpread)
    case .sum(let parts):
      let spread = parts.compactMap { $0.yearProfile(of: isSpread) }
      return spread.first.map { ($0.profile, SpreadExtent(of: Set(spread.map(\.extent)))) }
    case .difference(let whole, let earlier, _):
      return whole.yearProfile(of: isSpread) ?? earlier.yearProfile(of: isSpread)
    case .part(let year, let part):
      return isSpread(year) ? (part.profile, part.isOfChanges ? .changes : .year) : nil
    case .first(let ways):
      return ways.compactMap { $0.yearProfile(of: isSpread) }.first
        .map { ($0.profile, .missingMonths) }
    }
  }
}

/// What of a year is spread over its months, in words.
private enum SpreadExtent: String {
  case year = "Årets belopp är fördelat"
  case missingMonths = "Där månader saknas är årets belopp fördelat"
  case changes = "Ändringar av budgeten är fördelade"
  case changesAndMissingMonths =
    "Ändringar av budgeten, och årets belopp där månader saknas, är fördelade"

  /// What is spread of a sum, by what is of its parts: at least one.
  init(of parts: Set<SpreadExtent>) {
    switch (parts.contains(.changes), parts.contains(.missingMonths), parts.contains(.year)) {
    case (true, true, _): self = .changesAndMissingMonths
    case (true, false, false): self = .changes
    case (false, true, _): self = .missingMonths
    case (_, false, _): self = .year
    }
  }
}

extension YearPart.Profile {
  /// How the year is spread, in words.
  fileprivate var words: String {
    switch self {
    case .weights(.even): "med en tolftedel i månaden"
    case .weights(.weeks445): "på kvartal om fyra, fyra och fem veckor"
    case .weights: "enligt den angivna periodiseringen"
    case .outcome: "som utfallet året före"
    }
  }
}
