internal import KollCalculation
internal import KollModel
internal import KollReport

/// What the looks of a column's cells have in common.
///
/// It is asked for each cell, and holds none of the column's words, which would be counted as used
/// each time.
struct ColumnLook {
  /// Whether the column holds words.
  let isText: Bool
  /// How amounts relate to the numbers shown.
  let scale: Scale
  /// Whether people write in the column's cells, on rows that are no sums.
  let isInput: Bool
  private let isShare: Bool
  private let pattern: NumberPattern

  /// Finds what a column's cells have in common.
  /// - Parameters:
  ///   - index: The column of the table.
  ///   - plan: The table and its place.
  init(_ index: Int, of plan: TablePlan) {
    let column = plan.table.columns[index]
    isText = column.isText
    scale = column.scale
    isShare = column.series.kind == .ratio
    isInput = plan.inputs.contains(index)
    pattern = NumberPattern(decimals: max(0, column.decimals), showsPlus: column.isChange)
  }

  /// Where content stands from left to right.
  var side: CellStyle.Side { isText ? .left : .right }

  /// How many steps content is set in.
  var indent: Int { isText ? TablePlan.textIndent : 0 }

  /// How a cell's number is shown; `nil` for words, and where people write: a figure is shown there
  /// with all its decimals, since a file of text gets what is shown.
  /// - Parameter cell: The cell.
  /// - Returns: The pattern.
  func pattern(of cell: Cell) -> NumberPattern? {
    guard !isText, !isInput else { return nil }
    var pattern = pattern
    pattern.isApproximate = cell.isApproximate
    guard let number = cell.value.fraction(in: scale) else {
      // A formula that shows no value now may show a figure later, of the column's own kind.
      pattern.isShare = isShare
      return pattern
    }
    if case .ratio = cell.value { pattern.isShare = true }
    return pattern.fitted(to: number)
  }
}
