internal import KollReport

/// What of a sheet is printed, and what stands above and below it on each page.
struct PageSetup: Hashable {
  /// The last cell that is printed; the first is A1.
  var lastCell: CellReference
  /// The row that is printed again on each page.
  var repeatedRow: Int?
  /// The line above, with the codes of a spreadsheet program.
  var header: String
  /// The line below, with the codes of a spreadsheet program.
  var footer: String

  /// Creates a setup.
  /// - Parameters:
  ///   - document: The document, whose title stands above to the left, with the sheet's name to the
  ///     right, and below whom it is about, its dating, and the page's number.
  ///   - lastCell: The last cell that is printed.
  ///   - repeatedRow: The row that is printed again on each page.
  init(of document: Document, lastCell: CellReference, repeatedRow: Int?) {
    self.lastCell = lastCell
    self.repeatedRow = repeatedRow
    // The font comes last before a text: after a size, a text's own digits would make it larger.
    let look = "&9&\"\(document.theme.fontName),Regular\""
    let dating = PageSetup.escaped(document.dating ?? "", toUTF16: 60)
    header = PageSetup.line(look, left: document.title, right: "&A")
    footer = PageSetup.line(
      look,
      left: document.organisation ?? "",
      centre: dating,
      right: "Sida &P av &N",
    )
  }

  private static func line(
    _ look: String,
    left: String,
    centre: String = "",
    right: String,
  ) -> String {
    let end = (centre.isEmpty ? "" : "&C" + look + centre) + "&R" + look + right
    let room = SheetLimits.headerFooter - end.utf16.count - "&L".utf16.count - look.utf16.count
    let text = escaped(left, toUTF16: room)
    return text.isEmpty ? end : "&L" + look + text + end
  }

  /// A text with its ampersands doubled, shortened as needed but never between the two.
  private static func escaped(_ text: String, toUTF16 limit: Int) -> String {
    let line = text.singleLine
    var room = limit
    while room > 0 {
      let shortened = line.shortened(toUTF16: room)
      var escaped = ""
      for character in shortened { escaped += character == "&" ? "&&" : String(character) }
      if escaped.utf16.count <= limit { return escaped }
      room -= escaped.utf16.count - limit
    }
    return ""
  }
}
