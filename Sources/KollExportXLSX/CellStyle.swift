/// How a cell looks; equal looks share one format of the library.
struct CellStyle: Equatable {
  /// How a number is shown; `nil` for words.
  var pattern: NumberPattern?
  /// Whether the text is bold.
  var isBold = false
  /// Whether the text is slanted.
  var isItalic = false
  /// Whether the text leads somewhere: blue and underlined.
  var isLink = false
  /// The size of the text in points.
  var points = CellStyle.bodyPoints
  /// Where the content stands from left to right.
  var side = Side.byContent
  /// Whether the content stands at the top of its row, and not at the bottom.
  var isAtTop = false
  /// How many steps the text is set in.
  var indent = 0
  /// Whether the text is broken over several lines inside the cell.
  var isWrapped = false
  /// The line above the cell.
  var top = Line.none
  /// The line below the cell.
  var bottom = Line.none
  /// Whether the cell has the shade of a header.
  var isShaded = false
  /// Whether people write in the cell, also where the sheet is locked.
  var isOpen = false
  /// Whether the text has the colour of titles.
  var isProminent = false

  /// The size of ordinary text in points.
  static let bodyPoints = 11

  /// Where content stands from left to right.
  enum Side {
    /// Numbers to the right, words to the left.
    case byContent
    /// To the left.
    case left
    /// To the right.
    case right
  }

  /// A line along a cell's edge.
  enum Line {
    /// No line.
    case none
    /// A thin grey line that leads the eye along a row.
    case faint
    /// A thin line.
    case thin
    /// A thicker line.
    case medium
  }
}

extension CellStyle: Hashable {
  /// Looks are looked up for each cell of a workbook: most differ in what goes into the hash, and
  /// the rest is compared.
  func hash(into hasher: inout Hasher) {
    hasher.combine(isBold)
    hasher.combine(indent)
    hasher.combine(pattern?.showsPlus)
    hasher.combine(pattern?.isNearZero)
  }
}
