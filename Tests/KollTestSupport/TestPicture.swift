/// Pictures of one colour, in the smallest form that a PNG file has.
public enum TestPicture {
  /// A picture without dots of its own: its parts are whole, and nobody looks at their sums.
  /// - Parameters:
  ///   - width: How wide it says that it is.
  ///   - height: How high it says that it is.
  ///   - chunks: Parts between the size and the end.
  /// - Returns: The file.
  public static func png(
    width: Int,
    height: Int,
    chunks: [(type: String, contents: [UInt8])] = [],
  ) -> [UInt8] {
    let size = number(width) + number(height) + [8, 2, 0, 0, 0]
    let parts = [("IHDR", size)] + chunks + [("IEND", [])]
    return parts.reduce(into: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { bytes, part in
      bytes += number(part.1.count) + Array(part.0.utf8) + part.1 + [0, 0, 0, 0]
    }
  }

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
