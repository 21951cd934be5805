/// Packs parts into an archive without compressing them, to make damaged workbooks for tests.
enum StoredArchive {
  static func bytes(of parts: [(name: String, contents: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var list: [UInt8] = []
    for part in parts {
      let offset = archive.count
      let common = fields(of: part)
      archive += [0x50, 0x4B, 3, 4] + common + Array(part.name.utf8) + part.contents
      // Comment, disk and attributes: none.
      list += [0x50, 0x4B, 1, 2, 20, 0] + common + Array(repeating: 0, count: 10)
      list += number(offset, bytes: 4) + Array(part.name.utf8)
    }
    let end = number(parts.count, bytes: 2)
    return archive + list + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + end + end
      + number(list.count, bytes: 4) + number(archive.count, bytes: 4) + [0, 0]
  }

  /// What both records of a part say: version, flags, method, time, checksum, sizes, lengths.
  private static func fields(of part: (name: String, contents: [UInt8])) -> [UInt8] {
    let size = number(part.contents.count, bytes: 4)
    return [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + number(Int(checksum(part.contents)), bytes: 4)
      + size + size + number(part.name.utf8.count, bytes: 2) + [0, 0]
  }

  private static func number(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// The CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
