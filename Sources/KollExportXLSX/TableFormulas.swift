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
  /// The formula of each column with an expression, the same on every row but for the row's number.
  private let templates: [RowFormula?]
  /// How the amounts of each column relate to the numbers shown.
  private let scales: [Scale]

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
    templates = table.columns.indices.map { column in
      RowFormula(ofColumn: column, in: table, letters: letters)
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
  /// - Returns: It without its equals sign, or `nil` when the cell holds its figure itself.
  func formula(row: Int, column: Int) -> String? {
    let formula: String?
    if table.columns[column].expression != nil {
      formula = expressionFormula(row: row, column: column)
    } else if !table.rows[row].cells[column].terms.isEmpty,
      let repeated = places.formula(row: row, column: column, of: table)
    {
      formula = repeated
    } else if !table.rows[row].terms.isEmpty, table.columns[column].series.kind.isSummed {
      formula = sumFormula(row: row, column: column)
    } else {
      formula = nil
    }
    guard let formula, formula.utf8.count < SheetLimits.formula else { return nil }
    return formula
  }

  /// The value of a cell; `nil` where the table has none.
  func value(row: Int, column: Int) -> CellValue? {
    guard table.rows.indices.contains(row) else { return nil }
    let cells = table.rows[row].cells
    return cells.indices.contains(column) ? cells[column].value : nil
  }

  /// The number of a cell as the table shows it, for arithmetic on it; `nil` where it has none.
  func fraction(row: Int, column: Int) -> Fraction? {
    value(row: row, column: column)?.fraction(in: table.columns[column].scale)
  }

  /// The number of a cell as the table shows it; `nil` where it has none.
  func number(row: Int, column: Int) -> Rational? {
    value(row: row, column: column)?.number(in: table.columns[column].scale)
  }
}

extension TableFormulas {
  private func expressionFormula(row: Int, column: Int) -> String? {
    guard let template = templates[column], let expression = table.columns[column].expression,
      agrees(expression, row: row, column: column)
    else { return nil }
    return template.text(row: plan.headerRow + 1 + row)
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
