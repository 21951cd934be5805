import KollArchive
import KollTestSupport
import Testing

@Suite struct ArchiveReaderTests {
  /// An archive with a stored, two deflated and two empty parts.
  static var sound: ArchiveBuilder {
    var builder = ArchiveBuilder()
    builder.parts = [
      .init("[Content_Types].xml", Array("<Types><Default/></Types>".utf8)),
      .init("xl/workbook.xml", Array("<workbook>åäö</workbook>".utf8), isCompressed: false),
      .init(
        "xl/worksheets/sheet1.xml",
        Array((0..<40).map { "<c r=\"A\($0)\"><v>\($0 * 977)</v></c>" }.joined().utf8),
      ),
      .init("xl/empty.xml", []),
      .init("xl/stored-empty.xml", [], isCompressed: false),
    ]
    return builder
  }

  private func contents(_ bytes: [UInt8]) throws(ArchiveError) -> [String: [UInt8]] {
    let reader = try ArchiveReader(bytes)
    var contents: [String: [UInt8]] = [:]
    for part in reader.parts { contents[part.name] = try reader.contents(of: part) }
    return contents
  }

  private func problem(_ bytes: [UInt8]) -> ArchiveError.Problem? {
    do throws(ArchiveError) {
      _ = try contents(bytes)
      return nil
    } catch {
      #expect(error.offset >= 0 && error.offset <= bytes.count)
      return error.problem
    }
  }

  private func problem(
    _ change: (inout ArchiveBuilder) -> Void
  ) -> ArchiveError.Problem? {
    var builder = Self.sound
    change(&builder)
    return problem(builder.build())
  }

  @Test func partsComeBackInOrderWithTheirContents() throws {
    let builder = Self.sound
    let reader = try ArchiveReader(builder.build())
    #expect(reader.parts.map { Array($0.name.utf8) } == builder.parts.map(\.name))
    for part in builder.parts {
      let name = String(decoding: part.name, as: UTF8.self)
      #expect(try reader.contents(of: name) == part.contents)
      #expect(reader.part(named: name)?.size == part.contents.count)
    }
  }

  @Test(arguments: [true, false])
  func largePartsComeInPiecesOfBoundedSize(isCompressed: Bool) throws {
    var generator = SeededGenerator(seed: 5)
    let contents = (0..<1_000_000).map { _ in UInt8.random(in: 0...15, using: &generator) }
    var builder = ArchiveBuilder()
    builder.parts = [.init("a", contents, isCompressed: isCompressed)]
    let reader = try ArchiveReader(builder.build())
    var pieces = try reader.pieces(of: reader.parts[0])
    var joined: [UInt8] = []
    var largest = 0
    while let piece = try pieces.next() {
      #expect(!piece.isEmpty)
      largest = max(largest, piece.count)
      joined += piece
    }
    #expect(joined == contents)
    #expect(largest <= 1 << 16)
    #expect(try pieces.next() == nil)
  }

  @Test func anArchiveWithoutPartsIsSound() throws {
    #expect(try ArchiveReader(ArchiveBuilder().build()).parts.isEmpty)
  }

  @Test func aNameThatIsNotThereIsReported() throws {
    let reader = try ArchiveReader(Self.sound.build())
    #expect(reader.part(named: "xl/WORKBOOK.xml") == nil)
    #expect(
      throws: ArchiveError.self,
      performing: { try reader.contents(of: "xl/sheet9.xml") },
    )
  }

  @Test func anArchiveCutAtAnyByteIsRefused() {
    let bytes = Self.sound.build()
    for count in 0..<bytes.count {
      #expect(problem(Array(bytes.prefix(count))) != nil, "cut at \(count)")
    }
  }

  @Test func anArchiveWithoutItsFirstBytesIsRefused() {
    let bytes = Self.sound.build()
    for count in 1...bytes.count {
      #expect(problem(Array(bytes.dropFirst(count))) != nil, "without \(count)")
    }
  }

  @Test func anyByteThatChangesIsNoticedOrMakesNoDifference() throws {
    let bytes = Self.sound.build()
    let expected = try contents(bytes)
    var harmless = 0
    for offset in bytes.indices {
      for flip: UInt8 in [0x01, 0x80, 0xFF, 0x10] {
        var changed = bytes
        changed[offset] ^= flip
        guard let found = try? contents(changed) else { continue }
        #expect(found == expected, "byte \(offset) ^ \(flip)")
        harmless += 1
      }
    }
    // What says which program wrote it, and the attributes: 8 bytes for each of five parts. The
    // padding after the last bits of a deflated part is also nobody's.
    #expect(harmless <= (5 * 8 + 3) * 4)
  }

  @Test func twoChangedBytesNeverGiveOtherContents() throws {
    let bytes = Self.sound.build()
    let expected = try contents(bytes)
    var generator = SeededGenerator(seed: 11)
    for round in 0..<20_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 2...4, using: &generator) {
        let offset = Int.random(in: 0..<bytes.count, using: &generator)
        changed[offset] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let found = try? contents(changed) else { continue }
      #expect(found == expected, "round \(round)")
    }
  }

  @Test func arbitraryBytesNeverTrap() {
    var generator = SeededGenerator(seed: 12)
    let end = Array(Self.sound.build().suffix(22))
    for _ in 0..<20_000 {
      let bytes = generator.bytes(Int.random(in: 0...120, using: &generator))
      _ = problem(bytes)
      _ = problem(bytes + end)
    }
  }

  @Test func bytesThatBelongToNothingAreRefused() {
    #expect(problem { $0.leading = [0] } == .bytesUnaccounted)
    #expect(problem { $0.between = [0] } == .bytesUnaccounted)
    #expect(problem { $0.trailing = [0] } == .bytesUnaccounted)
    // After the only part, where no other part's place tells.
    let afterTheLast = problem {
      $0.parts = [$0.parts[0]]
      $0.between = [0]
    }
    #expect(afterTheLast == .bytesUnaccounted)
    #expect(problem(Self.sound.build() + [0]) == .endMissing)
    #expect(problem { $0.isListReversed = true } == .bytesUnaccounted)
  }

  @Test func namesThatRepeatAreRefusedWhateverTheirCase() {
    for name in ["xl/workbook.xml", "XL/Workbook.xml"] {
      #expect(problem { $0.parts.append(.init(name, [1])) } == .nameRepeated)
    }
  }

  @Test(arguments: [
    "", "/xl/a.xml", "xl/", "xl//a.xml", "../a.xml", "xl/../../a.xml", "./a.xml", "a\\b.xml",
    "a\u{0}.xml", "a\n.xml", "a\u{7F}.xml",
  ])
  func namesThatLeadElsewhereAreRefused(name: String) {
    #expect(problem { $0.parts[1].name = Array(name.utf8) } == .nameInvalid)
  }

  @Test func aNameThatIsNotTextIsRefused() {
    #expect(problem { $0.parts[1].name = [0x61, 0xFF] } == .nameInvalid)
  }

  @Test func encryptionAndSizesThatFollowTheDataAreRefused() {
    for flags in [0x0001, 0x0008, 0x0040, 0x2000] {
      #expect(problem { $0.parts[0].flags = flags } == .featureUnsupported)
    }
    #expect(problem { $0.parts[0].flags = 0x0806 } == nil)
  }

  @Test func aSizeThatIsNotTheTrueOneIsRefused() {
    for difference in [-1, 1] {
      #expect(
        problem { $0.parts[2].statedSize = $0.parts[2].contents.count + difference }
          == .compressionDamaged
      )
    }
    #expect(problem { $0.parts[1].statedSize = 1 } == .recordsDisagree)
    #expect(problem { $0.parts[2].statedSize = 0xFFFF_FFFF } == .featureUnsupported)
  }

  @Test func aChecksumThatIsNotTheTrueOneIsRefused() {
    for index in [0, 1, 3] {
      #expect(problem { $0.parts[index].statedChecksum = 0x1234_5678 } == .checksumWrong)
    }
  }

  @Test func compressedBytesThatEndEarlyOrLateAreRefused() {
    let data = deflated(Self.sound.parts[2].contents)
    #expect(problem { $0.parts[2].data = data + [0] } == .compressionDamaged)
    #expect(problem { $0.parts[2].data = data.dropLast() } == .compressionDamaged)
    #expect(problem { $0.parts[3].data = [] } == .compressionDamaged)
    #expect(problem { $0.parts[3].data = [0x07] } == .compressionDamaged)
  }

  @Test func moreThanTheLimitsAllowIsRefusedBeforeItIsUnpacked() throws {
    var builder = ArchiveBuilder()
    let zeros = [UInt8](repeating: 0, count: 100_000)
    builder.parts = [.init("a", zeros), .init("b", zeros)]
    let bytes = builder.build()
    func open(_ part: Int, _ total: Int) throws(ArchiveError) {
      _ = try ArchiveReader(bytes, limits: ArchiveLimits(partSize: part, totalSize: total))
    }
    try open(100_000, 200_000)
    #expect(throws: ArchiveError.self) { try open(99_999, 200_000) }
    #expect(throws: ArchiveError.self) { try open(100_000, 199_999) }
  }

  @Test func aSizeThatNoCompressionReachesIsRefused() {
    #expect(problem { $0.parts[2].statedSize = 1 << 29 } == .tooLarge)
  }

  @Test func theGreatestRatioThatZlibReachesIsAccepted() throws {
    var builder = ArchiveBuilder()
    builder.parts = [.init("a", [UInt8](repeating: 0, count: 20_000_000))]
    builder.parts[0].data = deflated(builder.parts[0].contents, level: 9)
    let reader = try ArchiveReader(builder.build())
    #expect(try reader.contents(of: "a").count == 20_000_000)
  }

  @Test func manyPartsAreRead() throws {
    var builder = ArchiveBuilder()
    builder.parts = (0..<3000).map { .init("p/\($0)", Array("\($0)".utf8)) }
    let reader = try ArchiveReader(builder.build())
    #expect(reader.parts.count == 3000)
    #expect(try reader.contents(of: "p/2999") == Array("2999".utf8))
  }
}
