import KollModel

/// How far a long run has come, on a terminal: done, total, current and the time left.
struct Progress {
  let total: Int
  let isShown: Bool
  let language: Language
  private let start = ContinuousClock.now
  private var hasShown = false

  init(total: Int, isShown: Bool, in language: Language) {
    (self.total, self.isShown, self.language) = (total, isShown && total > 1, language)
  }

  /// Shows how far the run has come, in the place of what was shown before.
  mutating func show(_ current: String, done: Int) {
    guard isShown else { return }
    hasShown = true
    CommonOptions.printError(
      "\r\u{1B}[K\(done)/\(total)\(timeLeft(after: done))  \(current.printable)"
    )
  }

  /// Clears the line.
  func end() {
    if hasShown { CommonOptions.printError("\r\u{1B}[K") }
  }

  /// The time that the rest takes if it goes on as it went; nothing before there is something to go by.
  private func timeLeft(after done: Int) -> String {
    guard done > 0 else { return "" }
    let passed = start.duration(to: .now)
    let left = (passed / done * (total - done)).components.seconds + 1
    switch language {
    case .swedish: return "  ca \(left) s kvar"
    case .english: return "  about \(left) s left"
    }
  }
}
