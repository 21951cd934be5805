internal import KollModel

extension NumberParser {
  /// Reads a minus directly behind the digits.
  mutating func readTrailingMinus() throws(Problem) {
    guard cursor.symbol == .minus else { return }
    if hasSign || isInParentheses { throw .severalSigns }
    cursor.advance()
    isNegative = true
  }

  /// Reads what may stand behind the digits: unit, per cent sign, footnote mark, parenthesis.
  mutating func readTail() throws(Problem) {
    var isApart = false
    while !cursor.isAtEnd {
      switch cursor.symbol {
      case .groupBlank, .blank:
        cursor.skipBlanks()
        isApart = true
        continue
      case .star, .raised: try readFootnote()
      case .percent: try readPercent()
      case .letter: try readUnit(isApart: isApart)
      case .closing: try readClosing()
      case .comma, .point: throw markProblemInTail()
      default: throw .trailingText
      }
      isApart = false
    }
    if isInParentheses { throw .unbalancedParenthesis }
  }

  private mutating func readFootnote() throws(Problem) {
    if footnote != nil { throw .trailingText }
    let kind = cursor.symbol
    footnote = cursor.take { $0 == kind }
  }

  private mutating func readPercent() throws(Problem) {
    if isPercent || unit != nil { throw .trailingText }
    isPercent = true
    cursor.advance()
  }

  private mutating func readUnit(isApart: Bool) throws(Problem) {
    if isPercent || unit != nil || footnote != nil && !isApart { throw .trailingText }
    let word = cursor.take { $0 == .letter }
    guard let named = MoneyUnit(spelling: word) else {
      throw isApart ? .unknownUnit : .letterInside
    }
    unit = named
  }

  private mutating func readClosing() throws(Problem) {
    guard isInParentheses else { throw .unbalancedParenthesis }
    isInParentheses = false
    cursor.advance()
  }

  /// A mark behind the digits: `1 234,5 ,`.
  private func markProblemInTail() -> Problem {
    cursor.following?.isDigit == true ? .groupMarks : .trailingText
  }
}
