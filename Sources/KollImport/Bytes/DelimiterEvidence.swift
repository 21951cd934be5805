internal import KollModel

/// What a file looks like when it is cut at one delimiter.
struct DelimiterEvidence {
  let delimiter: UInt8
  /// How many records there are.
  private(set) var records = 0
  /// How many of them have more than one field.
  private(set) var dividedRecords = 0
  /// The number of fields that most divided records have.
  private(set) var usualCount = 0
  /// How many records have that number.
  private(set) var fitting = 0
  /// How many records have quotes in the wrong places.
  private(set) var faults = 0
  /// The delimiter that the first line names.
  private(set) var separatorLine: UInt8?
  /// Whether every delimiter is a comma within a number.
  private var isOnlyDecimalComma: Bool
  /// Whether every delimiter is a comma within a number or before a blank, as in prose.
  private(set) var isOnlyPunctuation: Bool

  init(
    _ delimiter: UInt8,
    encoding: TextEncoding,
    sample: ArraySlice<UInt8>,
    isWhole: Bool,
  ) {
    self.delimiter = delimiter
    self.isOnlyDecimalComma = delimiter == UInt8(ascii: ",")
    self.isOnlyPunctuation = delimiter == UInt8(ascii: ",")
    var reader = RecordReader(trying: Dialect(delimiter: delimiter, encoding: encoding))
    count(reader.read(sample))
    if isWhole { count(reader.finish()) }
    separatorLine = reader.separatorLine
    faults = reader.quoteFaults
    (usualCount, fitting) = usual
  }

  private var counts: [Int: Int] = [:]

  /// Whether it cuts anything.
  var isDividing: Bool { dividedRecords > 0 && !isOnlyDecimalComma }
  /// Whether at least half of the records have the same number of fields.
  var fitsMost: Bool { fitting * 2 >= records }
  /// Whether at least nine of ten records have the same number of fields.
  var fitsNearlyAll: Bool { fitting * 10 >= records * 9 }

  private mutating func count(_ batch: RecordBatch) {
    records += batch.count
    for record in 0..<batch.count {
      let fields = batch.fieldCount(record)
      guard fields > 1 else { continue }
      dividedRecords += 1
      counts[fields, default: 0] += 1
      if isOnlyDecimalComma { isOnlyDecimalComma = isDecimalComma(record, in: batch) }
      if isOnlyPunctuation { isOnlyPunctuation = isPunctuation(record, in: batch) }
    }
  }

  /// The most frequent number of fields, the larger of equals, and how many records have it.
  private var usual: (count: Int, records: Int) {
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (best?.key ?? 0, best?.value ?? 0)
  }

  /// Whether a record's only comma stands between digits.
  private func isDecimalComma(_ record: Int, in batch: RecordBatch) -> Bool {
    batch.fieldCount(record) == 2 && isBetweenDigits(1, record, in: batch)
  }

  private func isPunctuation(_ record: Int, in batch: RecordBatch) -> Bool {
    (1..<batch.fieldCount(record)).allSatisfy {
      batch.bytes(record, $0).first == UInt8(ascii: " ") || isBetweenDigits($0, record, in: batch)
    }
  }

  /// Whether digits stand on both sides of the delimiter before a field.
  private func isBetweenDigits(_ field: Int, _ record: Int, in batch: RecordBatch) -> Bool {
    guard !batch.isQuoted(record, field - 1), !batch.isQuoted(record, field),
      let before = batch.bytes(record, field - 1).last,
      let after = batch.bytes(record, field).first
    else { return false }
    return isDigit(before) && isDigit(after)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
