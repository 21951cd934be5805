internal import KollModel

extension TableReader {
  /// Whether a row of titles below a table tells series, and not amounts that look like years.
  ///
  /// Bare years count only behind a gap, in a sequence as headers have them, and beside words that
  /// columns are known by.
  func namesSeries(_ record: Int) -> Bool {
    let fields = grid.filled(record).filter { $0 > 0 }
    let bare = fields.filter { isFigure(record, $0) }
    let words = fields.filter { !bare.contains($0) }
    guard !bare.isEmpty else { return words.contains { isSeriesWord(record, $0) } }
    let years = bare.compactMap { Int(grid.text(record, $0)) }
    let isSequence =
      years.count == bare.count && Set(years).count == years.count
      && (years.max() ?? 0) - (years.min() ?? 0) <= 10
    return isSequence && hasGap(above: record)
      && words.allSatisfy { isSeriesWord(record, $0) || grid.text(record, $0).isColumnWord }
  }

  /// Whether a row is the header of the table above once more, as printed pages repeat it.
  ///
  /// What stands between then tells of the page: its number, or the captions again.
  func repeats(_ header: FoundHeader, at record: Int, captionsFrom: Int) -> Bool {
    guard
      zip(header.rows, record..<grid.count).allSatisfy({ titles($0) == titles($1) }),
      record + header.rows.count <= grid.count
    else { return false }
    let known = Set(header.captions.map { titles($0) })
    let lines = pageLines(above: record, after: captionsFrom)
    // A blank line alone divides tables.
    if lines.isEmpty { return grid.records.line(record) == grid.records.line(record - 1) + 1 }
    return lines.allSatisfy { line in
      known.contains(titles(line)) || grid.text(line, grid.filled(line).first ?? 0).isPageLine
    }
  }

  /// The lines of words alone directly above a row.
  func pageLines(above record: Int, after first: Int) -> Range<Int> {
    var start = record
    while start > first, grid.filled(start - 1).count <= 1 { start -= 1 }
    return start..<record
  }

  private func titles(_ record: Int) -> [String] {
    grid.filled(record).map { "\($0) " + grid.text(record, $0) }
  }

  private func isSeriesWord(_ record: Int, _ field: Int) -> Bool {
    Series(reading: grid.text(record, field)).tellsKindOrYear
  }

  /// Whether no row of figures stands directly above.
  private func hasGap(above record: Int) -> Bool {
    guard record > 0 else { return true }
    return grid.records.line(record) - grid.records.line(record - 1) > 1
      || grid.filled(record - 1).count <= 1
  }
}

extension String {
  /// Whether a column is known by the word, though it is no series.
  fileprivate var isColumnWord: Bool {
    namesText || namesCode || namedKindOfNumber != nil
  }

  /// Whether the text is the number of a page, such as `Sida 1 (2)`.
  var isPageNumber: Bool {
    let parts = lowercased().split { !$0.isLetter && !$0.isNumber }
    return isPageLine && parts.count > 1
      && parts.dropFirst().allSatisfy { $0 == "av" || $0 == "of" || $0.allSatisfy(\.isNumber) }
  }

  /// Whether a line of words tells which page it begins or ends, or that the table goes on.
  fileprivate var isPageLine: Bool {
    let first = lowercased().split { !$0.isLetter }.first ?? ""
    return ["sida", "sid", "page", "forts", "fortsättning"].contains(String(first))
  }
}
