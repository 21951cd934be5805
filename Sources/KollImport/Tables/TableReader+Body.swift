internal import KollModel

extension TableReader {
  /// The rows below a header, each with what its cells were read as.
  struct Body {
    var rows: [BodyRow] = []
    /// The field of each column.
    var fields: [Int] = []
    /// Text beside the rows.
    var notes: [Note] = []
    /// The unit that a line below the header states.
    var unit: MoneyUnit?
  }

  /// A row below the header.
  struct BodyRow {
    var record: Int
    /// One for each column of labels; a code and its name are one.
    var labels: [String]
    /// One for each column: the number, or `nil` when there is none.
    var numbers: [ReadNumber?]
    /// The words in columns of words, by column.
    var texts: [Int: String]
    /// Whether every cell beside the labels is blank.
    var isBlank: Bool
    /// Whether the line holds words alone, without a separator for the other columns.
    var isAlone = false
    /// How many blanks, or a mark of a list instead of two, the label stands behind.
    var indent = 0
  }

  /// Reads all rows below the header and reports every cell that cannot be used.
  mutating func readBody(below header: Header, rows: Range<Int>) -> Body {
    var body = Body(fields: header.columns.map(\.field))
    for record in rows where !grid.isBlank(record) && !pageLines.contains(record) {
      let labels = labels(record, header)
      if isLoneText(record, header) {
        let words = labels.joined(separator: " ")
        if body.rows.isEmpty, body.unit == nil,
          words.isUnitStatement || words.lowercased().contains("belopp"),
          let unit = words.statedUnit
        {
          body.unit = unit
        } else if words.isPageNumber {
          body.notes.append(Note(text: words))
        } else {
          var row = blankRow(record, labels, header)
          row.isAlone =
            grid.width(record) <= header.labelFields.count && grid.width(record) < header.width
          body.rows.append(row)
        }
      } else if hasExpectedWidth(record, header) {
        readRow(record, labels, header, into: &body)
      }
    }
    if body.rows.allSatisfy(\.isBlank) {
      diagnostics.append(.noRows(at: grid.location(header.record)))
    }
    return body
  }

  private func labels(_ record: Int, _ header: Header) -> [String] {
    header.labels.map { column in
      column.fields.map { grid.text(record, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// Whether nothing stands beside the labels.
  private func isLoneText(_ record: Int, _ header: Header) -> Bool {
    !grid.isFilled(record, from: (header.labelFields.max() ?? 0) + 1)
  }

  private func blankRow(_ record: Int, _ labels: [String], _ header: Header) -> BodyRow {
    BodyRow(
      record: record,
      labels: labels,
      numbers: header.columns.map { _ in nil },
      texts: [:],
      isBlank: true,
      indent: indent(record, header),
    )
  }

  /// How far the label is indented, where there is one column of them.
  private func indent(_ record: Int, _ header: Header) -> Int {
    guard let field = header.labelFields.first, header.labelFields.count == 1 else { return 0 }
    // Most labels begin with a letter of ASCII, and need not be read for it.
    let first = grid.records.bytes(record, field).first ?? 0
    if 0x30...0x7A ~= first { return 0 }
    let text = grid.records.text(record, field)
    let label = text.drop(while: \.isWhitespace)
    let blanks = text.prefix(while: \.isWhitespace).reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    return blanks + (String(label).withoutFormulaGuard.hasBullet ? 2 : 0)
  }

  /// Whether the record has a field for each column; empty ones may follow.
  mutating func hasExpectedWidth(_ record: Int, _ header: Header) -> Bool {
    let found = grid.width(record)
    guard found < header.width || grid.isFilled(record, from: header.width) else { return true }
    report(.fieldCount) { reader in
      let field = found > header.width ? header.width : found - 1
      return .fieldCount(found, expected: header.width, at: reader.grid.location(record, field))
    }
    return false
  }

  private mutating func readRow(
    _ record: Int,
    _ labels: [String],
    _ header: Header,
    into body: inout Body,
  ) {
    var row = blankRow(record, labels, header)
    row.isBlank = false
    let name = labels.last { !$0.isEmpty } ?? ""
    for (index, column) in header.columns.enumerated() {
      if column.series.kind == .text {
        let words = grid.text(record, column.field)
        if !words.isEmpty { row.texts[index] = words }
      } else {
        row.numbers[index] = readCell(record, column, label: name, notes: &body.notes)
      }
    }
    if labels.allSatisfy(\.isEmpty) {
      report(.labelMissing) {
        let place = $0.grid.location(record, 0)
        return .noLabel(at: place, header.areaTitle, isSum: row.isSum(of: body.rows))
      }
    }
    body.rows.append(row)
  }

  /// Reads a figure; of two columns for the sides of an amount, their difference.
  mutating func readCell(
    _ record: Int,
    _ column: HeaderColumn,
    label: String,
    notes: inout [Note],
  ) -> ReadNumber? {
    guard let sides = column.sides else {
      return readOneCell(record, column, label: label, notes: &notes)
    }
    let debit = readOneCell(record, column.side(sides.debit), label: label, notes: &notes)
    let credit = readOneCell(record, column.side(sides.credit), label: label, notes: &notes)
    guard debit != nil || credit != nil else { return nil }
    guard let amount = sides.amount(debit, credit) else {
      reportCell(.amountTooLarge, .error, record, column.side(sides.credit)) {
        .tooLarge($0, in: sides.credit.title, at: $1)
      }
      return nil
    }
    if let balance = sides.balance, case .number(let stated) = grid.reading(record, balance.field),
      !stated.hasSameValue(as: amount)
    {
      reportCell(.totalDiffers, .warning, record, column.side(balance)) {
        .otherBalance($0, of: sides, at: $1)
      }
    }
    return amount
  }

  private mutating func readOneCell(
    _ record: Int,
    _ column: HeaderColumn,
    label: String,
    notes: inout [Note],
  ) -> ReadNumber? {
    switch grid.reading(record, column.field) {
    case .empty: return nil
    case .number(let number) where number.isPercent && column.series.kind != .ratio:
      reportCell(.amountNotANumber, .error, record, column) {
        .unexpectedPercent($0, in: column.title, at: $1)
      }
      return nil
    case .number(let number):
      if let mark = number.footnote {
        notes.append(Note(row: label, column: column.key, text: mark))
      }
      return number
    case .text:
      let words = grid.text(record, column.field)
      notes.append(Note(row: label, column: column.key, text: words))
      reportCell(.textInAmount, .warning, record, column) {
        .text($0, in: column.title, at: $1)
      }
      return nil
    case .malformed(let problem):
      reportMalformed(problem, record, column)
      return nil
    }
  }

  private mutating func reportMalformed(
    _ problem: CellReading.Problem,
    _ record: Int,
    _ column: HeaderColumn,
  ) {
    if problem == .otherDecimalMark, let other = grid.columns[column.field].mixedWith {
      report(.amountAmbiguous) { $0.mixedMarks(record, column, provedBy: other) }
    } else {
      reportCell(problem.code, .error, record, column) {
        .malformed(problem, $0, in: column.title, at: $1)
      }
    }
  }

  /// Takes in a finding about a cell, which is made of the cell's text and place.
  private mutating func reportCell(
    _ code: DiagnosticCode,
    _ severity: Diagnostic.Severity,
    _ record: Int,
    _ column: HeaderColumn,
    _ diagnostic: (String, Diagnostic.Location) -> Diagnostic,
  ) {
    report(code, severity) { reader in
      diagnostic(
        reader.grid.text(record, column.field),
        reader.grid.location(record, column.field),
      )
    }
  }
}

extension TableReader.BodyRow {
  /// Whether each of the row's figures is the sum of those in some rows.
  fileprivate func isSum(of rows: [TableReader.BodyRow]) -> Bool {
    let filled = numbers.indices.filter { numbers[$0] != nil }
    let decimals = (rows + [self]).flatMap(\.numbers).compactMap { $0?.decimals }.max() ?? 0
    func value(_ number: ReadNumber?) -> Int128 {
      number.map { Int128($0.coefficient) * powerOfTen(decimals - $0.decimals) } ?? 0
    }
    return !rows.isEmpty && decimals < 7
      && filled.allSatisfy { column in
        rows.reduce(0) { $0 + value($1.numbers[column]) } == value(numbers[column])
      }
  }
}

extension TableReader.HeaderColumn {
  /// The column by the field and title of one of its sides.
  fileprivate func side(_ side: DebitCredit.Column) -> TableReader.HeaderColumn {
    var column = self
    (column.field, column.title) = (side.field, side.title)
    return column
  }
}

extension Diagnostic {
  fileprivate static func otherBalance(
    _ stated: String,
    of sides: DebitCredit,
    at place: Location,
  ) -> Diagnostic {
    let (debit, credit, title) = (sides.debit.title, sides.credit.title, sides.title)
    return Diagnostic(
      .totalDiffers,
      .warning,
      at: place,
      field: title,
      value: stated,
      Phrase(
        sv: "\(title) är \(stated), men det är inte \(debit) minus \(credit); det senare räknas",
        en: "\(title) is \(stated), which is not \(debit) less \(credit); the latter counts",
      ),
    )
  }

  fileprivate static func fieldCount(_ found: Int, expected: Int, at place: Location) -> Diagnostic
  {
    Diagnostic(
      .fieldCount,
      at: place,
      Phrase(
        sv: "raden har \(found) fält; rubriken har \(expected)",
        en: "the line has \(found) fields; the header has \(expected)",
      ),
      help: found > expected
        ? Phrase(
          sv: "sätt citattecken om text som innehåller skiljetecknet",
          en: "put quotes around text that contains the separator",
        )
        : Phrase(
          sv: "en tom cell skrivs som ett tomt fält, med sitt skiljetecken",
          en: "write an empty cell as an empty field, with its separator",
        ),
    )
  }

  fileprivate static func noLabel(
    at place: Location,
    _ title: String,
    isSum: Bool,
  ) -> Diagnostic {
    Diagnostic(
      .labelMissing,
      at: place,
      field: title,
      Phrase(sv: "raden har belopp men inget namn", en: "the line has amounts but no name"),
      help: isSum
        ? Phrase(
          sv: "beloppen är summan av raderna ovanför; skriv Totalt i första fältet",
          en: "the figures are the sums of the rows above; write Totalt in the first field",
        )
        : Phrase(
          sv: "skriv beslutsområdet i första fältet",
          en: "write the area in the first field",
        ),
    )
  }

  fileprivate static func text(
    _ words: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .textInAmount,
      .warning,
      at: place,
      field: title,
      value: words,
      Phrase(
        sv: "\"\(words)\" i kolumnen \(title) är text, inget belopp; cellen räknas som tom",
        en: "\"\(words)\" in column \(title) is text, not an amount; the cell counts as empty",
      ),
    )
  }

  static func malformed(
    _ problem: CellReading.Problem,
    _ value: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      problem.code,
      at: place,
      field: title,
      value: value,
      problem.message(quoting: value),
      help: problem.help,
    )
  }

  fileprivate static func unexpectedPercent(
    _ value: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .amountNotANumber,
      at: place,
      field: title,
      value: value,
      Phrase(
        sv: "\"\(value)\" är procent, men kolumnen \(title) innehåller belopp",
        en: "\"\(value)\" is per cent, but column \(title) holds amounts",
      ),
      help: Phrase(
        sv: "sätt procenttal i en kolumn för sig, med % i rubriken",
        en: "put percentages in a column of their own, with % in its title",
      ),
    )
  }

  static func noRows(at place: Location) -> Diagnostic {
    Diagnostic(
      .fileEmpty,
      at: place,
      Phrase(sv: "inga rader under rubriken", en: "no rows below the header"),
    )
  }
}
