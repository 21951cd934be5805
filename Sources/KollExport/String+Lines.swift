internal import KollModel

extension String {
  /// The text broken at blanks into lines of at most a width; a longer word has its own line.
  ///
  /// Hard spaces do not break. The lines are at least one.
  func lines(fitting width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.displayWidth + 1 + word.displayWidth > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines
  }

  /// The text with blanks before it up to a width.
  func aligned(right width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth)) + self
  }

  /// The text with blanks after it up to a width.
  func aligned(left width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// The line without the blanks that end it.
  var withoutTrailingBlanks: String {
    var line = self[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
