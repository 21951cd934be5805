internal import KollModel

extension Expression {
  /// What an expression gives on one row.
  enum Outcome: Hashable {
    case number(Rational)
    case absent(Absence)
  }

  /// Evaluates the expression exactly on one row's shown numbers.
  ///
  /// An absent operand makes the result absent: nothing is taken as zero.
  /// - Parameter numbers: The row's numbers by column, `nil` where there is none.
  /// - Returns: The number, or why there is none.
  /// - Throws: ``AmountOverflow`` when a term grows past 128 bits.
  func evaluate(on numbers: [Rational?]) throws(AmountOverflow) -> Outcome {
    switch self {
    case .column(let index): numbers[index].map(Outcome.number) ?? .absent(.operandAbsent)
    case .number(let number): .number(number)
    case .magnitude(let inner): try inner.evaluate(on: numbers).map(\.magnitude)
    case .negated(let inner): try inner.evaluate(on: numbers).map { -$0 }
    case .binary(let operation, let left, let right):
      try operation.apply(to: left.evaluate(on: numbers), right.evaluate(on: numbers))
    }
  }
}

extension Expression.Outcome {
  fileprivate func map(_ transform: (Rational) -> Rational) -> Self {
    switch self {
    case .number(let number): .number(transform(number))
    case .absent: self
    }
  }
}

extension Expression.Operator {
  fileprivate func apply(
    to left: Expression.Outcome,
    _ right: Expression.Outcome,
  ) throws(AmountOverflow) -> Expression.Outcome {
    guard case .number(let first) = left else { return left }
    guard case .number(let second) = right else { return right }
    switch self {
    case .plus: return .number(try first + second)
    case .minus: return .number(try first - second)
    case .times: return .number(try first * second)
    case .over: return try first.divided(by: second).map { .number($0) } ?? .absent(.zeroBase)
    }
  }
}
