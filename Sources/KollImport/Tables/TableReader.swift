public import KollModel

/// Reads the tables of a file: captions, one to three header rows, rows with labels and figures.
///
/// Everything that the records say ends up as facts, claims, notes or diagnostics; nothing is
/// dropped. All findings of the file are reported in one run.
public struct TableReader {
  let grid: TableGrid
  let options: ReadingOptions
  /// Whether characters that nobody sees stand anywhere in the file.
  let hasHiddenCharacters: Bool
  var diagnostics: DiagnosticLog
  /// The lines that printed pages repeat, and that are no rows.
  var pageLines: Set<Int> = []
  /// What was detected of the table that is being read.
  var detected: [Detection] = []
  /// What a mapping may state of the table that is being read so that nothing about it is a guess.
  var pins: [Pin] = []
  /// The tables that have errors.
  var unsound: [ImportedTable] = []
  /// The rows, words of types and accounts that were read, by the mapping's keys that name such.
  var found: [String: Set<String>] = [:]

  /// What was read of a file.
  public struct Result: Sendable {
    /// The tables in the file's order, each with how it was understood; none when the file has
    /// errors.
    public let readings: [TableReading]
    /// The tables of a file that has errors, as far as they could be read: they tell whom and what
    /// the file is about, and their figures are not to be used.
    public let unsound: [ImportedTable]
    /// What was detected of the bytes, each with its reason.
    public let detected: [Detection]
    /// Everything that was found wrong or doubtful.
    public let diagnostics: [Diagnostic]

    /// The tables in the file's order; none when the file has errors.
    public var tables: [ImportedTable] { readings.map(\.table) }

    /// The file's first table.
    public var table: ImportedTable? { readings.first?.table }
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
      grid: TableGrid(
        read.records,
        file: file,
        options: options,
        isDividedByCommas: read.dialect.delimiter == UInt8(ascii: ","),
      ),
      options: options,
      hasHiddenCharacters: read.records.hasHiddenCharacters,
      diagnostics: read.log,
    )
    let isSpoiled = read.log.omitsErrors || read.log.kept.contains(where: \.spoilsRecords)
    let readings = isSpoiled ? [] : reader.readTables()
    return Result(
      readings: reader.hasErrors ? [] : readings,
      unsound: reader.hasErrors ? readings.map(\.table) + reader.unsound : [],
      detected: read.detected,
      diagnostics: reader.diagnostics.diagnostics,
    )
  }

  var hasErrors: Bool { diagnostics.hasErrors }

  /// Takes in a finding of which a file may have very many: it is made only when it is kept.
  mutating func report(
    _ code: DiagnosticCode,
    _ severity: Diagnostic.Severity = .error,
    _ diagnostic: (TableReader) -> Diagnostic,
  ) {
    if diagnostics.isFull(of: code, severity) {
      diagnostics.omit(code, severity)
    } else {
      diagnostics.append(diagnostic(self))
    }
  }

  /// Takes in a doubt about the table, and what a mapping may state so that there is none.
  mutating func warn(_ doubt: Diagnostic, pinnedBy pins: [Pin]) {
    var doubt = doubt
    doubt.pins = pins
    diagnostics.append(doubt)
    self.pins += pins
  }

  private mutating func readTables() -> [TableReading] {
    guard grid.count > 0 else {
      diagnostics.append(.emptyFile(grid.file))
      return []
    }
    let headers = findHeaders()
    checkDeclaredColumns(headers)
    if let wanted = options.table, !headers.isEmpty, !headers.indices.contains(wanted - 1) {
      diagnostics.append(.noSuchTable(wanted, of: headers.count, in: grid.file))
    }
    let readings = headers.enumerated().compactMap { number, header -> TableReading? in
      guard options.table == nil || options.table == number + 1 else { return nil }
      let end = number + 1 < headers.count ? headers[number + 1].captions.lowerBound : grid.count
      return readTable(header, rows: header.firstRow..<end)
    }
    if !hasErrors { checkDeclaredNames(isLong: headers.contains { $0.long != nil }) }
    return readings
  }

  private mutating func readTable(_ found: FoundHeader, rows: Range<Int>) -> TableReading? {
    detected = [headerDetection(found)]
    pins = []
    warnOfIrregularities(found, rows: rows)
    defer { warnOfHiddenCharacters(found.captions.lowerBound..<rows.upperBound) }
    if let columns = found.long { return readLongTable(columns, found, rows: rows) }
    let header = readHeader(found, rows: rows)
    let roles = roles(of: header, titles: columnTitles(found))
    warnOfDamagedYears(found, roles)
    warnOfDecimalPoints(header)
    var body = readBody(below: header, rows: rows)
    takeRowUnits(header, rows: rows, into: &body)
    detected += detections(of: header, body)
    let table = assembled(header, body)
    return table.map {
      TableReading(
        table: $0,
        detected: detected,
        columnReasons: header.columns.map(\.reason),
        roles: roles,
        pins: pins,
      )
    }
  }
}

extension Diagnostic {
  fileprivate static func noSuchTable(_ number: Int, of count: Int, in file: String) -> Diagnostic {
    Diagnostic(
      .severalTables,
      at: Location(file: file),
      value: String(number),
      Phrase(
        sv: "filen har \(count) tabeller; tabell \(number) finns inte",
        en: "the file has \(count) tables; there is no table \(number)",
      ),
    )
  }

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
