/// What stands in tags. A place goes in and the place behind comes out, and nothing is kept.
extension Span<UInt8> {
  /// The byte at a place; there must be one.
  @inline(__always)
  func byte(at place: Int) throws(XMLFault) -> UInt8 {
    guard place < count else { throw XMLFault(.cutOff, at: place) }
    return self[place]
  }

  /// Makes sure that a byte of a tag stands at a place, and returns the place behind.
  @inline(__always)
  func end(of expected: UInt8, at place: Int) throws(XMLFault) -> Int {
    guard try byte(at: place) == expected else { throw XMLFault(.tagMalformed, at: place) }
    return place + 1
  }

  /// The place behind the bytes of a kind that begin at a place, if any do.
  @inline(__always)
  func end(of isIncluded: (UInt8) -> Bool, from start: Int) -> Int {
    var here = start
    while here < count, isIncluded(self[here]) { here += 1 }
    return here
  }

  /// The place behind the name that begins at a place.
  @inline(__always)
  func endOfName(from start: Int) throws(XMLFault) -> Int {
    guard isNameStart(try byte(at: start)) else {
      throw XMLFault(.nameInvalid, at: start)
    }
    let end = end(of: isNamePart, from: start)
    // A name that the bytes end in may be half a name.
    _ = try byte(at: end)
    return end
  }

  /// The place of the `>` or `/` behind the attributes of a tag whose name ends at a place.
  ///
  /// The places of the attributes' names are put into room that is used again from tag to tag.
  @inline(__always)
  func endOfAttributes(
    from start: Int,
    namesInto names: inout MutableSpan<Range<Int>>,
  ) throws(XMLFault) -> Int {
    var here = start
    var used = 0
    while true {
      let next = end(of: isBlank, from: here)
      let byte = try byte(at: next)
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return next }
      guard next > here else { throw XMLFault(.tagMalformed, at: next) }
      let name = next..<(try endOfName(from: next))
      try add(attribute: name, to: &names, used: used)
      used += 1
      here = try endOfValue(from: name.upperBound)
    }
  }

  /// Adds an attribute to those of its tag, as many as are used.
  @inline(__always)
  private func add(
    attribute name: Range<Int>,
    to names: inout MutableSpan<Range<Int>>,
    used: Int,
  ) throws(XMLFault) {
    for index in 0..<used where isEqual(name, of: self, names[index], of: self) {
      throw XMLFault(.attributeRepeated, at: name.lowerBound)
    }
    guard used < names.count else { throw XMLFault(.attributesTooMany, at: name.upperBound) }
    names[used] = name
  }

  /// The place behind the value of an attribute whose name ends at a place.
  @inline(__always)
  private func endOfValue(from start: Int) throws(XMLFault) -> Int {
    let equals = end(of: isBlank, from: start)
    let value = try end(of: UInt8(ascii: "="), at: equals)
    let opening = end(of: isBlank, from: value)
    let quote = try byte(at: opening)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw XMLFault(.tagMalformed, at: opening)
    }
    var here = opening + 1
    while true {
      here = endOfPrinting(from: here) {
        $0.equal(to: quote) | $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&"))
      }
      let byte = try byte(at: here)
      if byte == quote { return here + 1 }
      if byte == UInt8(ascii: "<") { throw XMLFault(.tagMalformed, at: here) }
      here = try endOfCharacter(at: here)
    }
  }
}
