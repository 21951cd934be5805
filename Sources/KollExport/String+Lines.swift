internal import KollModel

/// A text on one line, with the width that it takes: measured once, however often it is set.
struct MeasuredLine {
  private(set) var text: String
  private(set) var width: Int

  init(_ text: String) {
    self.text = text
    width = text.displayWidth
  }

  /// Adds a word behind a blank.
  fileprivate mutating func add(_ word: String, width wordWidth: Int) {
    if !text.isEmpty {
      text += " "
      width += 1
    }
    text += word
    width += wordWidth
  }
}

extension String {
  /// The text broken at blanks into lines of at most a width; a longer word has its own line.
  ///
  /// Hard spaces do not break. The lines are at least one.
  func lines(fitting width: Int) -> [MeasuredLine] {
    var lines: [MeasuredLine] = []
    var line = MeasuredLine("")
    for word in words {
      let wordWidth = word.displayWidth
      if !line.text.isEmpty, line.width + 1 + wordWidth > width {
        lines.append(line)
        line = MeasuredLine("")
      }
      line.add(word, width: wordWidth)
    }
    lines.append(line)
    return lines
  }

  /// What stands between blanks.
  ///
  /// A blank is one byte: to look for the byte is many times as fast as to find out what is one
  /// character.
  private var words: [String] {
    Array(utf8).split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The width of the widest word.
  var widestWord: Int { words.map { $0.displayWidth }.max() ?? 0 }

  /// The narrowest width that the text can be wrapped to, its indent and that of its later lines
  /// counted, with every word whole.
  var leastWrappedWidth: Int {
    let widths = words.map { $0.displayWidth }
    let indent = utf8.prefix { $0 == UInt8(ascii: " ") }.count
    return indent + (widths.max() ?? 0) + (widths.count > 1 ? 2 : 0)
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

  /// The text with blanks after it up to a width.
  func aligned(left width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// The line without the blanks that end it.
  var withoutTrailingBlanks: String {
    let blanks = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return String(Substring(utf8.dropLast(blanks)))
  }
}
