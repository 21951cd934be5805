internal import KollCalculation
internal import KollModel

extension Expression {
  /// What the expression's guarded formula gives, computed exactly.
  ///
  /// This is the spreadsheet's side of the comparison, apart from the calculation that decided the
  /// table: a formula is written only when both agree.
  /// - Parameters:
  ///   - cells: The row's cells; it may have fewer than the table has columns.
  ///   - scales: How the amounts of each column relate to the numbers shown.
  /// - Returns: The number, or `nil` where the formula shows that there is no value.
  /// - Throws: `AmountOverflow` when a term grows past 128 bits.
  func recomputed(on cells: [Cell], in scales: [Scale]) throws(AmountOverflow) -> Fraction? {
    switch self {
    case .column(let index):
      return index < cells.count ? cells[index].value.fraction(in: scales[index]) : nil
    case .number(let constant): return Fraction(constant)
    case .magnitude(let inner): return try inner.recomputed(on: cells, in: scales)?.magnitude
    case .negated(let inner):
      guard let value = try inner.recomputed(on: cells, in: scales) else { return nil }
      return -value
    case .binary(let operation, let left, let right):
      guard let first = try left.recomputed(on: cells, in: scales),
        let second = try right.recomputed(on: cells, in: scales)
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
