internal import CXLSXWriter
internal import KollCalculation
internal import KollModel
internal import KollReport

extension Workbook {
  /// Adds a chart to a sheet, with its title above and its description in words.
  /// - Parameters:
  ///   - plan: The chart and its place.
  ///   - sheet: The sheet that holds its table.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  func add(_ plan: ChartPlan, to sheet: inout Sheet) throws(WorkbookError) {
    guard let chart = unsafe addChart(plan.chart.form.type) else {
      throw .writingFailed(.chart, place: sheet.place(), reason: .memory)
    }
    unsafe chart_title_set_name(chart, plan.chart.title.cellText.printable)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 11
    unsafe font.bold = UInt8(LXW_TRUE.rawValue)
    unsafe chart_title_set_name_font(chart, &font)
    switch plan.chart.form {
    case .bars: try unsafe addBars(plan, to: chart, in: sheet)
    case .lines(let joinsGaps):
      try unsafe addLines(plan, to: chart, in: sheet)
      if joinsGaps {
        unsafe chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_CONNECTED.rawValue))
      }
    case .bridge: try unsafe addSteps(plan, to: chart, in: sheet)
    }
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

  /// Draws the first row at the top, and each figure beside its bar.
  private func addBars(
    _ plan: ChartPlan,
    to chart: UnsafeMutablePointer<lxw_chart>,
    in sheet: borrowing Sheet,
  ) throws(WorkbookError) {
    let series = try unsafe addSeries(plan.chart.strips[0], of: plan, to: chart, in: sheet)
    var fill = lxw_chart_fill()
    fill.color = sheet.styles.theme.chartColour.libraryValue
    unsafe chart_series_set_fill(series, &fill)
    unsafe chart_series_set_labels(series)
    unsafe chart_series_set_labels_num_format(series, Workbook.numbers(of: plan.chart.column))
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    // The library calls upright axes y: in a chart of bars, that of the labels.
    let (labels, figures) = unsafe (chart.pointee.y_axis, chart.pointee.x_axis)
    unsafe chart_axis_set_reverse(labels)
    unsafe chart_axis_set_crossing_max(labels)
    unsafe setAxes(labels: labels, figures: figures, of: plan.chart)
    unsafe chart_axis_major_gridlines_set_visible(figures, UInt8(LXW_FALSE.rawValue))
  }

  /// Draws lines that are told apart by dashes and marks as well as by colours.
  private func addLines(
    _ plan: ChartPlan,
    to chart: UnsafeMutablePointer<lxw_chart>,
    in sheet: borrowing Sheet,
  ) throws(WorkbookError) {
    let colour = sheet.styles.theme.chartColour.libraryValue
    for (strip, look) in zip(plan.chart.strips, LineLook.all(first: colour)) {
      let series = try unsafe addSeries(strip, of: plan, to: chart, in: sheet, isNamed: true)
      var line = lxw_chart_line()
      (line.color, line.width) = (look.colour, 2.25)
      line.dash_type = UInt8(look.dash.rawValue)
      unsafe chart_series_set_line(series, &line)
      var fill = lxw_chart_fill()
      fill.color = look.colour
      unsafe chart_series_set_marker_type(series, UInt8(look.marker.rawValue))
      unsafe chart_series_set_marker_size(series, 7)
      unsafe chart_series_set_marker_fill(series, &fill)
    }
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    let (labels, figures) = unsafe (chart.pointee.x_axis, chart.pointee.y_axis)
    unsafe setAxes(labels: labels, figures: figures, of: plan.chart)
    unsafe lighten(figures)
  }

  /// Draws bars that hang between the figures before and after each step: full where the figure
  /// rises and hollow where it falls.
  ///
  /// A thin line goes through the figures after the steps: some programs draw no hanging bars.
  private func addSteps(
    _ plan: ChartPlan,
    to chart: UnsafeMutablePointer<lxw_chart>,
    in sheet: borrowing Sheet,
  ) throws(WorkbookError) {
    let colour = sheet.styles.theme.chartColour.libraryValue
    for (number, strip) in plan.chart.strips.enumerated() {
      let series = try unsafe addSeries(strip, of: plan, to: chart, in: sheet, isNamed: true)
      var line = lxw_chart_line()
      if number == 0 {
        line.none = UInt8(LXW_TRUE.rawValue)
        unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
      } else {
        (line.color, line.width) = (colour, 0.75)
        line.dash_type = UInt8(LXW_CHART_LINE_DASH_ROUND_DOT.rawValue)
        unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_SQUARE.rawValue))
        unsafe chart_series_set_labels(series)
        unsafe chart_series_set_labels_num_format(series, Workbook.numbers(of: plan.chart.column))
        unsafe chart_series_set_labels_position(
          series,
          UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue),
        )
      }
      unsafe chart_series_set_line(series, &line)
    }
    var (rise, fall) = (lxw_chart_line(), lxw_chart_line())
    (rise.color, fall.color) = (colour, colour)
    var (rising, falling) = (lxw_chart_fill(), lxw_chart_fill())
    (rising.color, falling.color) = (colour, 0xFFFFFF)
    unsafe chart_set_up_down_bars_format(chart, &rise, &rising, &fall, &falling)
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    let (labels, figures) = unsafe (chart.pointee.x_axis, chart.pointee.y_axis)
    unsafe setAxes(labels: labels, figures: figures, of: plan.chart)
    unsafe lighten(figures)
  }

  private func addSeries(
    _ strip: Chart.Strip,
    of plan: ChartPlan,
    to chart: UnsafeMutablePointer<lxw_chart>,
    in sheet: borrowing Sheet,
    isNamed: Bool = false,
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart_series> {
    guard
      let series = unsafe chart_add_series(
        chart,
        sheet.range(plan.labels),
        sheet.range(plan.figures(of: strip)),
      )
    else { throw .writingFailed(.chart, place: sheet.place(), reason: .memory) }
    if isNamed {
      unsafe chart_series_set_name(series, sheet.formula(plan.name(of: strip).absolute))
    }
    return unsafe series
  }

  /// Writes the labels at the edge, also where figures are below zero, and what the figures are.
  private func setAxes(
    labels: UnsafeMutablePointer<lxw_chart_axis>?,
    figures: UnsafeMutablePointer<lxw_chart_axis>?,
    of chart: Chart,
  ) {
    unsafe chart_axis_set_label_position(labels, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    unsafe chart_axis_set_num_format(figures, Workbook.numbers(of: chart.column))
    unsafe chart_axis_set_name(figures, chart.axisTitle)
  }

  /// Makes the lines across the picture light, so that the one at zero stands out.
  private func lighten(_ axis: UnsafeMutablePointer<lxw_chart_axis>?) {
    var line = lxw_chart_line()
    (line.color, line.width) = (0xD9D9D9, 0.75)
    unsafe chart_axis_major_gridlines_set_line(axis, &line)
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
      unsafe options.x_offset = plan.place.column > 0 ? Int32(ChartPlan.gap) : 0
      return unsafe worksheet_insert_chart_opt(
        sheet.handle,
        UInt32(plan.place.row),
        UInt16(plan.place.column),
        chart,
        &options,
      )
    }
    try WorkbookError.check(code, during: .chart, at: sheet.place())
    sheet.tally.charts.append(ChartTally(of: plan.chart))
  }
}

/// How a line is drawn.
private struct LineLook {
  let colour: lxw_color_t
  let dash: lxw_chart_line_dash_type
  let marker: lxw_chart_marker_type

  /// The looks of the first line, in a colour of the workbook's, of the second, and so on.
  static func all(first colour: lxw_color_t) -> [LineLook] {
    [LineLook(colour: colour, dash: LXW_CHART_LINE_DASH_SOLID, marker: LXW_CHART_MARKER_CIRCLE)]
      + others
  }

  // Without dashes as marks: the library writes names for them that the format does not have.
  private static let others = [
    LineLook(colour: 0xC55A11, dash: LXW_CHART_LINE_DASH_DASH, marker: LXW_CHART_MARKER_DIAMOND),
    LineLook(
      colour: 0x595959,
      dash: LXW_CHART_LINE_DASH_ROUND_DOT,
      marker: LXW_CHART_MARKER_SQUARE,
    ),
    LineLook(
      colour: 0x2E8B8B,
      dash: LXW_CHART_LINE_DASH_DASH_DOT,
      marker: LXW_CHART_MARKER_TRIANGLE,
    ),
    LineLook(colour: 0x7030A0, dash: LXW_CHART_LINE_DASH_LONG_DASH, marker: LXW_CHART_MARKER_X),
    LineLook(
      colour: 0x806000,
      dash: LXW_CHART_LINE_DASH_SQUARE_DOT,
      marker: LXW_CHART_MARKER_PLUS,
    ),
    LineLook(
      colour: 0xA5123C,
      dash: LXW_CHART_LINE_DASH_LONG_DASH_DOT,
      marker: LXW_CHART_MARKER_STAR,
    ),
    LineLook(
      colour: 0x00703C,
      dash: LXW_CHART_LINE_DASH_LONG_DASH_DOT_DOT,
      marker: LXW_CHART_MARKER_CIRCLE,
    ),
  ]
}

extension Chart.Form {
  /// The library's kind of chart.
  fileprivate var type: lxw_chart_type {
    switch self {
    case .bars: LXW_CHART_BAR
    case .lines, .bridge: LXW_CHART_LINE
    }
  }
}

extension ChartTally {
  /// What the library writes for a chart: each figure has a copy of its label, and each line a name.
  fileprivate init(of chart: Chart) {
    strips = chart.strips.count
    points = chart.strips.reduce(0) { $0 + 2 * $1.count } + (chart.form == .bars ? 0 : strips)
    hasHangingBars = chart.form == .bridge
  }
}

extension Sheet {
  /// Cells of the sheet as a chart names them.
  fileprivate borrowing func range(_ cells: ChartPlan.Cells) -> String {
    formula("\(cells.0.absolute):\(cells.1.absolute)")
  }

  /// A cell or a range of the sheet as a formula.
  fileprivate borrowing func formula(_ cells: String) -> String { "='\(tally.name)'!\(cells)" }
}

extension CellReference {
  /// The cell as a formula names it that stays where it is: `$B$5`.
  fileprivate var absolute: String {
    "$\(CellReference.letters(of: column))$\(row + 1)"
  }
}
