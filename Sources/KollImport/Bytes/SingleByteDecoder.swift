/// Decodes encodings of one byte a character, by a table.
struct SingleByteDecoder: Sendable {
  /// Four bytes for each of the bytes from 80 to FF: the length, and the UTF-8.
  private let encoded: [UInt8]

  private static let decoders = Dictionary(
    uniqueKeysWithValues: TextEncoding.allCases.filter(\.isSingleByte).map {
      ($0, SingleByteDecoder(making: $0))
    }
  )

  /// The decoder of an encoding, or `nil` for one of several bytes a character.
  static func of(_ encoding: TextEncoding) -> SingleByteDecoder? { decoders[encoding] }

  private init(making encoding: TextEncoding) {
    encoded = SingleByteTable.scalars(of: encoding).flatMap { scalar -> [UInt8] in
      if scalar == SingleByteTable.replacement { return [0, 0, 0, 0] }
      let bytes = Array(String(scalar).utf8)
      return [UInt8(bytes.count)] + bytes + Array(repeating: 0, count: 3 - bytes.count)
    }
  }

  func decode(_ bytes: ArraySlice<UInt8>, into text: inout DecodedText) {
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] &- 1 >= 0x7F {
      text.bytes += bytes[start..<index]
      start = index + 1
      append(bytes[index], to: &text)
    }
    text.bytes += bytes[start...]
  }

  private func append(_ byte: UInt8, to text: inout DecodedText) {
    guard byte >= 0x80 else { return text.appendNul() }
    let entry = Int(byte - 0x80) * 4
    let length = Int(encoded[entry])
    guard length > 0 else { return text.appendUndecodable(CollectionOfOne(byte)) }
    text.bytes += encoded[(entry + 1)...(entry + length)]
  }
}
