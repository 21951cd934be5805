extension XMLScanner {
  /// Reads text up to the next tag; the scan then stands at its `<`.
  mutating func scanText(_ bytes: Span<UInt8>) throws(XMLError) {
    while true {
      skip(alphabet.plainText, bytes)
      settleText(standingFor: unsettled)
      let byte = try current(bytes)
      if byte == UInt8(ascii: "<") { return }
      if byte == UInt8(ascii: "]") { try refuseSectionEnd(bytes) }
      try scanCharacter(bytes)
      settleText(standingFor: byte == UInt8(ascii: "&") ? 1 : unsettled)
    }
  }

  /// Reads one character of text or of a value, or a reference to one.
  mutating func scanCharacter(_ bytes: Span<UInt8>) throws(XMLError) {
    let byte = try current(bytes)
    if byte >= 0x80 {
      try scanLongCharacter(bytes)
    } else if byte == UInt8(ascii: "&") {
      try scanReference(bytes)
    } else if byte >= 0x20 || isBlank(byte) {
      position += 1
    } else {
      throw failure(.characterIllegal)
    }
  }

  private func refuseSectionEnd(_ bytes: Span<UInt8>) throws(XMLError) {
    // Text is followed by a tag at least as long.
    guard position + 2 < bytes.count else { throw failure(.cutOff) }
    guard bytes[position + 1] == UInt8(ascii: "]"), bytes[position + 2] == UInt8(ascii: ">")
    else { return }
    throw failure(.sectionEndInText)
  }

  /// Reads a character of two to four bytes.
  ///
  /// Source: The Unicode Standard, version 16.0, section 3.9, table 3-7.
  private mutating func scanLongCharacter(_ bytes: Span<UInt8>) throws(XMLError) {
    let first = bytes[position]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: throw failure(.notUTF8)
      }
    guard position + length <= bytes.count else { throw failure(.cutOff) }
    guard second.contains(bytes[position + 1]) else { throw failure(.notUTF8) }
    for offset in position + 2..<position + length where bytes[offset] & 0xC0 != 0x80 {
      throw failure(.notUTF8)
    }
    // U+FFFE and U+FFFF.
    if first == 0xEF, bytes[position + 1] == 0xBF, bytes[position + 2] >= 0xBE {
      throw failure(.characterIllegal)
    }
    position += length
  }

  /// Reads `&lt;`, `&#10;`, `&#xA;` and their like; the scan stands at the `&`.
  private mutating func scanReference(_ bytes: Span<UInt8>) throws(XMLError) {
    // The longest that means anything are &quot; and &#x10FFFF;, give or take some zeros.
    let longest = min(bytes.count, position + 16)
    var end = position + 1
    while end < longest, alphabet.referencePart.contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { throw failure(.cutOff) }
    guard bytes[end] == UInt8(ascii: ";"), let scalar = referenced(position + 1..<end, bytes) else {
      throw failure(.referenceInvalid)
    }
    guard isLegal(scalar) else { throw failure(.characterIllegal) }
    position = end + 1
  }

  /// The number of the character that a reference's inside means, or `nil` when it means none.
  private func referenced(_ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt32? {
    guard let first = range.first, bytes[first] == UInt8(ascii: "#") else {
      return named(range, bytes)
    }
    let digits = first + 1..<range.upperBound
    guard let marker = digits.first else { return nil }
    return bytes[marker] == UInt8(ascii: "x")
      ? number(marker + 1..<range.upperBound, bytes, radix: 16) : number(digits, bytes, radix: 10)
  }

  private func named(_ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt32? {
    // The name's letters, one byte each: what stands in the five names fits.
    guard range.count <= 4 else { return nil }
    var name: UInt32 = 0
    for offset in range { name = name << 8 | UInt32(bytes[offset]) }
    switch name {
    case 0x6C74: return 0x3C  // lt
    case 0x6774: return 0x3E  // gt
    case 0x61_6D70: return 0x26  // amp
    case 0x7175_6F74: return 0x22  // quot
    case 0x6170_6F73: return 0x27  // apos
    default: return nil
    }
  }

  private func number(_ range: Range<Int>, _ bytes: Span<UInt8>, radix: UInt32) -> UInt32? {
    guard !range.isEmpty else { return nil }
    var number: UInt32 = 0
    for offset in range {
      let byte = bytes[offset]
      let digit = isDigit(byte) ? byte - 0x30 : isLetter(byte) ? (byte | 0x20) - 0x57 : 255
      // A number larger than any character is soon larger than its type.
      guard digit < radix, number <= 0x10_FFFF else { return nil }
      number = number * radix + UInt32(digit)
    }
    return number
  }
}

/// Whether XML allows the character of that number.
private func isLegal(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
  default: false
  }
}
