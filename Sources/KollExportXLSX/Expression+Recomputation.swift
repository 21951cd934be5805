internal import KollCalculation
internal import KollModel

extension Expression {
  /// What the expression's guarded formula gives, computed exactly.
  ///
  /// This is the spreadsheet's side of the comparison, apart from the calculation that decided the
  /// table: a formula is written only when both agree.
  /// - Parameter number: The number of a column's cell in the row, `nil` where it holds none.
  /// - Returns: The number, or `nil` where the formula shows that there is no value.
  /// - Throws: `AmountOverflow` when a term grows past 128 bits.
  func recomputed(
    on number: (Int) -> Rational?
  ) throws(AmountOverflow) -> Rational? {
    switch self {
    case .column(let index): return number(index)
    case .number(let constant): return constant
    case .magnitude(let inner): return try inner.recomputed(on: number)?.magnitude
    case .negated(let inner):
      guard let value = try inner.recomputed(on: number) else { return nil }
      return -value
    case .binary(let operation, let left, let right):
      guard let first = try left.recomputed(on: number),
        let second = try right.recomputed(on: number)
      else { return nil }
      switch operation {
      case .plus: return try first + second
      case .minus: return try first - second
      case .times: return try first * second
      case .over: return try first.divided(by: second)
      }
    }
  }
}
