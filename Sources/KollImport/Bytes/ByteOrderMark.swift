/// The bytes that some programs begin a file with to tell its encoding.
enum ByteOrderMark {
  /// The longest mark.
  static let longest = 3

  /// The encoding that a file's first bytes name, and how many bytes that takes.
  static func of(_ bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
