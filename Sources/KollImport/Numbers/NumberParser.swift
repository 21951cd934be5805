internal import KollModel

/// Reads one cell by a grammar of numbers, from left to right.
struct NumberParser {
  typealias Problem = CellReading.Problem

  let grammar: NumberGrammar
  var cursor: NumberCursor
  var hasSign = false
  var isNegative = false
  var isInParentheses = false
  var digits = DigitAccumulator()
  /// How many digits stand before the decimal mark.
  var wholeDigits = 0
  var unit: MoneyUnit?
  var isPercent = false
  var footnote: String?

  init(_ grammar: NumberGrammar, _ bytes: ArraySlice<UInt8>) {
    self.grammar = grammar
    self.cursor = NumberCursor(trimming: bytes)
  }

  mutating func read() throws(Problem) -> CellReading {
    if let reading = try readBeginning() { return reading }
    try readWholePart()
    try readDecimals()
    try checkAfterDigits()
    try readTrailingMinus()
    try readTail()
    guard let coefficient = digits.coefficient(isNegative: isNegative) else {
      throw .tooManyDigits
    }
    return .number(
      ReadNumber(
        coefficient: coefficient,
        decimals: digits.decimals,
        unit: unit,
        isPercent: isPercent,
        footnote: footnote,
      )
    )
  }

  /// Reads up to the first digit; what is returned is the whole cell's reading.
  private mutating func readBeginning() throws(Problem) -> CellReading? {
    switch cursor.symbol {
    case nil: return .empty
    case .digit: return nil
    case .minus, .enDash, .plus: return try readSign()
    case .emDash, .otherDash: return try readDash()
    case .opening: return try readParenthesis()
    case .hash: throw readError()
    case .comma, .point:
      if let following = cursor.following, following.isDigit { throw .markWithoutDigit }
      return .text
    case .invisible:
      while cursor.symbol == .invisible { cursor.advance() }
      if beginsNumber { throw .invisibleCharacter }
      return cursor.isAtEnd ? .empty : .text
    default: return .text
    }
  }

  private mutating func readSign() throws(Problem) -> CellReading? {
    let start = cursor
    let isPlus = cursor.symbol == .plus
    hasSign = true
    isNegative = !isPlus
    cursor.advance()
    cursor.skipBlanks()
    if !isPlus, start.isEmptyValueDash, isUnitOrEnd { return .empty }
    try expectDigit()
    return nil
  }

  /// Reads a dash that is no sign.
  private mutating func readDash() throws(Problem) -> CellReading {
    let isEmDash = cursor.symbol == .emDash
    cursor.advance()
    cursor.skipBlanks()
    if cursor.symbol?.isDigit == true { throw .unknownSign }
    return isEmDash && isUnitOrEnd ? .empty : .text
  }

  private mutating func readParenthesis() throws(Problem) -> CellReading? {
    guard grammar.allowsParentheses else { throw .parentheses }
    isInParentheses = true
    isNegative = true
    cursor.advance()
    cursor.skipBlanks()
    try expectDigit()
    return nil
  }

  private mutating func readError() -> Problem {
    let signs = cursor.take { $0 == .hash }
    if signs.count > 1 && cursor.isAtEnd { return .columnTooNarrow }
    return .spreadsheetError
  }

  /// Whether a number begins here.
  private var beginsNumber: Bool {
    switch cursor.symbol {
    case .digit, .minus, .enDash, .plus, .opening, .hash: true
    default: false
    }
  }

  /// Whether nothing is left, or nothing but a unit, as in `-   kr` of Excel's accounting format.
  private var isUnitOrEnd: Bool {
    var rest = cursor
    let word = rest.take { $0 == .letter }
    return rest.isAtEnd && (word.isEmpty || MoneyUnit(spelling: word) != nil)
  }

  private func expectDigit() throws(Problem) {
    switch cursor.symbol {
    case .digit: return
    case .minus, .enDash, .plus, .opening: throw .severalSigns
    case .comma, .point: throw .markWithoutDigit
    default: throw .signWithoutNumber
    }
  }
}

extension NumberCursor {
  /// Whether the dash here stands for a missing value when it stands alone.
  ///
  /// `−` does not: it is never written for a missing value, so its number is missing.
  fileprivate var isEmptyValueDash: Bool {
    symbol == .enDash || bytes[index] == UInt8(ascii: "-")
  }
}
