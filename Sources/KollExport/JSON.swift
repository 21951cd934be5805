/// A JSON value whose members keep their order and whose numbers keep their digits.
public indirect enum JSON: Hashable, Sendable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A number in plain decimal digits.
  case number(String)
  /// Words.
  case text(String)
  /// Values in order.
  case array([JSON])
  /// Named values in order.
  case object([Member])

  /// A named value of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSON

    /// Creates a member.
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number.
  /// - Parameter whole: The number.
  /// - Returns: The value.
  public static func number(_ whole: Int) -> JSON { .number(String(whole)) }

  /// Words, or `null` when there are none.
  /// - Parameter words: The words.
  /// - Returns: The value.
  public static func optional(_ words: String?) -> JSON { words.map(JSON.text) ?? .null }

  /// A whole number, or `null` when there is none.
  /// - Parameter whole: The number.
  /// - Returns: The value.
  public static func optional(_ whole: Int?) -> JSON { whole.map { .number($0) } ?? .null }
}

extension JSON {
  /// The value as text with one member or element a line, ended by a line break.
  ///
  /// Arrays and objects that hold no others stand on one line.
  public var document: String {
    var text = ""
    write(into: &text, indent: "")
    return text + "\n"
  }

  private func write(into text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let words): text += words.jsonQuoted
    case .array(let values):
      write(values.map { (nil, $0) }, between: ("[", "]"), into: &text, indent: indent)
    case .object(let members):
      write(
        members.map { ($0.name, $0.value) },
        between: ("{", "}"),
        into: &text,
        indent: indent,
      )
    }
  }

  private func write(
    _ values: [(name: String?, value: JSON)],
    between brackets: (String, String),
    into text: inout String,
    indent: String,
  ) {
    let isFlat = !values.contains { $0.value.isNested }
    let inner = indent + "  "
    text += brackets.0
    for (index, (name, value)) in values.enumerated() {
      if isFlat { text += index == 0 ? "" : " " } else { text += "\n" + inner }
      if let name { text += name.jsonQuoted + ": " }
      value.write(into: &text, indent: inner)
      if index < values.count - 1 { text += "," }
    }
    text += (isFlat ? "" : "\n" + indent) + brackets.1
  }

  private var isNested: Bool {
    switch self {
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    case .null, .boolean, .number, .text: false
    }
  }
}

extension String {
  /// The text as a JSON string.
  fileprivate var jsonQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
