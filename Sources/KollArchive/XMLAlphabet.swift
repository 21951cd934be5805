/// Whether a byte is a character that XML allows.
func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte < 0x80 || isBlank(byte)
}

/// Whether a name may begin with a byte.
func isNameStart(_ byte: UInt8) -> Bool {
  isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
}

/// Whether a name may go on with a byte.
func isNamePart(_ byte: UInt8) -> Bool {
  isNameStart(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}

/// Whether a byte may stand between the `&` and the `;` of a reference.
func isReferencePart(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#")
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
