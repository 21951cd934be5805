internal import KollReport

/// The formats made so far, one for each look.
struct StyleBook {
  /// What the looks have in common.
  let theme: Theme
  private var formats: [CellStyle: Format] = [:]
  /// What is laid over cells that must not be missed, once it was made.
  var alarm: Format?

  init(_ theme: Theme = Theme()) { self.theme = theme }

  /// The look's format, if it was made.
  subscript(_ style: CellStyle) -> Format? { formats[style] }

  /// Whether another look has room in the workbook.
  var hasRoom: Bool { formats.count < SheetLimits.looks }

  /// Keeps a new format.
  mutating func keep(_ format: Format, for style: CellStyle) { formats[style] = format }
}

extension Workbook {
  /// The format of a look, made when it is met for the first time.
  /// - Parameters:
  ///   - style: The look.
  ///   - styles: The formats made so far.
  /// - Returns: The format.
  /// - Throws: ``WorkbookError`` when no more formats have room or memory ran out.
  func format(_ style: CellStyle, from styles: inout StyleBook) throws(WorkbookError) -> Format {
    if let format = styles[style] { return format }
    guard styles.hasRoom else { throw .tooMany(.looks) }
    let format = try format(style, styles.theme)
    styles.keep(format, for: style)
    return format
  }
}
