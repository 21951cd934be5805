internal import KollCalculation
internal import KollModel

/// The live formulas of a table on its sheet.
///
/// A cell gets one only when it gives, recomputed exactly, the figure that the table shows: the
/// workbook never shows another figure than the document.
struct TableFormulas {
  /// The table.
  let table: ComputedTable
  /// The sheet's row that holds the column's titles, counted from 0.
  let headerRow: Int

  /// What a formula shows where there is no value.
  static let noValue = "\u{2013}"

  /// The cell of the sheet that a figure stands in.
  func cell(row: Int, column: Int) -> CellReference {
    CellReference(row: headerRow + 1 + row, column: column + 1)
  }

  /// The formula of a cell without its equals sign, or `nil` when the cell holds its figure itself.
  /// - Parameters:
  ///   - row: The table's row.
  ///   - column: The table's column.
  func formula(row: Int, column: Int) -> String? {
    let formula: String?
    if table.columns[column].expression != nil {
      formula = expressionFormula(row: row, column: column)
    } else if !table.rows[row].terms.isEmpty, table.columns[column].series.kind.isSummed {
      formula = sumFormula(row: row, column: column)
    } else {
      formula = nil
    }
    guard let formula, formula.utf16.count < SheetLimits.formula else { return nil }
    return formula
  }

  /// The value of a cell; `nil` where the table has none.
  func value(row: Int, column: Int) -> CellValue? {
    guard table.rows.indices.contains(row) else { return nil }
    let cells = table.rows[row].cells
    return cells.indices.contains(column) ? cells[column].value : nil
  }

  private func number(row: Int, column: Int) -> Rational? {
    value(row: row, column: column)?.number(in: table.columns[column].scale)
  }
}

extension TableFormulas {
  private func expressionFormula(row: Int, column: Int) -> String? {
    guard let expression = table.columns[column].expression,
      expression.columns.allSatisfy({ table.columns.indices.contains($0) && $0 != column }),
      expression.divisors.count < SheetLimits.nesting / 2,
      expression.columns.count < SheetLimits.arguments,
      agrees(expression, row: row, column: column)
    else { return nil }
    let name = { (operand: Int) in cell(row: row, column: operand).description }
    guard var formula = expression.formula(cell: name) else { return nil }
    // The inner divisors come first: each is tested once those inside it are known not to be zero.
    for divisor in expression.divisors.reversed() {
      guard let text = zeroTest(of: divisor, cell: name) else { return nil }
      formula = "IF(\(text)=0,\"\(TableFormulas.noValue)\",\(formula))"
    }
    let operands = expression.columns.map(name)
    guard !operands.isEmpty else { return formula }
    let count = "COUNT(\(operands.joined(separator: ",")))<\(operands.count)"
    return "IF(\(count),\"\(TableFormulas.noValue)\",\(formula))"
  }

  /// What is compared with zero before a division.
  ///
  /// Sums and differences are rounded to the last place kept: what is exactly zero here may be
  /// off by a millionth of an öre in floating-point numbers.
  private func zeroTest(of divisor: Expression, cell: (Int) -> String) -> String? {
    guard let text = divisor.formula(cell: cell) else { return nil }
    guard case .binary = divisor, divisor.isLinear else { return text }
    let places = divisor.columns.map {
      max(table.columns[$0].scale.exponent, table.columns[$0].decimals)
    }
    return "ROUND(\(text),\(min(15, places.max() ?? 0)))"
  }

  private func agrees(_ expression: Expression, row: Int, column: Int) -> Bool {
    let numbers = table.columns.indices.map { number(row: row, column: $0) }
    guard let value = value(row: row, column: column),
      let recomputed = try? expression.recomputed(on: numbers) as Rational??
    else { return false }
    switch value {
    case .text: return false
    case .absent: return recomputed == nil
    case .count(let number), .ratio(let number): return recomputed == number
    case .money(let money):
      guard let recomputed else { return false }
      return (try? Money(showing: recomputed, in: table.columns[column].scale)) == money
    }
  }
}

extension Expression {
  /// Whether the expression only adds and subtracts columns.
  fileprivate var isLinear: Bool {
    switch self {
    case .column: true
    case .number: false
    case .magnitude(let inner), .negated(let inner): inner.isLinear
    case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
      left.isLinear && right.isLinear
    case .binary: false
    }
  }
}
