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
  /// Finds the figures of a text: numbers with a unit behind them, alone or two that share one.
  ///
  /// Years, dates, paragraphs and numbers of things have no unit, and are none.
  static func all(in scalars: [Unicode.Scalar]) -> [LooseFigure] {
    var figures: [LooseFigure] = []
    var scan = FigureScan(scalars)
    while scan.goToNumber() { figures += scan.figures() }
    return figures
  }
}

/// A way through a text from number to number.
private struct FigureScan {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// The most digits of a number that may be an amount.
  private static let mostDigits = 15
  private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "–", "—", "−"]
  /// The words between two numbers that share the unit behind the second.
  private static let joints: Set<String> = ["till", "och", "eller", "respektive"]

  /// A number as it is written.
  private struct Number {
    let range: Range<Int>
    let digits: Int128
    let decimals: Int

    /// Whether it may be a year, which shares no unit with what follows.
    var mayBeYear: Bool { range.count == 4 && (1900..<2100).contains(digits) }
  }

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Goes on to the next digit that begins a number, and not the rest of a word.
  mutating func goToNumber() -> Bool {
    while index < scalars.count {
      if isDigit(index), index == 0 || !isWordPart(scalars[index - 1]) { return true }
      index += 1
    }
    return false
  }

  /// Reads the number here with its unit, and one before it that shares the unit: `7,7–8,8 mnkr`.
  mutating func figures() -> [LooseFigure] {
    let isParagraph = lastSign == "§"
    guard let first = number() else { return [] }
    var figures = [first]
    let end = index
    var unit = unit()
    if unit == nil, !first.mayBeYear, takeJoint(), isDigit(index), let second = number() {
      figures.append(second)
      unit = self.unit()
    }
    guard let unit else {
      index = end
      return []
    }
    return isParagraph
      ? []
      : figures.enumerated().map { place, number in
        LooseFigure(
          range: number.range
            .lowerBound..<(place + 1 < figures.count ? number.range.upperBound : index),
          digits: number.digits,
          decimals: number.decimals,
          unit: unit,
        )
      }
  }

  /// The last sign before the place that is no blank.
  private var lastSign: Unicode.Scalar? { scalars[..<index].last { !isBlank($0) } }

  /// Reads a number: groups of digits with blanks or points between, and a decimal mark.
  ///
  /// Source: Myndigheternas skrivregler, 8th edition, section 11.1.
  private mutating func number() -> Number? {
    let start = index
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
    guard digits.count <= FigureScan.mostDigits, let number = Int128(digits) else { return nil }
    return Number(range: start..<index, digits: number, decimals: decimals)
  }

  /// Goes past a dash or a word between two numbers, and the blanks around it.
  private mutating func takeJoint() -> Bool {
    skipBlanks()
    let isJoint = take(FigureScan.dashes) || FigureScan.joints.contains(takeWord().lowercased())
    skipBlanks()
    return isJoint
  }

  /// Reads the unit behind a number; stays where it is when there is none.
  private mutating func unit() -> TextUnit? {
    let start = index
    if take([":"]), take(FigureScan.dashes) { return .money(.kr) }
    index = start
    let word = takeWord()
    if let unit = TextUnit(word: word) {
      if unit != .percent || !isOfPoints { return unit }
    } else if let multiple = TextUnit(multiple: word), isOfMoney(multiple) {
      return multiple
    }
    index = start
    return nil
  }

  /// Whether what follows makes per cent points of per cent: `%-enheter`.
  private var isOfPoints: Bool {
    var rest = self
    _ = rest.take(FigureScan.dashes)
    return rest.takeWord().lowercased().hasPrefix("enhet")
  }

  /// Whether thousands, millions or milliards are of kronor.
  ///
  /// Kronor are named. Where nothing is, millions are of kronor too, and milliards always.
  private mutating func isOfMoney(_ multiple: TextUnit) -> Bool {
    let end = index
    _ = take(["."])
    let word = takeWord()
    if TextUnit(word: word) == .money(.kr) { return true }
    index = end
    return multiple == .money(.mdkr) || multiple == .money(.mnkr) && word.isEmpty
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

  /// Goes past a sign, when it is one of some.
  private mutating func take(_ signs: Set<Unicode.Scalar>) -> Bool {
    guard index < scalars.count, signs.contains(scalars[index]) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < scalars.count, isBlank(scalars[index]) { index += 1 }
  }

  /// The next word, blanks before it passed over: letters, or the sign of per cent.
  private mutating func takeWord() -> String {
    skipBlanks()
    var word = ""
    while index < scalars.count, scalars[index].properties.isAlphabetic {
      word.unicodeScalars.append(scalars[index])
      index += 1
    }
    return word.isEmpty && take(["%"]) ? "%" : word
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
