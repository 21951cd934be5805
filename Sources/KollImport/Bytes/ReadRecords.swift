public import KollModel

/// All records of a file, with how they were read and what is wrong with them.
public struct ReadRecords: Sendable {
  /// The records in the file's order; none when the file is not a text.
  public let records: RecordBatch
  /// How the records are written.
  public let dialect: Dialect
  /// Whether the file began with a byte order mark.
  public let hasByteOrderMark: Bool
  /// What was not given but found out.
  public let detected: [Detection]
  /// What is wrong.
  let log: DiagnosticLog

  /// What is wrong, in the file's order; behind it one diagnostic for each kind that is not told of
  /// each time, which counts the others.
  public var diagnostics: [Diagnostic] { log.diagnostics }
}
