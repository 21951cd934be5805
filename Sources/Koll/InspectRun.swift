internal import KollExport
public import KollImport
internal import KollModel
internal import KollProject

extension Koll {
  /// What was found in a file, as `koll inspect` shows it.
  public struct Inspection: Sendable {
    /// The file's path as it was given.
    public let file: String
    /// What was detected of the bytes, each with its reason.
    public let detected: [Detection]
    /// The tables in the file's order, each with how it was understood.
    public let tables: [TableReading]
  }

  /// Reads a file and tells how it was understood: the whole of `koll inspect`.
  /// - Parameters:
  ///   - file: The file.
  ///   - reading: What is known of it beforehand.
  /// - Returns: What was found, or the findings that stand in its way.
  /// - Throws: ``RunError`` when the file cannot be read.
  public static func inspect(
    _ file: String,
    reading: ReadingOptions,
  ) throws(RunError) -> Outcome<Inspection> {
    let (bytes, findings) = try InputReader.read(file)
    guard let bytes else { return Outcome(nil, findings) }
    let result = TableReader.read(bytes, file: file, options: reading)
    let inspection = Inspection(file: file, detected: result.detected, tables: result.readings)
    return Outcome(inspection, result.diagnostics)
  }

  /// Reads a mapping, which says how files with figures are to be read.
  /// - Parameter file: The mapping's path.
  /// - Returns: What it says, or the findings that stand in its way.
  /// - Throws: ``RunError`` when it cannot be read.
  public static func mapping(_ file: String) throws(RunError) -> Outcome<ReadingOptions> {
    let (bytes, findings) = try InputReader.read(file)
    guard let bytes else { return Outcome(nil, findings) }
    let (options, diagnostics) = MappingReader.read(bytes, file: file)
    return Outcome(options, diagnostics)
  }

  /// Reads a file's records as they are written there, quotes resolved and nothing trimmed.
  /// - Parameters:
  ///   - file: The file.
  ///   - reading: What is known of it beforehand.
  /// - Returns: The records, the header included and empty lines left out, each with its fields.
  /// - Throws: ``RunError`` when the file cannot be read.
  public static func records(
    _ file: String,
    reading: ReadingOptions,
  ) throws(RunError) -> Outcome<[[String]]> {
    let (bytes, findings) = try InputReader.read(file)
    guard let bytes else { return Outcome(nil, findings) }
    let read = RecordFile.read(
      bytes,
      file: file,
      delimiter: reading.delimiter,
      encoding: reading.encoding,
    )
    let records = (0..<read.records.count).map { record in
      (0..<read.records.fieldCount(record)).map { read.records.text(record, $0) }
    }
    return Outcome(records, read.diagnostics)
  }
}
