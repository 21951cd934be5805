public import KollCalculation

/// How many of a report's controls hold, in a sentence.
public struct CheckSummary: Hashable, Sendable {
  /// The tables with the controls, a row each.
  public let tables: [TableName]
  /// How many controls there are.
  public let count: Int
  /// How many of them fail.
  public let failureCount: Int

  /// Counts the verdicts of tables.
  /// - Parameter tables: The tables with the controls, each with a name and a column of verdicts.
  public init(of tables: [ComputedTable]) {
    self.tables = tables.compactMap(\.name)
    count = tables.reduce(0) { $0 + $1.rows.count }
    failureCount = tables.reduce(0) { $0 + $1.failureCount }
  }

  /// The sentence.
  public var text: String {
    failureCount == 0 ? textWhenAllHold : "\(failureCount)\(endWhenSomeFail)"
  }

  /// What it says when no control fails.
  public var textWhenAllHold: String {
    count == 1 ? "Den enda kontrollen stämmer." : "Alla \(count) kontroller stämmer."
  }

  /// What it says after the number of controls that fail.
  public var endWhenSomeFail: String { " av \(count) kontroller stämmer inte." }
}

extension ComputedTable {
  fileprivate var failureCount: Int {
    guard let verdict = columns.firstIndex(where: { $0.judgement != nil }) else { return 0 }
    return rows.count { $0.cells[verdict].value == .text(Check.Verdict.differs.word) }
  }
}
