internal import KollModel

extension TableReader {
  /// Tells which columns are read with a decimal point, and which cells prove it.
  mutating func warnOfDecimalPoints(_ header: Header) {
    let proved = header.columns.compactMap { column -> (title: String, field: Int, record: Int)? in
      guard column.series.kind != .text, column.field < grid.columns.count,
        let record = grid.columns[column.field].pointProof
      else { return nil }
      return (column.title, column.field, record)
    }
    guard let first = proved.first else { return }
    detected.append(.decimalPoint(on: grid.records.line(first.record)))
    warn(
      .decimalPoint(
        proved.map { ($0.title, grid.records.line($0.record)) },
        value: grid.text(first.record, first.field),
        at: grid.location(first.record, first.field),
      ),
      pinnedBy: [Pin("decimal-mark", DecimalMark.point.rawValue)],
    )
  }

  /// The finding about a cell whose decimal mark is not the one that others of its column prove.
  func mixedMarks(
    _ record: Int,
    _ column: HeaderColumn,
    provedBy other: Int,
  ) -> Diagnostic {
    .mixedMarks(
      grid.text(record, column.field),
      in: column.title,
      at: grid.location(record, column.field),
      other: grid.text(other, column.field),
      on: grid.records.line(other),
    )
  }
}

extension Detection {
  fileprivate static func decimalPoint(on line: Int) -> Detection {
    Detection(
      setting: "decimal-mark",
      value: DecimalMark.point.rawValue,
      reason: Phrase(
        sv: "en cell på rad \(line) kan inte betyda något annat",
        en: "a cell on line \(line) can mean nothing else",
      ),
      isCertain: false,
    )
  }
}

extension Diagnostic {
  /// How many columns are named before the rest are counted.
  private static let namedColumns = 8

  fileprivate static func decimalPoint(
    _ columns: [(title: String, line: Int)],
    value: String,
    at place: Location,
  ) -> Diagnostic {
    let named = columns.prefix(namedColumns)
    let more = columns.count - named.count
    let swedish = named.map { "\($0.title) (rad \($0.line))" }.joined(separator: ", ")
    let english = named.map { "\($0.title) (line \($0.line))" }.joined(separator: ", ")
    return Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      field: columns.first?.title,
      value: value,
      Phrase(
        sv: "läses med decimalpunkt, därför att en cell på raden som nämns inte kan betyda något "
          + "annat: " + swedish + (more > 0 ? " och \(more) kolumner till" : ""),
        en: "read with a decimal point, because a cell on the line named can mean nothing else: "
          + english + (more > 0 ? " and \(more) more columns" : ""),
      ),
      help: Phrase(
        sv: "ange --decimal-mark point, eller decimal-mark: point i projektet",
        en: "give --decimal-mark point, or decimal-mark: point in the project",
      ),
    )
  }

  fileprivate static func mixedMarks(
    _ value: String,
    in title: String,
    at place: Location,
    other: String,
    on line: Int,
  ) -> Diagnostic {
    Diagnostic(
      .amountAmbiguous,
      at: place,
      field: title,
      value: value,
      Phrase(
        sv: "\"\(value)\" och \"\(other)\" på rad \(line) har olika decimaltecken, men står i "
          + "samma kolumn, \(title)",
        en: "\"\(value)\" and \"\(other)\" on line \(line) have different decimal marks, but "
          + "stand in the same column, \(title)",
      ),
      help: Phrase(
        sv: "skriv alla tal i kolumnen med decimalkomma, till exempel 1 234,5",
        en: "write all numbers of the column with a decimal comma, for example 1 234,5",
      ),
    )
  }
}
