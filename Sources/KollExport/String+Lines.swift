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

  /// The width of the widest word.
  var widestWord: Int { split(separator: " ").map(\.displayWidth).max() ?? 0 }

  /// The narrowest width that the text can be wrapped to, its indent and that of its later lines
  /// counted, with every word whole.
  var leastWrappedWidth: Int {
    let words = split(separator: " ")
    let indent = prefix { $0 == " " }.count
    return indent + widestWord + (words.count > 1 ? 2 : 0)
  }

  /// The text with blanks put into words that are wider than a width.
  func breakingWords(widerThan width: Int) -> String {
    guard widestWord > width else { return self }
    var text = ""
    var used = 0
    for character in self {
      let isBlank = character == " "
      if !isBlank, used > 0, used + character.displayWidth > width {
        text += " "
        used = 0
      }
      text.append(character)
      used = isBlank ? 0 : used + character.displayWidth
    }
    return text
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
