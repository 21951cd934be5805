/// How the records of a file are written.
public struct Dialect: Hashable, Sendable {
  /// The byte between fields: any ASCII character but a quote, CR, LF or NUL.
  public var delimiter: UInt8
  /// How characters are written as bytes.
  public var encoding: TextEncoding

  /// The delimiters that are looked for, the most usual in Swedish files first.
  public static let usualDelimiters = [";", "\t", "|", ","].map(UInt8.init(ascii:))

  /// Creates a dialect.
  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - encoding: How characters are written as bytes.
  public init(delimiter: UInt8 = UInt8(ascii: ";"), encoding: TextEncoding = .utf8) {
    self.delimiter = delimiter
    self.encoding = encoding
  }
}

extension Dialect {
  /// Whether fields can be separated by a byte: punctuation, a blank or a tab, but no quote.
  /// - Parameter byte: The byte.
  /// - Returns: Whether it may stand between fields.
  public static func canDelimit(_ byte: UInt8) -> Bool {
    switch byte {
    case Syntax.quote: false
    case UInt8(ascii: "\t"), 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

/// The bytes that have a meaning in records, besides the delimiter.
enum Syntax {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }
}
