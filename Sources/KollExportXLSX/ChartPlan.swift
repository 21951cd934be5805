internal import KollReport

/// A chart with its place on a sheet, and the cells that it shows.
struct ChartPlan {
  /// The chart.
  let chart: Chart
  /// The sheet's row that it begins in, counted from 0.
  let row: Int
  /// The table that it shows.
  let table: TablePlan

  /// How wide it is, in pixels.
  let width: Double
  /// How much of the sheet's width it takes: programs differ in how wide they show columns.
  static let share = 0.8
  /// The widest that bars are easy to compare, in pixels.
  static let widest = 720.0
  /// How high a row of the sheet is, in pixels.
  private static let rowHeight = 20.0

  /// How high it is: the title, the axis, and room for each bar; in pixels.
  var height: Double { 110 + 30 * Double(chart.rows.count) }

  /// How many rows of the sheet it covers.
  var rowCount: Int { Int((height / ChartPlan.rowHeight).rounded(.up)) }

  /// The first and the last cell of the labels.
  var labels: (CellReference, CellReference) { cells(inColumn: 0) }

  /// The first and the last cell of the figures.
  var figures: (CellReference, CellReference) { cells(inColumn: chart.column + 1) }

  private func cells(inColumn column: Int) -> (CellReference, CellReference) {
    let first = table.headerRow + 1
    return (
      CellReference(row: first + chart.rows.lowerBound, column: column),
      CellReference(row: first + chart.rows.upperBound - 1, column: column),
    )
  }
}
