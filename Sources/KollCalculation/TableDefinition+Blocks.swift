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
    var closed: [Block] = []
    var moved: [Int: Int] = [:]
    func close(to depth: Int) {
      while open.count > depth, let block = open.popLast() {
        var sum = block.group
        sum.label = "Summa \(block.group.label)"
        sum.content = .terms(block.terms)
        closed.append((definition.rows.count, block.terms))
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
      let (sums, rest) = terms.covered(by: closed.filter { $0.sum < index })
      let rows = rest.compactMap { term in
        moved[term.row].map { RowTerm($0, isSubtracted: term.isSubtracted) }
      }
      definition.rows[index].content = .terms((sums + rows).sorted { $0.row < $1.row })
    }
    return definition
  }
}

/// A block's sum, and the terms that it has in the definition without blocks.
private typealias Block = (sum: Int, terms: [RowTerm])

extension [RowTerm] {
  /// The sums of the widest blocks that the terms hold, and the terms outside of them.
  ///
  /// A sum of sums counts also the rows that people add to a block.
  fileprivate func covered(by blocks: [Block]) -> (sums: [RowTerm], rest: Set<RowTerm>) {
    var rest = Set(self)
    var sums: [RowTerm] = []
    // A block is closed after those inside it.
    for block in blocks.reversed() where !block.terms.isEmpty {
      guard block.terms.allSatisfy(rest.contains) else { continue }
      rest.subtract(block.terms)
      sums.append(RowTerm(block.sum))
    }
    return (sums, rest)
  }
}
