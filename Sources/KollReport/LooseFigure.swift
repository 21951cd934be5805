internal import KollModel

/// A figure with its unit that somebody wrote in a text by hand, such as `2,2 mkr`.
struct LooseFigure {
  /// Where it stands in the text, in scalars, without its sign.
  let range: Range<Int>
  /// Its digits as a whole number.
  let digits: Int128
  /// How many of them stand behind the decimal mark.
  let decimals: Int
  /// Its unit.
  let unit: TextUnit
}

extension LooseFigure {
  /// Finds the figures of a text: numbers with a unit behind them.
  ///
  /// Years, dates, paragraphs and numbers of things have no unit, and are none.
  static func all(in scalars: [Unicode.Scalar]) -> [LooseFigure] {
    var figures: [LooseFigure] = []
    var scan = FigureScan(scalars)
    while scan.goToNumber() {
      let start = scan.index
      guard let number = scan.number(), let unit = scan.unit() else { continue }
      figures.append(
        LooseFigure(
          range: start..<scan.index,
          digits: number.digits,
          decimals: number.decimals,
          unit: unit,
        )
      )
    }
    return figures
  }
}

/// A way through a text from number to number.
private struct FigureScan {
  private let scalars: [Unicode.Scalar]
  private(set) var index = 0

  /// The most digits of a number that may be an amount.
  private static let mostDigits = 15

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Goes on to the next digit that begins a number, and not the rest of a word.
  mutating func goToNumber() -> Bool {
    while index < scalars.count {
      if isDigit(index), index == 0 || !isWordPart(scalars[index - 1]) { return true }
      index += 1
    }
    return false
  }

  /// Reads a number: groups of digits with blanks or points between, and a decimal mark.
  ///
  /// Source: Myndigheternas skrivregler, 8th edition, section 11.1.
  mutating func number() -> (digits: Int128, decimals: Int)? {
    var digits = takeDigits()
    let isGrouped = (1...3).contains(digits.count)
    while isGrouped, isGroup(at: index + 1), index < scalars.count,
      isBlank(scalars[index]) || scalars[index] == "."
    {
      index += 1
      digits += takeDigits()
    }
    var decimals = 0
    if index + 1 < scalars.count, scalars[index] == "," || scalars[index] == ".",
      isDigit(index + 1)
    {
      index += 1
      let rest = takeDigits()
      decimals = rest.count
      digits += rest
    }
    guard digits.count <= FigureScan.mostDigits else { return nil }
    return Int128(digits).map { ($0, decimals) }
  }

  /// Reads the unit behind a number; stays where it is when there is none.
  mutating func unit() -> TextUnit? {
    let start = index
    let word = takeWord()
    if let unit = TextUnit(word: word) { return unit }
    if let multiple = TextUnit(multiple: word), TextUnit(word: takeWord()) == .money(.kr) {
      return multiple
    }
    index = start
    return nil
  }

  /// Three digits, and no more.
  private func isGroup(at place: Int) -> Bool {
    (place..<place + 3).allSatisfy(isDigit) && !isDigit(place + 3)
  }

  private mutating func takeDigits() -> String {
    var digits = ""
    while isDigit(index) {
      digits.unicodeScalars.append(scalars[index])
      index += 1
    }
    return digits
  }

  /// The next word, blanks before it passed over: letters, or the sign of per cent.
  private mutating func takeWord() -> String {
    while index < scalars.count, isBlank(scalars[index]) { index += 1 }
    var word = ""
    while index < scalars.count, scalars[index].properties.isAlphabetic {
      word.unicodeScalars.append(scalars[index])
      index += 1
    }
    if word.isEmpty, index < scalars.count, scalars[index] == "%" {
      index += 1
      return "%"
    }
    return word
  }

  private func isDigit(_ place: Int) -> Bool {
    scalars.indices.contains(place) && ("0"..."9").contains(scalars[place])
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == ","
      || scalar == "."
  }
}
