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
      var log = DiagnosticLog(file: file, limit: limits.diagnostics)
      log.append(refusal)
      return ReadRecords(
        records: .empty,
        dialect: dialect,
        hasByteOrderMark: false,
        detected: [],
        log: log,
      )
    }
    let foundEncoding = encoding == nil ? TextEncoding.detect(bytes) : nil
    let usedEncoding = encoding ?? foundEncoding?.encoding ?? .utf8
    let foundDelimiter =
      delimiter == nil ? DelimiterDetection.detect(bytes, encoding: usedEncoding) : nil
    var reader = RecordReader(
      dialect: Dialect(
        delimiter: delimiter ?? foundDelimiter?.delimiter ?? Dialect().delimiter,
        encoding: usedEncoding,
      ),
      file: file,
      limits: limits,
      basis: foundEncoding.map { EncodingBasis($0, of: bytes) },
    )
    let records = reader.readWhole(bytes)
    let isSampled = bytes.count > TextEncoding.sampleSize
    let change = isSampled ? foundDelimiter?.change(in: records, file: file) : nil
    var log = reader.log
    if let change { log.append(change) }
    return ReadRecords(
      records: records,
      dialect: reader.dialect,
      hasByteOrderMark: reader.hasByteOrderMark,
      detected: [foundEncoding?.detection, foundDelimiter?.detection].compactMap(\.self),
      log: log,
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
}

extension EncodingDetection {
  /// The finding as people are told of it.
  fileprivate var detection: Detection {
    Detection(
      setting: "encoding",
      value: encoding.rawValue,
      reason: reason,
      isCertain: isCertain,
    )
  }
}

extension DelimiterDetection {
  /// The finding as people are told of it.
  fileprivate var detection: Detection {
    Detection(
      setting: "delimiter",
      value: delimiter.delimiterName,
      reason: reason,
      isCertain: isCertain,
    )
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
