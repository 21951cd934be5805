internal import KollCalculation
internal import KollModel

extension Expression {
  /// The expression as people read it, such as `Budget 2021 − Budget 2020`.
  /// - Parameter name: What a column is called.
  /// - Returns: The words, with parentheses where they are needed.
  func words(naming name: (Int) -> String) -> String {
    switch self {
    case .column(let index): name(index)
    case .number(let number): (try? number.exactDecimal(mark: ",")) ?? "…"
    case .magnitude(let inner): "abs(\(inner.words(naming: name)))"
    case .negated(let inner): "\u{2212}\(inner.words(naming: name, isOperand: true))"
    case .binary(let operation, let left, let right):
      left.words(naming: name, isOperand: operation.isStrong)
        + " \(operation.mark) "
        + right.words(naming: name, isOperand: operation != .plus)
    }
  }

  /// The expression as a part of another, in parentheses where its own parts would be taken away.
  private func words(naming name: (Int) -> String, isOperand: Bool) -> String {
    let words = words(naming: name)
    if case .binary = self, isOperand { return "(\(words))" }
    return words
  }
}

extension Expression.Operator {
  /// Whether it is done before addition and subtraction.
  fileprivate var isStrong: Bool { self == .times || self == .over }

  fileprivate var mark: String {
    switch self {
    case .plus: "+"
    case .minus: "\u{2212}"
    case .times: "\u{00D7}"
    case .over: "/"
    }
  }
}
