internal import KollReport

/// The formats made so far, one for each look.
struct StyleBook {
  /// What the looks have in common.
  let theme: Theme
  private var formats: [CellStyle: Format] = [:]
  /// The look and the format that each column's cells were asked for last: most cells look like the
  /// one above, and to compare looks is cheaper than to find them.
  private var latest: [(style: CellStyle, format: Format)?] = []
  /// What is laid over cells that must not be missed, once it was made.
  var alarm: Format?

  init(_ theme: Theme = Theme()) { self.theme = theme }

  /// The format of a cell's look in a column of the sheet, if it was made.
  subscript(_ style: CellStyle, inColumn column: Int) -> Format? {
    mutating get {
      if column < latest.count, let latest = latest[column], latest.style == style {
        return latest.format
      }
      guard let format = formats[style] else { return nil }
      while latest.count <= column { latest.append(nil) }
      latest[column] = (style, format)
      return format
    }
  }

  /// Whether another look has room in the workbook.
  var hasRoom: Bool { formats.count < SheetLimits.looks }

  /// Keeps a new format.
  mutating func keep(_ format: Format, for style: CellStyle) { formats[style] = format }
}

extension Workbook {
  /// The format of a look, made when it is met for the first time.
  /// - Parameters:
  ///   - style: The look.
  ///   - column: The sheet's column with the cell that has it.
  ///   - styles: The formats made so far.
  /// - Returns: The format.
  /// - Throws: ``WorkbookError`` when no more formats have room or memory ran out.
  func format(
    _ style: CellStyle,
    inColumn column: Int,
    from styles: inout StyleBook,
  ) throws(WorkbookError) -> Format {
    if let format = styles[style, inColumn: column] { return format }
    guard styles.hasRoom else { throw .tooMany(.looks) }
    let format = try format(style, styles.theme)
    styles.keep(format, for: style)
    return format
  }
}
