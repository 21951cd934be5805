public import KollModel

/// Arithmetic on the columns of one row, as the table shows them before rounding.
///
/// The same tree is evaluated exactly here and printed as the workbook's live formula. A deviation
/// is already a plain subtraction in the direction in which plus is better.
public indirect enum Expression: Hashable, Sendable {
  /// A column, as an index into the table's columns.
  case column(Int)
  /// A number written in the expression.
  case number(Rational)
  /// The number without its sign.
  case magnitude(Expression)
  /// The number with the other sign.
  case negated(Expression)
  /// Two expressions taken together.
  case binary(Operator, Expression, Expression)

  /// What two expressions are taken together by.
  public enum Operator: String, Sendable {
    /// Addition.
    case plus = "+"
    /// Subtraction.
    case minus = "-"
    /// Multiplication.
    case times = "*"
    /// Division.
    case over = "/"
  }
}

extension Expression {
  /// The columns that the expression names, each once, in ascending order.
  public var columns: [Int] {
    var found: Set<Int> = []
    collectColumns(into: &found)
    return found.sorted()
  }

  /// The divisors in the expression, which must not be zero.
  public var divisors: [Expression] {
    switch self {
    case .column, .number: []
    case .magnitude(let inner), .negated(let inner): inner.divisors
    case .binary(let operation, let left, let right):
      left.divisors + right.divisors + (operation == .over ? [right] : [])
    }
  }

  private func collectColumns(into found: inout Set<Int>) {
    switch self {
    case .column(let index): found.insert(index)
    case .number: break
    case .magnitude(let inner), .negated(let inner): inner.collectColumns(into: &found)
    case .binary(_, let left, let right):
      left.collectColumns(into: &found)
      right.collectColumns(into: &found)
    }
  }
}
