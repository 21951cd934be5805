internal import CXLSXWriter
internal import KollModel

/// A sheet of the C library, lent by its workbook while it is filled.
///
/// Safe because the handles are those of a live workbook, which lends the sheet for the length of
/// one call and cannot be closed meanwhile.
@safe struct Sheet: ~Copyable {
  /// The library's sheet.
  let handle: UnsafeMutablePointer<lxw_worksheet>
  /// The formats made so far in the workbook.
  var styles = StyleBook()
  /// What was written.
  var tally: SheetTally
  /// What had to be shortened.
  private(set) var shortened: [Diagnostic] = []

  @unsafe init(_ handle: UnsafeMutablePointer<lxw_worksheet>, name: String, isStreamed: Bool) {
    unsafe self.handle = handle
    tally = SheetTally(name: name, isStreamed: isStreamed)
  }

  /// What a cell gets.
  enum Content {
    /// A look and nothing else.
    case blank
    /// A number.
    case number(Double)
    /// A text, which is never read as a formula.
    case text(String)
    /// A formula and the number that it gives.
    case formula(FormulaText, number: Double)
    /// A formula and the text that it gives.
    case textFormula(FormulaText, text: String)
  }

  /// Writes a text, shortened to what a cell holds.
  /// - Parameters:
  ///   - text: Any text.
  ///   - cell: Where it is, within the limits of a sheet.
  ///   - format: How it looks.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func write(
    text: String,
    at cell: CellReference,
    _ format: Format,
  ) throws(WorkbookError) {
    let form = CellText(text)
    if form.isShortened { shortened.append(.shortened(text, on: place(cell))) }
    try write(.text(form.text), at: cell, format)
  }

  /// Writes a cell.
  ///
  /// An empty text is a blank: the library has no cell for it.
  /// - Parameters:
  ///   - content: What it holds.
  ///   - cell: Where it is, within the limits of a sheet.
  ///   - format: How it looks.
  /// - Throws: ``WorkbookError`` when the library refuses it.
  mutating func write(
    _ content: Content,
    at cell: CellReference,
    _ format: Format,
  ) throws(WorkbookError) {
    let (row, column) = (UInt32(cell.row), UInt16(cell.column))
    let look = unsafe format.handle
    tally.countRow(cell.row)
    let code: lxw_error
    switch content {
    case .text(""), .blank:
      code = unsafe worksheet_write_blank(handle, row, column, look)
      tally.blanks += 1
    case .number(let number):
      precondition(number.isFinite, "a cell cannot hold \(number)")
      code = unsafe worksheet_write_number(handle, row, column, number, look)
      tally.numbers += 1
    case .text(let text):
      code = unsafe worksheet_write_string(handle, row, column, text, look)
      tally.texts += 1
      tally.inlineBytes? += text.utf8.count
    case .formula(let formula, let number):
      precondition(number.isFinite, "a cell cannot hold \(number)")
      code = unsafe worksheet_write_formula_num(handle, row, column, formula.bytes, look, number)
      tally.formulas += 1
    case .textFormula(let formula, let text):
      code = unsafe worksheet_write_formula_str(handle, row, column, formula.bytes, look, text)
      tally.formulas += 1
    }
    try WorkbookError.check(code, during: .cell, at: place(cell))
  }

  /// A place on this sheet, for messages.
  func place(_ cell: CellReference? = nil) -> WorkbookError.Place {
    WorkbookError.Place(sheet: tally.name, cell: cell?.description)
  }
}

extension Diagnostic {
  /// The warning that a text was too long for a cell.
  fileprivate static func shortened(_ text: String, on place: WorkbookError.Place) -> Diagnostic {
    let cell = place.cell ?? ""
    return Diagnostic(
      .textShortened,
      .warning,
      value: text.shortened(toUTF16: 60),
      Phrase(
        sv: """
          texten i cell \(cell) på bladet "\(place.sheet)" är förkortad: en cell har högst \
          \(SheetLimits.cellText) tecken
          """,
        en: """
          the text in cell \(cell) of sheet "\(place.sheet)" is shortened: a cell has at most \
          \(SheetLimits.cellText) characters
          """,
      ),
    )
  }
}
