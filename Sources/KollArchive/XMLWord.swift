/// Up to eight bytes that are looked at together, the first in the lowest bits.
///
/// What is asked of them comes back as a number whose lowest set bit belongs to the first byte of
/// which it is true; the bits above mean nothing.
struct XMLWord: Equatable {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private let bytes: UInt64

  /// The bytes that begin at a place, zeros after the last one.
  @inline(__always)
  init(_ span: Span<UInt8>, at place: Int) {
    guard place + 8 <= span.count else {
      bytes = Self.last(span, from: place)
      return
    }
    // Safe because every pattern of eight bytes is a number; their place is checked.
    let word = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    bytes = UInt64(littleEndian: word)
  }

  private init(_ bytes: UInt64) { self.bytes = bytes }

  /// As many of the bytes from the first one on, zeros after them.
  @inline(__always)
  func first(_ count: Int) -> XMLWord {
    count < 8 ? XMLWord(bytes & ~(UInt64.max &<< UInt64(truncatingIfNeeded: count &* 8))) : self
  }

  private static func last(_ span: Span<UInt8>, from place: Int) -> UInt64 {
    var bytes: UInt64 = 0
    for here in (place..<span.count).reversed() { bytes = bytes << 8 | UInt64(span[here]) }
    return bytes
  }

  /// Where a byte is the one stated.
  func equal(to byte: UInt8) -> UInt64 {
    let differences = bytes ^ Self.ones &* UInt64(byte)
    return (differences &- Self.ones) & ~differences & Self.highs
  }

  /// Where a byte is not one of ASCII's from the space on.
  var unprintable: UInt64 {
    (bytes | (bytes &- Self.ones &* 0x20) & ~bytes) & Self.highs
  }
}
