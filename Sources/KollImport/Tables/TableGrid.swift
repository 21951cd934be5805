internal import KollModel

/// The records of a file as a grid of cells, each read as words and as a number.
///
/// What a cell is, is found out once and kept in a byte; the number itself is read where it is asked
/// for, so that memory stays small beside the file.
struct TableGrid {
  let records: RecordBatch
  let file: String
  /// What each field is, in the order of the batch's fields.
  private var kinds: [CellKind] = []
  /// How the numbers of each column are written.
  private(set) var columns: [ColumnGrammar] = []

  /// Reads the cells.
  /// - Parameters:
  ///   - records: The records.
  ///   - file: The file's path as it was given.
  ///   - options: What is known of the numbers beforehand.
  ///   - isDividedByCommas: Whether commas stand between the fields, as in countries where they
  ///     stand between thousands too.
  init(
    _ records: RecordBatch,
    file: String,
    options: ReadingOptions = ReadingOptions(),
    isDividedByCommas: Bool = false,
  ) {
    self.records = records
    self.file = file
    let width = (0..<records.count).map(records.fieldCount).max() ?? 0
    let given = NumberGrammar(
      decimalMark: options.decimalMark ?? .comma,
      allowsParentheses: options.allowsParentheses,
    )
    var evidence = [DecimalEvidence](repeating: DecimalEvidence(), count: width)
    kinds.reserveCapacity(records.fields.count)
    for record in 0..<records.count {
      for field in 0..<records.fieldCount(record) {
        let bytes = records.bytes(record, field)
        let reading = given.read(bytes)
        kinds.append(CellKind(reading, of: bytes))
        if options.decimalMark == nil { evidence[field].add(reading, of: bytes, in: record) }
      }
    }
    columns = ColumnGrammar.columns(
      evidence,
      given: given,
      isCommaDoubtful: isDividedByCommas && options.decimalMark == nil,
    )
    readAgain(where: given)
  }

  /// Reads the columns again whose numbers turned out to be written in another way.
  private mutating func readAgain(where given: NumberGrammar) {
    let changed = columns.indices.filter { columns[$0].grammar != given }
    if changed.isEmpty { return }
    for record in 0..<records.count {
      for field in changed.prefix(while: { $0 < records.fieldCount(record) }) {
        let bytes = records.bytes(record, field)
        kinds[records.firstFields[record] + field] =
          CellKind(columns[field].grammar.read(bytes), of: bytes)
      }
    }
  }
}

extension TableGrid {
  var count: Int { records.count }

  func width(_ record: Int) -> Int { records.fieldCount(record) }

  /// A field's words: white space collapsed, the guard against formulas taken away.
  func text(_ record: Int, _ field: Int) -> String {
    guard field < records.fieldCount(record) else { return "" }
    let bytes = records.bytes(record, field)
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = bytes.hasSingleBlanks ? text : text.collapsingBlanks
    return bytes.contains(UInt8(ascii: "'")) ? plain.withoutFormulaGuard : plain
  }

  /// What a field is as a number; empty beyond the record's end.
  func reading(_ record: Int, _ field: Int) -> CellReading {
    guard field < records.fieldCount(record) else { return .empty }
    switch kinds[records.firstFields[record] + field] {
    case .blank, .dash: return .empty
    case .words: return .text
    case .figure: return columns[field].grammar.read(records.bytes(record, field))
    }
  }

  /// Whether a field may name a year or a month: it has four or six digits in a row that begin as
  /// a year does.
  ///
  /// Most figures have not, and need not be looked at as titles.
  func mayNameTime(_ record: Int, _ field: Int) -> Bool {
    guard field < records.fieldCount(record) else { return false }
    var number = 0
    var digits = 0
    for byte in records.bytes(record, field) {
      if 0x30...0x39 ~= byte {
        digits += 1
        if digits < 5 { number = number * 10 + Int(byte - 0x30) }
      } else {
        if TableGrid.isTime(number, digits) { return true }
        (number, digits) = (0, 0)
      }
    }
    return TableGrid.isTime(number, digits)
  }

  /// Whether so many digits, of which the first four are a number, may be a year or a month.
  private static func isTime(_ number: Int, _ digits: Int) -> Bool {
    (digits == 4 || digits == 6) && 1900...2199 ~= number
  }

  /// Whether a field holds words.
  func isWords(_ record: Int, _ field: Int) -> Bool {
    field < records.fieldCount(record) && kinds[records.firstFields[record] + field] == .words
  }

  /// Whether a field holds anything.
  func isFilled(_ record: Int, _ field: Int) -> Bool {
    kinds[records.firstFields[record] + field] != .blank
  }

  /// Whether no field of a record holds anything.
  func isBlank(_ record: Int) -> Bool {
    !fieldRange(record).contains { kinds[$0] != .blank }
  }

  /// Whether a record's first field holds something and no other does.
  func holdsOnlyFirst(_ record: Int) -> Bool {
    let fields = fieldRange(record)
    return kinds[fields.lowerBound] != .blank
      && !fields.dropFirst().contains { kinds[$0] != .blank }
  }

  /// Whether a record holds something in a field or beyond it.
  func isFilled(_ record: Int, from field: Int) -> Bool {
    fieldRange(record).dropFirst(field).contains { kinds[$0] != .blank }
  }

  /// The record's fields among those of the batch.
  private func fieldRange(_ record: Int) -> Range<Int> {
    records.firstFields[record]..<records.firstFields[record + 1]
  }

  /// The fields of a record that hold anything.
  func filled(_ record: Int) -> [Int] {
    let start = records.firstFields[record]
    return (0..<width(record)).filter { kinds[start + $0] != .blank }
  }

  /// Where a field stands; a record that ends before it stands for it.
  func location(_ record: Int, _ field: Int? = nil) -> Diagnostic.Location {
    let isThere = field.map { $0 < width(record) } ?? false
    return records.location(record, field: isThere ? field : nil, file: file)
  }

  func origin(_ record: Int) -> Origin {
    Origin(file: file, line: records.line(record))
  }
}

/// What a cell is, as far as is kept of it.
private enum CellKind: UInt8 {
  /// Nothing but white space.
  case blank
  /// A dash alone, or invisible characters: no value, but something is written there.
  case dash
  /// Words.
  case words
  /// A number, or what is meant as one.
  case figure

  init(_ reading: CellReading, of bytes: ArraySlice<UInt8>) {
    switch reading {
    case .number, .malformed: self = .figure
    case .empty: self = bytes.isBlank ? .blank : .dash
    case .text: self = bytes.isBlank ? .blank : .words
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether there is nothing but white space.
  fileprivate var isBlank: Bool {
    // A visible ASCII character is never part of white space.
    if contains(where: { 0x21...0x7E ~= $0 }) { return false }
    return isEmpty || String(decoding: self, as: UTF8.self).allSatisfy(\.isWhitespace)
  }

  /// Whether blanks stand one by one between ASCII and Latin letters, and no other white space.
  fileprivate var hasSingleBlanks: Bool {
    var isAfterBlank = true
    for byte in self {
      if byte == 0x20 {
        if isAfterBlank { return false }
        isAfterBlank = true
      } else {
        // The letters of C3 are no white space, and what combines with a blank is not among them.
        guard 0x21...0x7E ~= byte || byte == 0xC3 || 0x80...0xBF ~= byte else { return false }
        isAfterBlank = false
      }
    }
    return !isAfterBlank || isEmpty
  }
}
