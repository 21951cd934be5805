internal import KollModel

extension RecordScanner {
  /// Text or a quote that stands where none may stand.
  struct Misplaced: Sendable {
    enum Kind: Sendable {
      /// A quote inside a field that does not begin with one.
      case quoteInside
      /// Text between a closing quote and the delimiter.
      case textAfterQuote
    }

    let kind: Kind
    var offset: Int
  }

  /// A record that is larger than the limits, and what is said about it.
  struct Violation: Sendable {
    enum Kind: Sendable {
      case fieldTooLong
      case tooManyFields
      case recordTooLong
    }

    let kind: Kind
    let diagnostic: Diagnostic
    /// Where the quoted field began in which the limit was met.
    let openQuote: Diagnostic.Location?
  }

  /// Remembers the first thing in a record that is misplaced; the others follow from it.
  mutating func misplace(_ kind: Misplaced.Kind, at index: Int) {
    if kind == .textAfterQuote { needsRewriting = true }
    if misplaced == nil { misplaced = Misplaced(kind: kind, offset: index) }
  }

  /// Gives up a record that is too large; the rest of it is passed over.
  mutating func violate(_ kind: Violation.Kind, at index: Int) {
    let isInQuotes = kind == .fieldTooLong && state == .quoted
    let place = location(fieldStart..<index, in: recordStart..<index)
    violation = Violation(
      kind: kind,
      diagnostic: .tooLarge(
        kind,
        limits: limits,
        quoteLine: isInQuotes ? quoteLine : nil,
        at: place,
      ),
      openQuote: isInQuotes ? place : nil,
    )
    fields.removeLast(fields.count - (firstFields.last ?? 0))
  }

  /// Says what is wrong in a record, in the order in which it stands there.
  mutating func report(in known: Range<Int>) {
    if let misplaced {
      self.misplaced = nil
      reportFaults(in: known, before: misplaced.offset)
      report(misplaced, in: known)
    }
    reportFaults(in: known, before: known.upperBound)
  }

  private mutating func report(_ misplaced: Misplaced, in known: Range<Int>) {
    quoteFaults += 1
    if log.isFull(of: .quoteMisplaced) { return log.omit(.quoteMisplaced) }
    let place = location(character(at: misplaced.offset), in: known)
    let value = value(at: misplaced.offset)
    log.append(.misplaced(misplaced.kind, value: value, at: place))
  }

  /// Says which bytes before an offset meant nothing.
  ///
  /// Only the first of a record are told of one by one, so that the work stays in proportion.
  private mutating func reportFaults(in known: Range<Int>, before offset: Int) {
    var told = 0
    while nextFault < decoded.faults.count, decoded.faults[nextFault].offset < offset {
      let fault = decoded.faults[nextFault]
      nextFault += 1
      told += 1
      let severity = fault.severity
      if told > Self.faultsPerRecord || log.isFull(of: .undecodableBytes, severity) {
        log.omit(.undecodableBytes, severity)
      } else {
        let place = location(fault.offset..<fault.end, in: known)
        log.append(.undecodable(fault, encoding: encoding, basis: basis, at: place))
      }
    }
  }

  /// How many undecodable places of one record are told of one by one.
  private static let faultsPerRecord = 20

  /// Passes over what is wrong in a record that is given up.
  mutating func dropFaults(before offset: Int) {
    while nextFault < decoded.faults.count, decoded.faults[nextFault].offset < offset {
      nextFault += 1
    }
  }

  /// Forgets the text of a record that is given up, so that memory does not follow its length.
  mutating func forgetGivenUpText() {
    guard violation != nil, position > recordStart else { return }
    dropFaults(before: position)
    decoded.bytes.removeSubrange(recordStart..<position)
    position = recordStart
    fieldStart = recordStart
  }

  /// Forgets what has been told of.
  mutating func forgetFaults() {
    decoded.faults.removeFirst(nextFault)
    nextFault = 0
  }

  mutating func reportUnclosedQuote() {
    quoteFaults += 1
    if let violation {
      let place = violation.openQuote ?? Diagnostic.Location(file: file, line: quoteLine)
      if violation.openQuote == nil { log.append(violation.diagnostic) }
      log.append(.unclosedQuote(line: quoteLine, at: place))
      self.violation = nil
    } else {
      let known = recordStart..<position
      report(in: known)
      let place = location(fieldStart..<position, in: known)
      log.append(.unclosedQuote(line: quoteLine, at: place))
      fields.removeLast(fields.count - (firstFields.last ?? 0))
    }
  }

  /// The field around an offset as it is written, cut when it is long.
  private func value(at offset: Int) -> String? {
    let ofRecord = fields[(firstFields.last ?? 0)...]
    guard let field = ofRecord.first(where: { Int($0.end) >= offset }) else { return nil }
    let text = String(decoding: decoded.bytes[field.range].prefix(400), as: UTF8.self)
    let shown = String(text.unicodeScalars.prefix(80))
    return shown.utf8.count < field.range.count ? shown + "…" : shown
  }

  private func character(at offset: Int) -> Range<Int> {
    var end = offset + 1
    while end < decoded.bytes.count, decoded.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  private func location(_ marked: Range<Int>, in known: Range<Int>) -> Diagnostic.Location {
    TextPlace(marked, in: known, of: decoded.bytes, firstLine: recordLine).location(file: file)
  }
}
