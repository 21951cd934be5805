/// The most attributes of one tag: they are compared with each other, which must stay cheap.
private let mostAttributes = 100

extension XMLScanner {
  /// Steps over one byte, which must be the one stated.
  mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(XMLError) {
    guard try current(bytes) == byte else { throw failure(.tagMalformed) }
    position += 1
  }

  /// Reads a name and returns where it stands.
  mutating func scanName(_ bytes: Span<UInt8>) throws(XMLError) -> Range<Int> {
    let start = position
    guard alphabet.nameStart.contains(try current(bytes)) else { throw failure(.nameInvalid) }
    skip(alphabet.namePart, bytes)
    // A name that the bytes end in may be half a name.
    _ = try current(bytes)
    return start..<position
  }

  /// Reads the attributes of a tag, up to its `>` or `/`.
  mutating func scanAttributes(_ bytes: Span<UInt8>) throws(XMLError) {
    attributeCount = 0
    while true {
      let blanks = skipBlanks(bytes)
      let byte = try current(bytes)
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return }
      guard blanks > 0 else { throw failure(.tagMalformed) }
      try scanAttribute(bytes)
    }
  }

  private mutating func scanAttribute(_ bytes: Span<UInt8>) throws(XMLError) {
    let name = try scanName(bytes)
    try add(attribute: name, bytes)
    skipBlanks(bytes)
    try expect(UInt8(ascii: "="), bytes)
    skipBlanks(bytes)
    let quote = try current(bytes)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure(.tagMalformed)
    }
    position += 1
    try scanValue(until: quote, bytes)
  }

  private mutating func add(attribute name: Range<Int>, _ bytes: Span<UInt8>) throws(XMLError) {
    for index in 0..<attributeCount
    where isEqual(name, of: bytes, attributes[index], of: bytes) {
      position = name.lowerBound
      throw failure(.attributeRepeated)
    }
    guard attributeCount < mostAttributes else { throw failure(.attributesTooMany) }
    // The places are used again from tag to tag.
    if attributeCount < attributes.count {
      attributes[attributeCount] = name
    } else {
      attributes.append(name)
    }
    attributeCount += 1
  }

  private mutating func scanValue(until quote: UInt8, _ bytes: Span<UInt8>) throws(XMLError) {
    while true {
      skip(alphabet.plainValue, bytes)
      let byte = try current(bytes)
      if byte == quote {
        position += 1
        return
      }
      if byte == UInt8(ascii: "<") { throw failure(.tagMalformed) }
      try scanCharacter(bytes)
    }
  }
}
