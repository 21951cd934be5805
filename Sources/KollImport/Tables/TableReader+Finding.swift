internal import KollModel

extension TableReader {
  /// Where a table's header stands.
  struct FoundHeader {
    /// The lines above it that belong to the table.
    var captions: Range<Int>
    /// The upper header row, when there are two.
    var upper: Int?
    /// The header row that names each column.
    var lower: Int
    /// The first row below the header.
    var firstRow: Int { lower + 1 }
  }

  /// Finds the header of each table: the first, and later rows of the same kind that others follow.
  mutating func findHeaders() -> [FoundHeader] {
    var headers: [FoundHeader] = []
    var record = 0
    var captionsFrom = 0
    while record < grid.count {
      if isHeader(record), headers.isEmpty || beginsTable(record) {
        let isUpper = record + 1 < grid.count && isHeader(record + 1) && isUpperRow(record)
        let lower = isUpper ? record + 1 : record
        headers.append(
          FoundHeader(
            captions: captionStart(before: record, after: captionsFrom)..<record,
            upper: isUpper ? record : nil,
            lower: lower,
          )
        )
        record = lower + 1
        captionsFrom = record
      } else {
        record += 1
      }
    }
    if headers.isEmpty {
      let first = (0..<grid.count).first { grid.filled($0).count > 1 }
      diagnostics.append(.noHeader(at: first.map { grid.location($0) }, file: grid.file))
    }
    return headers
  }

  /// Whether the row names columns: several fields, none after the first an amount.
  private func isHeader(_ record: Int) -> Bool {
    let fields = grid.filled(record).filter { $0 > 0 }
    return fields.contains { isTitle(record, $0) }
      && fields.allSatisfy { isTitle(record, $0) || isUnclearTitle(record, $0) }
  }

  /// Whether a field is words that begin like a number, such as "+/- budget" or "1:a halvåret".
  private func isUnclearTitle(_ record: Int, _ field: Int) -> Bool {
    guard case .malformed(let problem) = grid.reading(record, field), problem != .spreadsheetError,
      problem != .columnTooNarrow
    else { return false }
    let title = grid.text(record, field)
    return title.split { !$0.isLetter }.contains { $0.count > 2 }
      || !title.contains(where: \.isNumber)
  }

  /// Whether a field is words, a year or a month.
  private func isTitle(_ record: Int, _ field: Int) -> Bool {
    if case .text = grid.reading(record, field) { return true }
    guard grid.mayNameTime(record, field) else { return false }
    let series = Series(reading: grid.text(record, field))
    return series.year != nil
  }

  /// Whether a later row of titles begins another table.
  ///
  /// One of them must tell a series, and a row of figures must follow below.
  private func beginsTable(_ record: Int) -> Bool {
    let known = grid.filled(record).filter { $0 > 0 }.contains { field in
      let series = Series(reading: grid.text(record, field))
      return series.year != nil || series.kind != .amount
    }
    guard known, hasWords(record) else { return false }
    let next = (record + 1..<min(grid.count, record + 4)).first { !isHeader($0) && hasFigures($0) }
    return next != nil
  }

  /// Whether a field after the first holds words; amounts may look like years.
  private func hasWords(_ record: Int) -> Bool {
    grid.filled(record).contains { field in
      if field > 0, case .text = grid.reading(record, field) { true } else { false }
    }
  }

  private func hasFigures(_ record: Int) -> Bool {
    (1..<max(1, grid.width(record))).contains { field in
      if case .number = grid.reading(record, field) { true } else { false }
    }
  }

  /// Whether the row stands above another header row: it leaves columns to be named there.
  private func isUpperRow(_ record: Int) -> Bool {
    let below = grid.filled(record + 1).filter { $0 > 0 }
    let isSparse = grid.filled(record).filter { $0 > 0 }.count <= below.count
    let years = grid.filled(record).filter { $0 > 0 }.allSatisfy { field in
      let series = Series(reading: grid.text(record, field))
      return series.kind == .amount || series.year != nil
    }
    return isSparse && years && hasWords(record + 1) && namesColumns(record + 1, below: record)
  }

  /// Whether a row of words goes on with the header above it.
  ///
  /// It does when it tells series or units, or when one of the two has no label. Otherwise it is an
  /// area, with words where its figures should be.
  private func namesColumns(_ record: Int, below upper: Int) -> Bool {
    let isLabelled = !grid.text(upper, 0).isEmpty && !grid.text(record, 0).isEmpty
    return !isLabelled
      || grid.filled(record).contains { field in
        let title = grid.text(record, field)
        let series = Series(reading: title)
        return field > 0
          && (series.year != nil || series.kind != .amount || title.statedUnit != nil)
      }
  }

  /// The first of the lines above a header that are captions of its table and not notes of another.
  private func captionStart(before header: Int, after first: Int) -> Int {
    var start = header
    while start > first, grid.filled(start - 1).count <= 1, !hasFigures(start - 1) { start -= 1 }
    return start
  }
}

extension Diagnostic {
  fileprivate static func noHeader(at place: Location?, file: String) -> Diagnostic {
    Diagnostic(
      .headerMissing,
      at: place ?? Location(file: file),
      Phrase(
        sv: "hittar ingen rubrikrad med kolumner för belopp",
        en: "found no header row with columns of amounts",
      ),
      help: Phrase(
        sv: "första raden med flera fält ska namnge kolumnerna, till exempel "
          + "Beslutsområde;Budget 2021",
        en: "the first line with several fields names the columns, for example "
          + "Beslutsområde;Budget 2021",
      ),
    )
  }
}
