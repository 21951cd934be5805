internal import KollModel

extension TableDefinition {
  /// The same rows with each group as a block: its name as a heading, its rows, and its sum below.
  ///
  /// So a planning template is filled in: a unit adds rows to its block, and the sum covers what
  /// stands between the heading and itself.
  /// - Returns: The definition; rows outside of groups and the total stay where they are.
  public var inBlocks: TableDefinition {
    var definition = self
    definition.rows = []
    var open: [(group: RowDefinition, terms: [RowTerm])] = []
    var moved: [Int: Int] = [:]
    func close(to depth: Int) {
      while open.count > depth, let block = open.popLast() {
        var sum = block.group
        sum.label = "Summa \(block.group.label)"
        sum.content = .terms(block.terms)
        definition.rows.append(sum)
      }
    }
    for (index, row) in rows.enumerated() {
      let depth = open.lastIndex { row.path.labels.starts(with: $0.group.path.labels) }
      close(to: row.role == .total ? 0 : (depth ?? -1) + 1)
      if case .terms(let terms) = row.content, row.role == .subtotal {
        var heading = row
        heading.role = .heading
        heading.content = .none
        definition.rows.append(heading)
        open.append((row, terms))
      } else {
        moved[index] = definition.rows.count
        definition.rows.append(row)
      }
    }
    close(to: 0)
    for index in definition.rows.indices {
      guard case .terms(let terms) = definition.rows[index].content else { continue }
      definition.rows[index].content = .terms(
        terms.compactMap { term in
          moved[term.row].map { RowTerm($0, isSubtracted: term.isSubtracted) }
        }
      )
    }
    return definition
  }
}
