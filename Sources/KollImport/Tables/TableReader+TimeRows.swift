internal import KollModel

/// A second header row that holds nothing but years: as cells they are figures, not words.
extension TableReader {
  /// Whether every filled field after the first of a row is the year of the title above it.
  ///
  /// Amounts may look like years too, so either the row's first field is no area's name, or the
  /// titles above are nothing but kinds and there are three years that follow each other.
  func holdsTimes(_ lower: Int, below upper: Int) -> Bool {
    let fields = grid.filled(lower).filter { $0 > 0 }
    let titles = grid.filled(upper).filter { $0 > 0 }.map { grid.text(upper, $0) }
    guard !fields.isEmpty, !titles.contains(where: { $0.contains(where: \.isNumber) }),
      fields.allSatisfy({ isTime(lower, $0) && namesAmounts(grid.text(upper, $0)) })
    else { return false }
    let label = grid.text(lower, 0)
    if label.isEmpty || label.isUnitStatement { return true }
    let above = grid.text(upper, 0)
    let texts = fields.map { grid.text(lower, $0) }
    let years = texts.compactMap { $0.shortYear ?? Series(reading: $0).year }
    let isClose = (years.max() ?? 0) - (years.min() ?? 0) <= 10
    if label.isTitleOfLabels { return isClose && (years.count > 1 || above.isEmpty) }
    // Figures of an area may well be small, or the same in every column.
    if texts.contains(where: { $0.shortYear != nil }) { return false }
    let differentYears = Set(years).count
    if label.isTitleOfTable { return isClose && differentYears > 1 }
    return (above.isEmpty || above.isUnitStatement)
      && titles.allSatisfy { Series(reading: $0).kind != .amount }
      && differentYears > 2 && zip(years, years.dropFirst()).allSatisfy { abs($0 - $1) < 2 }
  }

  /// Whether a field is a year, in four digits or two, a month or a day, and nothing more.
  private func isTime(_ record: Int, _ field: Int) -> Bool {
    let text = grid.text(record, field)
    let series = Series(reading: text)
    return text.shortYear != nil
      || series.year != nil && series.kind == .amount && series.label == nil
  }

  /// Whether a title may be completed by a year: it is no title of words, codes or years.
  private func namesAmounts(_ title: String) -> Bool {
    !title.isEmpty && !title.namesText && !title.namesCode && !title.namesYears
  }
}

extension String {
  /// The year that the text is the last two digits of, such as `21` or `-21`.
  var shortYear: Int? {
    let series = Series(reading: "budget \(self)")
    return utf8.count < 4 && series.label == nil ? series.year : nil
  }

  /// Whether the text is a title for labels and no area, such as `Nämnd/styrelse, tkr`.
  fileprivate var isTitleOfLabels: Bool {
    let words = lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty
      && words.allSatisfy { word in
        String.titlesOfLabels.contains(word) || MoneyUnit(spelling: word) != nil
      }
  }

  /// Whether the text is what a table may be called, such as `Driftbudget`.
  fileprivate var isTitleOfTable: Bool {
    ["budget", "räkning", "redovisning"].contains { lowercased().hasSuffix($0) }
  }

  private static let titlesOfLabels: Set<String> = [
    "nämnd", "nämnder", "styrelse", "styrelser", "förvaltning", "förvaltningar", "verksamhet",
    "verksamheter", "verksamhetsområde", "område", "beslutsområde", "ansvarsområde", "sektor",
    "sektorer", "avdelning", "avdelningar", "enhet", "enheter", "benämning",
  ]
}
