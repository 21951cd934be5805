/// What a scan of an XML part found: that it is well-formed to its end, and what it is made of.
///
/// The scan accepts the XML that Koll writes: UTF-8 with or without a declaration, elements,
/// attributes, text and references, names in ASCII. It is one pass over the bytes.
///
/// Source: W3C, Extensible Markup Language (XML) 1.0, fifth edition, section 2.1.
public struct XMLScan: Sendable, Hashable {
  /// The root element's name.
  public let root: String
  /// How many elements there are, the root included.
  public let elementCount: Int
  private let tallies: [String: Tally]

  /// What is counted of the elements of one name.
  private struct Tally: Hashable {
    let uses: Int
    let textBytes: Int
  }

  /// Scans a part that is at hand as a whole.
  /// - Parameters:
  ///   - bytes: The part's contents.
  ///   - part: The part's name, for the error.
  /// - Throws: ``XMLError`` for the first thing that is wrong.
  public init(_ bytes: [UInt8], part: String) throws(XMLError) {
    var scanner = XMLScanner(part: part)
    try scanner.read(bytes)
    self = try scanner.finish()
  }

  /// What names were found, the root's first.
  init(_ names: XMLNames) {
    root = names.text(of: 0)
    var tallies: [String: Tally] = [:]
    for index in 0..<names.count {
      tallies[names.text(of: index)] =
        Tally(uses: names.uses(of: index), textBytes: names.textBytes(of: index))
    }
    self.tallies = tallies
    elementCount = tallies.values.reduce(0) { $0 + $1.uses }
  }

  /// Counts the elements of a name.
  /// - Parameter name: The name as it is written, with its prefix.
  /// - Returns: How many there are; 0 for a name that does not occur.
  public func count(of name: String) -> Int {
    tallies[name]?.uses ?? 0
  }

  /// Counts the bytes of the texts that stand straight in the elements of a name.
  /// - Parameter name: The name as it is written, with its prefix.
  /// - Returns: How many bytes there are, a reference such as `&amp;` taken for one.
  public func textBytes(in name: String) -> Int {
    tallies[name]?.textBytes ?? 0
  }

  /// The names that occur, sorted.
  public var names: [String] { tallies.keys.sorted() }
}
