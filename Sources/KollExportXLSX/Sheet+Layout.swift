internal import CXLSXWriter

extension Sheet {
  /// Sets how wide a column is.
  /// - Parameters:
  ///   - pixels: The width that its content needs, at 96 pixels an inch.
  ///   - column: The column.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func setWidth(_ pixels: Double, ofColumn column: Int) throws(WorkbookError) {
    // A width counts digits of the default font. The library adds five pixels of padding to it
    // and takes seven for a digit, whatever the font.
    let digits = min(255, max(1, pixels / TextMeasure.digitPixels - 5.0 / 7.0))
    let column = UInt16(column)
    try checkLayout(unsafe worksheet_set_column(handle, column, column, digits, nil))
    tally.columns += 1
  }

  /// Sets how high a row is and in how many groups that can be folded it stands.
  /// - Parameters:
  ///   - row: The row.
  ///   - lines: How many lines of ordinary text it holds.
  ///   - level: How many groups it stands in, 0 to 7.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  func setRow(_ row: Int, lines: Int, level: Int) throws(WorkbookError) {
    guard lines > 1 || level > 0 else { return }
    // Programs that open the file do not all measure wrapped cells themselves.
    let points = min(409, Double(lines) * 14.25 + 2)
    let height = lines > 1 ? points : Double(LXW_DEF_ROW_HEIGHT)
    var options = lxw_row_col_options(hidden: 0, level: UInt8(level), collapsed: 0)
    try checkLayout(unsafe worksheet_set_row_opt(handle, UInt32(row), height, nil, &options))
  }

  /// Says where the sums of folded rows stand.
  func setOutlineSymbols(below: Bool) {
    unsafe worksheet_outline_settings(handle, 1, below ? 1 : 0, 1, 0)
  }

  /// Keeps the rows above a row in sight, and a number of columns.
  func freeze(rowsAbove row: Int, columnsBefore column: Int) {
    unsafe worksheet_freeze_panes(handle, UInt32(row), UInt16(column))
  }

  /// Makes the sheet the one that is seen first.
  func activate() { unsafe worksheet_activate(handle) }

  /// Sets how the sheet is printed: A4 across, one page wide.
  /// - Parameter setup: What is printed, and what stands above and below it.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func setPrinting(_ setup: PageSetup) throws(WorkbookError) {
    unsafe worksheet_set_landscape(handle)
    unsafe worksheet_set_paper(handle, 9)  // A4
    unsafe worksheet_fit_to_pages(handle, 1, 0)
    unsafe worksheet_set_margins(handle, 0.6, 0.6, 0.8, 0.8)
    unsafe worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    try checkLayout(
      unsafe worksheet_print_area(
        handle,
        0,
        0,
        UInt32(setup.lastCell.row),
        UInt16(setup.lastCell.column),
      )
    )
    tally.definedNames += 1
    if let row = setup.repeatedRow.map(UInt32.init) {
      tally.definedNames += 1
      try checkLayout(unsafe worksheet_repeat_rows(handle, row, row))
    }
    try checkLayout(unsafe worksheet_set_header(handle, setup.header))
    try checkLayout(unsafe worksheet_set_footer(handle, setup.footer))
  }

  private func checkLayout(_ code: lxw_error) throws(WorkbookError) {
    try WorkbookError.check(code, during: .layout, at: place())
  }
}
