internal import KollModel

/// A piece of markup that is whole: every element is closed, and every text is escaped.
///
/// Names are written in the source, so that no text from outside can become one. Elements without
/// contents are closed as XML closes them, which HTML reads too.
struct HTML {
  /// The markup.
  let markup: String

  private init(markup: String) {
    self.markup = markup
  }

  /// A text; nothing in it is markup.
  init(text: String) {
    markup = HTML.escaped(text)
  }

  /// Pieces one after the other, each on a line of its own.
  init(lines: [HTML]) {
    markup = lines.map(\.markup).joined(separator: "\n")
  }

  /// An element that holds a text.
  init(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    self.init(name, attributes, parts: [HTML(text: text)])
  }

  /// An element that holds others on the same line.
  init(_ name: StaticString, _ attributes: Attributes = [:], parts: [HTML]) {
    self.init(markup: HTML.start(name, attributes) + parts.map(\.markup).joined() + "</\(name)>")
  }

  /// An element that holds others, each on a line of its own.
  init(_ name: StaticString, _ attributes: Attributes = [:], lines: [HTML]) {
    let contents = ([HTML.start(name, attributes)] + lines.map(\.markup)).joined(separator: "\n")
    self.init(markup: contents + "\n</\(name)>")
  }

  /// An element without contents.
  init(empty name: StaticString, _ attributes: Attributes) {
    self.init(markup: HTML.start(name, attributes, end: " />"))
  }

  /// A style sheet, which must not hold `<` or `&`: there are no references in it.
  init(styles: StyleSheet) {
    self.init(markup: "<style>\n\(styles.text)</style>")
  }

  /// The names of attributes with their values, in the order they are written.
  typealias Attributes = KeyValuePairs<StaticString, String>

  private static func start(
    _ name: StaticString,
    _ attributes: Attributes,
    end: String = ">",
  ) -> String {
    attributes.reduce(into: "<\(name)") { $0 += " \($1.key)=\"\(escaped($1.value))\"" } + end
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      // Source: HTML Standard, 13.2.3.5: a page holds no noncharacters.
      case _ where scalar.properties.isNoncharacterCodePoint: escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
