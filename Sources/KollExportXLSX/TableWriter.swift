internal import KollCalculation
internal import KollModel
internal import KollReport

/// Writes one table to its place on a sheet.
struct TableWriter {
  private let plan: TablePlan
  private let outline: TableOutline
  /// Where the files stand that rows come from; `nil` for a table whose rows lead nowhere.
  private let sources: SourceLinks?
  /// Whether a figure that is not there leaves its cell blank: a dash would make the column one of
  /// words to those who work on in it.
  private let isOfRecords: Bool
  /// Where other tables stand, which rows may repeat.
  private let places: TablePlaces
  private var formulas: TableFormulas
  /// What the looks of a column's cells have in common.
  private let columns: [ColumnLook]
  /// How many lines each row needs, its label alone and all of it.
  private let lines: [(label: Int, row: Int)]
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
    columns = plan.table.columns.indices.map { ColumnLook($0, of: plan) }
    lines = plan.lines
    hasTallRows = lines.contains { $0.row > 1 }
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

  private func writeHeader(
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    var style = CellStyle(isBold: true, side: .left, isWrapped: true, bottom: .thin)
    style.isShaded = true
    try sheet.setRow(plan.headerRow, lines: plan.headerLines, level: 0)
    var cell = CellReference(row: plan.headerRow, column: 0)
    try write(text: plan.table.areaTitle, at: cell, style, to: &sheet, of: workbook)
    for (column, look) in zip(plan.table.columns, columns) {
      cell.column += 1
      (style.side, style.indent) = (look.side, look.indent)
      try write(text: column.title, at: cell, style, to: &sheet, of: workbook)
    }
  }

  private mutating func writeRow(
    _ index: Int,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let row = plan.table.rows[index]
    var look = look(of: row)
    try sheet.setRow(sheetRow(of: index), lines: lines[index].row, level: outline[index])
    try writeLabel(of: row, at: index, look, to: &sheet, of: workbook)
    let isEmpty = TablePlan.isEmpty(row)
    let isOpen = InputForm.isOpen(row)
    // A cell taken out of an array would be copied with all that it holds.
    let cells = row.cells.span
    for column in columns.indices {
      look.isOpen = isOpen && columns[column].isInput
      // A row may have fewer cells than the table has columns.
      if !isEmpty, column < cells.count, isShown(cells[column], row: index, column: column, look) {
        try write(cells[column], row: index, column: column, look, to: &sheet, of: workbook)
      } else {
        var style = look
        style.isWrapped = look.isOpen && columns[column].isText
        let place = plan.cell(row: index, column: column)
        try write(.blank, at: place, style, to: &sheet, of: workbook)
      }
    }
  }

  private func writeLabel(
    of row: ComputedRow,
    at index: Int,
    _ look: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    var style = look
    style.side = .left
    style.indent = TablePlan.indent(of: row)
    style.isWrapped = lines[index].label > 1
    let start = CellReference(row: sheetRow(of: index), column: 0)
    try write(text: row.label, at: start, style, to: &sheet, of: workbook)
    // LibreOffice does not break a linked text over lines: it would be cut.
    guard !style.isWrapped, sheet.tally.links < SourceLinks.mostOfASheet, !row.label.isEmpty,
      let (target, tip) = places.link(from: row) ?? sources?.link(to: row.origin)
    else { return }
    let format = try workbook.format(style, inColumn: 0, from: &sheet.styles)
    try sheet.link(start, to: target, tip: tip, CellText(row.label).text, format)
  }

  private func sheetRow(of index: Int) -> Int { plan.headerRow + 1 + index }

  /// Whether a cell shows anything: where there are no words there is nothing to show, and a dash
  /// stands for a figure.
  private func isShown(_ cell: Cell, row: Int, column: Int, _ look: CellStyle) -> Bool {
    cell.isFilled
      || !(isOfRecords || look.isOpen || columns[column].isText
        || plan.isPoint(row: row, column: column))
  }

  private mutating func write(
    _ cell: Cell,
    row: Int,
    column: Int,
    _ look: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let place = plan.cell(row: row, column: column)
    var style = look
    if case .text(let words) = cell.value {
      (style.side, style.indent, style.isWrapped) = (.left, TablePlan.textIndent, true)
      if let formula = formulas.verdictFormula(row: row, column: column) {
        let content = Sheet.Content.textFormula(FormulaText(formula), text: words)
        try write(content, at: place, style, to: &sheet, of: workbook)
      } else {
        try write(text: words, at: place, style, to: &sheet, of: workbook)
      }
      return
    }
    (style.side, style.indent) = (columns[column].side, columns[column].indent)
    style.pattern = columns[column].pattern(of: cell)
    let content = try content(of: cell, row: row, column: column, on: sheet.place(place))
    if lines[row].label > 1, let (target, tip) = places.link(from: cell),
      sheet.tally.links < SourceLinks.mostOfASheet
    {
      // A label of several lines is no link. The figure is written over the link's empty text.
      let format = try workbook.format(style, inColumn: place.column, from: &sheet.styles)
      try sheet.link(place, to: target, tip: tip, "", format)
    }
    try write(content, at: place, style, to: &sheet, of: workbook)
  }

  /// What a cell without words gets: a figure or the mark of none, live where there is a formula.
  private mutating func content(
    of cell: Cell,
    row: Int,
    column: Int,
    on place: @autoclosure () -> WorkbookError.Place,
  ) throws(WorkbookError) -> Sheet.Content {
    let formula = formulas.formula(row: row, column: column)
    let figure: Double?
    switch cell.value {
    case .money(let money): figure = Figure.of(money, in: columns[column].scale)
    case .count(let number), .ratio(let number): figure = Figure.of(number)
    case .text, .absent:
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

  private func write(
    text: String,
    at cell: CellReference,
    _ style: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let format = try workbook.format(style, inColumn: cell.column, from: &sheet.styles)
    try sheet.write(text: text, at: cell, format)
  }

  private func write(
    _ content: Sheet.Content,
    at cell: CellReference,
    _ style: CellStyle,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    let format = try workbook.format(style, inColumn: cell.column, from: &sheet.styles)
    try sheet.write(content, at: cell, format)
  }
}
