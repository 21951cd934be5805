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
