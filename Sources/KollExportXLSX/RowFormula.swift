internal import KollCalculation
internal import KollModel

/// A column's expression as a guarded formula, made once and completed with each row's number.
struct RowFormula {
  /// What stands before, between and after the row's numbers.
  private let pieces: [String]
  /// How many bytes a formula has at most.
  private let length: Int

  /// The digits of the last row of a sheet.
  private static let rowDigits = 7

  /// Stands for the row's number; no formula holds it.
  private static let rowMark: Character = "\u{1}"

  /// Makes the formula of a column; `nil` when it has no expression or none that can be written.
  /// - Parameters:
  ///   - column: The column of the table.
  ///   - table: The table.
  ///   - letters: The letters of the sheet's columns, beginning with that of the labels.
  init?(ofColumn column: Int, in table: ComputedTable, letters: [String]) {
    guard let expression = table.columns[column].expression,
      expression.columns.allSatisfy({ table.columns.indices.contains($0) && $0 != column }),
      expression.divisors.count < SheetLimits.nesting / 2,
      expression.columns.count < SheetLimits.arguments
    else { return nil }
    let cell = { (operand: Int) in letters[operand + 1] + String(RowFormula.rowMark) }
    guard let formula = RowFormula.guarded(expression, of: table.columns, cell: cell) else {
      return nil
    }
    pieces = formula.split(separator: RowFormula.rowMark, omittingEmptySubsequences: false)
      .map(String.init)
    length = formula.utf8.count + pieces.count * RowFormula.rowDigits
  }

  /// The formula on a row, without its equals sign.
  /// - Parameter row: The sheet's row, counted from 0.
  /// - Returns: The formula.
  func text(row: Int) -> String {
    let number = String(row + 1)
    var text = ""
    text.reserveCapacity(length)
    for piece in pieces {
      if !text.isEmpty { text += number }
      text += piece
    }
    return text
  }
}

extension RowFormula {
  private static func guarded(
    _ expression: Expression,
    of columns: [TableColumn],
    cell: (Int) -> String,
  ) -> String? {
    guard var formula = expression.formula(cell: cell) else { return nil }
    // The inner divisors come first: each is tested once those inside it are known not to be zero.
    for divisor in expression.divisors.reversed() {
      guard let text = zeroTest(of: divisor, in: columns, cell: cell) else { return nil }
      formula = "IF(\(text)=0,\"\(TableFormulas.noValue)\",\(formula))"
    }
    let operands = expression.columns.map(cell)
    guard !operands.isEmpty else { return formula }
    let count = "COUNT(\(operands.joined(separator: ",")))<\(operands.count)"
    return "IF(\(count),\"\(TableFormulas.noValue)\",\(formula))"
  }

  /// What is compared with zero before a division.
  ///
  /// Sums and differences are rounded to the last place kept: what is exactly zero here may be
  /// off by a millionth of an öre in floating-point numbers.
  private static func zeroTest(
    of divisor: Expression,
    in columns: [TableColumn],
    cell: (Int) -> String,
  ) -> String? {
    guard let text = divisor.formula(cell: cell) else { return nil }
    guard case .binary = divisor, divisor.isLinear else { return text }
    let places = divisor.columns.map { max(columns[$0].scale.exponent, columns[$0].decimals) }
    return "ROUND(\(text),\(min(15, places.max() ?? 0)))"
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
