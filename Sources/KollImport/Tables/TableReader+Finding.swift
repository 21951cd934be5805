internal import KollModel

extension TableReader {
  /// Where a table's header stands.
  struct FoundHeader {
    /// The lines above it that belong to the table.
    var captions: Range<Int>
    /// The header row above the upper one, when there are three.
    var top: Int?
    /// The upper header row, when there are two.
    var upper: Int?
    /// The header row that names each column.
    var lower: Int
    /// The row below it that states the columns' units, when there is one.
    var units: Int?
    /// Its columns, when the table has a row for each amount.
    var long: LongColumns?
    /// All its rows that name columns.
    var rows: ClosedRange<Int> { (top ?? upper ?? lower)...lower }
    /// The first row below the header.
    var firstRow: Int { (units ?? lower) + 1 }
  }

  /// Finds the header of each table: the first, and later rows of the same kind that others follow.
  mutating func findHeaders() -> [FoundHeader] {
    var headers: [FoundHeader] = []
    var record = 0
    var captionsFrom = 0
    var figures = FirstFigures(record: 0)
    var sampled = 0
    while record < grid.count {
      if let header = headers.last, repeats(header, at: record, captionsFrom: captionsFrom) {
        let end = record + header.rows.count
        pageLines.formUnion(pageLines(above: record, after: captionsFrom).lowerBound..<end)
        record = end
        captionsFrom = end
        continue
      }
      if isHeader(record), headers.isEmpty ? !isCaption(record, &figures) : beginsTable(record) {
        var header = header(
          at: record,
          captions: headers.isEmpty ? 0 : captionStart(before: record, after: captionsFrom),
        )
        header.long = longColumns(header, &sampled)
        headers.append(header)
        if header.long != nil { break }
        record = header.firstRow
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

  /// The header that begins at a row, with the rows that belong to it.
  private func header(at record: Int, captions: Int) -> FoundHeader {
    let isUpper = goesOn(below: record)
    let isTop = isUpper && goesOn(below: record + 1)
    let lower = record + (isTop ? 2 : isUpper ? 1 : 0)
    return FoundHeader(
      captions: captions..<record,
      top: isTop ? record : nil,
      upper: isUpper ? lower - 1 : nil,
      lower: lower,
      units: lower + 1 < grid.count && statesUnits(lower + 1) ? lower + 1 : nil,
    )
  }

  /// Whether the row below a header row is one too.
  private func goesOn(below record: Int) -> Bool {
    let next = record + 1
    guard next < grid.count else { return false }
    return isHeader(next) && !statesUnits(next) && isUpperRow(record)
      || holdsTimes(next, below: record)
  }

  /// Whether a row holds the units of the columns above it and nothing else.
  private func statesUnits(_ record: Int) -> Bool {
    let fields = grid.filled(record).filter { $0 > 0 }
    let label = grid.text(record, 0)
    return !fields.isEmpty && (label.isEmpty || label.isUnitStatement)
      && fields.allSatisfy { field in
        let text = grid.text(record, field)
        return text.isUnitStatement || text == "%"
      }
  }

  /// Whether a row that looks like a header tells of the file, such as "Utskriven;2021-09-01".
  ///
  /// Then a row that names the columns stands further down, above the first row of figures, and
  /// this one leaves some of those columns without a title or says no more than a word or a day.
  private func isCaption(_ record: Int, _ figures: inout FirstFigures) -> Bool {
    if figures.record <= record { figures = firstFigures(below: record) }
    guard let naming = figures.namingRow, naming > record else { return false }
    let titles = grid.filled(record).filter { $0 > 0 }
    let isWord = titles.count == 1 && titles.allSatisfy { !isSeries(grid.text(record, $0)) }
    return isWord || !isUpperRow(record) && !names(record, figures.columns)
  }

  /// The first row of figures below some line.
  private struct FirstFigures {
    /// The row; the number of rows where there is none.
    var record: Int
    /// The fields that hold its figures.
    var columns: [Int] = []
    /// The last row between that names all those columns.
    var namingRow: Int?
  }

  private func firstFigures(below record: Int) -> FirstFigures {
    let below = record + 1..<grid.count
    guard let row = below.first(where: { hasFigures($0) && !isHeader($0) }) else {
      return FirstFigures(record: grid.count)
    }
    let columns = (1..<grid.width(row)).filter { isFigure(row, $0) }
    return FirstFigures(
      record: row,
      columns: columns,
      namingRow: (record + 1..<row).last {
        names($0, columns) && isHeader($0) && !statesUnits($0)
      },
    )
  }

  private func names(_ header: Int, _ columns: [Int]) -> Bool {
    columns.allSatisfy { !grid.text(header, $0).isEmpty }
  }

  /// Whether a text tells a kind or a year, and more than a day.
  private func isSeries(_ text: String) -> Bool {
    let series = Series(reading: text)
    let isDay = text.utf8.count == 10 && text.split(separator: "-").count == 3
    return !isDay && series.tellsKindOrYear
  }

  /// The columns of a table with a row for each amount; `nil` when it is none.
  ///
  /// In a file of very many tables the later ones are known by fewer rows.
  private func longColumns(_ header: FoundHeader, _ sampled: inout Int) -> LongColumns? {
    let rows =
      sampled < TableReader.sampledCells ? TableReader.sampledRows : TableReader.fewRows
    let end = min(grid.count, header.firstRow + rows)
    sampled += (end - header.firstRow) * grid.width(header.lower)
    return LongColumnFinder(
      grid: grid,
      options: options,
      titles: columnTitles(header),
      sample: header.firstRow..<max(header.firstRow, end),
    ).columns()
  }

  /// How many rows tell what a column is for.
  private static let sampledRows = 2_000
  /// How many cells of a file are looked at so, at least those of its first table.
  private static let sampledCells = 2_000_000
  /// How many rows tell it of the tables behind those.
  private static let fewRows = 20

  /// Whether the row names columns: several fields, none after the first an amount.
  private func isHeader(_ record: Int) -> Bool {
    var hasTitle = false
    for field in 1..<max(1, grid.width(record)) where grid.isFilled(record, field) {
      if isTitle(record, field) {
        hasTitle = true
      } else if !isUnclearTitle(record, field) {
        return false
      }
    }
    return hasTitle
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
    if grid.isWords(record, field) { return true }
    guard grid.mayNameTime(record, field) else { return false }
    let series = Series(reading: grid.text(record, field))
    return series.year != nil
  }

  /// Whether a later row of titles begins another table.
  ///
  /// One of them must tell a series, and a row of figures must follow below.
  private func beginsTable(_ record: Int) -> Bool {
    // What is known without reading words comes first: a file may be nothing but words.
    let below = record + 1..<min(grid.count, record + 4)
    guard hasWords(record), below.contains(where: { hasFigures($0) && !isHeader($0) }) else {
      return false
    }
    return namesSeries(record)
  }

  /// Whether a field after the first holds words; amounts may look like years.
  private func hasWords(_ record: Int) -> Bool {
    (1..<max(1, grid.width(record))).contains { grid.isWords(record, $0) }
  }

  func hasFigures(_ record: Int) -> Bool {
    (1..<max(1, grid.width(record))).contains { isFigure(record, $0) }
  }

  /// Whether a field holds a number.
  func isFigure(_ record: Int, _ field: Int) -> Bool {
    if case .number = grid.reading(record, field) { true } else { false }
  }

  /// Whether the row stands above another header row: it leaves columns to be named there.
  ///
  /// What it says over several columns is a year or a kind; what stands over an empty field is that
  /// column's whole title.
  private func isUpperRow(_ record: Int) -> Bool {
    let lower = record + 1
    let above = grid.filled(record).filter { $0 > 0 }
    let below = grid.filled(lower).filter { $0 > 0 }
    let shared = above.filter { !grid.text(lower, $0).isEmpty }
    guard !shared.isEmpty, !statesAmounts(lower, below: record) else { return false }
    if goesOn(lower, from: record, shared: shared.count, of: above.count) { return true }
    let isSparse = shared.count < below.count
    let areYears = shared.allSatisfy { field in
      let series = Series(reading: grid.text(record, field))
      return series.kind == .amount || series.year != nil
    }
    let completes = below.contains { field in
      let series = Series(reading: grid.text(lower, field))
      return series.tellsKindOrYear
    }
    guard areYears || isSparse && completes else { return false }
    return (hasWords(lower) || isSparse) && namesColumns(lower, below: record)
  }

  /// Whether numbers that look like years stand below titles that state a year already.
  private func statesAmounts(_ lower: Int, below upper: Int) -> Bool {
    grid.filled(lower).contains { field in
      guard field > 0, isFigure(lower, field) else { return false }
      return Series(reading: grid.text(upper, field)).year != nil
    }
  }

  /// Whether a row without a label goes on with the titles above it, as `helår` below `Budget`.
  private func goesOn(_ lower: Int, from upper: Int, shared: Int, of count: Int) -> Bool {
    guard shared > 1, shared * 2 >= count, hasWords(lower) else { return false }
    if grid.text(lower, 0).isEmpty { return true }
    return grid.text(upper, 0).isEmpty
      && grid.filled(lower).dropFirst().allSatisfy { field in
        let series = Series(reading: grid.text(lower, field))
        return series.label == nil || series.tellsKindOrYear
      }
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
        return field > 0
          && (Series(reading: title).tellsKindOrYear
            || title.isUnitStatement && !title.contains(where: \.isNumber))
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
