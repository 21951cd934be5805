public import KollModel

/// Reads the tables of a file: captions, one or two header rows, rows with labels and figures.
///
/// Everything that the records say ends up as facts, claims, notes or diagnostics; nothing is
/// dropped. All findings of the file are reported in one run.
public struct TableReader {
  let grid: TableGrid
  let options: ReadingOptions
  var diagnostics: [Diagnostic]

  /// What was read of a file.
  public struct Result: Sendable {
    /// The tables in the file's order; none when the file has errors.
    public let tables: [ImportedTable]
    /// What was detected of the bytes, each with its reason.
    public let detected: [Detection]
    /// Everything that was found wrong or doubtful.
    public let diagnostics: [Diagnostic]

    /// The file's first table.
    public var table: ImportedTable? { tables.first }
  }

  /// Reads a file's tables.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as it was given.
  ///   - options: What is known beforehand.
  /// - Returns: The tables, or the findings that stand in their way.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    options: ReadingOptions = ReadingOptions(),
  ) -> Result {
    let read = RecordFile.read(
      bytes,
      file: file,
      delimiter: options.delimiter,
      encoding: options.encoding,
    )
    var reader = TableReader(
      grid: TableGrid(read.records, file: file, options: options),
      options: options,
      diagnostics: read.diagnostics,
    )
    let isSpoiled =
      reader.diagnostics.contains(where: \.spoilsRecords)
      || read.omittedDiagnostics > 0 && reader.hasErrors
    let tables = isSpoiled ? [] : reader.readTables()
    return Result(
      tables: reader.hasErrors ? [] : tables,
      detected: read.detected,
      diagnostics: reader.diagnostics,
    )
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func readTables() -> [ImportedTable] {
    guard grid.count > 0 else {
      diagnostics.append(.emptyFile(grid.file))
      return []
    }
    let headers = findHeaders()
    return headers.enumerated().compactMap { number, header in
      let end = number + 1 < headers.count ? headers[number + 1].captions.lowerBound : grid.count
      return readTable(header, rows: header.firstRow..<end)
    }
  }

  private mutating func readTable(_ found: FoundHeader, rows: Range<Int>) -> ImportedTable? {
    let header = readHeader(found, rows: rows)
    warnOfDecimalPoints(header)
    let body = readBody(below: header, rows: rows)
    return assembled(header, body)
  }
}

extension Diagnostic {
  fileprivate static func emptyFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .fileEmpty,
      at: Location(file: file),
      Phrase(sv: "filen är tom", en: "the file is empty"),
      help: Phrase(
        sv: "exportera tabellen på nytt och kontrollera att den har rader",
        en: "export the table again and check that it has rows",
      ),
    )
  }
}
