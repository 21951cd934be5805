/// Lets well-formed UTF-8 through and finds what is not.
enum UTF8Validator {
  /// What stands at a place of a text.
  enum Sequence: Equatable {
    /// A character of that many bytes.
    case valid(Int)
    /// That many bytes that no character begins with.
    case invalid(Int)
    /// The beginning of a character that the text ends within.
    case incomplete
  }

  /// Copies valid text, and hands back an incomplete character at the end.
  static func decode(
    _ bytes: ArraySlice<UInt8>,
    into text: inout DecodedText,
  ) -> ArraySlice<UInt8> {
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      if bytes[index] &- 1 < 0x7F {
        index += 1
        continue
      }
      switch sequence(at: index, in: bytes) {
      case .valid(let length) where bytes[index] != 0:
        index += length
        continue
      case .valid:
        text.bytes += bytes[start..<index]
        text.appendNul()
        index += 1
      case .invalid(let length):
        text.bytes += bytes[start..<index]
        text.appendUndecodable(bytes[index..<(index + length)])
        index += length
      case .incomplete:
        text.bytes += bytes[start..<index]
        return bytes[index...]
      }
      start = index
    }
    text.bytes += bytes[start...]
    return []
  }

  /// What stands at an index, by table 3-7 of the Unicode standard.
  ///
  /// Invalid stretches are the longest beginnings of a character, as the standard recommends for
  /// their replacement (chapter 3.9, "U+FFFD Substitution of Maximal Subparts").
  static func sequence(at index: Int, in bytes: ArraySlice<UInt8>) -> Sequence {
    let (length, second) = shape(of: bytes[index])
    if length == 0 { return .invalid(1) }
    for step in 1..<max(length, 1) {
      guard index + step < bytes.endIndex else { return .incomplete }
      let allowed = step == 1 ? second : 0x80...0xBF
      if !allowed.contains(bytes[index + step]) { return .invalid(step) }
    }
    return .valid(length)
  }

  /// The length that a first byte asks for (0 when it is none), and what its second byte may be.
  private static func shape(of first: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch first {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }
}
