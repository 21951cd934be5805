internal import KollCalculation
internal import KollModel

/// The live formulas of a table on its sheet.
///
/// A cell gets one only when it gives, recomputed exactly, the figure that the table shows: the
/// workbook never shows another figure than the document.
struct TableFormulas {
  /// The table.
  let table: ComputedTable
  /// The table's place on its sheet.
  private let plan: TablePlan
  /// Where other tables stand.
  private let places: TablePlaces
  /// The letters of the sheet's columns, beginning with that of the labels.
  let letters: [String]
  /// What the formulas of each column have in common.
  private var columns: [Column]
  /// How the amounts of each column relate to the numbers shown.
  let scales: [Scale]
  /// The sum row asked for last.
  private var sum: (row: Int, rows: SumRows?)?

  /// What the formulas of a column have in common.
  private struct Column {
    /// What the column is computed by.
    let expression: Expression?
    /// The expression's formula, the same on every row but for the row's number.
    var formula: RowFormula?
    /// Whether the column's cells may be sums of others.
    let isSummed: Bool
  }

  /// Prepares the formulas.
  /// - Parameters:
  ///   - plan: The table and its place on its sheet.
  ///   - places: Where other tables stand.
  init(_ plan: TablePlan, _ places: TablePlaces) {
    let table = plan.table
    self.table = table
    self.plan = plan
    self.places = places
    let letters = (0...table.columns.count).map(CellReference.letters)
    self.letters = letters
    scales = table.columns.map(\.scale)
    columns = table.columns.enumerated().map { index, column in
      Column(
        expression: column.expression,
        formula: RowFormula(ofColumn: index, in: table, letters: letters),
        isSummed: column.series.kind.isSummed,
      )
    }
  }

  /// What a formula shows where there is no value.
  static let noValue = "\u{2013}"

  /// The cell of the sheet that a figure stands in.
  /// - Parameters:
  ///   - row: The table's row.
  ///   - column: The table's column.
  /// - Returns: The cell.
  func cell(row: Int, column: Int) -> CellReference { plan.cell(row: row, column: column) }

  /// The formula of a cell.
  /// - Parameters:
  ///   - row: The table's row.
  ///   - column: The table's column.
  /// - Returns: It, or `nil` when the cell holds its figure itself.
  mutating func formula(row: Int, column: Int) -> FormulaText? {
    let formula: FormulaText?
    if columns[column].expression != nil {
      formula = expressionFormula(row: row, column: column)
    } else if !table.rows[row].cells[column].terms.isEmpty,
      let repeated = places.formula(row: row, column: column, of: table)
    {
      formula = FormulaText(repeated)
    } else if columns[column].isSummed, !table.rows[row].terms.isEmpty {
      formula = sumFormula(row: row, column: column).map(FormulaText.init)
    } else {
      formula = nil
    }
    guard let formula, formula.fitsCell else { return nil }
    return formula
  }

  /// The value of a cell; `nil` where the table has none.
  func value(row: Int, column: Int) -> CellValue? {
    // Through spans, for neither the row nor the cell is to be copied.
    let rows = table.rows.span
    guard rows.indices.contains(row) else { return nil }
    let cells = rows[row].cells.span
    return cells.indices.contains(column) ? cells[column].value : nil
  }

  /// The number of a cell as the table shows it, for arithmetic on it; `nil` where it has none.
  func fraction(row: Int, column: Int) -> Fraction? {
    value(row: row, column: column)?.fraction(in: scales[column])
  }

  /// The number of a cell as the table shows it; `nil` where it has none.
  func number(row: Int, column: Int) -> Rational? {
    value(row: row, column: column)?.number(in: scales[column])
  }
}

extension TableFormulas {
  private mutating func expressionFormula(row: Int, column: Int) -> FormulaText? {
    guard columns[column].formula != nil, let expression = columns[column].expression,
      agrees(expression, row: row, column: column)
    else { return nil }
    return columns[column].formula?.text(row: plan.headerRow + 1 + row)
  }

  /// The formula of a row that is computed from other rows.
  private mutating func sumFormula(row: Int, column: Int) -> String? {
    if sum?.row != row { sum = (row, sumRows(of: row)) }
    guard let rows = sum?.rows else { return nil }
    return sumFormula(of: rows, column: column)
  }

  private func agrees(_ expression: Expression, row: Int, column: Int) -> Bool {
    guard let value = value(row: row, column: column),
      let recomputed = try? expression.recomputed(on: table.rows[row].cells, in: scales)
        as Fraction??
    else { return false }
    switch value {
    case .text: return false
    case .absent: return recomputed == nil
    case .count(let number), .ratio(let number):
      return recomputed?.isEqual(to: Fraction(number)) ?? false
    case .money(let money):
      return recomputed?.rounds(to: money, in: scales[column]) ?? false
    }
  }
}
