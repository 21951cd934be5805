/// A scan on its way through a part: where it is, and the elements that are open there.
struct XMLScanner {
  let part: String
  var position = 0
  var names = XMLNames()
  /// The numbers of the names of the elements that are open, the root first.
  private var open: [Int] = []
  /// Where the names of the attributes of the tag at hand stand: the first ``attributeCount``.
  var attributes: [Range<Int>] = []
  var attributeCount = 0

  let alphabet = XMLAlphabet.standard

  private static let greatestDepth = 256

  init(part: String) {
    self.part = part
  }

  mutating func scanDocument(_ bytes: Span<UInt8>) throws(XMLError) {
    try skipDeclaration(bytes)
    skipBlanks(bytes)
    guard try current(bytes) == UInt8(ascii: "<") else { throw failure(.contentOutsideRoot) }
    repeat {
      try scanMarkup(bytes)
      if !open.isEmpty { try scanText(bytes) }
    } while !open.isEmpty
    skipBlanks(bytes)
    guard position == bytes.count else { throw failure(.contentOutsideRoot) }
  }

  /// The byte here; there must be one.
  func current(_ bytes: Span<UInt8>) throws(XMLError) -> UInt8 {
    guard position < bytes.count else { throw failure(.cutOff) }
    return bytes[position]
  }

  func failure(_ problem: XMLError.Problem) -> XMLError {
    XMLError(problem: problem, part: part, offset: position)
  }

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
  }

  private mutating func scanStartTag(_ bytes: Span<UInt8>) throws(XMLError) {
    let name = try scanName(bytes)
    try scanAttributes(bytes)
    let number = names.addUse(of: name, in: bytes)
    if try current(bytes) == UInt8(ascii: "/") {
      position += 1
      try expect(UInt8(ascii: ">"), bytes)
      return
    }
    try expect(UInt8(ascii: ">"), bytes)
    guard open.count < Self.greatestDepth else { throw failure(.nestedTooDeep) }
    open.append(number)
  }

  private mutating func scanEndTag(_ bytes: Span<UInt8>) throws(XMLError) {
    position += 1
    let start = position
    let name = try scanName(bytes)
    guard let number = open.popLast(), isEqual(name, names.place(of: number), in: bytes) else {
      position = start
      throw failure(.tagMismatched)
    }
    skipBlanks(bytes)
    try expect(UInt8(ascii: ">"), bytes)
  }

  private mutating func skipDeclaration(_ bytes: Span<UInt8>) throws(XMLError) {
    guard skip("<?", bytes) else { return }
    guard skip("xml version=\"1.0\" encoding=\"UTF-8\"", bytes) else {
      throw failure(.declarationInvalid)
    }
    if !skip(" standalone=\"yes\"", bytes) { _ = skip(" standalone=\"no\"", bytes) }
    guard skip("?>", bytes) else { throw failure(.declarationInvalid) }
  }

  /// Steps over a text if it stands here, and tells whether it did.
  private mutating func skip(_ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
    var end = position
    for byte in text.description.utf8 {
      guard end < bytes.count, bytes[end] == byte else { return false }
      end += 1
    }
    position = end
    return true
  }
}
