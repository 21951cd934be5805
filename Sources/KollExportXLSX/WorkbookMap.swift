public import KollCalculation
public import KollReport

/// What stands in which cell of a document's workbook, by the same plan that writes it.
public struct WorkbookMap {
  private let plans: [(name: String, plan: SheetPlan)]

  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    /// A place of a table, as indices into its rows and columns.
    case cell(row: Int, column: Int, of: ComputedTable)
    /// Words: a title, a label, a line of text.
    case words(String)
  }

  /// Arranges a document as a workbook.
  /// - Parameter document: The document.
  /// - Throws: ``WorkbookError`` when it does not fit a workbook.
  public init(of document: Document) throws(WorkbookError) {
    plans = try WorkbookPlan(document, rowLimit: SheetLimits.rows).sheets
  }

  /// The names on the sheets' tabs, in order.
  public var sheets: [String] { plans.map(\.name) }

  /// The name of a sheet as its tab has it, case ignored; `nil` when no sheet has it.
  /// - Parameter name: The name.
  /// - Returns: The sheet's own name.
  public func sheet(named name: String) -> String? {
    sheets.first { $0 == name } ?? sheets.first { $0.lowercased() == name.lowercased() }
  }

  /// The cells that a sheet uses, such as `A1:H24`; `nil` for a sheet that is not there.
  /// - Parameter sheet: The sheet's name, case ignored.
  /// - Returns: The area.
  public func usedArea(of sheet: String) -> String? {
    plan(of: sheet).map { plan in
      let last = CellReference(row: max(0, plan.rowCount - 1), column: plan.widths.count - 1)
      return "A1:\(last)"
    }
  }

  /// What a cell holds; `nil` where nothing is written.
  /// - Parameter cell: The cell.
  /// - Returns: The place in a table, or the words.
  public func content(of cell: WorkbookCell) -> Content? {
    plan(of: cell.sheet)?.pieces.lazy.compactMap { $0.content(at: cell.cell) }.first
  }

  /// The cells that hold figures, sheet by sheet, from the top down.
  public var figures: [WorkbookCell] {
    plans.flatMap { name, plan in
      plan.tables.flatMap { table in table.figures.map { WorkbookCell(sheet: name, cell: $0) } }
    }
  }

  private func plan(of sheet: String) -> SheetPlan? {
    let name = self.sheet(named: sheet)
    return plans.first { $0.name == name }?.plan
  }
}

extension WorkbookCell {
  init(sheet: String, cell: CellReference) {
    self.sheet = sheet
    self.cell = cell
  }
}

extension SheetPlan.Piece {
  /// What the piece has in a cell.
  fileprivate func content(at cell: CellReference) -> WorkbookMap.Content? {
    switch self {
    case .line(let line, let row), .summary(let line, let row, _), .link(let line, let row, _):
      cell == CellReference(row: row, column: 0) ? .words(line.text) : nil
    case .table(let plan), .records(let plan), .sources(let plan), .form(let plan):
      plan.content(at: cell)
    case .rows(let rows, let header):
      header.content(at: cell) ?? rows.content(at: cell, below: header)
    case .chart, .logo: nil
    }
  }
}

extension TablePlan {
  /// What the table has in a cell of its sheet.
  fileprivate func content(at cell: CellReference) -> WorkbookMap.Content? {
    guard (0...table.columns.count).contains(cell.column) else { return nil }
    let (row, column) = (cell.row - headerRow - 1, cell.column - 1)
    if row == -1 {
      return .words(column < 0 ? table.areaTitle : table.columns[column].title)
    }
    guard table.rows.indices.contains(row) else { return nil }
    if column < 0 { return .words(table.rows[row].label) }
    guard !TablePlan.isEmpty(table.rows[row]), column < table.rows[row].cells.count else {
      return nil
    }
    if case .text(let words) = table.rows[row].cells[column].value { return .words(words) }
    return .cell(row: row, column: column, of: table)
  }

  /// The cells with figures.
  fileprivate var figures: [CellReference] {
    table.rows.indices.flatMap { row in
      table.rows[row].cells.indices.compactMap { column in
        let number = table.rows[row].cells[column].value.number(in: table.columns[column].scale)
        return number.map { _ in cell(row: row, column: column) }
      }
    }
  }
}

extension StatedRows {
  /// What the records have in a cell below their header.
  fileprivate func content(
    at cell: CellReference,
    below header: TablePlan,
  ) -> WorkbookMap.Content? {
    var last = header.headerRow
    for batch in batches {
      let plan = TablePlan(table: batch, headerRow: last, widths: header.widths)
      if cell.row > last, cell.row <= last + batch.rows.count { return plan.content(at: cell) }
      last += batch.rows.count
    }
    return nil
  }
}
