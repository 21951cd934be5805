internal import KollReport

extension Theme {
  /// The font of a workbook: without one of the theme's own, one that is on every machine or has a
  /// twin of the same widths there.
  var fontName: String { font ?? "Arial" }
}

extension Colour {
  /// The colour as the library takes it, to which zero is no colour.
  var libraryValue: UInt32 { number == 0 ? 0x100_0000 : number }
}
