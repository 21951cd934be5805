internal import CXLSXWriter
internal import KollCalculation
internal import KollModel
internal import KollReport

extension Sheet {
  /// The largest amount that may be written, in the unit of its column.
  private static let largestAmount = 1e12
  /// The most letters of a comment.
  private static let longestComment = 1_000.0

  /// Locks all cells but the open ones of a form, and lets only amounts into columns of amounts.
  /// - Parameter plan: The form's table.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func lock(allBut plan: TablePlan) throws(WorkbookError) {
    for column in plan.inputs {
      for rows in plan.openRows {
        try check(rows, inColumn: column, of: plan)
      }
    }
    var options = lxw_protection()
    (options.format_columns, options.format_rows) = (1, 1)
    unsafe worksheet_protect(handle, nil, &options)
    tally.isLocked = true
  }

  private mutating func check(
    _ rows: Range<Int>,
    inColumn column: Int,
    of plan: TablePlan,
  ) throws(WorkbookError) {
    let definition = plan.table.columns[column]
    let unit = definition.scale.unit.map { " i \($0.rawValue)" } ?? ""
    let message =
      definition.isText
      ? "Skriv högst \(Int(Sheet.longestComment)) tecken." : "Skriv ett belopp\(unit), med siffror."
    var rule = unsafe lxw_data_validation()
    let type = definition.isText ? LXW_VALIDATION_TYPE_LENGTH : LXW_VALIDATION_TYPE_DECIMAL
    unsafe rule.validate = UInt8(type.rawValue)
    unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    unsafe rule.minimum_number = definition.isText ? 0 : -Sheet.largestAmount
    unsafe rule.maximum_number = definition.isText ? Sheet.longestComment : Sheet.largestAmount
    let (first, last) = (
      plan.cell(row: rows.lowerBound, column: column),
      plan.cell(row: rows.upperBound - 1, column: column),
    )
    let code = unsafe message.withCString { text in
      // The library copies the text and does not write to it.
      unsafe rule.error_message = UnsafeMutablePointer(mutating: text)
      return unsafe worksheet_data_validation_range(
        handle,
        UInt32(first.row),
        UInt16(first.column),
        UInt32(last.row),
        UInt16(last.column),
        &rule,
      )
    }
    try WorkbookError.check(code, during: .layout, at: place())
    tally.validations += 1
  }
}

extension TablePlan {
  /// The rows with open cells, those that follow each other together.
  fileprivate var openRows: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, row) in table.rows.enumerated() where InputForm.isOpen(row) {
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges
  }
}
