extension TextMeasure {
  /// A text broken at blanks into lines that fit a width.
  ///
  /// A line break in the text ends a line. A word wider than the width is cut between characters.
  /// - Parameters:
  ///   - text: The text.
  ///   - pixels: The width.
  ///   - points: The size of the font.
  ///   - isBold: Whether it is bold.
  /// - Returns: The lines, at least one.
  static func lines(
    of text: String,
    fitting pixels: Double,
    points: Int = CellStyle.bodyPoints,
    isBold: Bool = false,
  ) -> [String] {
    let measure = { (part: Substring) in
      TextMeasure.pixels(of: part, points: points, isBold: isBold)
    }
    let blank = measure(" ")
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = ""
      var used = 0.0
      for word in pieces(of: paragraph, fitting: pixels, measure) {
        let width = measure(word)
        if !line.isEmpty, used + blank + width > pixels {
          lines.append(line)
          (line, used) = ("", 0)
        }
        used += line.isEmpty ? width : blank + width
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return lines
  }

  /// The words between ordinary blanks and tabs; hard blanks hold words together.
  private static func pieces(
    of paragraph: Substring,
    fitting pixels: Double,
    _ measure: (Substring) -> Double,
  ) -> [Substring] {
    var pieces: [Substring] = []
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if measure(word) <= pixels {
        pieces.append(word)
      } else {
        pieces += cut(word, fitting: pixels, measure)
      }
    }
    return pieces
  }

  private static func cut(
    _ word: Substring,
    fitting pixels: Double,
    _ measure: (Substring) -> Double,
  ) -> [Substring] {
    var pieces: [Substring] = []
    var start = word.startIndex
    var used = 0.0
    for index in word.indices {
      let width = measure(word[index...index])
      if used > 0, used + width > pixels {
        pieces.append(word[start..<index])
        (start, used) = (index, 0)
      }
      used += width
    }
    pieces.append(word[start...])
    return pieces
  }
}
