internal import KollReport

/// A chart with its place on a sheet, and the cells that it shows.
struct ChartPlan {
  /// The chart.
  let chart: Chart
  /// The sheet's cell that it begins in.
  let place: CellReference
  /// The table that it shows.
  let table: TablePlan

  /// How wide it is, in pixels.
  let width: Double
  /// How much of the sheet's width it takes: programs differ in how wide they show columns.
  static let share = 0.8
  /// The widest that bars are easy to compare, in pixels.
  static let widest = 720.0
  /// The narrowest that a chart beside its table is, in pixels.
  static let narrowest = 400.0
  /// What separates it from a table beside it, in pixels.
  static let gap = 24.0
  /// How high a row of the sheet is, in pixels.
  private static let rowHeight = 20.0

  /// How many rows of the sheet it covers.
  var rowCount: Int { ChartPlan.rowCount(of: chart) }

  /// How high it is, in pixels.
  var height: Double { ChartPlan.height(of: chart) }

  /// How high a chart is with the empty row above it, in points.
  static func points(of chart: Chart) -> Double {
    Double(1 + rowCount(of: chart)) * PrintedPages.row
  }

  private static func rowCount(of chart: Chart) -> Int {
    Int((height(of: chart) / ChartPlan.rowHeight).rounded(.up))
  }

  /// The title and the axis, and room for each bar or for the curves.
  private static func height(of chart: Chart) -> Double {
    switch chart.form {
    case .bars: 110 + 30 * Double(chart.strips[0].count)
    case .lines: 300
    // Long labels of steps are set aslant.
    case .bridge: 380
    }
  }

  /// The cells that a part of a chart shows: the first and the last of them.
  typealias Cells = (CellReference, CellReference)

  /// The labels along the figures.
  var labels: Cells {
    switch chart.strips[0] {
    case .row(_, let columns): cells(rows: -1..<0, columns: columns)
    case .column(_, let rows): cells(rows: rows, columns: -1..<0)
    }
  }

  /// The figures of a strip.
  func figures(of strip: Chart.Strip) -> Cells {
    switch strip {
    case .row(let row, let columns): cells(rows: row..<row + 1, columns: columns)
    case .column(let column, let rows): cells(rows: rows, columns: column..<column + 1)
    }
  }

  /// The cell with a strip's name.
  func name(of strip: Chart.Strip) -> CellReference {
    switch strip {
    case .row(let row, _): cells(rows: row..<row + 1, columns: -1..<0).0
    case .column(let column, _): cells(rows: -1..<0, columns: column..<column + 1).0
    }
  }

  /// Cells by the table's rows and columns; before the first stand the titles and the labels.
  private func cells(rows: Range<Int>, columns: Range<Int>) -> Cells {
    (
      CellReference(row: table.headerRow + 1 + rows.lowerBound, column: 1 + columns.lowerBound),
      CellReference(row: table.headerRow + rows.upperBound, column: columns.upperBound),
    )
  }
}
