/// A place in a cell's text, read character by character.
struct NumberCursor {
  let bytes: ArraySlice<UInt8>
  private(set) var index: Int

  /// Begins behind the blanks at the beginning; those at the end are seen by ``isAtEnd``.
  init(trimming bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
    skipBlanks()
  }

  /// The next character, or `nil` at the end.
  var symbol: NumberSymbol? {
    index < bytes.endIndex ? NumberSymbol(scalar.0) : nil
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool {
    var rest = self
    rest.skipBlanks()
    return rest.index == bytes.endIndex
  }

  /// Goes on to the next character.
  mutating func advance() {
    if index < bytes.endIndex { index += scalar.1 }
  }

  mutating func skipBlanks() {
    while let symbol, symbol.isBlank { advance() }
  }

  /// Goes past characters and returns their text.
  mutating func take(while belongs: (NumberSymbol) -> Bool) -> String {
    let start = index
    while let symbol, belongs(symbol) { advance() }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// The character after the next one.
  var following: NumberSymbol? {
    var next = self
    next.advance()
    return next.symbol
  }

  /// The scalar here and how many bytes it takes.
  private var scalar: (Unicode.Scalar, Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    guard case .valid(let length) = UTF8Validator.sequence(at: index, in: bytes) else {
      return ("\u{FFFD}", 1)
    }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
