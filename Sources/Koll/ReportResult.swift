internal import FoundationEssentials
internal import KollModel

/// What became of a report: told by the process that made it to the one that counts.
public struct ReportResult: Codable, Sendable {
  /// The place of the report among those asked for.
  let index: Int
  /// The report's files, also those that are as they were.
  var outputs: [Manifest.Output] = []
  /// Which of the files were written.
  var written: [String] = []
  var checks: [Manifest.CheckRecord] = []
  var findings: [Diagnostic] = []
  /// Why it was not written; `nil` when it was, or was up to date.
  var hindrance: Hindrance?

  /// What stands in the way of a report.
  enum Hindrance: Codable, Hashable {
    /// Files that it stands on have errors.
    case faulty([String])
    /// What was found while it was made.
    case findings
    /// The file system.
    case system
    /// The process that was to write it told nothing.
    case lost
  }

  init(_ index: Int, hindrance: Hindrance? = nil) {
    self.index = index
    self.hindrance = hindrance
  }
}

extension ReportResult {
  /// Reads what another process told.
  /// - Parameter line: The line.
  public init?(line: String) {
    guard let result = try? JSONDecoder().decode(ReportResult.self, from: Data(line.utf8)) else {
      return nil
    }
    self = result
  }

  /// The result as a line, without its break.
  public var line: String {
    // It holds nothing that JSON cannot say.
    (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
