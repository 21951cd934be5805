internal import KollModel

/// The diagnostics of one file: of each kind as many as are worth keeping, and how many more.
struct DiagnosticLog: Sendable {
  private(set) var kept: [Diagnostic] = []
  /// Whether any is an error, kept or not.
  private(set) var hasErrors = false
  private let file: String
  private let limit: Int
  private var counts: [Kind: Int] = [:]
  private var omittedCounts: [Kind: Int] = [:]

  /// Findings that are counted together.
  private struct Kind: Hashable {
    let code: DiagnosticCode
    let severity: Diagnostic.Severity
  }

  /// Creates an empty log.
  /// - Parameters:
  ///   - file: The file's path as diagnostics name it.
  ///   - limit: The most diagnostics of one code and severity that are kept.
  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }
}

extension DiagnosticLog {
  /// How many diagnostics are not kept.
  var omitted: Int { omittedCounts.values.reduce(0, +) }

  /// Whether some errors are not kept, so that what follows from them cannot be told.
  var omitsErrors: Bool { omittedCounts.keys.contains { $0.severity == .error } }

  /// What is kept, and for each kind one diagnostic that counts those that are not.
  var diagnostics: [Diagnostic] {
    let kinds = omittedCounts.sorted {
      ($0.key.severity, $0.key.code.rawValue) < ($1.key.severity, $1.key.code.rawValue)
    }
    return kept
      + kinds.map { kind, count in .omitted(count, kind.code, kind.severity, in: file) }
  }

  /// Whether another of a kind would only be counted, so that its text need not be made.
  func isFull(of code: DiagnosticCode, _ severity: Diagnostic.Severity = .error) -> Bool {
    counts[Kind(code: code, severity: severity), default: 0] >= limit
  }

  mutating func append(_ diagnostic: Diagnostic) {
    if isFull(of: diagnostic.code, diagnostic.severity) {
      omit(diagnostic.code, diagnostic.severity)
    } else {
      counts[Kind(code: diagnostic.code, severity: diagnostic.severity), default: 0] += 1
      hasErrors = hasErrors || diagnostic.severity == .error
      kept.append(diagnostic)
    }
  }

  /// Counts a diagnostic that is not made at all.
  mutating func omit(_ code: DiagnosticCode, _ severity: Diagnostic.Severity = .error) {
    hasErrors = hasErrors || severity == .error
    omittedCounts[Kind(code: code, severity: severity), default: 0] += 1
  }
}

extension Diagnostic {
  /// Findings of one kind that are counted and not told one by one.
  fileprivate static func omitted(
    _ count: Int,
    _ code: DiagnosticCode,
    _ severity: Severity,
    in file: String,
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      code,
      severity,
      at: Location(file: file),
      Phrase(sv: "\(count) till visas inte", en: "\(count) more are not shown"),
    )
    diagnostic.count = count
    return diagnostic
  }
}
