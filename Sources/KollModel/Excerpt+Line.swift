extension Diagnostic.Excerpt {
  /// The most scalars of a line that are shown, and those before what is meant in a longer one.
  private static let longest = 200
  private static let context = 60

  /// A line, or of a long one the part around what is meant.
  package init(of line: [Unicode.Scalar], marked: Range<Int>) {
    let isLong = line.count > Self.longest
    let first = isLong ? max(0, marked.lowerBound - Self.context) : 0
    let last = isLong ? min(line.count, first + Self.longest) : line.count
    var text = String.UnicodeScalarView(first > 0 ? "…".unicodeScalars : "".unicodeScalars)
    let shift = first - text.count
    text.append(contentsOf: line[first..<last])
    if last < line.count { text.append("…") }
    self.init(
      text: String(text),
      marked: marked.lowerBound
        - shift..<(isLong ? min(marked.upperBound, last) : marked.upperBound) - shift,
    )
  }
}
