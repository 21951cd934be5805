internal import KollModel

extension TableReader {
  /// A row that a word calls a sum, with its numbers by column.
  struct LongTotal {
    var record: Int
    /// The areas that stand beside the word.
    var path: AreaPath
    /// What the label says that it is the sum of, when it says so.
    var subject: String?
    var numbers: [ReadNumber?]
  }

  /// What the rows of a file with a row for each amount say.
  struct LongBody {
    var areas = Interned<AreaPath>()
    var lines = Interned<Line>()
    var series = Interned<Series>()
    /// What cells that tell a series were read as, by their texts.
    var statedSeries: [[String]: Series] = [:]
    var amounts: [LongAmount] = []
    /// Rows that a word calls sums, with their numbers by column.
    var totals: [LongTotal] = []
    var notes: [Note] = []
    var recordCount = 0
  }

  /// Reads the rows of a file with a row for each amount.
  mutating func readLongBody(
    _ columns: LongColumns,
    _ header: Header,
    rows: Range<Int>,
  ) -> LongBody {
    var body = LongBody()
    var known = KnownRows(grid, ignoring: columns.amounts.map(\.field) + columns.comments)
    for record in rows where !grid.isBlank(record) {
      if isFooter(record, columns) {
        let words = grid.filled(record).map { grid.text(record, $0) }.joined(separator: " ")
        body.notes.append(Note(text: words))
        continue
      }
      guard hasExpectedWidth(record, header) else { continue }
      body.recordCount += 1
      if readTotal(record, columns, header, into: &body) { continue }
      if isRepeated(record, &known) { continue }
      readLongRow(record, columns, header, into: &body)
    }
    if body.amounts.isEmpty, !hasErrors {
      diagnostics.append(.noRows(at: grid.location(header.record)))
    }
    return body
  }

  /// Whether a row holds words in its first field and nothing else.
  private func isFooter(_ record: Int, _ columns: LongColumns) -> Bool {
    grid.holdsOnlyFirst(record) && columns.areas.count + columns.lines.count + 1 > 1
      && !RowWords(grid.text(record, 0)).isSum
  }

  /// Reads a row that a word calls a sum; `false` when it is none.
  private mutating func readTotal(
    _ record: Int,
    _ columns: LongColumns,
    _ header: Header,
    into body: inout LongBody,
  ) -> Bool {
    func isLabel(_ field: Int) -> Bool { !columns.amounts.contains { $0.field == field } }
    let word = (0..<grid.width(record)).first {
      isLabel($0) && RowWords(grid.text(record, $0)).isSum
    }
    guard let word,
      RowWords(grid.text(record, word)).sum != .named
        || grid.filled(record).count(where: isLabel) == 1
    else { return false }
    let path = columns.areas.map { areaLabel(record, $0) }
      .prefix { !$0.isEmpty && !RowWords($0).isSum }
    let numbers = header.columns.map { column in
      readCell(record, column, label: grid.text(record, word), notes: &body.notes)
    }
    let words = RowWords(grid.text(record, word))
    body.totals.append(
      LongTotal(
        record: record,
        path: AreaPath(Array(path)),
        subject: words.sum == .named ? words.subject : nil,
        numbers: numbers,
      )
    )
    return true
  }

  /// Whether an earlier row says the same in every column beside its figures.
  private mutating func isRepeated(
    _ record: Int,
    _ known: inout KnownRows,
  ) -> Bool {
    guard options.duplicates == .error, let first = known.take(record) else { return false }
    report(.duplicateFact) { [known] reader in
      .sameRow(
        known.texts(record).filter { !$0.isEmpty }.joined(separator: "; "),
        reader.grid.records.line(first),
        at: reader.grid.location(record),
      )
    }
    return true
  }

  private mutating func readLongRow(
    _ record: Int,
    _ columns: LongColumns,
    _ header: Header,
    into body: inout LongBody,
  ) {
    let labels = columns.areas.map { areaLabel(record, $0) }
    let path = Array(labels.prefix { !$0.isEmpty })
    if path.isEmpty || path.count < labels.count(where: { !$0.isEmpty }) {
      let missing = columns.areas[path.count]
      report(.labelMissing) {
        .noArea(missing.title, at: $0.grid.location(record, missing.fields[0]))
      }
      return
    }
    guard let stated = statedSeries(record, columns, &body.statedSeries) else { return }
    let line = line(record, columns)
    let lineIndex = line.map { body.lines.index(of: $0) }
    let area = body.areas.index(of: AreaPath(path))
    for (index, column) in header.columns.enumerated() {
      guard
        let number = readCell(record, column, label: path.last ?? "", notes: &body.notes)
      else { continue }
      let series = merged(stated, column.series, account: line?.account, columns)
      body.amounts.append(
        LongAmount(
          number,
          record: record,
          column: index,
          area: area,
          line: lineIndex,
          series: body.series.index(of: series),
        )
      )
    }
  }

  private func areaLabel(_ record: Int, _ label: LongColumns.Label) -> String {
    guard label.fields.count > 1 else { return grid.text(record, label.fields[0]) }
    return label.fields.map { grid.text(record, $0) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func line(_ record: Int, _ columns: LongColumns) -> Line? {
    guard !columns.lines.isEmpty else { return nil }
    func text(_ field: ColumnRole.LineField) -> String? {
      let label = columns.lines[field].map { areaLabel(record, $0) }
      return label == "" ? nil : label
    }
    return Line(
      account: text(.account),
      activity: text(.activity),
      project: text(.project),
      counterpart: text(.counterpart),
    )
  }

  /// A column's series with what the row says of it.
  private func merged(
    _ row: Series,
    _ column: Series,
    account: String?,
    _ columns: LongColumns,
  ) -> Series {
    guard columns.tellsSeries || !options.accounts.isEmpty else { return column }
    var series = column
    if row.kind != .amount {
      series.kind = row.kind
      series.label = row.label
    } else if columns.amounts.count == 1, column.kind == .amount {
      series.label = nil
    }
    series.year = row.year ?? column.year ?? options.year
    series.period = row.period ?? column.period
    series.round = row.round ?? column.round
    series.side = row.side ?? column.side ?? account.flatMap { options.side(ofAccount: $0) }
    return series
  }
}

extension Diagnostic {
  fileprivate static func sameRow(_ key: String, _ line: Int, at place: Location) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      at: place,
      value: key,
      Phrase(
        sv: "raden säger samma som rad \(line) i alla kolumner utom beloppen",
        en: "the line says the same as line \(line) in every column but the amounts",
      ),
      help: Phrase(
        sv: "ta bort den ena, eller ange duplicates: add om beloppen ska läggas ihop",
        en: "take one away, or state duplicates: add if the amounts are to be added",
      ),
    )
  }

  fileprivate static func noArea(_ title: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .labelMissing,
      at: place,
      field: title,
      Phrase(
        sv: "raden har belopp men inget i kolumnen \(title)",
        en: "the line has amounts but nothing in column \(title)",
      ),
      help: Phrase(
        sv: "fyll i kolumnen på varje rad, eller ange columns: i en mappning",
        en: "fill in the column on every line, or state columns: in a mapping",
      ),
    )
  }
}
