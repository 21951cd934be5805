internal import KollModel

extension ExpressionParser {
  /// The functions that expressions may call.
  enum Function {
    case magnitude
    case deviation
    case deviationShare
  }

  /// Takes a function's name and its opening parenthesis.
  mutating func takeFunction() -> Function? {
    let names: [(String, Function)] = [
      ("avvikelse%", .deviationShare), ("deviation%", .deviationShare),
      ("avvikelse", .deviation), ("deviation", .deviation), ("abs", .magnitude),
    ]
    for (name, function) in names {
      guard let after = rest.droppingPrefix(name) else { continue }
      let afterBlanks = after.drop(while: \.isWhitespace)
      guard afterBlanks.first == "(" else { continue }
      rest = afterBlanks.dropFirst()
      return function
    }
    return nil
  }

  /// Takes the longest name of a column that stands here.
  mutating func takeName() -> Int? {
    var best: (column: Int, rest: Substring)?
    for (index, column) in columns.enumerated() {
      let titles = column.title.needsBrackets ? [column.key] : [column.title, column.key]
      for name in titles where !name.isDigitsOnly {
        guard let after = rest.droppingName(name), after.isAtWordEnd,
          after.startIndex > (best?.rest.startIndex ?? rest.startIndex)
        else { continue }
        best = (index, after)
      }
    }
    if let best { rest = best.rest }
    return best?.column
  }

  /// The column that a title or key names in full, case and the kind of blanks ignored.
  func column(named name: String) -> Int? {
    let wanted = name.lowercased().words
    guard !wanted.isEmpty else { return nil }
    return columns.firstIndex { $0.title.lowercased().words == wanted }
      ?? columns.firstIndex { $0.key.lowercased().words == wanted }
  }

  /// Takes a number with a decimal point or, between digits, a decimal comma.
  mutating func takeNumber() -> Rational? {
    let whole = rest.prefix(while: \.isDigit)
    guard !whole.isEmpty, whole.utf8.count <= 15 else { return nil }
    var digits = String(whole)
    var after = rest[whole.endIndex...]
    var decimals = 0
    if let mark = after.first, mark == "." || mark == "," {
      let fraction = after.dropFirst().prefix(while: \.isDigit)
      guard fraction.utf8.count <= 18 - whole.utf8.count else { return nil }
      if !fraction.isEmpty {
        digits += fraction
        decimals = fraction.utf8.count
        after = after[fraction.endIndex...]
      }
    }
    guard let integer = Int64(digits), after.isAtWordEnd else { return nil }
    rest = after
    return Rational(integer, decimals: decimals)
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}

extension StringProtocol {
  /// Whether every character is a digit, as in a column that is called only by its year.
  fileprivate var isDigitsOnly: Bool { !isEmpty && allSatisfy(\.isDigit) }

  /// The words of the text, whatever kind of blanks is between them.
  fileprivate var words: [SubSequence] { split(whereSeparator: \.isWhitespace) }

  /// Whether the text would be read as more than a name.
  var needsBrackets: Bool {
    isDigitsOnly || contains { "+-*/()[],;\u{2212}".contains($0) }
  }
}

extension Substring {
  /// Whether no letter or digit follows here.
  fileprivate var isAtWordEnd: Bool {
    guard let next = first else { return true }
    return !next.isLetter && !next.isNumber
  }

  /// What is left after a name, or `nil` when the text does not begin with its words.
  fileprivate func droppingName(_ name: String) -> Substring? {
    var mine = self
    for (number, word) in name.words.enumerated() {
      if number > 0 {
        guard mine.first?.isWhitespace == true else { return nil }
        mine = mine.drop(while: \.isWhitespace)
      }
      guard let after = mine.droppingPrefix(word) else { return nil }
      mine = after
    }
    return mine
  }

  /// What is left after a prefix, case ignored, or `nil` when the text does not begin with it.
  fileprivate func droppingPrefix(_ prefix: some StringProtocol) -> Substring? {
    var mine = self
    for expected in prefix {
      guard let found = mine.first, found.lowercased() == expected.lowercased() else { return nil }
      mine.removeFirst()
    }
    return mine
  }
}
