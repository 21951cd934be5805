internal import KollModel

extension TableReader {
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
    /// Rows without a figure, which may say something all the same.
    var rowsWithoutAmounts: [(record: Int, area: AreaPath, series: Series)] = []
    var notes: [Note] = []
    /// Pairs of columns that state one series, by their fields.
    var sharedColumns: Set<[Int]> = []
    /// Texts that no word makes a sum or a balance; a ledger repeats them row after row.
    var plainTexts: Set<String> = []
    var recordCount = 0
    /// How many rows are of periods that are declared to be passed over.
    var passedOver = 0
  }

  /// Reads the rows of a file with a row for each amount.
  mutating func readLongBody(
    _ columns: LongColumns,
    _ header: Header,
    rows: Range<Int>,
  ) -> LongBody {
    var body = LongBody()
    let figures = Set(columns.figures)
    var known = KnownRows(grid, ignoring: columns.figures + columns.comments)
    for record in rows where !grid.isBlank(record) && !repeats(header, record) {
      if isFooter(record) {
        let words = grid.filled(record).map { grid.text(record, $0) }.joined(separator: " ")
        body.notes.append(Note(text: words))
        continue
      }
      guard hasExpectedWidth(record, header) else { continue }
      body.recordCount += 1
      if isPassedOver(record, columns) {
        body.passedOver += 1
        continue
      }
      if holdsWordOfSum(record, except: figures, &body.plainTexts),
        readTotal(record, columns, header, into: &body) || isBalance(record, columns)
      {
        continue
      }
      if isRepeated(record, &known) { continue }
      readLongRow(record, columns, header, into: &body)
    }
    if body.passedOver > 0 {
      body.notes.append(
        Note(text: "Rader i perioder som mappningen räknar bort: \(body.passedOver).")
      )
    }
    if body.amounts.isEmpty, !hasErrors {
      diagnostics.append(.noRows(at: grid.location(header.record)))
    }
    return body
  }

  /// Whether a row is the header once more, as at the top of each printed page.
  private func repeats(_ header: Header, _ record: Int) -> Bool {
    (0..<header.width).allSatisfy { grid.text(record, $0) == grid.text(header.record, $0) }
  }

  /// Whether a row holds words in its first field and nothing else.
  private func isFooter(_ record: Int) -> Bool {
    grid.holdsOnlyFirst(record) && !RowWords.isSum(grid.text(record, 0))
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
    let unit = columns.unit.flatMap { grid.text(record, $0).statedUnit }
    var columnOfSeries: [Int: Int] = [:]
    for (index, column) in header.columns.enumerated() {
      guard
        let number = readCell(record, column, label: path.last ?? "", notes: &body.notes)
      else { continue }
      let series = body.series.index(
        of: merged(stated, column.series, account: line?.account, columns)
      )
      if let other = columnOfSeries[series], options.duplicates == .error {
        reportShared(record, column, header.columns[other], &body)
      }
      columnOfSeries[series] = index
      body.amounts.append(
        LongAmount(
          column.series.kind.isMoney ? number.stated(in: unit) : number,
          record: record,
          column: index,
          area: area,
          line: lineIndex,
          series: series,
        )
      )
    }
    if columnOfSeries.isEmpty, !columns.comments.isEmpty, let column = header.columns.first {
      let series = merged(stated, column.series, account: line?.account, columns)
      body.rowsWithoutAmounts.append((record, AreaPath(path), series))
    }
  }

  /// Reports a row that states one series in two columns, once for each pair of columns.
  private mutating func reportShared(
    _ record: Int,
    _ column: HeaderColumn,
    _ other: HeaderColumn,
    _ body: inout LongBody,
  ) {
    guard body.sharedColumns.insert([other.field, column.field]).inserted else { return }
    let place = grid.location(record, column.field)
    diagnostics.append(.sharedSeries(column.title, other.title, other.field, at: place))
  }

  func areaLabel(_ record: Int, _ label: LongColumns.Label) -> String {
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
    series.period = row.period ?? column.period
    series.addUpMonths()
    if row.kind != .amount {
      series.kind = row.kind
      series.label = row.label
      series.addUpMonths()
    } else if columns.amounts.count == 1, column.kind == .amount {
      series.label = nil
    }
    series.year = row.year ?? column.year ?? options.year
    series.round = row.round ?? column.round
    if row.kind == .amount, row.label != nil { series.label = row.label }
    series.side = row.side ?? column.side ?? account.flatMap { options.side(ofAccount: $0) }
    return series
  }
}

extension Series {
  /// Takes the month as the last of those from January, where the label says that they are added up.
  fileprivate mutating func addUpMonths() {
    guard case .month(let month)? = period, let january = Month(year: month.year, month: 1),
      var words = label?.split(separator: " "), words.popLast() == "ack"
    else { return }
    period = .accumulated(january, month)
    label = words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func sharedSeries(
    _ title: String,
    _ other: String,
    _ field: Int,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      at: place,
      field: title,
      Phrase(
        sv: "raden anger samma serie i \(title) och i kolumn \(field + 1), \(other)",
        en: "the line states the same series in \(title) and in column \(field + 1), \(other)",
      ),
      help: Phrase(
        sv: "ange under columns vad de är, eller duplicates: add om beloppen ska läggas ihop",
        en: "state under columns what they are, or duplicates: add if the amounts are to be added",
      ),
    )
  }

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
