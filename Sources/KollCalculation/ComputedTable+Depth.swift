internal import KollModel

extension ComputedTable {
  /// The table without the areas below a level.
  ///
  /// Figures stay what they are. A sum whose rows are left out adds those that stand for them, and
  /// the sums at the lowest level left add none.
  /// - Parameter depth: The lowest level to show; 1 shows the widest areas.
  /// - Returns: The smaller table.
  public func limited(toDepth depth: Int) -> ComputedTable {
    let kept = rows.indices.filter { rows[$0].level <= depth }
    var table = self
    table.rows = kept.map { rows[$0] }
    for index in table.rows.indices where !table.rows[index].terms.isEmpty {
      table.rows[index].terms = table.termsLeft(of: index)
      // What nothing is shown below is no sum to a reader.
      if table.rows[index].role == .subtotal, table.rows[index].terms.isEmpty {
        table.rows[index].role = .item
      }
    }
    return table
  }

  /// The rows that a sum adds up when only these rows are shown: the lowest below it.
  private func termsLeft(of sum: Int) -> [RowTerm] {
    let below = rows.indices.filter {
      $0 != sum && (rows[$0].role == .item || rows[$0].role == .subtotal)
        && rows[$0].isBelow(rows[sum])
    }
    let lowest = below.filter { row in !below.contains { rows[$0].isBelow(rows[row]) } }
    return lowest.map { RowTerm($0) }
  }
}

extension ComputedRow {
  /// Whether the row's area is a part of another row's.
  fileprivate func isBelow(_ other: ComputedRow) -> Bool {
    level > other.level && path.labels.starts(with: other.path.labels)
  }
}
