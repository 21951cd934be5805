extension Theme {
  /// What stands behind headers.
  public var shade: Colour { colour ?? Colour(red: 0xED, green: 0xED, blue: 0xED) }

  /// The colour of bars and lines: one that stands out from white for every eye.
  ///
  /// Source: WCAG 2.1, success criterion 1.4.11 (level AA).
  public var chartColour: Colour {
    let own = Colour(red: 0x1F, green: 0x4E, blue: 0x79)
    guard let colour, colour.contrast(with: .white) >= 3 else { return own }
    return colour
  }
}
