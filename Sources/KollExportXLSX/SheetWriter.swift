internal import KollCalculation
internal import KollModel
internal import KollReport

/// Writes the plan of one sheet.
struct SheetWriter {
  /// The plan.
  let plan: SheetPlan
  /// The document that the sheet is part of.
  let document: Document
  /// Where the files stand that rows come from.
  let sources: SourceLinks
  /// Where the tables stand whose figures others repeat.
  let places: TablePlaces

  /// The most rows above a header that stay in sight with it.
  private static let mostFrozenRows = 12
  /// Where a table is so wide that its labels are kept in sight as well, in pixels.
  private static let wideTable = 130 * TextMeasure.digitPixels

  /// Prepares the writing.
  init(
    _ plan: SheetPlan,
    of document: Document,
    _ sources: SourceLinks,
    _ places: TablePlaces,
  ) {
    self.plan = plan
    self.sources = sources
    self.places = places
    self.document = document
  }

  /// Refuses a plan that is larger than a sheet.
  /// - Parameters:
  ///   - name: The sheet's name.
  ///   - rowLimit: How many rows a sheet has.
  /// - Throws: ``WorkbookError`` with what is too many.
  func checkSize(of name: String, rowLimit: Int) throws(WorkbookError) {
    if plan.rowCount > rowLimit {
      throw .tooManyRows(sheet: name, rows: plan.rowCount)
    }
    if plan.columnCount > SheetLimits.columns {
      throw .tooManyColumns(sheet: name, columns: plan.columnCount)
    }
  }

  /// Writes the whole sheet.
  func write(to sheet: inout Sheet, of workbook: borrowing Workbook) throws(WorkbookError) {
    for (column, width) in plan.widths.enumerated() {
      try sheet.setWidth(width, ofColumn: column)
    }
    var outlines = outlines(on: sheet).makeIterator()
    for piece in plan.pieces {
      switch piece {
      case .line(let line, let row): try write(line, row: row, to: &sheet, of: workbook)
      case .summary(let line, let row, let summary):
        guard let formula = places.formula(of: summary) else {
          try write(line, row: row, to: &sheet, of: workbook)
          continue
        }
        let format = try workbook.format(line.kind.style, inColumn: 0, from: &sheet.styles)
        let cell = CellReference(row: row, column: 0)
        try sheet.write(.textFormula(FormulaText(formula), text: line.text), at: cell, format)
      case .link(let line, let row, let name):
        try write(line, row: row, to: &sheet, of: workbook)
        let cell = CellReference(row: row, column: 0)
        let format = try workbook.format(line.kind.style, inColumn: 0, from: &sheet.styles)
        try sheet.link(
          cell,
          to: "internal:\(name.asSheetReference)!A1",
          CellText(line.text).text,
          format,
        )
      case .records(let table):
        try sheet.addRecords(table)
        var writer = TableWriter(records: table, places)
        try writer.write(to: &sheet, of: workbook)
      case .rows(let rows, let header): try write(rows, below: header, to: &sheet, of: workbook)
      case .table(let table), .sources(let table):
        var writer = TableWriter(table, outlines.next() ?? TableOutline(), sources, places)
        try writer.write(to: &sheet, of: workbook)
      case .form(let table):
        var writer = TableWriter(table, TableOutline(), nil, places)
        try writer.write(to: &sheet, of: workbook)
        try sheet.lock(allBut: table)
      case .chart(let chart): try workbook.add(chart, to: &sheet)
      case .logo(let logo): try sheet.add(logo)
      }
    }
    try setView(of: &sheet)
  }

  /// Writes rows from top to bottom, a few in memory at a time.
  private func write(
    _ rows: StatedRows,
    below header: TablePlan,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    var writer = TableWriter(records: header, places)
    try writer.write(to: &sheet, of: workbook)
    var last = header.headerRow
    for batch in rows.batches {
      let plan = TablePlan(table: batch, headerRow: last, widths: header.widths)
      writer = TableWriter(records: plan, places)
      try writer.writeRows(to: &sheet, of: workbook)
      last += batch.rows.count
    }
    guard rows.count > 0 else { return }
    try sheet.addFilter(rows: header.headerRow...last, columns: rows.columns.count + 1)
  }

  private func write(
    _ line: TextLine,
    row: Int,
    to sheet: inout Sheet,
    of workbook: borrowing Workbook,
  ) throws(WorkbookError) {
    guard !line.text.isEmpty else { return }
    let cell = CellReference(row: row, column: 0)
    let format = try workbook.format(line.kind.style, inColumn: 0, from: &sheet.styles)
    try sheet.write(text: line.text, at: cell, format)
  }

  /// The outline of each table, when all sums of the sheet stand on the same side.
  private func outlines(on sheet: borrowing Sheet) -> [TableOutline] {
    let outlines = plan.tables.map { TableOutline(of: $0.table) }
    let sides = Set(outlines.compactMap(\.sumsStandBelow))
    guard sides.count == 1, let isBelow = sides.first else {
      return outlines.map { _ in TableOutline() }
    }
    sheet.setOutlineSymbols(below: isBelow)
    return outlines
  }

  private func setView(of sheet: inout Sheet) throws(WorkbookError) {
    if let headerRow = plan.onlyHeaderRow, headerRow <= SheetWriter.mostFrozenRows {
      let isWide = plan.widths.reduce(0, +) > SheetWriter.wideTable
      sheet.freeze(rowsAbove: headerRow + 1, columnsBefore: isWide ? 1 : 0)
    }
    try sheet.setPrinting(
      PageSetup(
        of: document,
        lastCell: CellReference(row: max(0, plan.rowCount - 1), column: plan.columnCount - 1),
        repeatedRow: plan.onlyHeaderRow,
      )
    )
  }
}
