internal import KollModel

/// Finds records and fields in text that arrives in pieces.
///
/// It holds the text from the beginning of the record that it is in the middle of. What it finds
/// does not depend on where the pieces are cut.
struct RecordScanner: Sendable {
  /// Where in the grammar of records the next byte stands.
  enum State: Sendable {
    case recordStart
    case fieldStart
    case unquoted
    case quoted
    /// After a quote in a quoted field: its end, or the first of two.
    case quoteInQuoted
    /// After something that stood behind the closing quote.
    case afterQuoted
  }

  let delimiter: UInt8
  let limits: Limits
  let file: String
  let encoding: TextEncoding
  /// What the encoding was found out from, so that it may be the wrong one.
  let basis: EncodingBasis?
  /// Whether the file is only cut up to see how, and its text left as it is.
  let isTrial: Bool
  var log: DiagnosticLog
  /// How many records have quotes in the wrong places.
  var quoteFaults = 0

  var decoded = DecodedText()
  /// The first fault of the text that is not told of yet.
  var nextFault = 0
  var position = 0
  var state = State.recordStart
  /// The line that the next byte stands on.
  var line = 1
  /// Whether the last byte was a CR, so that an LF belongs to the same line end.
  var isAfterCarriageReturn = false

  // The record that is being read.
  var recordStart = 0
  var recordLine = 1
  var fieldStart = 0
  /// The line that the last quoted field was opened on.
  var quoteLine = 1
  /// Whether the field that is being read is not what stands between its quotes.
  var needsRewriting = false
  /// The first quote or text that stands where none may stand.
  var misplaced: Misplaced?
  /// Why the record is passed over without being kept.
  var violation: Violation?

  // What is finished.
  var fields: [Field] = []
  var firstFields = [0]
  var lines: [Int] = []
  var rewritten: [UInt8] = []
  var rewrittenEnds: [Int] = []
  /// The character that an opening line `sep=;` names.
  var separatorLine: UInt8?
  /// Whether no record has ended yet.
  var isFirstRecord = true

  init(
    dialect: Dialect,
    file: String,
    limits: Limits,
    basis: EncodingBasis?,
    isTrial: Bool,
  ) {
    self.delimiter = dialect.delimiter
    self.limits = limits
    self.file = file
    self.encoding = dialect.encoding
    self.basis = basis
    self.isTrial = isTrial
    self.log = DiagnosticLog(file: file, limit: limits.diagnostics)
  }
}

extension RecordScanner {
  /// Reads all text that has arrived.
  mutating func scan() {
    let bytes = decoded.bytes
    var index = position
    while index < bytes.count {
      switch state {
      case .recordStart: index = scanRecordStart(bytes, index)
      case .fieldStart: index = scanFieldStart(bytes, index)
      case .unquoted, .afterQuoted: index = scanUnquoted(bytes, index)
      case .quoted: index = scanQuoted(bytes, index)
      case .quoteInQuoted: index = scanQuoteInQuoted(bytes, index)
      }
    }
    position = index
  }

  /// Takes the end of the file as the end of the last record.
  mutating func finish() {
    switch state {
    case .recordStart:
      break
    case .quoted:
      reportUnclosedQuote()
    case .fieldStart, .unquoted, .quoteInQuoted, .afterQuoted:
      if state == .fieldStart { fieldStart = position }
      endField(at: position)
      endRecord(at: position)
    }
    state = .recordStart
  }

  /// Passes over blank lines.
  private mutating func scanRecordStart(_ bytes: [UInt8], _ index: Int) -> Int {
    if Syntax.isLineEnd(bytes[index]) {
      countLineEnd(bytes[index])
      return index + 1
    }
    isAfterCarriageReturn = false
    recordStart = index
    recordLine = line
    state = .fieldStart
    return index
  }

  private mutating func scanFieldStart(_ bytes: [UInt8], _ index: Int) -> Int {
    fieldStart = index
    guard bytes[index] == Syntax.quote else {
      state = .unquoted
      return index
    }
    quoteLine = line
    state = .quoted
    return index + 1
  }

  /// Reads on to the end of a field that is not in quotes, or no longer.
  private mutating func scanUnquoted(_ bytes: [UInt8], _ start: Int) -> Int {
    let end = scanEnd(bytes.count)
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == delimiter || byte <= Syntax.quote {
        if byte == delimiter || Syntax.isLineEnd(byte) { return endField(with: byte, at: index) }
        if byte == Syntax.quote { misplace(.quoteInside, at: index) }
      }
      index += 1
    }
    checkFieldLength(index)
    return index
  }

  /// Reads on to the next quote.
  private mutating func scanQuoted(_ bytes: [UInt8], _ start: Int) -> Int {
    let end = scanEnd(bytes.count)
    var index = start
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte > Syntax.quote {
        isAfterCarriageReturn = false
      } else if byte == Syntax.quote {
        isAfterCarriageReturn = false
        state = .quoteInQuoted
        return index
      } else if Syntax.isLineEnd(byte) {
        countLineEnd(byte)
      } else {
        isAfterCarriageReturn = false
      }
    }
    checkFieldLength(index)
    return index
  }

  private mutating func scanQuoteInQuoted(_ bytes: [UInt8], _ index: Int) -> Int {
    let byte = bytes[index]
    if byte == Syntax.quote {
      needsRewriting = true
      state = .quoted
      return index + 1
    }
    if byte == delimiter || Syntax.isLineEnd(byte) { return endField(with: byte, at: index) }
    misplace(.textAfterQuote, at: index)
    state = .afterQuoted
    return index + 1
  }

  /// How far a field may be read, so that it is found out when it is too long.
  private func scanEnd(_ count: Int) -> Int {
    violation == nil ? min(count, fieldStart + limits.field + 1) : count
  }

  private mutating func checkFieldLength(_ index: Int) {
    guard violation == nil, index - fieldStart > limits.field else { return }
    violate(.fieldTooLong, at: index)
  }

  /// Counts CR, LF and CR LF as one line end each.
  private mutating func countLineEnd(_ byte: UInt8) {
    if byte == Syntax.carriageReturn || !isAfterCarriageReturn { line += 1 }
    isAfterCarriageReturn = byte == Syntax.carriageReturn
  }

  /// Ends a field, and the record as well when the byte after it is a line end.
  private mutating func endField(with byte: UInt8, at index: Int) -> Int {
    endField(at: index)
    if byte == delimiter {
      state = .fieldStart
    } else {
      endRecord(at: index)
      countLineEnd(byte)
      state = .recordStart
    }
    return index + 1
  }
}
