public import KollModel

extension Tie {
  /// The ties between a report's statements, and between them and the table of its areas.
  ///
  /// What must be the same, each row of a statement says itself.
  /// - Parameters:
  ///   - statements: The statements and their tables.
  ///   - areas: The table of the areas, when there is one.
  /// - Returns: The ties, of every series that both sides have figures for, each once.
  /// - Throws: `AmountOverflow` when a difference does not fit.
  public static func all(
    among statements: [(statement: Statement, table: ComputedTable)],
    and areas: ComputedTable?,
  ) throws(AmountOverflow) -> [Tie] {
    var ties: [Tie] = []
    for (statement, table) in statements {
      for declared in statement.rows {
        guard let counterpart = declared.counterpart, let row = Row(declared.key, of: table) else {
          continue
        }
        for (other, title) in counterpart.rows(among: statements, and: areas) {
          ties += try all(row, other, named: (statement.title, title))
        }
      }
    }
    // A statement that a report shows twice says the same twice.
    return ties.reduce(into: []) { ties, tie in
      if !ties.contains(where: { $0.statement == tie.statement }) { ties.append(tie) }
    }
  }
}

extension Statement.Row.Counterpart {
  /// The rows that are meant, each with what its table is called.
  fileprivate func rows(
    among statements: [(statement: Statement, table: ComputedTable)],
    and areas: ComputedTable?,
  ) -> [(row: Tie.Row, title: String)] {
    switch self {
    case .areas:
      areas.flatMap { Tie.Row(totalOf: $0) }.map { [($0, "Områdena")] } ?? []
    case .row(let key, let name):
      statements.compactMap { statement, table in
        guard statement.name == name, let row = Tie.Row(key, of: table) else { return nil }
        return (row, statement.title)
      }
    case .opening: []
    }
  }
}
