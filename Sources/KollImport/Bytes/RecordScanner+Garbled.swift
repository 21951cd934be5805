internal import KollModel

extension RecordScanner {
  /// Puts garbled fields of the record right, or says that they cannot be.
  mutating func repairFields(in known: Range<Int>) {
    guard decoded.bytes[known].contains(where: { $0 >= 0x80 }) else { return }
    for index in (firstFields.last ?? 0)..<fields.count {
      let content = fields[index].content(
        in: decoded.bytes,
        rewritten: rewritten,
        ends: rewrittenEnds,
      )
      switch GarbledText.judge(content) {
      case .sound: continue
      case .lost: reportGarbled(fields[index], content, repaired: nil, in: known)
      case .repaired(let repaired):
        reportGarbled(fields[index], content, repaired: repaired, in: known)
        rewritten += repaired
        fields[index].content = Int32(rewrittenEnds.count)
        rewrittenEnds.append(rewritten.count)
      }
    }
  }

  private mutating func reportGarbled(
    _ field: Field,
    _ content: ArraySlice<UInt8>,
    repaired: [UInt8]?,
    in known: Range<Int>,
  ) {
    let severity: Diagnostic.Severity = repaired == nil ? .error : .warning
    if log.isFull(of: .textGarbled, severity) { return log.omit(.textGarbled, severity) }
    let place = TextPlace(field.range, in: known, of: decoded.bytes, firstLine: recordLine)
      .location(file: file)
    let value = shortened(content)
    let shown = repaired.map { shortened($0[...]) }
    log.append(.garbled(value, repaired: shown, at: place))
  }

  private func shortened(_ content: ArraySlice<UInt8>) -> String {
    let shown = String(decoding: content.prefix(400), as: UTF8.self).unicodeScalars.prefix(80)
    return String(shown) + (shown.count == 80 ? "…" : "")
  }
}

extension Diagnostic {
  /// A field whose text was decoded wrongly before it was written to the file.
  fileprivate static func garbled(
    _ value: String,
    repaired: String?,
    at place: Location,
  ) -> Diagnostic {
    let help = Phrase(
      sv: "exportera eller spara filen på nytt, som UTF-8",
      en: "export or save the file again, as UTF-8",
    )
    guard let repaired else {
      return Diagnostic(
        .textGarbled,
        at: place,
        value: value,
        Phrase(
          sv: "\"\(value)\" har avkodats fel innan det skrevs i filen, och går inte att återställa",
          en: "\"\(value)\" was decoded wrongly before it was written, and cannot be restored",
        ),
        help: help,
      )
    }
    return Diagnostic(
      .textGarbled,
      .warning,
      at: place,
      value: value,
      Phrase(
        sv: "\"\(value)\" har avkodats fel innan det skrevs i filen; det läses som \"\(repaired)\"",
        en: "\"\(value)\" was decoded wrongly before it was written; it is read as \"\(repaired)\"",
      ),
      help: help,
    )
  }
}
