internal import KollCalculation
internal import KollModel

extension Expression {
  /// What the expression's guarded formula gives, computed exactly.
  ///
  /// This is the spreadsheet's side of the comparison, apart from the calculation that decided the
  /// table: a formula is written only when both agree.
  /// - Parameter numbers: The numbers of the row's cells, `nil` where a cell holds none.
  /// - Returns: The number, or `nil` where the formula shows that there is no value.
  /// - Throws: `AmountOverflow` when a term grows past 128 bits.
  func recomputed(on numbers: [Rational?]) throws(AmountOverflow) -> Rational? {
    switch self {
    case .column(let index): return numbers.indices.contains(index) ? numbers[index] : nil
    case .number(let number): return number
    case .magnitude(let inner): return try inner.recomputed(on: numbers)?.magnitude
    case .negated(let inner):
      guard let number = try inner.recomputed(on: numbers) else { return nil }
      return -number
    case .binary(let operation, let left, let right):
      guard let first = try left.recomputed(on: numbers),
        let second = try right.recomputed(on: numbers)
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
