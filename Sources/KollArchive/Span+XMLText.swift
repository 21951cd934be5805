/// What stands in text and in values.
extension Span<UInt8> {
  /// The place of the first byte from a place on that is not a printing character of ASCII or that
  /// an own condition holds for.
  @inline(__always)
  func endOfPrinting(from start: Int, orWhere isOther: (XMLWord) -> UInt64) -> Int {
    var here = start
    while here < count {
      let word = XMLWord(self, at: here)
      let others = word.unprintable | isOther(word)
      guard others == 0 else { return here + others.trailingZeroBitCount / 8 }
      here += 8
    }
    return here
  }

  /// The place behind a character, or a reference to one.
  func endOfCharacter(at place: Int) throws(XMLFault) -> Int {
    let byte = self[place]
    if byte >= 0x80 { return try endOfLongCharacter(at: place) }
    if byte == UInt8(ascii: "&") { return try endOfReference(at: place) }
    guard isPlain(byte) else { throw XMLFault(.characterIllegal, at: place) }
    return place + 1
  }

  /// Makes sure that no `]]>` stands at a place.
  func refuseSectionEnd(at place: Int) throws(XMLFault) {
    // Text is followed by a tag at least as long.
    guard place + 2 < count else { throw XMLFault(.cutOff, at: place) }
    guard self[place + 1] == UInt8(ascii: "]"), self[place + 2] == UInt8(ascii: ">")
    else { return }
    throw XMLFault(.sectionEndInText, at: place)
  }

  /// The place behind a character of two to four bytes.
  ///
  /// Source: The Unicode Standard, version 16.0, section 3.9, table 3-7.
  private func endOfLongCharacter(at place: Int) throws(XMLFault) -> Int {
    let first = self[place]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: throw XMLFault(.notUTF8, at: place)
      }
    guard place + length <= count else { throw XMLFault(.cutOff, at: place) }
    guard second.contains(self[place + 1]) else { throw XMLFault(.notUTF8, at: place) }
    for offset in place + 2..<place + length where self[offset] & 0xC0 != 0x80 {
      throw XMLFault(.notUTF8, at: place)
    }
    // U+FFFE and U+FFFF.
    if first == 0xEF, self[place + 1] == 0xBF, self[place + 2] >= 0xBE {
      throw XMLFault(.characterIllegal, at: place)
    }
    return place + length
  }

  /// The place behind `&lt;`, `&#10;`, `&#xA;` or their like; the `&` stands at a place.
  private func endOfReference(at place: Int) throws(XMLFault) -> Int {
    // The longest that means anything are &quot; and &#x10FFFF;, give or take some zeros.
    let longest = min(count, place + 16)
    var end = place + 1
    while end < longest, isReferencePart(self[end]) { end += 1 }
    guard end < count else { throw XMLFault(.cutOff, at: place) }
    guard self[end] == UInt8(ascii: ";"), let scalar = referenced(place + 1..<end) else {
      throw XMLFault(.referenceInvalid, at: place)
    }
    guard isLegal(scalar) else { throw XMLFault(.characterIllegal, at: place) }
    return end + 1
  }

  /// The number of the character that a reference's inside means, or `nil` when it means none.
  private func referenced(_ range: Range<Int>) -> UInt32? {
    guard let first = range.first, self[first] == UInt8(ascii: "#") else {
      return named(range)
    }
    let digits = first + 1..<range.upperBound
    guard let marker = digits.first else { return nil }
    return self[marker] == UInt8(ascii: "x")
      ? number(marker + 1..<range.upperBound, radix: 16) : number(digits, radix: 10)
  }

  private func named(_ range: Range<Int>) -> UInt32? {
    // The name's letters, one byte each: what stands in the five names fits.
    guard range.count <= 4 else { return nil }
    var name: UInt32 = 0
    for offset in range { name = name << 8 | UInt32(self[offset]) }
    switch name {
    case 0x6C74: return 0x3C  // lt
    case 0x6774: return 0x3E  // gt
    case 0x61_6D70: return 0x26  // amp
    case 0x7175_6F74: return 0x22  // quot
    case 0x6170_6F73: return 0x27  // apos
    default: return nil
    }
  }

  private func number(_ range: Range<Int>, radix: UInt32) -> UInt32? {
    guard !range.isEmpty else { return nil }
    var number: UInt32 = 0
    for offset in range {
      let byte = self[offset]
      let digit = isDigit(byte) ? byte - 0x30 : isLetter(byte) ? (byte | 0x20) - 0x57 : 255
      // A number larger than any character is soon larger than its type.
      guard digit < radix, number <= 0x10_FFFF else { return nil }
      number = number * radix + UInt32(digit)
    }
    return number
  }
}

extension Span<UInt8> {
  /// The place behind the declaration, where one stands at a place; else that place.
  func endOfDeclaration(from start: Int) throws(XMLFault) -> Int {
    guard let inside = try end(of: "<?", at: start) else { return start }
    guard let version = try end(of: "xml version=\"1.0\" encoding=\"UTF-8\"", at: inside) else {
      throw XMLFault(.declarationInvalid, at: inside)
    }
    var ending = try end(of: " standalone=\"yes\"", at: version)
    if ending == nil { ending = try end(of: " standalone=\"no\"", at: version) }
    guard let end = try end(of: "?>", at: ending ?? version) else {
      throw XMLFault(.declarationInvalid, at: ending ?? version)
    }
    return end
  }

  /// The place behind a text if it stands at a place.
  private func end(of text: StaticString, at place: Int) throws(XMLFault) -> Int? {
    var here = place
    for expected in text.description.utf8 {
      guard try byte(at: here) == expected else { return nil }
      here += 1
    }
    return here
  }
}

/// Whether XML allows the character of that number.
private func isLegal(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
  default: false
  }
}
