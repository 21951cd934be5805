internal import KollModel

extension TableReader {
  /// An amount of a file with a row for each, before its column's scale is known.
  struct LongAmount {
    var record: Int
    var field: Int
    var number: ReadNumber
    var area: Int
    var line: Int?
    var series: Int
    /// Which of the columns with figures it stands in.
    var column: Int
  }

  /// What the rows of a file with a row for each amount say.
  struct LongBody {
    var areas = Interned<AreaPath>()
    var lines = Interned<Line>()
    var series = Interned<Series>()
    var amounts: [LongAmount] = []
    /// Rows that a word calls sums, with their numbers by column.
    var totals: [(record: Int, path: AreaPath, numbers: [ReadNumber?])] = []
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
    var firstLines: [[String]: Int] = [:]
    for record in rows where !grid.filled(record).isEmpty {
      if isFooter(record, columns) {
        let words = grid.filled(record).map { grid.text(record, $0) }.joined(separator: " ")
        body.notes.append(Note(text: words))
        continue
      }
      guard hasExpectedWidth(record, header) else { continue }
      body.recordCount += 1
      if readTotal(record, columns, header, into: &body) { continue }
      if isRepeated(record, columns, &firstLines) { continue }
      readLongRow(record, columns, header, into: &body)
    }
    if body.amounts.isEmpty, !hasErrors {
      diagnostics.append(.noRows(at: grid.location(header.record)))
    }
    return body
  }

  /// Whether a row holds words in its first field and nothing else.
  private func isFooter(_ record: Int, _ columns: LongColumns) -> Bool {
    grid.filled(record) == [0] && columns.areas.count + columns.lines.count + 1 > 1
      && !RowWords(grid.text(record, 0)).isSum
  }

  /// Reads a row that a word calls a sum; `false` when it is none.
  private mutating func readTotal(
    _ record: Int,
    _ columns: LongColumns,
    _ header: Header,
    into body: inout LongBody,
  ) -> Bool {
    let amountFields = Set(columns.amounts.map(\.field))
    let labels = grid.filled(record).filter { !amountFields.contains($0) }
    guard let word = labels.first(where: { RowWords(grid.text(record, $0)).isSum }),
      labels.count == 1 || RowWords(grid.text(record, word)).sum != .named
    else { return false }
    let path = columns.areas.map { areaLabel(record, $0) }
      .prefix { !$0.isEmpty && !RowWords($0).isSum }
    let numbers = header.columns.map { column in
      readCell(record, column, label: grid.text(record, word), notes: &body.notes)
    }
    body.totals.append((record, AreaPath(Array(path)), numbers))
    return true
  }

  /// Whether an earlier row says the same in every column beside its figures.
  private mutating func isRepeated(
    _ record: Int,
    _ columns: LongColumns,
    _ firstLines: inout [[String]: Int],
  ) -> Bool {
    guard options.duplicates == .error else { return false }
    let amountFields = Set(columns.amounts.map(\.field) + columns.comments)
    let key = (0..<grid.width(record)).filter { !amountFields.contains($0) }
      .map { grid.text(record, $0) }
    guard let first = firstLines[key] else {
      firstLines[key] = grid.origin(record).line
      return false
    }
    diagnostics.append(
      .sameRow(
        key.filter { !$0.isEmpty }.joined(separator: "; "),
        first,
        at: grid.location(record),
      )
    )
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
      diagnostics.append(.noArea(missing.title, at: grid.location(record, missing.fields[0])))
      return
    }
    guard let stated = statedSeries(record, columns) else { return }
    let line = line(record, columns)
    let area = body.areas.index(of: AreaPath(path))
    for (index, column) in header.columns.enumerated() {
      guard
        let number = readCell(record, column, label: path.last ?? "", notes: &body.notes)
      else { continue }
      let series = merged(stated, column.series, account: line?.account, columns)
      body.amounts.append(
        LongAmount(
          record: record,
          field: column.field,
          number: number,
          area: area,
          line: line.map { body.lines.index(of: $0) },
          series: body.series.index(of: series),
          column: index,
        )
      )
    }
  }

  private func areaLabel(_ record: Int, _ label: LongColumns.Label) -> String {
    label.fields.map { grid.text(record, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
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

/// Values by the order in which they first came.
struct Interned<Value: Hashable> {
  private(set) var values: [Value] = []
  private var indices: [Value: Int] = [:]

  mutating func index(of value: Value) -> Int {
    if let index = indices[value] { return index }
    indices[value] = values.count
    values.append(value)
    return values.count - 1
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
