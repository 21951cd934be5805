public import KollModel

/// Reads the table of a file: captions, one header row, one row for each area, a stated total.
///
/// Everything that the records say ends up as facts, claims, notes or diagnostics; nothing is
/// dropped. All findings of the file are reported in one run.
public struct TableReader {
  let records: RecordBatch
  let file: String
  let options: ReadingOptions
  var diagnostics: [Diagnostic] = []
  /// The areas read so far.
  var areaIndices: [AreaPath: Int] = [:]

  /// What was read of a file.
  public struct Result: Sendable {
    /// The table, or `nil` when the file holds none that can be read.
    public let table: ImportedTable?
    /// What was detected of the bytes, each with its reason.
    public let detected: [Detection]
    /// Everything that was found wrong or doubtful.
    public let diagnostics: [Diagnostic]
  }

  /// Reads a file's table.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as it was given.
  ///   - options: What is known beforehand.
  /// - Returns: The table, or the findings that stand in its way.
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
    guard !read.diagnostics.contains(where: { $0.severity == .error }) else {
      return Result(table: nil, detected: read.detected, diagnostics: read.diagnostics)
    }
    var reader = TableReader(records: read.records, file: file, options: options)
    reader.diagnostics = read.diagnostics
    let table = reader.table()
    return Result(table: table, detected: read.detected, diagnostics: reader.diagnostics)
  }

  private mutating func table() -> ImportedTable? {
    guard records.count > 0 else {
      diagnostics.append(.emptyFile(file))
      return nil
    }
    guard let header = findHeader() else { return nil }
    let body = readBody(below: header)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return assembled(header, body)
  }
}

extension TableReader {
  /// A field's words: white space collapsed, the guard against formulas taken away.
  func text(_ record: Int, _ field: Int) -> String {
    guard field < records.fieldCount(record) else { return "" }
    return records.text(record, field).collapsingBlanks.withoutFormulaGuard
  }

  /// The fields of a record that hold anything.
  func filledFields(_ record: Int) -> [Int] {
    (0..<records.fieldCount(record)).filter { !text(record, $0).isEmpty }
  }

  func location(_ record: Int, _ field: Int? = nil) -> Diagnostic.Location {
    records.location(record, field: field, file: file)
  }

  func origin(_ record: Int) -> Origin {
    Origin(file: file, line: records.line(record))
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
