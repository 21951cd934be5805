internal import KollModel

/// What stands between braces in a text: the name of a figure, and how it is to be shown.
struct Placeholder {
  /// The column, and the area or the row; nothing tells them apart but the names there are.
  private(set) var words: [String]
  /// The unit to show it in, and the word for it.
  private(set) var unit: (unit: TextUnit, word: String)?
  /// Whether it is shown as a size.
  let isWithoutSign: Bool

  /// Reads the words between braces.
  /// - Parameters:
  ///   - text: What stands between the braces.
  ///   - takesUnit: Whether a last word that is a unit is one, and no part of a name.
  init(_ text: String, takesUnit: Bool = true) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    isWithoutSign = words.suffix(2).map { $0.lowercased() } == ["utan", "tecken"]
    if isWithoutSign { words.removeLast(2) }
    unit = takesUnit ? words.last.flatMap { word in TextUnit(word: word).map { ($0, word) } } : nil
    if unit != nil { words.removeLast() }
    self.words = words
  }

  /// The same figure as a share of what it is compared with, where a sign of per cent stands last or
  /// behind the column's name.
  var asShare: Placeholder? {
    if unit?.unit == .percent { return self }
    guard let place = words.firstIndex(of: "%"), unit == nil else { return nil }
    var share = self
    share.unit = (.percent, share.words.remove(at: place))
    return share.words.isEmpty ? nil : share
  }
}

/// A part of a text: words, or what stands between braces.
enum TextPart {
  case words(String)
  case placeholder(String, Range<Int>)
  /// A brace that nothing closes.
  case open(Range<Int>)

  /// The most scalars between braces.
  private static let longest = 200

  /// The parts of a text, with their places in scalars; `{{` and `}}` stand for braces.
  static func parts(of scalars: [Unicode.Scalar]) -> [TextPart] {
    var parts: [TextPart] = []
    var words = String.UnicodeScalarView()
    func flush() {
      if !words.isEmpty { parts.append(.words(String(words))) }
      words = String.UnicodeScalarView()
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let isBrace = scalar == "{" || scalar == "}"
      if isBrace, index + 1 < scalars.count, scalars[index + 1] == scalar {
        words.append(scalar)
        index += 2
      } else if scalar == "{" {
        flush()
        let inner = scalars[(index + 1)...].prefix(longest).prefix { $0 != "{" && $0 != "}" }
        if inner.endIndex < scalars.count, scalars[inner.endIndex] == "}" {
          let name = String(String.UnicodeScalarView(inner))
          parts.append(.placeholder(name, index..<inner.endIndex + 1))
          index = inner.endIndex + 1
        } else {
          parts.append(.open(index..<index + 1))
          index += 1
        }
      } else {
        words.append(scalar)
        index += 1
      }
    }
    flush()
    return parts
  }
}
