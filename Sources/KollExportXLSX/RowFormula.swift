internal import KollCalculation
internal import KollModel

/// A column's expression as a guarded formula, made once; each row puts its own number in.
struct RowFormula {
  /// What stands before, between and after the row's numbers.
  private let pieces: [String]
  /// The formula on the row asked for last.
  private var formula = FormulaText("")
  /// The number of that row.
  private var number = 0
  /// Where the last digit of each of its numbers stands.
  private var lastDigits: [Int] = []
  /// The numbers with as many digits as that row's.
  private var numbersAlike = 0..<0

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
  }

  /// The formula on a row.
  /// - Parameter row: The sheet's row, counted from 0.
  /// - Returns: The formula.
  mutating func text(row: Int) -> FormulaText {
    let former = number
    number = row + 1
    guard numbersAlike.contains(number) else {
      layOut()
      return formula
    }
    for place in lastDigits { formula.put(number, for: former, endingAt: place) }
    return formula
  }

  /// Makes the formula anew, for a number with more or fewer digits than the one before.
  private mutating func layOut() {
    let digits = String(number)
    formula = FormulaText(pieces.joined(separator: digits))
    var end = -1
    lastDigits = pieces.dropLast().map { piece in
      end += piece.utf8.count + digits.utf8.count
      return end
    }
    let least = Int(powerOfTen(digits.utf8.count - 1))
    numbersAlike = least..<least * 10
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
