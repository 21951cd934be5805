import Foundation
import KollDigest
import KollTestSupport
import Testing

@Suite struct SHA256DigestTests {
  /// Source: NIST, FIPS 180-4 example values and the Cryptographic Algorithm Validation Program's
  /// short message vectors for SHA-256.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
        + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ),
  ])
  func publishedMessagesHaveTheirPublishedDigests(message: String, digest: String) throws {
    #expect(try SHA256Digest.hexadecimal(of: Array(message.utf8)) == digest)
  }

  @Test func aMillionLettersHaveTheirPublishedDigest() throws {
    var digest = try SHA256Digest()
    for _ in 0..<1000 { try digest.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(try digest.finishHexadecimal() == expected)
  }

  @Test func theDigestHasThirtyTwoBytesAndItsDigitsAreTheirs() throws {
    let digest = try SHA256Digest()
    let bytes = try digest.finish()
    #expect(bytes.count == SHA256Digest.byteCount)
    #expect(bytes.prefix(4) == [0xE3, 0xB0, 0xC4, 0x42])
    #expect(SHA256Digest.hexadecimal([0x00, 0x0F, 0xF0, 0xFF]) == "000ff0ff")
  }

  @Test func anyChunkingGivesTheSameDigest() throws {
    var generator = SeededGenerator(seed: 4)
    for length in 0...300 {
      let bytes = generator.bytes(length)
      let whole = try SHA256Digest.hexadecimal(of: bytes)
      for _ in 0..<5 {
        var digest = try SHA256Digest()
        var start = 0
        while start < length {
          let end = Int.random(in: start...length, using: &generator)
          try digest.update(Array(bytes[start..<end]))
          start = end
        }
        #expect(try digest.finishHexadecimal() == whole, "length \(length)")
      }
    }
  }

  @Test func aSpanGivesTheSameDigestAsItsArray() throws {
    let bytes = (0..<200).map { UInt8($0) }
    var digest = try SHA256Digest()
    try digest.update(bytes.span.extracting(0..<77))
    try digest.update(bytes.span.extracting(77..<200))
    #expect(try digest.finishHexadecimal() == SHA256Digest.hexadecimal(of: bytes))
  }

  @Test(.enabled(if: IndependentTool.isPresent, "sha256sum is not installed"))
  func everyLengthTo300AgreesWithAnIndependentTool() throws {
    var generator = SeededGenerator(seed: 5)
    let inputs = (0...300).map { generator.bytes($0) }
    let expected = try IndependentTool.digests(of: inputs)
    #expect(expected.count == inputs.count)
    for (bytes, digest) in zip(inputs, expected) {
      #expect(try SHA256Digest.hexadecimal(of: bytes) == digest, "length \(bytes.count)")
    }
  }

  @Test func digestsOnManyThreadsDoNotDisturbEachOther() async throws {
    let bytes = [UInt8](repeating: 7, count: 100_000)
    let expected = try SHA256Digest.hexadecimal(of: bytes)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { try SHA256Digest.hexadecimal(of: bytes) } }
      for try await digest in group { #expect(digest == expected) }
    }
  }
}
