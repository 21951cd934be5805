public import KollModel

/// What a run gave: a result, or none when the input has errors, and all findings.
public struct Outcome<Value> {
  /// The result, or `nil` when the input has errors.
  public let value: Value?
  /// Everything that was found wrong or doubtful, in the order of the input.
  public let diagnostics: [Diagnostic]

  init(_ value: Value?, _ diagnostics: [Diagnostic]) {
    self.value = diagnostics.contains { $0.severity == .error } ? nil : value
    self.diagnostics = diagnostics
  }
}

extension Outcome: Sendable where Value: Sendable {}

extension [Diagnostic] {
  /// Makes every finding an error.
  mutating func countWarningsAsErrors() {
    for index in indices { self[index].severity = .error }
  }
}
