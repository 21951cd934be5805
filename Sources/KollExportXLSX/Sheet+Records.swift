internal import CXLSXWriter
internal import KollCalculation

extension Sheet {
  /// Makes a text that is written lead to another place of the workbook.
  /// - Parameters:
  ///   - cell: The cell that holds the text.
  ///   - target: The place, such as `internal:'Data'!A1`; its sheet has a name of ``SheetNamer``.
  ///   - tip: What is shown when a pointer rests on it.
  ///   - text: What the cell shows.
  ///   - format: How it looks.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func link(
    _ cell: CellReference,
    to target: String,
    tip: String? = nil,
    _ text: String,
    _ format: Format,
  ) throws(WorkbookError) {
    let code = unsafe worksheet_write_url_opt(
      handle,
      UInt32(cell.row),
      UInt16(cell.column),
      target,
      format.handle,
      text,
      tip,
    )
    try WorkbookError.check(code, during: .cell, at: place(cell))
    tally.links += 1
  }

  /// Makes the cells of a table one of the program's own tables, with a filter; its cells are
  /// written after it.
  ///
  /// A table without rows stays cells alone: there is nothing to filter.
  /// - Parameter plan: The table and its place; no two of its columns have the same title.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func addRecords(_ plan: TablePlan) throws(WorkbookError) {
    guard !plan.table.rows.isEmpty else { return }
    let titles = ([plan.table.areaTitle] + plan.table.columns.map(\.title)).map { title in
      CellText(title).text
    }
    let (first, last) = (UInt32(plan.headerRow), UInt32(plan.headerRow + plan.table.rows.count))
    let code = unsafe withLibraryColumns(titles) { columns in
      var options = unsafe lxw_table_options()
      unsafe options.columns = columns
      unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      unsafe options.style_type_number = 1
      return unsafe worksheet_add_table(
        handle,
        first,
        0,
        last,
        UInt16(titles.count - 1),
        &options,
      )
    }
    try WorkbookError.check(code, during: .layout, at: place())
    tally.tables.append(titles.count)
    try ignoreNumbersAsText(rows: plan.headerRow + 1...Int(last), columns: titles.count)
  }

  /// Gives rows a filter, and their first row the buttons for it.
  /// - Parameters:
  ///   - rows: The rows, that of the titles first.
  ///   - columns: How many columns they have.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func addFilter(rows: ClosedRange<Int>, columns: Int) throws(WorkbookError) {
    let (first, last) = (UInt32(rows.lowerBound), UInt32(rows.upperBound))
    let code = unsafe worksheet_autofilter(handle, first, 0, last, UInt16(columns - 1))
    try WorkbookError.check(code, during: .layout, at: place())
    tally.filters += 1
    tally.definedNames += 1
    try ignoreNumbersAsText(rows: rows, columns: columns)
  }

  /// Years and codes are words in records, which programs would mark as mistakes.
  private func ignoreNumbersAsText(
    rows: ClosedRange<Int>,
    columns: Int,
  ) throws(WorkbookError) {
    let cells =
      "A\(rows.lowerBound + 1):\(CellReference(row: rows.upperBound, column: columns - 1))"
    let ignored = unsafe worksheet_ignore_errors(
      handle,
      UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
      cells,
    )
    try WorkbookError.check(ignored, during: .layout, at: place())
  }

  /// Lends the titles of columns as the library takes them: pointers with a null behind the last.
  private func withLibraryColumns<Result>(
    _ titles: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>) -> Result,
  ) -> Result {
    let texts = unsafe titles.map { unsafe strdup($0) }
    let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: titles.count)
    let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>
      .allocate(capacity: titles.count + 1)
    defer {
      for index in titles.indices { unsafe free(texts[index]) }
      unsafe columns.deallocate()
      unsafe list.deallocate()
    }
    for index in titles.indices {
      unsafe (columns + index).initialize(to: lxw_table_column())
      unsafe columns[index].header = texts[index]
      unsafe list[index] = columns + index
    }
    unsafe list[titles.count] = nil
    return unsafe body(list)
  }
}
