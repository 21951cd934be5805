import KollTestSupport
import Testing

@testable import KollImport

struct TextDecoderTests {
  private func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> (String, [String]) {
    let text = TextDecoder.decode(bytes[...], as: encoding)
    return (String(decoding: text.bytes, as: UTF8.self), text.faults.map(\.hexadecimal))
  }

  @Test func validUTF8IsLetThroughAsItIs() {
    let text = "aåä−\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}🏛\u{10FFFF}"
    #expect(decode(Array(text.utf8), as: .utf8) == (text, []))
  }

  @Test(
    arguments: [
      ([0x80], "80"), ([0xC3], "C3"), ([0xC0, 0xAF], "C0 AF"), ([0xE2, 0x82], "E2 82"),
      ([0xED, 0xA0, 0x80], "ED A0 80"), ([0xF5], "F5"), ([0xF4, 0x90, 0x80, 0x80], "F4 90 80 80"),
      ([0xE0, 0x80, 0x80], "E0 80 80"), ([0xF0, 0x9F, 0x8F], "F0 9F 8F"), ([0xFF, 0xFE], "FF FE"),
    ] as [([UInt8], String)]
  )
  func badUTF8IsFoundAndShown(bytes: [UInt8], shown: String) {
    #expect(decode(bytes, as: .utf8).1 == [shown])
    let inText = [0x61] + bytes + [0x62]
    let (text, faults) = decode(inText, as: .utf8)
    #expect(faults == [shown])
    #expect(text.hasPrefix("a\u{FFFD}") && text.hasSuffix("\u{FFFD}b"))
  }

  @Test func everyByteSequenceIsJudgedAsTheStandardLibraryJudgesIt() {
    var generator = SeededGenerator(seed: 5)
    let likely: [UInt8] = [
      0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE2, 0xED, 0xF0, 0xF4,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<6).map { _ in likely.randomElement(using: &generator) ?? 0 }
      let (text, _) = decode(bytes, as: .utf8)
      guard text == String(decoding: bytes, as: UTF8.self) else {
        Issue.record("\(bytes)")
        return
      }
    }
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func utf16IsDecoded(encoding: TextEncoding) {
    let text = "aå−\u{D7FF}\u{E000}🏛\u{10FFFF}\u{7FF}\u{800}"
    #expect(decode(encode(text, as: encoding), as: encoding) == (text, []))
  }

  @Test func surrogatesAloneMeanNothing() {
    #expect(decode([0x3D, 0xD8, 0x61, 0], as: .utf16LittleEndian) == ("\u{FFFD}a", ["3D D8"]))
    #expect(decode([0xDC, 0x00, 0, 0x61], as: .utf16BigEndian) == ("\u{FFFD}a", ["DC 00"]))
    #expect(decode([0, 0x61, 0xD8, 0x3D], as: .utf16BigEndian) == ("a\u{FFFD}", ["D8 3D"]))
    #expect(decode([0x61, 0, 0x62], as: .utf16LittleEndian) == ("a\u{FFFD}", ["62"]))
  }

  @Test func aLongStretchIsShownByItsFirstEightBytes() {
    #expect(
      decode([UInt8](repeating: 0xFF, count: 9), as: .utf8).1 == ["FF FF FF FF FF FF FF FF …"]
    )
  }
}

/// A text in an encoding; characters that it lacks are left out.
func encode(_ text: String, as encoding: TextEncoding) -> [UInt8] {
  switch encoding {
  case .utf8: return Array(text.utf8)
  case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  default:
    let table = SingleByteTable.scalars(of: encoding)
    return text.unicodeScalars.compactMap { scalar in
      scalar.isASCII ? UInt8(scalar.value) : table.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }
  }
}
