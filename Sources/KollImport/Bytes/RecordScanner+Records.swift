internal import KollModel

extension RecordScanner {
  /// Keeps the field that ends before an index.
  mutating func endField(at index: Int) {
    defer { needsRewriting = false }
    guard violation == nil else { return }
    let range = fieldStart..<index
    if fields.count - (firstFields.last ?? 0) == limits.fields {
      violate(.tooManyFields, at: index)
    } else if index - recordStart > limits.record {
      violate(.recordTooLong, at: index)
    } else {
      fields.append(Field(range, content: needsRewriting ? Field.toBeRewritten : Field.asWritten))
    }
  }

  /// Keeps the record that ends before an index, unless it is too large.
  mutating func endRecord(at index: Int) {
    defer {
      isFirstRecord = false
      misplaced = nil
    }
    let range = recordStart..<index
    if let violation {
      log.append(violation.diagnostic)
      self.violation = nil
      dropFaults(before: index)
    } else if isFirstRecord, recordLine == 1, let named = Self.separator(decoded.bytes[range]) {
      separatorLine = named
      fields.removeLast(fields.count - (firstFields.last ?? 0))
    } else {
      let hasFaults = nextFault < decoded.faults.count && decoded.faults[nextFault].offset < index
      report(in: range)
      rewriteFields()
      if !hasFaults && !isTrial { repairFields(in: range) }
      firstFields.append(fields.count)
      lines.append(recordLine)
    }
  }

  /// The character that a line `sep=;` names.
  static func separator(_ line: ArraySlice<UInt8>) -> UInt8? {
    guard line.count == 5, let last = line.last, Dialect.canDelimit(last) else { return nil }
    let isNamed = zip(line, "sep=".utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    return isNamed ? last : nil
  }

  /// Hands over the finished records and keeps the text of the one in the middle.
  mutating func takeBatch() -> RecordBatch {
    let unfinished = Array(fields[(firstFields.last ?? 0)...])
    fields.removeLast(unfinished.count)
    let batch = RecordBatch(
      bytes: decoded.bytes,
      fields: fields,
      firstFields: firstFields,
      lines: lines,
      rewritten: rewritten,
      rewrittenEnds: rewrittenEnds,
    )
    fields = unfinished
    firstFields = [0]
    lines = []
    rewritten = []
    rewrittenEnds = []
    forgetText()
    return batch
  }

  private mutating func forgetText() {
    let isInRecord = state != .recordStart && violation == nil
    let kept = isInRecord ? recordStart : position
    decoded.removeText(before: kept)
    nextFault = 0
    fields = fields.map { $0.moved(by: -kept) }
    misplaced?.offset -= kept
    position -= kept
    recordStart -= kept
    fieldStart -= kept
  }

  /// Makes the contents of the record's fields that differ from what stands between their quotes.
  private mutating func rewriteFields() {
    for index in (firstFields.last ?? 0)..<fields.count
    where fields[index].content == Field.toBeRewritten {
      rewrite(fields[index].range)
      fields[index].content = Int32(rewrittenEnds.count)
      rewrittenEnds.append(rewritten.count)
    }
  }

  /// Appends a field's content: doubled quotes become one, misplaced text stays as it stands.
  private mutating func rewrite(_ range: Range<Int>) {
    let isQuoted = decoded.bytes[range.lowerBound] == Syntax.quote
    guard isQuoted else {
      rewritten += decoded.bytes[range]
      return
    }
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let byte = decoded.bytes[index]
      index += 1
      if byte == Syntax.quote {
        guard index < range.upperBound, decoded.bytes[index] == Syntax.quote else { break }
        index += 1
      }
      rewritten.append(byte)
    }
    // What stands after the closing quote has no quoting of its own.
    rewritten += decoded.bytes[index..<range.upperBound]
  }
}
