internal import KollModel

extension TableReader {
  /// The rows below a header, each with what its cells were read as.
  struct Body {
    var rows: [BodyRow] = []
    /// Text below the rows.
    var notes: [Note] = []
  }

  /// A row with figures.
  struct BodyRow {
    var record: Int
    var label: String
    /// One for each column: the number, or `nil` when there is none.
    var numbers: [ReadNumber?]
    var isTotal: Bool
  }

  /// Reads all rows below the header and reports every cell that cannot be used.
  mutating func readBody(below header: Header) -> Body {
    var body = Body()
    for record in (header.record + 1)..<records.count {
      let filled = filledFields(record)
      guard let first = filled.first else { continue }
      if filled == [0] || (filled.count == 1 && first == 0) {
        readLoneText(record, header: header, into: &body)
      } else if hasExpectedWidth(record, header: header) {
        readRow(record, header: header, into: &body)
      }
    }
    checkShape(of: body, below: header)
    return body
  }

  /// A line with words alone: an area without figures, or a note below the table.
  private mutating func readLoneText(_ record: Int, header: Header, into body: inout Body) {
    let isRow = records.fieldCount(record) > header.columns.count
    if isRow, body.rows.last?.isTotal != true {
      let numbers = [ReadNumber?](repeating: nil, count: header.columns.count)
      let label = text(record, 0)
      body.rows.append(
        BodyRow(record: record, label: label, numbers: numbers, isTotal: label.namesTotal)
      )
    } else {
      body.notes.append(Note(text: text(record, 0)))
    }
  }

  /// Whether the record has a field for each column; empty ones may follow.
  private mutating func hasExpectedWidth(_ record: Int, header: Header) -> Bool {
    let expected = header.columns.count + 1
    let found = records.fieldCount(record)
    let isFilledBeyond = (filledFields(record).last ?? 0) >= expected
    guard found < expected || isFilledBeyond else { return true }
    diagnostics.append(.fieldCount(found, expected: expected, at: location(record)))
    return false
  }

  private mutating func readRow(_ record: Int, header: Header, into body: inout Body) {
    let label = text(record, 0)
    if label.isEmpty { diagnostics.append(.noLabel(at: location(record, 0), header.areaTitle)) }
    var numbers: [ReadNumber?] = []
    for (index, column) in header.columns.enumerated() {
      numbers.append(
        readCell(record, index + 1, column: column, label: label, notes: &body.notes)
      )
    }
    body.rows.append(
      BodyRow(record: record, label: label, numbers: numbers, isTotal: label.namesTotal)
    )
  }

  private mutating func readCell(
    _ record: Int,
    _ field: Int,
    column: HeaderColumn,
    label: String,
    notes: inout [Note],
  ) -> ReadNumber? {
    switch NumberGrammar().read(records.bytes(record, field)) {
    case .empty: return nil
    case .number(let number) where number.isPercent:
      diagnostics.append(
        .percentUnsupported(text(record, field), in: column.title, at: location(record, field))
      )
      return nil
    case .number(let number):
      if let mark = number.footnote {
        notes.append(Note(row: label, column: column.key, text: mark))
      }
      return number
    case .text:
      let words = text(record, field)
      notes.append(Note(row: label, column: column.key, text: words))
      diagnostics.append(.text(words, in: column.title, at: location(record, field)))
      return nil
    case .malformed(let problem):
      diagnostics.append(
        .malformed(
          problem,
          text(record, field),
          in: column.title,
          at: location(record, field),
        )
      )
      return nil
    }
  }

  /// Reports what this reader would otherwise read wrongly: sums inside, headings, no rows.
  private mutating func checkShape(of body: Body, below header: Header) {
    guard !body.rows.isEmpty else {
      diagnostics.append(.noRows(at: location(header.record)))
      return
    }
    for (index, row) in body.rows.enumerated() {
      if row.isTotal, index < body.rows.count - 1 {
        diagnostics.append(.sumInside(row.label, at: location(row.record, 0)))
      }
    }
  }
}

extension Diagnostic {
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

  fileprivate static func noLabel(at place: Location, _ title: String) -> Diagnostic {
    Diagnostic(
      .labelMissing,
      at: place,
      field: title,
      Phrase(sv: "raden har belopp men inget namn", en: "the line has amounts but no name"),
      help: Phrase(
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

  fileprivate static func percentUnsupported(
    _ value: String,
    in title: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .shapeUnsupported,
      at: place,
      field: title,
      value: value,
      Phrase(
        sv: "\"\(value)\" i kolumnen \(title) är procent; den här versionen läser belopp",
        en: "\"\(value)\" in column \(title) is per cent; this version reads amounts",
      ),
      help: Phrase(
        sv: "ta bort kolumnen; Koll räknar ut den med --add",
        en: "leave the column out; Koll computes it with --add",
      ),
    )
  }

  fileprivate static func noRows(at place: Location) -> Diagnostic {
    Diagnostic(
      .fileEmpty,
      at: place,
      Phrase(sv: "inga rader under rubriken", en: "no rows below the header"),
    )
  }

  fileprivate static func sumInside(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .shapeUnsupported,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" är en summa inne i tabellen; den här versionen läser en totalrad sist",
        en: "\"\(label)\" is a sum inside the table; this version reads one total at the end",
      ),
      help: Phrase(
        sv: "ta bort delsummorna; Koll räknar ut dem",
        en: "leave the subtotals out; Koll computes them",
      ),
    )
  }
}
