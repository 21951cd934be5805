/// The numbers in an archive's bytes, least significant byte first.
///
/// The caller has made sure that they are there.
struct ArchiveBytes {
  let bytes: [UInt8]

  func short(at offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  func long(at offset: Int) -> Int {
    short(at: offset) | short(at: offset + 2) << 16
  }

  func text(in range: Range<Int>) -> String? {
    String(validating: bytes[range], as: UTF8.self)
  }
}
