internal import KollModel

extension RecordScanner {
  /// Says that the file's first bytes name another encoding than the one it is read as.
  mutating func reportForeignMark(_ mark: ArraySlice<UInt8>, of named: TextEncoding) {
    log.append(
      Diagnostic(
        .undecodableBytes,
        at: Diagnostic.Location(file: file, line: 1, column: 1),
        value: hexadecimalText(mark),
        Phrase(
          sv: "filen börjar med byteordningsmärket för \(named.rawValue), "
            + "men läses som \(encoding.rawValue)",
          en: "the file begins with the byte order mark of \(named.rawValue), "
            + "but is read as \(encoding.rawValue)",
        ),
        help: Phrase(
          sv: "ta bort inställningen av teckenkodning, eller sätt den till \(named.rawValue)",
          en: "remove the setting of the encoding, or set it to \(named.rawValue)",
        ),
      )
    )
  }
}

extension Diagnostic {
  /// A quote, or text behind one, where none may stand.
  static func misplaced(
    _ kind: RecordScanner.Misplaced.Kind,
    value: String?,
    at place: Location,
  ) -> Diagnostic {
    let message =
      switch kind {
      case .quoteInside:
        Phrase(
          sv: "ett citattecken står inne i ett fält som inte börjar med citattecken",
          en: "a quote stands inside a field that does not begin with one",
        )
      case .textAfterQuote:
        Phrase(
          sv: "det står text mellan ett avslutande citattecken och nästa avgränsare",
          en: "text stands between a closing quote and the next delimiter",
        )
      }
    return Diagnostic(
      .quoteMisplaced,
      at: place,
      value: value,
      message,
      help: Phrase(
        sv: "skriv hela fältet inom citattecken och dubblera dem som hör till texten, "
          + "till exempel \"rum \"\"A\"\"\"",
        en: "put the whole field in quotes and double those that belong to the text, "
          + "for example \"room \"\"A\"\"\"",
      ),
    )
  }

  /// A quote that the file ends within.
  static func unclosedQuote(line: Int, at place: Location) -> Diagnostic {
    Diagnostic(
      .quoteUnclosed,
      at: place,
      Phrase(
        sv: "citattecknet som öppnas på rad \(line) stängs aldrig",
        en: "the quote that opens on line \(line) is never closed",
      ),
      help: Phrase(
        sv: "sätt ett citattecken där fältet slutar, eller ta bort det som öppnar det",
        en: "put a quote where the field ends, or remove the one that opens it",
      ),
    )
  }

  /// A record or a part of it that is larger than the limits.
  static func tooLarge(
    _ kind: RecordScanner.Violation.Kind,
    limits: Limits,
    quoteLine: Int?,
    at place: Location,
  ) -> Diagnostic {
    switch kind {
    case .fieldTooLong:
      Diagnostic(
        .fieldTooLong,
        at: place,
        Phrase(
          sv: "fältet är längre än \(limits.field) byte",
          en: "the field is longer than \(limits.field) bytes",
        ),
        help: quoteLine.map {
          Phrase(
            sv: "se efter om citattecknet som öppnas på rad \($0) stängs där fältet slutar",
            en: "see whether the quote that opens on line \($0) is closed where the field ends",
          )
        },
      )
    case .tooManyFields:
      Diagnostic(
        .tooManyFields,
        at: place,
        Phrase(
          sv: "posten har fler än \(limits.fields) fält",
          en: "the record has more than \(limits.fields) fields",
        ),
      )
    case .recordTooLong:
      Diagnostic(
        .recordTooLong,
        at: place,
        Phrase(
          sv: "posten är längre än \(limits.record) byte",
          en: "the record is longer than \(limits.record) bytes",
        ),
      )
    }
  }

  /// Bytes that mean nothing in the encoding, or NUL.
  static func undecodable(
    _ fault: DecodingFault,
    encoding: TextEncoding,
    basis: EncodingBasis?,
    at place: Location,
  ) -> Diagnostic {
    let relative = basis?.relativeClause
    return switch fault.kind {
    case .undecodable:
      Diagnostic(
        .undecodableBytes,
        at: place,
        value: fault.hexadecimal,
        Phrase(
          sv: "\(fault.hexadecimal) betyder inget i \(encoding.rawValue)"
            + (relative.map { ", " + $0.swedish } ?? ""),
          en: "\(fault.hexadecimal) means nothing in \(encoding.rawValue)"
            + (relative.map { ", " + $0.english } ?? ""),
        ),
        help: encodingHelp(isDetected: basis != nil),
      )
    case .nul:
      Diagnostic(
        .undecodableBytes,
        fault.severity,
        at: place,
        value: fault.hexadecimal,
        Phrase(
          sv: fault.count == 1
            ? "texten innehåller NUL (00)" : "texten innehåller \(fault.count) NUL (00) i rad",
          en: fault.count == 1
            ? "the text holds NUL (00)" : "the text holds \(fault.count) NULs (00) in a row",
        ),
        help: Phrase(
          sv: "filen kan vara skadad: exportera eller spara den på nytt",
          en: "the file may be damaged: export or save it again",
        ),
      )
    }
  }

  private static func encodingHelp(isDetected: Bool) -> Phrase {
    isDetected
      ? Phrase(
        sv: "ange teckenkodningen med --encoding eller nyckeln encoding om hela filen har en "
          + "annan; har den två, spara den på nytt i en",
        en: "name the encoding with --encoding or the key encoding if the whole file has another; "
          + "if it has two, save it again in one",
      )
      : Phrase(
        sv: "ange filens teckenkodning, eller utelämna den så att den känns igen",
        en: "set the encoding that the file has, or leave it out so that it is detected",
      )
  }
}
