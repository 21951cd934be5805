/// A line of running text on a sheet.
struct TextLine: Hashable {
  /// What it says.
  var text: String
  /// What part it plays.
  var kind: Kind

  /// The part that a line plays.
  enum Kind {
    /// The sheet's title.
    case title
    /// Whom the document is about.
    case organisation
    /// A heading below the title.
    case heading
    /// A table's title.
    case caption
    /// What unit a table's amounts are in.
    case unit
    /// Running text.
    case text
    /// The first line of a list's item.
    case item
    /// A following line of a list's item.
    case itemRest
    /// A note below a table.
    case note
    /// A way to another sheet.
    case link
  }
}

extension TextLine.Kind {
  /// How such a line looks.
  var style: CellStyle {
    switch self {
    case .title: CellStyle(isBold: true, points: 16, side: .left, isProminent: true)
    case .organisation: CellStyle(points: 12, side: .left)
    case .heading: CellStyle(isBold: true, points: 13, side: .left, isProminent: true)
    case .caption: CellStyle(isBold: true, side: .left)
    case .unit: CellStyle(points: 10, side: .left)
    case .text, .item: CellStyle(side: .left)
    case .itemRest: CellStyle(side: .left, indent: 1)
    case .note: CellStyle(isItalic: true, points: 10, side: .left)
    case .link: CellStyle(isLink: true, side: .left)
    }
  }
}
