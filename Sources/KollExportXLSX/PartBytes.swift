/// The number that a list's start tag states for its entries.
/// - Parameters:
///   - list: The list's element name.
///   - bytes: The part's contents.
/// - Returns: The number, or `nil` when there is no such tag.
func declaredCount(of list: String, in bytes: [UInt8]) -> Int? {
  let start = Array("<\(list) count=\"".utf8)
  guard let place = firstIndex(of: start, in: bytes) else { return nil }
  var count: Int?
  for byte in bytes[(place + start.count)...].prefix(9) {
    guard (0x30...0x39).contains(byte) else { break }
    count = (count ?? 0) * 10 + Int(byte - 0x30)
  }
  return count
}

private func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
  guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
  for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
    if bytes[start..<start + pattern.count].elementsEqual(pattern) { return start }
  }
  return nil
}

/// How many bytes the texts in the `t` elements of a well-formed part have, after references such as
/// `&amp;` are taken for the one byte that they stand for.
/// - Parameter bytes: The part's contents.
/// - Returns: The number of bytes.
func textBytes(in bytes: [UInt8]) -> Int {
  let bytes = bytes.span
  var count = 0
  var offset = 0
  var isText = false
  while offset < bytes.count {
    switch bytes[offset] {
    case UInt8(ascii: "<"):
      isText = beginsText(at: offset, in: bytes)
      offset = index(after: UInt8(ascii: ">"), from: offset, in: bytes)
    case UInt8(ascii: "&"):
      if isText { count += 1 }
      offset = index(after: UInt8(ascii: ";"), from: offset, in: bytes)
    default:
      if isText { count += 1 }
      offset += 1
    }
  }
  return count
}

/// Whether the start tag of a `t` element stands at a place, with or without attributes.
private func beginsText(at offset: Int, in bytes: Span<UInt8>) -> Bool {
  guard offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: "t") else { return false }
  return bytes[offset + 2] == UInt8(ascii: ">") || bytes[offset + 2] == UInt8(ascii: " ")
}

private func index(after byte: UInt8, from start: Int, in bytes: Span<UInt8>) -> Int {
  var offset = start
  while offset < bytes.count, bytes[offset] != byte { offset += 1 }
  return offset + 1
}
