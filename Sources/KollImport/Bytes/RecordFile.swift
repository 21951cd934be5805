internal import KollModel

/// Reads a whole file of records at once, and finds out how it is written.
public enum RecordFile {
  /// Reads a file.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as diagnostics name it.
  ///   - delimiter: The byte between fields, or `nil` to find it out.
  ///   - encoding: The encoding, or `nil` to find it out.
  /// - Returns: All records. A file that is no text has none and a diagnostic that says what it is.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    delimiter: UInt8?,
    encoding: TextEncoding?,
  ) -> ReadRecords {
    read(bytes, file: file, delimiter: delimiter, encoding: encoding, limits: Limits())
  }

  /// Reads a file within limits.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as diagnostics name it.
  ///   - delimiter: The byte between fields, or `nil` to find it out.
  ///   - encoding: The encoding, or `nil` to find it out.
  ///   - limits: How much is taken as one thing.
  /// - Returns: All records. A file that is no text has none and a diagnostic that says what it is.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    delimiter: UInt8?,
    encoding: TextEncoding?,
    limits: Limits,
  ) -> ReadRecords {
    if let refusal = refusal(of: bytes, file: file, limits: limits) {
      let dialect = Dialect(
        delimiter: delimiter ?? Dialect().delimiter,
        encoding: encoding ?? .utf8,
      )
      return ReadRecords(
        records: .empty,
        dialect: dialect,
        hasByteOrderMark: false,
        detected: [],
        diagnostics: [refusal],
        omittedDiagnostics: 0,
      )
    }
    var detected: [Detection] = []
    let usedEncoding = encoding ?? detectEncoding(bytes, &detected)
    let usedDelimiter = delimiter ?? detectDelimiter(bytes, usedEncoding, &detected)
    var reader = RecordReader(
      dialect: Dialect(delimiter: usedDelimiter, encoding: usedEncoding),
      file: file,
      limits: limits,
      isDetected: encoding == nil,
    )
    let records = reader.readWhole(bytes)
    return ReadRecords(
      records: records,
      dialect: reader.dialect,
      hasByteOrderMark: reader.hasByteOrderMark,
      detected: detected,
      diagnostics: reader.diagnostics,
      omittedDiagnostics: reader.omittedDiagnostics,
    )
  }

  private static func refusal(of bytes: [UInt8], file: String, limits: Limits) -> Diagnostic? {
    guard bytes.count <= min(limits.file, 1 << 30) else {
      return Diagnostic(
        .fileTooLarge,
        at: Diagnostic.Location(file: file),
        Phrase(
          sv: "filen är \(bytes.count) byte; högst \(limits.file) läses på en gång",
          en: "the file has \(bytes.count) bytes; at most \(limits.file) are read at once",
        ),
      )
    }
    return BinaryKind.of(bytes)?.diagnostic(file: file)
  }

  private static func detectEncoding(
    _ bytes: [UInt8],
    _ detected: inout [Detection],
  ) -> TextEncoding {
    let found = TextEncoding.detect(bytes)
    detected.append(
      Detection(
        setting: "encoding",
        value: found.encoding.rawValue,
        reason: found.reason,
        isCertain: found.isCertain,
      )
    )
    return found.encoding
  }

  private static func detectDelimiter(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ detected: inout [Detection],
  ) -> UInt8 {
    let found = DelimiterDetection.detect(bytes, encoding: encoding)
    detected.append(
      Detection(
        setting: "delimiter",
        value: found.delimiter == UInt8(ascii: "\t")
          ? "tab" : String(Unicode.Scalar(found.delimiter)),
        reason: found.reason,
        isCertain: found.isCertain,
      )
    )
    return found.delimiter
  }
}

extension RecordReader {
  /// Reads a file to its end as one batch.
  mutating func readWhole(_ bytes: [UInt8]) -> RecordBatch {
    // Piece by piece all the same, so that faults are not gathered for the whole file.
    for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
      takeIn(bytes[start..<min(start + 1 << 20, bytes.count)])
    }
    return finish()
  }
}
