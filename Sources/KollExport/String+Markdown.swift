internal import KollModel

extension String {
  /// The text on one line, as words and nothing else where Markdown is read.
  ///
  /// Source: GitHub Flavored Markdown Spec, 2.4 (backslash escapes), 6.9 (autolinks).
  var markdown: String {
    let words = words
    // Most texts hold nothing to escape, and figures never do.
    guard words.unicodeScalars.contains(where: { $0.isMarkup || $0.canEndLinkStart }) else {
      return words
    }
    var escaped = String.UnicodeScalarView()
    let scalars = Array(words.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if scalar.isMarkup || scalars.endsLinkStart(at: place) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// The text as ``markdown`` that begins no list, heading or rule where a line begins.
  var markdownLine: String {
    let text = markdown
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    let marks: [Character] = digits.isEmpty ? ["-", "+", "="] : [".", ")"]
    guard let mark = rest.first, marks.contains(mark) else { return text }
    return digits + "\\" + rest
  }

  /// The text as ``markdown``, in bold letters; nothing when it is empty.
  var markdownBold: String {
    let text = markdown
    return text.isEmpty ? "" : "**\(text)**"
  }

  /// The text on one line, without blanks at its ends and with one between words: more of them
  /// would begin code.
  private var words: String {
    let text = printable
    guard text.hasSpareBlanks else { return text }
    let words = text.unicodeScalars.split(separator: " ").map { String($0) }
    let scalars = words.joined(separator: " ").unicodeScalars
    let blanksAfter = scalars.reversed().prefix(while: \.isBlank).count
    let trimmed = scalars.drop(while: \.isBlank)
    return String(trimmed.dropLast(blanksAfter))
  }

  /// Whether blanks stand at the text's ends, or more than one between words.
  private var hasSpareBlanks: Bool {
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == " ", last == " " { return true }
      last = scalar
    }
    return last.isBlank || unicodeScalars.first?.isBlank == true
  }
}

extension Unicode.Scalar {
  /// Whether the scalar of a printable text is white space; its properties take long to look up.
  fileprivate var isBlank: Bool { isASCII ? self == " " : properties.isWhitespace }

  /// Whether a link's start can end with the letter.
  fileprivate var canEndLinkStart: Bool { self == ":" || self == "." }

  /// Whether the letter can begin or end markup wherever it stands.
  fileprivate var isMarkup: Bool {
    switch self {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$", "@": true
    default: false
    }
  }
}

extension [Unicode.Scalar] {
  /// Whether a letter is the one that makes a link of `https://` or `www.`.
  fileprivate func endsLinkStart(at place: Int) -> Bool {
    switch self[place] {
    case ":": self[(place + 1)...].starts(with: "//".unicodeScalars)
    case ".": self[..<place].suffix(3).allSatisfy { $0 == "w" || $0 == "W" } && place >= 3
    default: false
    }
  }
}
