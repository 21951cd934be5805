/// How wide texts are in Arial, at 96 pixels an inch.
enum TextMeasure {
  /// A digit of the default font, which column widths are counted in.
  static let digitPixels = 8.0

  /// The width of a text in pixels.
  /// - Parameters:
  ///   - text: The text.
  ///   - points: The size of the font.
  ///   - isBold: Whether it is bold.
  /// - Returns: The width, rather too large than too small.
  static func pixels(
    of text: some StringProtocol,
    points: Int = CellStyle.bodyPoints,
    isBold: Bool = false,
  ) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += width(of: scalar) }
    let width = Double(thousandths) / 1_000 * Double(points) * 96 / 72
    // Programs round each letter to whole pixels, most often up.
    return width * (isBold ? 1.1 : 1.04)
  }

  /// The width of a letter in thousandths of the font's size.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if (0x20..<0x7F).contains(value) { return ascii[value - 0x20] }
    switch scalar {
    case "\u{A0}", "\u{202F}", "\u{2009}": return 278
    case "\u{2013}", "å", "ä", "ö", "é": return 556
    case "Å", "Ä": return 667
    case "Ö": return 778
    case "\u{2212}": return 584
    default: return widthByKind(of: scalar)
    }
  }

  private static func widthByKind(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    case .uppercaseLetter: 780
    case .lowercaseLetter, .modifierLetter, .decimalNumber: 600
    default: 1_000
    }
  }

  /// The widths of the letters from the blank to the tilde.
  ///
  /// Source: Adobe Font Metrics of Helvetica, whose widths Arial and Liberation Sans share.
  private static let ascii = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1_015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
