/// A picture of dots, as a PNG file holds it.
public struct Picture: Hashable, Sendable {
  /// The file, without what it says of how large a dot is.
  public let bytes: [UInt8]
  /// How wide it is, in dots.
  public let width: Int
  /// How high it is, in dots.
  public let height: Int
  /// What it shows, for those who cannot see it.
  public var description: String

  /// The largest file that is taken, in bytes.
  public static let mostBytes = 1 << 20
  /// The most dots along a side.
  public static let mostDots = 4_000

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let header = Array("IHDR".utf8)
  private static let end = Array("IEND".utf8)
  private static let sizeOfDots = Array("pHYs".utf8)

  /// Reads a PNG file; `nil` when the bytes are none, or one that is too large.
  ///
  /// Source: PNG specification (third edition), 5.2 signature and 11.2.1 IHDR.
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - description: What it shows.
  public init?(png bytes: [UInt8], description: String) {
    guard bytes.count <= Picture.mostBytes, bytes.starts(with: Picture.signature),
      let chunks = Picture.chunks(of: bytes)
    else { return nil }
    let kept = chunks.filter { !bytes[$0].dropFirst(4).starts(with: Picture.sizeOfDots) }
    self.bytes = kept.reduce(into: Picture.signature) { $0 += bytes[$1] }
    width = Picture.number(at: 16, of: bytes)
    height = Picture.number(at: 20, of: bytes)
    self.description = description
    let sides = 1...Picture.mostDots
    guard sides.contains(width), sides.contains(height) else { return nil }
  }

  /// The chunks that the file is from beginning to end, the first with the size, the last the end;
  /// `nil` when it is not.
  private static func chunks(of bytes: [UInt8]) -> [Range<Int>]? {
    var chunks: [Range<Int>] = []
    var start = signature.count
    // A chunk is its length, its type, that many bytes, and a sum.
    while bytes.count - start >= 12 {
      let (length, type) = (number(at: start, of: bytes), bytes[start + 4..<start + 8])
      guard !chunks.isEmpty || length == 13 && type.elementsEqual(header),
        length <= bytes.count - start - 12
      else { return nil }
      chunks.append(start..<start + length + 12)
      start += length + 12
      if type.elementsEqual(end) { return start == bytes.count ? chunks : nil }
    }
    return nil
  }

  private static func number(at start: Int, of bytes: [UInt8]) -> Int {
    bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
