/// A set of ASCII bytes that costs little to ask.
struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The set of the ASCII bytes that satisfy a condition.
  init(where isIncluded: (UInt8) -> Bool) {
    for byte in UInt8(0)..<64 where isIncluded(byte) { low |= 1 << UInt64(byte) }
    for byte in UInt8(64)..<128 where isIncluded(byte) { high |= 1 << UInt64(byte - 64) }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}

/// Whether a byte is an ASCII letter.
func isLetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

/// Whether a byte is white space in XML.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
