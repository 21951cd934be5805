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
  ///   - title: What stands above to the left; the sheet's name stands to the right.
  ///   - organisation: What stands below to the left; the page's number stands to the right.
  ///   - lastCell: The last cell that is printed.
  ///   - repeatedRow: The row that is printed again on each page.
  init(title: String, organisation: String?, lastCell: CellReference, repeatedRow: Int?) {
    self.lastCell = lastCell
    self.repeatedRow = repeatedRow
    header = PageSetup.line(left: title, right: "&A")
    footer = PageSetup.line(left: organisation ?? "", right: "Sida &P av &N")
  }

  /// The font comes last before a text: after a size, a text's own digits would make it larger.
  private static let look = "&9&\"Arial,Regular\""

  private static func line(left: String, right: String) -> String {
    let end = "&R" + look + right
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
