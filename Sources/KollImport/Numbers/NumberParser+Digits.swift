internal import KollModel

extension NumberParser {
  /// Reads the digits before the decimal mark, in groups of three or without groups.
  mutating func readWholePart() throws(Problem) {
    wholeDigits = readDigits()
    let first = wholeDigits
    while let size = try readGroup() {
      if first > 3 || size != 3 { throw isBeforeStrayLetter ? .letterInside : .badGroup }
      wholeDigits += size
    }
  }

  /// Reads a blank and the digits behind it; returns how many they are, or `nil` when none follow.
  private mutating func readGroup() throws(Problem) -> Int? {
    var ahead = cursor
    ahead.skipBlanks()
    guard let symbol = ahead.symbol, symbol.isDigit, ahead.index > cursor.index else { return nil }
    guard cursor.symbol == .groupBlank, cursor.following == symbol else { throw .badGroup }
    cursor = ahead
    return readDigits()
  }

  /// Whether a letter stands directly here that begins no unit, as the O of `18 37O`.
  private var isBeforeStrayLetter: Bool {
    var ahead = cursor
    let word = ahead.take { $0 == .letter }
    return !word.isEmpty && MoneyUnit(spelling: word) == nil
  }

  private mutating func readDigits() -> Int {
    var count = 0
    while case .digit(let digit) = cursor.symbol {
      digits.append(digit)
      cursor.advance()
      count += 1
    }
    return count
  }

  /// Reads the decimal mark and the decimals, when there are any.
  mutating func readDecimals() throws(Problem) {
    guard let mark = cursor.symbol, mark.isMark else { return }
    let isDecimalMark = mark == grammar.decimalMark?.symbol
    guard isDecimalMark, hasOneMark else { throw markProblem() }
    guard cursor.following?.isDigit == true else { throw .markWithoutDigit }
    cursor.advance()
    while case .digit(let digit) = cursor.symbol {
      digits.appendDecimal(digit)
      cursor.advance()
    }
  }

  /// The marks from here on, with how many digits follow each.
  private var marks: [(mark: NumberSymbol, digits: Int)] {
    var found: [(mark: NumberSymbol, digits: Int)] = []
    var ahead = cursor
    while let mark = ahead.symbol, mark.isMark, found.count < 3 {
      ahead.advance()
      found.append((mark, ahead.take(while: \.isDigit).utf8.count))
    }
    return found
  }

  private var hasOneMark: Bool { marks.count == 1 }

  /// What is wrong with marks that are not one decimal mark.
  private func markProblem() -> Problem {
    let marks = marks
    if marks.contains(where: { $0.mark != marks[0].mark }) { return .mixedMarks }
    if marks.count > 1 { return .groupMarks }
    if marks[0].digits == 0 { return .markWithoutDigit }
    return marks[0].digits == 3 && isOneGroup ? .ambiguousMark : .otherDecimalMark
  }

  /// Whether the digits so far could be the first group of thousands: one to three, not only zero.
  private var isOneGroup: Bool {
    wholeDigits <= 3 && digits.coefficient(isNegative: false) != 0
  }

  /// Says what is wrong when the digits go on into something that is no number.
  func checkAfterDigits() throws(Problem) {
    var ahead = cursor
    ahead.skipBlanks()
    let isApart = ahead.index > cursor.index
    guard let symbol = ahead.symbol, !symbol.isDigit else {
      if isApart && !ahead.isAtEnd { throw .badGroup }
      return
    }
    if isApart { return }
    if isExponent { throw .exponent }
    let joins = symbol == .minus || symbol == .enDash || isDateSeparator
    if joins, cursor.following?.isDigit == true { throw .dateOrRange }
  }

  private var isExponent: Bool {
    guard cursor.bytes[cursor.index] | 0x20 == UInt8(ascii: "e") else { return false }
    var ahead = cursor
    ahead.advance()
    if ahead.symbol == .plus || ahead.symbol == .minus { ahead.advance() }
    return ahead.symbol?.isDigit == true
  }

  private var isDateSeparator: Bool {
    [UInt8(ascii: "/"), UInt8(ascii: ":")].contains(cursor.bytes[cursor.index])
  }
}
