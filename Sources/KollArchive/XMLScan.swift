/// What a scan of an XML part found: that it is well-formed to its end, and what it is made of.
///
/// The scan accepts the XML that Koll writes: UTF-8 with or without a declaration, elements,
/// attributes, text and references, names in ASCII. It is one pass over the bytes.
///
/// Source: W3C, Extensible Markup Language (XML) 1.0, fifth edition, section 2.1.
public struct XMLScan: Sendable {
  /// The root element's name.
  public let root: String
  /// How many elements there are, the root included.
  public let elementCount: Int
  private let counts: [String: Int]

  /// Scans a part.
  /// - Parameters:
  ///   - bytes: The part's contents.
  ///   - part: The part's name, for the error.
  /// - Throws: ``XMLError`` for the first thing that is wrong.
  public init(_ bytes: [UInt8], part: String) throws(XMLError) {
    var scanner = XMLScanner(part: part)
    try scanner.scanDocument(bytes.span)
    root = scanner.names.text(of: 0, in: bytes)
    var counts: [String: Int] = [:]
    for index in 0..<scanner.names.count {
      counts[scanner.names.text(of: index, in: bytes)] = scanner.names.uses(of: index)
    }
    self.counts = counts
    elementCount = counts.values.reduce(0, +)
  }

  /// Counts the elements of a name.
  /// - Parameter name: The name as it is written, with its prefix.
  /// - Returns: How many there are; 0 for a name that does not occur.
  public func count(of name: String) -> Int {
    counts[name] ?? 0
  }

  /// The names that occur, sorted.
  public var names: [String] { counts.keys.sorted() }
}
