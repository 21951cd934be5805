/// Makes UTF-8 of UTF-16.
struct UTF16Decoder {
  let lowByteFirst: Bool

  /// Decodes the whole characters, and hands back the bytes of an incomplete one at the end.
  func decode(_ bytes: ArraySlice<UInt8>, into text: inout DecodedText) -> ArraySlice<UInt8> {
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let unit = unit(at: index, in: bytes)
      if UTF16.isLeadSurrogate(unit) {
        guard index + 3 < bytes.endIndex else { break }
        let next = self.unit(at: index + 2, in: bytes)
        if UTF16.isTrailSurrogate(next) {
          append(scalar(lead: unit, trail: next), to: &text)
          index += 4
          continue
        }
      }
      appendUnit(unit, raw: bytes[index..<(index + 2)], to: &text)
      index += 2
    }
    return bytes[index...]
  }

  private func unit(at index: Int, in bytes: ArraySlice<UInt8>) -> UInt16 {
    let first = UInt16(bytes[index])
    let second = UInt16(bytes[index + 1])
    return lowByteFirst ? second << 8 | first : first << 8 | second
  }

  private func scalar(lead: UInt16, trail: UInt16) -> UInt32 {
    0x1_0000 + (UInt32(lead & 0x3FF) << 10 | UInt32(trail & 0x3FF))
  }

  private func appendUnit(_ unit: UInt16, raw: ArraySlice<UInt8>, to text: inout DecodedText) {
    if unit == 0 {
      text.appendNul()
    } else if UTF16.isSurrogate(unit) {
      text.appendUndecodable(raw)
    } else {
      append(UInt32(unit), to: &text)
    }
  }

  private func append(_ scalar: UInt32, to text: inout DecodedText) {
    switch scalar {
    case 0..<0x80:
      text.bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      text.bytes += [0xC0 | UInt8(scalar >> 6), continuation(scalar)]
    case 0x800..<0x1_0000:
      text.bytes += [0xE0 | UInt8(scalar >> 12), continuation(scalar >> 6), continuation(scalar)]
    default:
      text.bytes += [
        0xF0 | UInt8(scalar >> 18), continuation(scalar >> 12), continuation(scalar >> 6),
        continuation(scalar),
      ]
    }
  }

  private func continuation(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(bits & 0x3F)
  }
}
