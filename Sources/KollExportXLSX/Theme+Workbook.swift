internal import KollReport

extension Theme {
  /// The font of a workbook: without one of the theme's own, one that is on every machine or has a
  /// twin of the same widths there.
  var fontName: String { font ?? "Arial" }

  /// What stands behind headers.
  var shade: Colour { colour ?? Colour(red: 0xED, green: 0xED, blue: 0xED) }

  /// The colour of bars and lines: one that stands out from white for every eye.
  ///
  /// Source: WCAG 2.1, success criterion 1.4.11 (level AA).
  var chartColour: Colour {
    let own = Colour(red: 0x1F, green: 0x4E, blue: 0x79)
    guard let colour, colour.contrast(with: .white) >= 3 else { return own }
    return colour
  }
}

extension Colour {
  /// The colour as the library takes it, to which zero is no colour.
  var libraryValue: UInt32 { number == 0 ? 0x100_0000 : number }
}
