public import KollModel

/// What a run gave: a result, or none when the input has errors, and all findings.
public struct Outcome<Value> {
  /// The result, or `nil` when the input has errors.
  public let value: Value?
  /// Everything that was found wrong or doubtful, in the order of the input.
  public let diagnostics: [Diagnostic]

  init(_ value: Value?, _ diagnostics: [Diagnostic]) {
    self.value = diagnostics.haveErrors ? nil : value
    self.diagnostics = diagnostics
  }
}

extension Outcome: Sendable where Value: Sendable {}

extension [Diagnostic] {
  /// Whether some of them are errors.
  var haveErrors: Bool { contains { $0.severity == .error } }

  /// Adds what was found of a report, each finding once.
  ///
  /// What is true of every month and area is not said of each. Where several are about the same place, the first alone says what to do.
  mutating func tell(_ findings: [Diagnostic]) {
    for var finding in findings {
      let earlier = filter { $0.code == finding.code && $0.location == finding.location }
      // A nämnd's report calls the area of a comment by another name than the organisation's does.
      let isTold = earlier.contains {
        $0.message == finding.message || finding.code == .commentStale
      }
      if isTold { continue }
      if earlier.contains(where: { $0.help == finding.help }) { finding.help = nil }
      append(finding)
    }
  }

  /// Makes every finding an error.
  mutating func countWarningsAsErrors() {
    for index in indices { self[index].severity = .error }
  }
}
