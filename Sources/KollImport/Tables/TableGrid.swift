internal import KollModel

/// The records of a file as a grid of cells, each read once as words and as a number.
struct TableGrid {
  let records: RecordBatch
  let file: String
  private let readings: [[CellReading]]

  init(_ records: RecordBatch, file: String, grammar: NumberGrammar = NumberGrammar()) {
    self.records = records
    self.file = file
    readings = (0..<records.count).map { record in
      (0..<records.fieldCount(record)).map { grammar.read(records.bytes(record, $0)) }
    }
  }

  var count: Int { records.count }

  func width(_ record: Int) -> Int { records.fieldCount(record) }

  /// A field's words: white space collapsed, the guard against formulas taken away.
  func text(_ record: Int, _ field: Int) -> String {
    guard field < records.fieldCount(record) else { return "" }
    return records.text(record, field).collapsingBlanks.withoutFormulaGuard
  }

  /// What a field is as a number; empty beyond the record's end.
  func reading(_ record: Int, _ field: Int) -> CellReading {
    field < readings[record].count ? readings[record][field] : .empty
  }

  /// The fields of a record that hold anything.
  func filled(_ record: Int) -> [Int] {
    (0..<width(record)).filter { !text(record, $0).isEmpty }
  }

  func location(_ record: Int, _ field: Int? = nil) -> Diagnostic.Location {
    records.location(record, field: field, file: file)
  }

  func origin(_ record: Int) -> Origin {
    Origin(file: file, line: records.line(record))
  }
}
