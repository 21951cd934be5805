internal import CXLSXWriter

extension Sheet {
  /// Makes cells stand out for as long as they hold a word.
  /// - Parameters:
  ///   - cells: The first and the last of the cells.
  ///   - word: The word, without quotation marks.
  ///   - format: What is laid over their own look.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func signal(
    _ cells: (first: CellReference, last: CellReference),
    holding word: String,
    _ format: Format,
  ) throws(WorkbookError) {
    let code = unsafe "\"\(word)\"".withCString { text in
      var options = unsafe lxw_conditional_format()
      unsafe options.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe options.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      // The library copies the text and does not write to it.
      unsafe options.value_string = UnsafeMutablePointer(mutating: text)
      unsafe options.format = format.handle
      return unsafe worksheet_conditional_format_range(
        handle,
        UInt32(cells.first.row),
        UInt16(cells.first.column),
        UInt32(cells.last.row),
        UInt16(cells.last.column),
        &options,
      )
    }
    try WorkbookError.check(code, during: .layout, at: place())
    tally.signals += 1
  }
}

extension Workbook {
  /// The look of what must not be missed: dark red on light red.
  /// - Parameter styles: The formats made so far.
  /// - Returns: The format.
  /// - Throws: ``WorkbookError`` when memory ran out.
  func alarm(from styles: inout StyleBook) throws(WorkbookError) -> Format {
    if let format = styles.alarm { return format }
    let format = try emptyFormat()
    format.applyAlarm()
    styles.alarm = format
    return format
  }
}

extension Format {
  /// What is laid over a cell's own look.
  fileprivate func applyAlarm() {
    unsafe format_set_bold(handle)
    unsafe format_set_font_color(handle, 0x9C0006)
    unsafe format_set_bg_color(handle, 0xFFC7CE)
  }
}
