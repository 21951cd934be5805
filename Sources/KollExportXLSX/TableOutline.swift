internal import KollCalculation
internal import KollModel

/// Which rows of a table can be folded under their subtotals.
struct TableOutline {
  /// For each row, how many subtotals it is part of, at most 7.
  private let levels: [Int]
  /// Whether subtotals stand below their rows; `nil` when there are none, or not all on one side.
  let sumsStandBelow: Bool?

  /// No groups at all.
  init() {
    levels = []
    sumsStandBelow = nil
  }

  /// How many groups a row stands in.
  subscript(_ row: Int) -> Int { levels.indices.contains(row) ? levels[row] : 0 }

  /// Finds the groups of a table.
  init(of table: ComputedTable) {
    var steps = Array(repeating: 0, count: table.rows.count + 1)
    var sides: Set<Bool> = []
    let rows = table.rows.span
    for index in rows.indices where rows[index].role == .subtotal {
      let terms = rows[index].terms.map { $0.row }
      guard let first = terms.min(), let last = terms.max(),
        first >= 0, last < table.rows.count, last < index || first > index
      else { continue }
      let isBelow = last < index
      sides.insert(isBelow)
      // Rows between a sum and its terms, such as "varav" rows, belong to the group as well.
      steps[isBelow ? first : index + 1] += 1
      steps[isBelow ? index : last + 1] -= 1
    }
    var level = 0
    let levels = steps.dropLast().map { step in
      level += step
      return min(level, SheetLimits.outlineLevels)
    }
    sumsStandBelow = sides.count == 1 ? sides.first : nil
    self.levels = sides.count == 1 ? levels : levels.map { _ in 0 }
  }
}
