internal import KollModel

/// A piece of markup that is whole: every element is closed, and every text is escaped.
///
/// Names are written in the source, so that no text from outside can become one. Elements without
/// contents are closed as XML closes them, which HTML reads too.
struct HTML {
  /// The markup's bytes: a page is put together of many short texts, and to add to a text costs
  /// many times as much.
  private var bytes: [UInt8] = []

  /// The markup.
  var markup: String { String(decoding: bytes, as: UTF8.self) }

  /// An element that holds a text.
  init(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    self.init(start: name, attributes)
    add(text: text)
    end(name)
  }

  /// An element that holds others on the same line.
  init(_ name: StaticString, _ attributes: Attributes = [:], parts: [HTML]) {
    self.init(start: name, attributes)
    for part in parts { bytes += part.bytes }
    end(name)
  }

  /// An element that holds others, each on a line of its own.
  init(_ name: StaticString, _ attributes: Attributes = [:], lines: [HTML]) {
    self.init(start: name, attributes)
    for line in lines {
      add("\n")
      bytes += line.bytes
    }
    add("\n")
    end(name)
  }

  /// An element without contents.
  init(empty name: StaticString, _ attributes: Attributes) {
    self.init(start: name, attributes, end: " />")
  }

  /// A style sheet, which must not hold `<` or `&`: there are no references in it.
  init(styles: StyleSheet) {
    bytes = Array("<style>\n\(styles.text)</style>".utf8)
  }

  /// The names of attributes with their values, in the order they are written.
  typealias Attributes = KeyValuePairs<StaticString, String>

  /// The room that is made for an element at once; most fit in it.
  private static let customaryLength = 64

  private init(start name: StaticString, _ attributes: Attributes, end: StaticString = ">") {
    bytes.reserveCapacity(HTML.customaryLength)
    add("<")
    add(name)
    for (name, value) in attributes {
      add(" ")
      add(name)
      add("=\"")
      add(text: value)
      add("\"")
    }
    add(end)
  }

  private mutating func end(_ name: StaticString) {
    add("</")
    add(name)
    add(">")
  }

  /// Adds what is written in the source.
  private mutating func add(_ markup: StaticString) {
    bytes += markup.description.utf8
  }

  /// Adds a text; nothing in it becomes markup.
  private mutating func add(text: String) {
    let text = text.printable
    // Most texts hold nothing to escape, and are copied whole.
    guard text.unicodeScalars.contains(where: { $0.replacement != nil }) else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars { bytes += (scalar.replacement ?? String(scalar)).utf8 }
  }
}

extension Unicode.Scalar {
  /// What a page holds in the scalar's place; `nil` for the scalar itself.
  fileprivate var replacement: String? {
    switch self {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case _ where isNoncharacter: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether the scalar is none that texts are written with: a page holds no such.
  ///
  /// Source: HTML Standard, 13.2.3.5; Unicode Standard, 23.7 Noncharacters.
  private var isNoncharacter: Bool {
    value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
  }
}
