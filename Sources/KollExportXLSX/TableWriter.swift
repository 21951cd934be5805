internal import KollCalculation
internal import KollModel
internal import KollReport

/// Writes one table to its place on a sheet.
struct TableWriter {
  /// What had to be shortened.
  private(set) var shortened: [Diagnostic] = []
  private let plan: TablePlan
  private let outline: TableOutline
  /// Where the files stand that rows come from; `nil` for a table whose rows lead nowhere.
  private let sources: SourceLinks?
  /// Whether a figure that is not there leaves its cell blank: a dash would make the column one of
  /// words to those who work on in it.
  private let isOfRecords: Bool
  /// Where other tables stand, which rows may repeat.
  private let places: TablePlaces
  private let formulas: TableFormulas
  /// Whether a cell is broken over lines, so that all others stand at the top of their rows.
  private let hasTallRows: Bool

  /// Prepares the writing.
  init(
    _ plan: TablePlan,
    _ outline: TableOutline,
    _ sources: SourceLinks?,
    _ places: TablePlaces,
  ) {
    self.init(plan, outline, sources, places, isOfRecords: false)
  }

  /// Prepares the writing of records, which have neither groups nor ways to their files.
  init(records plan: TablePlan, _ places: TablePlaces) {
    self.init(plan, TableOutline(), nil, places, isOfRecords: true)
  }

  private init(
    _ plan: TablePlan,
    _ outline: TableOutline,
    _ sources: SourceLinks?,
    _ places: TablePlaces,
    isOfRecords: Bool,
  ) {
    self.plan = plan
    self.sources = sources
    self.places = places
    self.outline = outline
    self.isOfRecords = isOfRecords
    formulas = TableFormulas(plan, places)
    hasTallRows = plan.table.rows.contains { plan.lines(of: $0) > 1 }
  }

  /// Writes the header and all rows.
  mutating func write(to sheet: inout Sheet, of workbook: borrowing Workbook) throws(WorkbookError)
  {
    try writeHeader(to: &sheet, of: workbook)
    try writeRows(to: &sheet, of: workbook)
  }

  /// Writes the rows alone, below the place of the header.
  mutating func writeRows(
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    for row in plan.table.rows.indices {
      try writeRow(row, to: &sheet, of: workbook)
    }
    if let verdicts = plan.verdicts {
      let word = Check.Verdict.differs.word
      try sheet.signal(verdicts, holding: word, try workbook.alarm(from: &sheet.styles))
    }
  }

  private mutating func writeHeader(
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    var style = CellStyle(isBold: true, side: .left, isWrapped: true, bottom: .thin)
    style.isShaded = true
    try sheet.setRow(plan.headerRow, lines: plan.headerLines, level: 0)
    var cell = CellReference(row: plan.headerRow, column: 0)
    try write(text: plan.table.areaTitle, at: cell, style, to: &sheet, of: workbook)
    for column in plan.table.columns {
      cell.column += 1
      style.side = column.isText ? .left : .right
      style.indent = column.isText ? TablePlan.textIndent : 0
      try write(text: column.title, at: cell, style, to: &sheet, of: workbook)
    }
  }

  private mutating func writeRow(
    _ index: Int,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let row = plan.table.rows[index]
    var style = look(of: row)
    style.side = .left
    style.indent = TablePlan.indent(of: row)
    style.isWrapped = plan.labelLines(of: row) > 1
    let sheetRow = plan.headerRow + 1 + index
    try sheet.setRow(sheetRow, lines: plan.lines(of: row), level: outline[index])
    let start = CellReference(row: sheetRow, column: 0)
    try write(text: row.label, at: start, style, to: &sheet, of: workbook)
    // LibreOffice does not break a linked text over lines: it would be cut.
    if let (target, tip) = places.link(from: row) ?? sources?.link(to: row.origin),
      !style.isWrapped,
      sheet.tally.links < SourceLinks.mostOfASheet, !row.label.isEmpty
    {
      let format = try workbook.format(style, from: &sheet.styles)
      try sheet.link(start, to: target, tip: tip, CellText(row.label).text, format)
    }
    for column in plan.table.columns.indices {
      try writeCell(row: index, column: column, look(of: row), to: &sheet, of: workbook)
    }
  }

  private mutating func writeCell(
    row: Int,
    column: Int,
    _ look: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let place = formulas.cell(row: row, column: column)
    let isOpen = plan.isOpen(row: row, column: column)
    let cells = plan.table.rows[row].cells
    // Where there are no words there is nothing to show; a dash stands for a figure.
    guard column < cells.count, !TablePlan.isEmpty(plan.table.rows[row]),
      cells[column].isFilled
        || !(isOfRecords || isOpen || plan.table.columns[column].isText
          || plan.isPoint(row: row, column: column))
    else {
      var style = look
      if isOpen {
        style.isOpen = true
        style.isWrapped = plan.table.columns[column].isText
      }
      try write(.blank, at: place, style, to: &sheet, of: workbook)
      return
    }
    let (cell, definition) = (cells[column], plan.table.columns[column])
    if case .text(let words) = cell.value {
      var style = look
      (style.side, style.indent, style.isWrapped) = (.left, TablePlan.textIndent, true)
      style.isOpen = isOpen
      if let formula = formulas.verdictFormula(row: row, column: column) {
        try write(.textFormula(formula, text: words), at: place, style, to: &sheet, of: workbook)
      } else {
        try write(text: words, at: place, style, to: &sheet, of: workbook)
      }
      return
    }
    var style = look
    style.side = definition.isText ? .left : .right
    style.indent = definition.isText ? TablePlan.textIndent : 0
    style.isOpen = isOpen
    // What people write is shown with all its decimals: a file of text gets what is shown.
    style.pattern = plan.inputs.contains(column) ? nil : pattern(of: cell, in: definition)
    let content = try content(row: row, column: column, on: sheet.place(place))
    if plan.labelLines(of: plan.table.rows[row]) > 1, let (target, tip) = places.link(from: cell),
      sheet.tally.links < SourceLinks.mostOfASheet
    {
      // A label of several lines is no link. The figure is written over the link's empty text.
      let format = try workbook.format(style, from: &sheet.styles)
      try sheet.link(place, to: target, tip: tip, "", format)
    }
    try write(content, at: place, style, to: &sheet, of: workbook)
  }

  /// What a cell without words gets: a figure or the mark of none, live where there is a formula.
  private func content(
    row: Int,
    column: Int,
    on place: @autoclosure () -> WorkbookError.Place,
  ) throws(WorkbookError) -> Sheet.Content {
    let formula = formulas.formula(row: row, column: column)
    let figure: Double?
    switch formulas.value(row: row, column: column) {
    case .money(let money): figure = Figure.of(money, in: plan.table.columns[column].scale)
    case .count(let number), .ratio(let number): figure = Figure.of(number)
    case .text, .absent, nil:
      let mark = TableFormulas.noValue
      return formula.map { .textFormula($0, text: mark) } ?? .text(mark)
    }
    guard let figure else { throw .figureNotExact(place: place()) }
    return formula.map { .formula($0, number: figure) } ?? .number(figure)
  }
}

extension Cell {
  /// Whether the cell holds words or a figure.
  fileprivate var isFilled: Bool {
    if case .absent = value { false } else { true }
  }
}

extension TableWriter {
  private func look(of row: ComputedRow) -> CellStyle {
    var style = CellStyle(isBold: row.isSum || row.role == .heading, isAtTop: hasTallRows)
    style.isItalic = row.role == .ofWhich
    style.top = row.isSum ? .thin : .none
    style.bottom = row.role == .total ? .medium : .faint
    return style
  }

  private func pattern(of cell: Cell, in column: TableColumn) -> NumberPattern? {
    guard !column.isText else { return nil }
    var pattern = TablePlan.pattern(of: cell, in: column)
    guard let number = cell.value.number(in: column.scale) else {
      // A formula that shows no value now may show a figure later, of the column's own kind.
      pattern.isShare = column.series.kind == .ratio
      return pattern
    }
    return pattern.fitted(to: number)
  }

  private mutating func write(
    text: String,
    at cell: CellReference,
    _ style: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let form = CellText(text)
    if form.isShortened { shortened.append(.shortened(text, on: sheet.place(cell))) }
    try write(.text(form.text), at: cell, style, to: &sheet, of: workbook)
  }

  private func write(
    _ content: Sheet.Content,
    at cell: CellReference,
    _ style: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let format = try workbook.format(style, from: &sheet.styles)
    try sheet.write(content, at: cell, format)
  }
}
