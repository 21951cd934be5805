public import KollModel

extension TableDefinition {
  /// A statement's rows with the columns of tables that were arranged as it.
  /// - Parameters:
  ///   - statement: The statement.
  ///   - tables: The tables, arranged as the statement.
  public init(_ statement: Statement, of tables: [ImportedTable]) {
    self.init(joining: tables)
    title = statement.title
    areaTitle = "Rad"
    sign = .result
    let parts = rows.filter { $0.role == .ofWhich }
    rows = []
    var indices: [String: Int] = [:]
    let withFigures = Set(tables.flatMap { table in table.facts.map { table.areas[$0.area] } })
    for row in statement.rows where row.content != .optional || withFigures.contains(row.path) {
      indices[row.key] = rows.count
      rows.append(
        RowDefinition(
          label: row.label,
          path: row.path,
          role: row.role,
          content: row.content(indices),
        )
      )
      rows += parts.filter { $0.path.labels.first == row.key }
    }
    if let last = rows.lastIndex(where: { $0.role == .subtotal }) { rows[last].role = .total }
  }
}

extension Statement.Row {
  fileprivate func content(_ indices: [String: Int]) -> RowDefinition.Content {
    switch content {
    case .stated, .optional: .facts
    case .sum(let keys): .terms(keys.compactMap { indices[$0].map { RowTerm($0) } })
    case .heading: .none
    }
  }
}
