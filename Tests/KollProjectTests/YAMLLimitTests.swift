import KollModel
import KollProject
import KollTestSupport
import Testing

/// What a project file may do to its reader, and may not.
@Suite struct YAMLLimitTests {
  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    ProjectReader.read(bytes, file: "koll.yaml").diagnostics
  }

  private func findings(_ text: String) -> [Diagnostic] { findings(Array(text.utf8)) }

  /// A short text that stands for three to the power of 40 elements, if aliases are followed.
  private func bomb(anchor: (Int) -> String, alias: (Int) -> String) -> String {
    var text = "a0: \(anchor(0)) [x]\n"
    for level in 1...40 {
      let three = [String](repeating: alias(level - 1), count: 3).joined(separator: ", ")
      text += "a\(level): \(anchor(level)) [\(three)]\n"
    }
    return text
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("", ""), ("version: ", "\n"), ("sources: \n  - ", "\n"), ("{\"version\":", "}"),
      ("? ", "\n: x\n"),
    ],
  )
  func aliasesAreRefusedWhereverTheyStand(_ before: String, _ after: String) {
    let bomb = bomb {
      "&x\($0)"
    } alias: {
      "*x\($0)"
    }
    for alias in ["*x40", "[*x40]", "{\"a\":*x40}", "{a: *x40 }", "{*x40 : b}", "[[*x40,*x40]]"] {
      let found = findings(bomb + before + alias + after)
      #expect(found.contains { $0.severity == .error }, "\(alias)")
    }
    let inFlow = "[{\"a\":&x [y]},{\"b\":*x}]"
    #expect(findings(inFlow).map(\.code) == [.projectMalformed])
  }

  @Test(.timeLimit(.minutes(1)))
  func anAliasAsAKeyDoesNotUnfoldTheBomb() {
    let bomb = bomb {
      "&x\($0)"
    } alias: {
      "*x\($0)"
    }
    #expect(findings(bomb + "? *x40\n: 1\n").map(\.code) == [.projectMalformed])
    #expect(findings(bomb + "{ ? *x40 : 1 }\n").map(\.code) == [.projectMalformed])
    let flow = (1...40).reduce("{\"a0\":&x0[y]") { text, level in
      text + ",\"a\(level)\":&x\(level)[*x\(level - 1),*x\(level - 1)]"
    }
    #expect(findings(flow + ",?*x40 :1}").contains { $0.severity == .error })
  }

  @Test func starsAndAmpersandsInWordsAreNoAliases() {
    let text = "version: 1\norganisation: {code: ks, name: \"R&D & *alla*\"}\n"
    #expect(!findings(text).contains { $0.code == .projectMalformed })
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- ", "? ", "\"a\": {", "!!x ", "- - "])
  func deepNestingIsRefusedAndNeverATrap(_ opening: String) async {
    for depth in [200, 2_000, 20_000] {
      let text = String(repeating: opening, count: depth)
      #expect(findings(text).contains { $0.severity == .error })
      #expect(findings("version: 1\nsources: " + text).contains { $0.severity == .error })
    }
    let indented = (0..<1000).map { String(repeating: " ", count: $0) + "a:" }.joined(
      separator: "\n"
    )
    #expect(findings(indented).contains { $0.severity == .error })
  }

  @Test(arguments: ["a: [", "name: x\u{0}"])
  func aLongLineIsShownAroundWhatIsMeant(text: String) throws {
    let before = String(repeating: "å", count: 20_000)
    let found = findings("# \(before)\n\(text)" + String(repeating: "[", count: 40_000))
    let place = try #require(found.first?.location)
    #expect(place.line == 2)
    let excerpt = try #require(place.excerpt)
    #expect(excerpt.text.unicodeScalars.count <= 202)
    #expect(excerpt.marked.upperBound <= excerpt.text.unicodeScalars.count)
  }

  @Test func whatIsMeantIsMarkedInALongLine() throws {
    let text = "{version: 1,\(String(repeating: " ", count: 5_000))wrong: 2, sources: 3}"
    let place = try #require(findings(text).first { $0.value == "wrong" }?.location)
    #expect(place.excerpt?.markedText == "wrong")
    #expect(place.column.map { Array(text)[$0 - 1] } == "w")
  }

  @Test(arguments: ["\u{0}", "\u{7}", "\u{7F}"])
  func aControlCharacterIsRefusedAtItsPlace(character: String) {
    let found = findings("version: 1\norganisation:\n  co\(character)de: x\n")
    #expect(found.map(\.code) == [.projectMalformed])
    #expect(found.first?.location?.line == 3)
    #expect(found.first?.location?.column == 5)
    #expect(found.first?.message.english.contains("U+00") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func aLongLineOfPairsIsReadInTimeThatFollowsItsLength() {
    let pairs = (0..<50_000).map { "\"r\($0)\": item" }.joined(separator: ", ")
    #expect(
      MappingReader.read(Array("rows: {\(pairs)}\n".utf8), file: "m.yaml").diagnostics.isEmpty
    )
  }

  @Test func moreThanAMebibyteIsNotRead() {
    let text = "version: 1\n#" + String(repeating: "x", count: 1 << 20)
    #expect(findings(text).map(\.code) == [.projectMalformed])
    let just = "version: 1\n#" + String(repeating: "x", count: (1 << 20) - 12)
    #expect(!findings(just).contains { $0.code == .projectMalformed })
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(findings([0xFF, 0xFE, 0x76, 0x00]).map(\.code) == [.projectMalformed])
    #expect(
      findings(Array("version: 1\nname: K\u{E9}".unicodeScalars.map { UInt8($0.value) }))
        .map(\.code) == [.projectMalformed]
    )
    for text in ["", "\n\n", "# bara en kommentar\n", "---\n", "\u{FEFF}"] {
      #expect(findings(text).contains { $0.severity == .error }, "\(text)")
      #expect(findings(text).count == 1, "\(text)")
    }
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreRead() {
    for text in ["\u{FEFF}version: 1\n", "version: 1\r\n", "\u{FEFF}version: 1\r\n"] {
      #expect(!findings(text).contains { $0.field == "version" || $0.code == .projectKeyUnknown })
    }
    let found = findings("version: 1\r\norganisation:\r\n  cod: ks\r\n")
    #expect(found.first { $0.code == .projectKeyUnknown }?.location?.line == 3)
    #expect(found.first { $0.code == .projectKeyUnknown }?.location?.column == 3)
  }

  @Test func aTabInTheIndentIsReportedAtItsLine() {
    let found = findings("version: 1\norganisation:\n\tcode: ks\n")
    #expect(found.map(\.code) == [.projectMalformed])
    #expect(found.first?.location?.line == 3)
  }

  @Test func aKeyThatStandsTwiceIsReported() {
    let found = findings("version: 1\norganisation:\n  code: a\n  code: b\n  name: x\n")
    #expect(found.map(\.code) == [.projectMalformed])
    #expect(found.first?.value == "code")
    #expect(found.first?.location?.line != nil)
  }

  @Test func severalDocumentsInOneFileAreRefused() {
    #expect(findings("version: 1\n---\nversion: 1\n").contains { $0.code == .projectMalformed })
  }
}
