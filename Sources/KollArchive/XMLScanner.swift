/// A scan on its way through a part that comes in pieces: where it is, and the elements that are
/// open there.
///
/// However a part is divided, the scan comes to the same. It keeps no more of it than the last
/// piece and the tag or letter that the piece before ended in.
public struct XMLScanner: Sendable {
  private let part: String
  /// Up to where the bytes at hand are understood, whatever follows.
  private var position = 0
  /// How many bytes of the part came before those at hand.
  private var offset = 0
  /// The bytes at hand that were not understood without those that follow.
  private var rest: [UInt8] = []
  /// How many bytes must be at hand before they are read again: twice as many as were not
  /// understood, or a tag of many pieces would be read as many times.
  private var needed = 0
  /// Whether the place of the declaration lies behind.
  private var isBegun = false
  private var names = XMLNames()
  /// The numbers of the names of the elements that are open, the root first.
  private var open: [Int] = []
  /// Room for the places of the names of a tag's attributes, for the most that one tag may have:
  /// they are compared with each other, which must stay cheap.
  private var attributes = [Range<Int>](repeating: 0..<0, count: 100)

  private static let greatestDepth = 256

  /// Begins a scan.
  /// - Parameter part: The part's name, for the error.
  public init(part: String) {
    self.part = part
  }

  /// Scans the next piece of the part.
  /// - Parameter piece: The bytes that follow those read so far.
  /// - Throws: ``XMLError`` for the first thing that is wrong whatever follows.
  public mutating func read(_ piece: [UInt8]) throws(XMLError) {
    rest += piece
    guard rest.count >= needed else { return }
    let bytes = rest
    do throws(XMLFault) {
      try scan(bytes.span)
    } catch {
      guard error.problem == .cutOff else { throw failure(error) }
    }
    rest = Array(bytes[position...])
    needed = rest.count * 2
    offset += position
    position = 0
  }

  /// Ends the scan where the part ends.
  /// - Returns: What was found.
  /// - Throws: ``XMLError`` when the part is not whole.
  public consuming func finish() throws(XMLError) -> XMLScan {
    let bytes = rest
    do throws(XMLFault) {
      try scan(bytes.span)
    } catch {
      throw failure(error)
    }
    return XMLScan(names)
  }

  private func failure(_ fault: XMLFault) -> XMLError {
    XMLError(problem: fault.problem, part: part, offset: offset + fault.place)
  }

  /// Scans the bytes at hand, from where the part is understood.
  private mutating func scan(_ bytes: Span<UInt8>) throws(XMLFault) {
    if !isBegun {
      position = try bytes.endOfDeclaration(from: position)
      isBegun = true
    }
    if names.count == 0 {
      position = bytes.end(of: isBlank, from: position)
      guard try bytes.byte(at: position) == UInt8(ascii: "<") else {
        throw XMLFault(.contentOutsideRoot, at: position)
      }
      try scanMarkup(bytes)
    }
    while !open.isEmpty {
      // Most tags follow each other at once.
      if try bytes.byte(at: position) != UInt8(ascii: "<") { try scanText(bytes) }
      try scanMarkup(bytes)
    }
    position = bytes.end(of: isBlank, from: position)
    guard position == bytes.count else { throw XMLFault(.contentOutsideRoot, at: position) }
  }

  /// Reads text up to the next tag; the scan then stands at its `<`.
  private mutating func scanText(_ bytes: Span<UInt8>) throws(XMLFault) {
    while true {
      let end = bytes.endOfPrinting(from: position) {
        $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&"))
          | $0.equal(to: UInt8(ascii: "]"))
      }
      settleText(upTo: end, standingFor: end - position)
      let byte = try bytes.byte(at: end)
      if byte == UInt8(ascii: "<") { return }
      if byte == UInt8(ascii: "]") { try bytes.refuseSectionEnd(at: end) }
      let next = try bytes.endOfCharacter(at: end)
      settleText(upTo: next, standingFor: byte == UInt8(ascii: "&") ? 1 : next - end)
    }
  }

  /// Steps to the end of text, and counts it as so many bytes.
  @inline(__always)
  private mutating func settleText(upTo end: Int, standingFor count: Int) {
    guard end > position, let element = open.last else { return }
    names.addText(count, to: element)
    position = end
  }

  /// Reads one tag; the scan stands at its `<`.
  private mutating func scanMarkup(_ bytes: Span<UInt8>) throws(XMLFault) {
    let start = position + 1
    switch try bytes.byte(at: start) {
    case UInt8(ascii: "/"): try scanEndTag(bytes, from: start + 1)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): throw XMLFault(.markupUnsupported, at: start)
    default: try scanStartTag(bytes, from: start)
    }
  }

  private mutating func scanStartTag(
    _ bytes: Span<UInt8>,
    from start: Int,
  ) throws(XMLFault) {
    let latest = names.latest(at: start, in: bytes)
    let nameEnd = if let latest { latest.end } else { try bytes.endOfName(from: start) }
    let slash = try endOfAttributes(bytes, from: nameEnd)
    let isEmpty = bytes[slash] == UInt8(ascii: "/")
    let end = try bytes.end(of: UInt8(ascii: ">"), at: isEmpty ? slash + 1 : slash)
    guard isEmpty || open.count < Self.greatestDepth else {
      throw XMLFault(.nestedTooDeep, at: end)
    }
    // Only now: a tag that is cut off is read once more.
    let number = latest?.number ?? names.number(of: start..<nameEnd, in: bytes)
    names.addUse(of: number)
    if !isEmpty { open.append(number) }
    position = end
  }

  /// The place of the `>` or `/` behind the attributes of a tag whose name ends at a place.
  @inline(__always)
  private mutating func endOfAttributes(
    _ bytes: Span<UInt8>,
    from nameEnd: Int,
  ) throws(XMLFault) -> Int {
    // Most tags have none.
    if nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: ">") { return nameEnd }
    var room = attributes.mutableSpan
    return try bytes.endOfAttributes(from: nameEnd, namesInto: &room)
  }

  private mutating func scanEndTag(
    _ bytes: Span<UInt8>,
    from start: Int,
  ) throws(XMLFault) {
    guard let element = open.last, let name = names.end(ofName: element, at: start, in: bytes),
      !isNamePart(try bytes.byte(at: name))
    else { throw try mismatch(bytes, at: start) }
    position = try bytes.end(of: UInt8(ascii: ">"), at: bytes.end(of: isBlank, from: name))
    open.removeLast()
  }

  /// Why an end tag is not that of the element that is open: it has no name, only half a name is at
  /// hand, or it has another name.
  private func mismatch(_ bytes: Span<UInt8>, at start: Int) throws(XMLFault) -> XMLFault {
    _ = try bytes.endOfName(from: start)
    return XMLFault(.tagMismatched, at: start)
  }
}
