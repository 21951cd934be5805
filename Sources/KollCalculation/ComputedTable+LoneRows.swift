internal import KollModel

extension ComputedTable {
  /// The table as people read it: the sum of a group with a single row is that row, shown once.
  ///
  /// The row then stands in the group's place, under both names.
  public var showingLoneRowsOnce: ComputedTable {
    let standIns = standIns
    guard !standIns.isEmpty else { return self }
    let places = places(with: standIns)
    var table = self
    table.rows = rows.indices.filter { standIns[$0] == nil }.map { rows[$0] }
    for index in table.rows.indices {
      table.rows[index].terms = table.rows[index].terms.map { term in
        RowTerm(places[term.row], isSubtracted: term.isSubtracted)
      }
    }
    for group in standIns.keys {
      let isUnderHeading = hasHeading(rows[group].path)
      table.rows[places[group]].stand(for: rows[group], isUnderHeading: isUnderHeading)
    }
    return table
  }

  /// Where each row stands in ``showingLoneRowsOnce``; a sum shown as its single row stands there.
  public var placesShowingLoneRowsOnce: [Int] { places(with: standIns) }

  private func places(with standIns: [Int: Int]) -> [Int] {
    var places: [Int] = []
    var next = 0
    for row in rows.indices {
      places.append(next)
      if standIns[row] == nil { next += 1 }
    }
    return rows.indices.map { places[standIns[$0] ?? $0] }
  }

  /// The rows that stand for sums, by the sums.
  private var standIns: [Int: Int] {
    var standIns: [Int: Int] = [:]
    for (index, row) in rows.enumerated() where row.role == .subtotal {
      if let only = onlyRow(below: index) { standIns[index] = only }
    }
    return standIns
  }

  /// The one item that a sum adds up, when it stands directly below the sum or below sums that add
  /// up nothing else.
  private func onlyRow(below sum: Int) -> Int? {
    guard rows[sum].terms.count == 1, let term = rows[sum].terms.first, !term.isSubtracted,
      rows[term.row].role == .item, sum < term.row,
      rows[sum..<term.row].allSatisfy({ $0.terms == rows[sum].terms || $0.role == .heading })
    else { return nil }
    return term.row
  }

  private func hasHeading(_ path: AreaPath) -> Bool {
    rows.contains { $0.role == .heading && $0.path == path }
  }
}

extension ComputedRow {
  /// Takes the place of a sum that adds up nothing else.
  fileprivate mutating func stand(for sum: ComputedRow, isUnderHeading: Bool) {
    guard !isUnderHeading, sum.level < level else { return }
    let names = path.labels.dropFirst(sum.level - 1)
    var distinct: [String] = []
    for name in names where distinct.last != name { distinct.append(name) }
    label = distinct.joined(separator: " / ")
    path = AreaPath(Array(path.labels.prefix(sum.level - 1)) + [label])
  }
}
