internal import CXLSXWriter
internal import KollCalculation
internal import KollModel
internal import KollReport

extension Workbook {
  /// Adds a chart of bars to a sheet, the first row at the top and its figure beside each bar.
  /// - Parameters:
  ///   - plan: The chart and its place.
  ///   - sheet: The sheet that holds its table.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  func add(_ plan: ChartPlan, to sheet: inout Sheet) throws(WorkbookError) {
    guard let chart = unsafe addChart(),
      let series = unsafe chart_add_series(
        chart,
        sheet.range(plan.labels),
        sheet.range(plan.figures),
      )
    else { throw .writingFailed(.chart, place: sheet.place(), reason: .memory) }
    unsafe chart_title_set_name(chart, plan.chart.title.cellText.printable)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 11
    unsafe font.bold = UInt8(LXW_TRUE.rawValue)
    unsafe chart_title_set_name_font(chart, &font)
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    var fill = lxw_chart_fill()
    fill.color = sheet.styles.theme.chartColour.libraryValue
    unsafe chart_series_set_fill(series, &fill)
    unsafe chart_series_set_labels(series)
    let column = plan.chart.table.columns[plan.chart.column]
    unsafe chart_series_set_labels_num_format(series, Workbook.numbers(of: column))
    unsafe setAxes(of: chart, column)
    try unsafe insert(chart, plan, in: &sheet)
  }

  /// How wide and high the library makes a chart, in pixels.
  private static let ordinarySize = (width: 480.0, height: 288.0)

  /// How a chart writes the figures of a column.
  private static func numbers(of column: TableColumn) -> String {
    let number =
      "#,##0" + (column.decimals > 0 ? "." + String(repeating: "0", count: column.decimals) : "")
    return column.isChange ? "+\(number);-\(number);\(number)" : number
  }

  /// Puts the first row at the top and the figures below, with their unit.
  private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>, _ column: TableColumn) {
    // The library calls upright axes y: in a chart of bars, that of the labels.
    let (labels, figures) = unsafe (chart.pointee.y_axis, chart.pointee.x_axis)
    unsafe chart_axis_set_reverse(labels)
    unsafe chart_axis_set_crossing_max(labels)
    // Beside the picture, also where bars go to the left.
    unsafe chart_axis_set_label_position(labels, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    unsafe chart_axis_set_num_format(figures, Workbook.numbers(of: column))
    unsafe chart_axis_major_gridlines_set_visible(figures, UInt8(LXW_FALSE.rawValue))
    if let unit = column.scale.unit {
      unsafe chart_axis_set_name(figures, "Belopp i \(unit.rawValue)")
    }
  }

  private func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>,
    _ plan: ChartPlan,
    in sheet: inout Sheet,
  ) throws(WorkbookError) {
    let code = unsafe plan.chart.description.cellText.printable.withCString { description in
      var options = unsafe lxw_chart_options()
      unsafe options.x_scale = plan.width / Workbook.ordinarySize.width
      unsafe options.y_scale = plan.height / Workbook.ordinarySize.height
      // The library copies the description and does not write to it.
      unsafe options.description = UnsafeMutablePointer(mutating: description)
      return unsafe worksheet_insert_chart_opt(sheet.handle, UInt32(plan.row), 0, chart, &options)
    }
    try WorkbookError.check(code, during: .chart, at: sheet.place())
    sheet.tally.charts.append(plan.chart.rows.count)
  }
}

extension Sheet {
  /// Cells of the sheet as a chart names them.
  fileprivate borrowing func range(_ cells: (CellReference, CellReference)) -> String {
    "='\(tally.name)'!\(cells.0.absolute):\(cells.1.absolute)"
  }
}

extension CellReference {
  /// The cell as a formula names it that stays where it is: `$B$5`.
  fileprivate var absolute: String {
    "$\(CellReference.letters(of: column))$\(row + 1)"
  }
}
