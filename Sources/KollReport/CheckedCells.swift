internal import KollCalculation
internal import KollModel

/// Finds the cells of a table that its checks compute again.
struct CheckedCells {
  private let name: TableName?
  /// The rows whose figures come from sources, by their areas.
  private var items: [AreaPath: Int] = [:]
  /// The sums and the areas that each adds up.
  private var sums: [AreaPath: [(row: Int, areas: Set<AreaPath>)]] = [:]

  /// Prepares the search.
  /// - Parameter table: The table with the checks.
  init(of table: ComputedTable) {
    name = table.name
    for (index, row) in table.rows.enumerated() where row.role != .heading {
      if row.terms.isEmpty {
        items[row.path] = index
      } else if let areas = table.areas(ofSum: index) {
        sums[row.path, default: []].append((index, areas))
      }
    }
  }

  /// The cells that a check's computed figure is read from: that of the sum of the same rows, or
  /// those of the rows themselves where the table has no such sum.
  /// - Parameter check: A check of the table.
  /// - Returns: The cells; none where the table does not show them.
  func terms(of check: Check) -> [CellTerm] {
    guard let name else { return [] }
    switch check.kind {
    case .rows:
      let covered = check.areas.filter { items[$0] != nil }
      let sum = sums[check.path]?.first { $0.areas == Set(covered) }
      let rows = sum.map { [$0.row] } ?? covered.compactMap { items[$0] }
      return rows.map { CellTerm(CellPlace(name, row: $0, column: check.column)) }
    case .columns:
      guard let row = items[check.path] else { return [] }
      return check.terms.map { term in
        CellTerm(
          CellPlace(name, row: row, column: term.series),
          isSubtracted: term.isSubtracted,
        )
      }
    }
  }
}

extension ComputedTable {
  /// The areas that a row is the plain sum of; `nil` when something is taken away.
  fileprivate func areas(ofSum row: Int) -> Set<AreaPath>? {
    var areas: Set<AreaPath> = []
    for term in rows[row].terms {
      guard !term.isSubtracted else { return nil }
      if rows[term.row].terms.isEmpty {
        areas.insert(rows[term.row].path)
      } else if let below = self.areas(ofSum: term.row) {
        areas.formUnion(below)
      } else {
        return nil
      }
    }
    return areas
  }
}
