internal import KollModel

extension String {
  /// The text on one line, as words and nothing else where Markdown is read.
  ///
  /// Source: GitHub Flavored Markdown Spec, 2.4 (backslash escapes), 6.9 (autolinks).
  var markdown: String {
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
    let text = printable.split(separator: " ").joined(separator: " ")
    let blanks = text.prefix(while: \.isWhitespace).count
    return String(text.dropFirst(blanks)).withoutBlanksAtEnd
  }

  private var withoutBlanksAtEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension Unicode.Scalar {
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
