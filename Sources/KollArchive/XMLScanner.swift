/// A scan on its way through a part that comes in pieces: where it is, and the elements that are
/// open there.
///
/// However a part is divided, the scan comes to the same. It keeps no more of it than the last
/// piece and the tag or letter that the piece before ended in.
public struct XMLScanner: Sendable {
  private let part: String
  /// Where the scan stands in the bytes at hand.
  var position = 0
  /// Up to where the bytes at hand are understood, whatever follows.
  private var settled = 0
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
  /// Where the names of the attributes of the tag at hand stand: the first ``attributeCount``.
  var attributes: [Range<Int>] = []
  var attributeCount = 0

  let alphabet = XMLAlphabet.standard

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
    do throws(XMLError) {
      try scan(bytes.span)
    } catch {
      guard error.problem == .cutOff else { throw error }
    }
    rest = Array(bytes[settled...])
    needed = rest.count * 2
    offset += settled
    (position, settled) = (0, 0)
  }

  /// Ends the scan where the part ends.
  /// - Returns: What was found.
  /// - Throws: ``XMLError`` when the part is not whole.
  public consuming func finish() throws(XMLError) -> XMLScan {
    let bytes = rest
    try scan(bytes.span)
    return XMLScan(names)
  }

  /// Scans the bytes at hand, from where the part is understood.
  private mutating func scan(_ bytes: Span<UInt8>) throws(XMLError) {
    if !isBegun {
      try skipDeclaration(bytes)
      isBegun = true
      settled = position
    }
    if names.count == 0 {
      skipBlanks(bytes)
      guard try current(bytes) == UInt8(ascii: "<") else { throw failure(.contentOutsideRoot) }
      try scanMarkup(bytes)
    }
    while !open.isEmpty {
      try scanText(bytes)
      try scanMarkup(bytes)
    }
    skipBlanks(bytes)
    settled = position
    guard position == bytes.count else { throw failure(.contentOutsideRoot) }
  }

  /// The byte here; there must be one.
  func current(_ bytes: Span<UInt8>) throws(XMLError) -> UInt8 {
    guard position < bytes.count else { throw failure(.cutOff) }
    return bytes[position]
  }

  func failure(_ problem: XMLError.Problem) -> XMLError {
    XMLError(problem: problem, part: part, offset: offset + position)
  }

  /// Counts the bytes of text that lie between what is settled and here.
  /// - Parameter count: How many bytes they stand for.
  mutating func settleText(standingFor count: Int) {
    guard position > settled, let element = open.last else { return }
    names.addText(count, to: element)
    settled = position
  }

  /// How many bytes lie between what is settled and here.
  var unsettled: Int { position - settled }

  /// Steps over the bytes of a set that stand here.
  mutating func skip(_ set: ByteSet, _ bytes: Span<UInt8>) {
    var here = position
    while here < bytes.count, set.contains(bytes[here]) { here += 1 }
    position = here
  }

  /// Steps over blanks and returns how many there were.
  @discardableResult
  mutating func skipBlanks(_ bytes: Span<UInt8>) -> Int {
    let start = position
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    return position - start
  }

  /// Reads one tag; the scan stands at its `<`.
  private mutating func scanMarkup(_ bytes: Span<UInt8>) throws(XMLError) {
    position += 1
    switch try current(bytes) {
    case UInt8(ascii: "/"): try scanEndTag(bytes)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): throw failure(.markupUnsupported)
    default: try scanStartTag(bytes)
    }
    settled = position
  }

  private mutating func scanStartTag(_ bytes: Span<UInt8>) throws(XMLError) {
    let name = try scanName(bytes)
    try scanAttributes(bytes)
    let isEmpty = try current(bytes) == UInt8(ascii: "/")
    if isEmpty { position += 1 }
    try expect(UInt8(ascii: ">"), bytes)
    guard isEmpty || open.count < Self.greatestDepth else { throw failure(.nestedTooDeep) }
    // Only now: a tag that is cut off is read once more.
    let number = names.addUse(of: name, in: bytes)
    if !isEmpty { open.append(number) }
  }

  private mutating func scanEndTag(_ bytes: Span<UInt8>) throws(XMLError) {
    position += 1
    let start = position
    let name = try scanName(bytes)
    guard let number = open.last, names.isName(number, at: name, in: bytes) else {
      position = start
      throw failure(.tagMismatched)
    }
    skipBlanks(bytes)
    try expect(UInt8(ascii: ">"), bytes)
    open.removeLast()
  }

  private mutating func skipDeclaration(_ bytes: Span<UInt8>) throws(XMLError) {
    guard try skip("<?", bytes) else { return }
    guard try skip("xml version=\"1.0\" encoding=\"UTF-8\"", bytes) else {
      throw failure(.declarationInvalid)
    }
    if try !skip(" standalone=\"yes\"", bytes) { _ = try skip(" standalone=\"no\"", bytes) }
    guard try skip("?>", bytes) else { throw failure(.declarationInvalid) }
  }

  /// Steps over a text if it stands here, and tells whether it did.
  private mutating func skip(_ text: StaticString, _ bytes: Span<UInt8>) throws(XMLError) -> Bool {
    let start = position
    for byte in text.description.utf8 {
      guard try current(bytes) == byte else {
        position = start
        return false
      }
      position += 1
    }
    return true
  }
}
