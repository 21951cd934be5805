import Foundation
import Testing

@testable import KollImport

struct SingleByteTableTests {
  private static let names: [(TextEncoding, String)] = [
    (.windows1252, "WINDOWS-1252"), (.iso88591, "ISO-8859-1"), (.cp437, "CP437"),
    (.cp850, "CP850"), (.macRoman, "MACINTOSH"),
  ]

  private static let iconv = ["/usr/bin/iconv", "/usr/local/bin/iconv"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What iconv makes of one byte, or `nil` when it means nothing to it.
  private func converted(_ byte: UInt8, from name: String, by path: String) throws -> String? {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-f", name, "-t", "UTF-8"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data([byte]))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  @Test(
    .enabled(if: iconv != nil, "iconv is not installed"),
    arguments: [0, 1, 2, 3, 4],
  )
  func eachTableSaysWhatIconvSays(number: Int) throws {
    let (encoding, name) = Self.names[number]
    let path = try #require(Self.iconv)
    let scalars = SingleByteTable.scalars(of: encoding)
    #expect(scalars.count == 128)
    var differing: [String] = []
    for byte in UInt8(0x80)...0xFF {
      let expected = try converted(byte, from: name, by: path)
      let ours = scalars[Int(byte) - 0x80]
      let found = ours == SingleByteTable.replacement ? nil : String(ours)
      if found?.unicodeScalars.first != expected?.unicodeScalars.first {
        differing.append(String(byte, radix: 16, uppercase: true))
      }
    }
    // Some keep an older Mac Roman than Apple's, which has the increment ∆ at C6 and its logo, in the private area, at F0.
    let own: Set = encoding == .macRoman ? ["C6", "F0"] : []
    #expect(own.isSuperset(of: differing))
  }

  @Test func theFiveUndefinedBytesOfWindows1252MeanNothing() {
    let text = TextDecoder.decode([0x81, 0x41, 0x8D, 0x42, 0x8F, 0x90, 0x9D], as: .windows1252)
    #expect(text.faults.map(\.hexadecimal) == ["81", "8D", "8F 90 9D"])
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == "\u{FFFD}A\u{FFFD}B\u{FFFD}\u{FFFD}\u{FFFD}"
    )
  }

  @Test(
    arguments: [
      (TextEncoding.windows1252, [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xA0, 0x96]),
      (.iso88591, [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xA0]),
      (.cp437, [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0xFF]),
      (.cp850, [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0xFF]),
      (.macRoman, [0x8C, 0x8A, 0x9A, 0x81, 0x80, 0x85, 0x8E, 0xCA, 0xD0]),
    ] as [(TextEncoding, [UInt8])]
  )
  func swedishLettersAreDecoded(encoding: TextEncoding, bytes: [UInt8]) {
    let text = TextDecoder.decode(bytes[...], as: encoding)
    #expect(text.faults == [])
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == String("åäöÅÄÖé\u{A0}–".prefix(bytes.count))
    )
  }
}
