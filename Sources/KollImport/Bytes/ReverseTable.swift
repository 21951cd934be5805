/// Which byte each character is in an encoding of one byte a character.
struct ReverseTable: Sendable {
  static let windows1252 = ReverseTable(.windows1252)
  static let macRoman = ReverseTable(.macRoman)
  static let cp437 = ReverseTable(.cp437)
  static let cp850 = ReverseTable(.cp850)

  /// The bytes of the scalars below U+0100, by their number; 0 for none.
  private let nearby: [UInt8]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(_ encoding: TextEncoding) {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (offset, scalar) in SingleByteTable.scalars(of: encoding).enumerated() {
      let byte = UInt8(0x80 + offset)
      // Programs let an undefined byte through as the control character of the same number.
      bytes[scalar == SingleByteTable.replacement ? Unicode.Scalar(byte) : scalar] = byte
    }
    self.bytes = bytes
    self.nearby = (0...0xFF).map { bytes[Unicode.Scalar(UInt8($0))] ?? 0 }
  }

  /// The byte from 80 to FF that a character is, or `nil`.
  func byte(of scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value > 0xFF else {
      let byte = nearby[Int(scalar.value)]
      return byte == 0 ? nil : byte
    }
    return bytes[scalar]
  }
}
