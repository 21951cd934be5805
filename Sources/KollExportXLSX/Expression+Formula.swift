internal import KollCalculation
internal import KollModel

extension Expression {
  /// The expression as a spreadsheet program writes it.
  /// - Parameter cell: The cell of each column that the expression names.
  /// - Returns: The formula without its equals sign, or `nil` when it cannot be written there.
  func formula(cell: (Int) -> String) -> String? {
    printed(cell: cell)?.text
  }

  /// A printed part, with how strongly its last operation binds.
  private struct Printed {
    var text: String
    var strength: Strength

    /// The text, between parentheses when its operation binds less than is needed.
    func text(atLeast needed: Strength) -> String {
      strength < needed ? "(\(text))" : text
    }
  }

  private enum Strength: Int, Comparable {
    case sum
    case product
    case sign
    case whole

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }

    /// The next stronger one: what the right side of an operation needs to stand together.
    var next: Strength { Strength(rawValue: rawValue + 1) ?? .whole }
  }

  private func printed(cell: (Int) -> String) -> Printed? {
    switch self {
    case .column(let index): return Printed(text: cell(index), strength: .whole)
    case .number(let number):
      return number.literal.map { Printed(text: $0, strength: .whole) }
    case .magnitude(let inner):
      return inner.printed(cell: cell).map { Printed(text: "ABS(\($0.text))", strength: .whole) }
    case .negated(let inner):
      return inner.printed(cell: cell).map {
        Printed(text: "-" + $0.text(atLeast: .whole), strength: .sign)
      }
    case .binary(let operation, let left, let right):
      guard let first = left.printed(cell: cell), let second = right.printed(cell: cell) else {
        return nil
      }
      let strength: Strength = operation == .plus || operation == .minus ? .sum : .product
      let start = first.text(atLeast: first.strength == .sign ? .whole : strength)
      let end = second.text(atLeast: second.strength == .sign ? .whole : strength.next)
      return Printed(text: start + operation.rawValue + end, strength: strength)
    }
  }
}

extension Rational {
  /// The number as a formula states it, or `nil` when it has more digits than a formula holds.
  fileprivate var literal: String? {
    if numerator < 0 { return (-self).literal.map { "(-\($0))" } }
    if let decimals = (0...15).first(where: { powerOfTen($0) % denominator == 0 }),
      let text = try? NumberStyle.plain(decimals: decimals).format(self)
    {
      return text.utf8.count <= 16 ? text : nil
    }
    let (above, below) = (String(numerator), String(denominator))
    return above.utf8.count <= 15 && below.utf8.count <= 15 ? "(\(above)/\(below))" : nil
  }
}
