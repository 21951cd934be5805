extension SHA256Digest {
  /// The digest of all bytes that were added, as 64 lower-case hexadecimal digits.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public consuming func finishHexadecimal() throws(DigestError) -> String {
    Self.hexadecimal(try finish())
  }

  /// Computes the digest of bytes that are all at hand.
  /// - Parameter bytes: The bytes.
  /// - Returns: 64 lower-case hexadecimal digits.
  /// - Throws: ``DigestError`` when the system cannot compute it.
  public static func hexadecimal(of bytes: [UInt8]) throws(DigestError) -> String {
    var digest = try SHA256Digest()
    try digest.update(bytes)
    return try digest.finishHexadecimal()
  }

  /// Writes bytes as hexadecimal digits.
  /// - Parameter bytes: The bytes.
  /// - Returns: Two lower-case digits for each byte.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
