/// UTF-8 made from the bytes of a file, with what could not be decoded.
struct DecodedText: Sendable {
  /// The text; U+FFFD stands where bytes meant nothing.
  var bytes: [UInt8] = []
  /// What is wrong with it, in order.
  var faults: [DecodingFault] = []

  /// Notes that raw bytes mean nothing here, and writes U+FFFD in their place.
  ///
  /// Neighbours become one fault, so that a damaged stretch is told of once.
  mutating func appendUndecodable(_ raw: some Collection<UInt8>) {
    note(.undecodable, raw, length: 3)
    bytes += [0xEF, 0xBF, 0xBD]
  }

  /// Notes and keeps a NUL.
  mutating func appendNul() {
    note(.nul, CollectionOfOne(0), length: 1)
    bytes.append(0)
  }

  private mutating func note(
    _ kind: DecodingFault.Kind,
    _ raw: some Collection<UInt8>,
    length: Int,
  ) {
    if let last = faults.last, last.kind == kind, last.end == bytes.count {
      faults[faults.count - 1].extend(by: raw, length: length)
    } else {
      var fault = DecodingFault(kind: kind, offset: bytes.count)
      fault.extend(by: raw, length: length)
      faults.append(fault)
    }
  }

  /// Forgets the text before an offset.
  mutating func removeText(before offset: Int) {
    // A new array, because a batch still holds the old one.
    bytes = Array(bytes[offset...])
    faults = faults.filter { $0.offset >= offset }.map { $0.moved(by: -offset) }
  }
}
