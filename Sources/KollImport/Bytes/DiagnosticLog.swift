internal import KollModel

/// The diagnostics of one file, as many as are worth keeping.
struct DiagnosticLog: Sendable {
  private(set) var kept: [Diagnostic] = []
  private(set) var omitted = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether another one would only be counted, so that its text need not be made.
  var isFull: Bool { kept.count >= limit }

  mutating func append(_ diagnostic: @autoclosure () -> Diagnostic) {
    if isFull {
      omitted += 1
    } else {
      kept.append(diagnostic())
    }
  }

  /// Counts diagnostics that are not made at all.
  mutating func omit(_ count: Int) {
    omitted += count
  }
}
