import KollArchive
import KollTestSupport
import Testing

@Suite struct XMLScanTests {
  static let sheet = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='u'>\
    <dimension ref="A1:B2"/><sheetData><row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c>\
    <c r="B1"><f>SUM(A1:A2)&gt;1&amp;"å€😀"</f><v>-1.5</v></c></row><row r="2"/></sheetData>\
    <t xml:space="preserve"> a&#10;&#xE5;&quot;&apos;&lt; ] ]] > \t</t ></worksheet>
    """

  private func problem(_ bytes: [UInt8]) -> XMLError.Problem? {
    do throws(XMLError) {
      _ = try XMLScan(bytes, part: "p.xml")
      return nil
    } catch {
      #expect(error.part == "p.xml")
      #expect(error.offset >= 0 && error.offset <= bytes.count)
      return error.problem
    }
  }

  private func problem(_ text: String) -> XMLError.Problem? {
    let bytes = Array(text.utf8)
    #expect(scan(bytes.divided(by: 1)) == scan([bytes]))
    return problem(bytes)
  }

  private func scan(_ pieces: [some Sequence<UInt8>]) -> Result<XMLScan, XMLError> {
    Result { () throws(XMLError) in
      var scanner = XMLScanner(part: "p.xml")
      for piece in pieces { try scanner.read(Array(piece)) }
      return try scanner.finish()
    }
  }

  @Test func aPartIsTheSameHoweverItIsDivided() {
    let bytes = Array(Self.sheet.utf8)
    let whole = scan([bytes])
    #expect((try? whole.get())?.textBytes(in: "t") == 16)
    for first in bytes.indices {
      for second in bytes.indices[first...] {
        let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]]
        if scan(pieces) != whole { Issue.record("divided at \(first) and \(second)") }
      }
    }
    for size in 1...40 { #expect(scan(bytes.divided(by: size)) == whole, "pieces of \(size)") }
  }

  @Test func aDamagedPartIsRefusedForTheSameHoweverItIsDivided() {
    var generator = SeededGenerator(seed: 22)
    let alphabet = Array("<>/=\"'& ;#x!?]a1å\n".utf8) + [0, 0xC3, 0xEF, 0xFF]
    let sheet = Array(Self.sheet.utf8)
    for _ in 0..<5_000 {
      var damaged = sheet
      let offset = Int.random(in: 0..<sheet.count, using: &generator)
      damaged[offset] = alphabet.randomElement(using: &generator) ?? 0
      damaged.removeLast(Bool.random(using: &generator) ? 0 : sheet.count - offset - 1)
      let size = Int.random(in: 1...12, using: &generator)
      if scan(damaged.divided(by: size)) != scan([damaged]) {
        Issue.record("\(String(decoding: damaged, as: UTF8.self)) in pieces of \(size)")
      }
    }
  }

  @Test func whatWillBeWrongWhateverFollowsIsRefusedAtOnce() {
    var scanner = XMLScanner(part: "p.xml")
    #expect(throws: XMLError.self) { try scanner.read(Array("<a><b></a>".utf8)) }
  }

  @Test func aTagOfManyPiecesIsNotReadAsManyTimes() throws {
    let value = [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000)
    let bytes = Array("<a b='".utf8) + value + Array("'/>".utf8)
    // Read again for each of the pieces, these would be 80 milliards of bytes.
    #expect(try scan(bytes.divided(by: 25)).get().elementCount == 1)
  }

  @Test func textIsCountedByTheElementThatItStandsIn() throws {
    let text = "<a>1<t>å&amp;&#10;</t>23<t> b</t><t/></a>"
    let scan = try XMLScan(Array(text.utf8), part: "p")
    #expect(["a", "t", "b"].map(scan.textBytes) == [3, 6, 0])
  }

  @Test func elementsAreCountedByName() throws {
    let scan = try XMLScan(Array(Self.sheet.utf8), part: "sheet1.xml")
    #expect(scan.root == "worksheet")
    #expect(scan.names == ["c", "dimension", "f", "row", "sheetData", "t", "v", "worksheet"])
    #expect(["row", "c", "v", "f", "worksheet"].map(scan.count) == [2, 2, 2, 1, 1])
    #expect(scan.count(of: "r") == 0)
    #expect(scan.elementCount == 11)
  }

  @Test func manyNamesAreEachCounted() throws {
    let names = (0..<1000).map { "n\($0)" }
    let text = "<r>" + (names + names).map { "<\($0)/>" }.joined() + "</r>"
    let scan = try XMLScan(Array(text.utf8), part: "p")
    for name in names { #expect(scan.count(of: name) == 2) }
    #expect(scan.elementCount == 2001)
  }

  @Test func partsCutAtAnyByteAreRefused() {
    let bytes = Array(Self.sheet.utf8)
    #expect(problem(bytes) == nil)
    for count in bytes.indices {
      #expect(problem(Array(bytes.prefix(count))) != nil, "cut at \(count)")
    }
  }

  @Test(arguments: [
    "<a/>", "<a></a>", "<a />", "<a b=''/>", "<a b = \"1\"\n c='2'></a >", "<a>&#x10FFFF;</a>",
    "<a:b.c-d_1/>", "\n<a/>\n", "<a>\u{7F}\u{85}\u{FFFD}\u{10FFFF}</a>", "<a b='>'>></a>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "<a>&#9;&#xa;</a>", "<a b='&#0065;]]>'/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<a/>",
  ])
  func wellFormedPartsAreAccepted(text: String) {
    #expect(problem(text) == nil)
  }

  @Test(
    arguments: [
      ("", .cutOff), (" ", .cutOff), ("a", .contentOutsideRoot), ("<a/>b", .contentOutsideRoot),
      ("<a/><b/>", .contentOutsideRoot), ("<a></a></a>", .contentOutsideRoot),
      ("\u{FEFF}<a/>", .contentOutsideRoot), ("&amp;<a/>", .contentOutsideRoot),
      ("<a>", .cutOff), ("<a", .cutOff), ("<a>&am", .cutOff), ("<a b='", .cutOff),
      ("<a></b>", .tagMismatched), ("<a></A>", .tagMismatched), ("<ab></a>", .tagMismatched),
      ("<a><b></a></b>", .tagMismatched), ("</a>", .tagMismatched), ("<a></ab>", .tagMismatched),
      ("<a b></a>", .tagMalformed), ("<a b=1></a>", .tagMalformed),
      ("<a b='1\"></a>", .tagMalformed),
      ("<a b='1'c='2'/>", .tagMalformed), ("<a b='<'/>", .tagMalformed), ("<a/ >", .tagMalformed),
      ("<a></a b='1'>", .tagMalformed), ("<a b='1' b='2'/>", .attributeRepeated),
      ("< a/>", .nameInvalid), ("<1/>", .nameInvalid), ("<>", .nameInvalid),
      ("<a>1 < 2</a>", .nameInvalid),
      ("<å/>", .nameInvalid), ("<a></>", .nameInvalid), ("<a =''/>", .nameInvalid),
      ("<a><</a>", .nameInvalid), ("<a>AT&T</a>", .referenceInvalid),
      ("<a>& </a>", .referenceInvalid),
      ("<a>&;</a>", .referenceInvalid), ("<a>&nbsp;</a>", .referenceInvalid),
      ("<a>&#;</a>", .referenceInvalid), ("<a>&#x;</a>", .referenceInvalid),
      ("<a>&#+65;</a>", .referenceInvalid), ("<a>&#4A;</a>", .referenceInvalid),
      ("<a>&quot2;</a>", .referenceInvalid), ("<a>&#1#;</a>", .referenceInvalid),
      ("<a>&#xG;</a>", .referenceInvalid),
      ("<a>&#X41;</a>", .referenceInvalid), ("<a b='&'/>", .referenceInvalid),
      ("<a>&#99999999999;</a>", .referenceInvalid), ("<a>&LT;</a>", .referenceInvalid),
      ("<a>&#0;</a>", .characterIllegal), ("<a>&#xD800;</a>", .characterIllegal),
      ("<a>&#xFFFE;</a>", .characterIllegal), ("<a>&#x110000;</a>", .characterIllegal),
      ("<a>\u{0}</a>", .characterIllegal), ("<a>\u{1B}</a>", .characterIllegal),
      ("<a>\u{FFFE}</a>", .characterIllegal), ("<a b='\u{FFFF}'/>", .characterIllegal),
      ("<a>]]></a>", .sectionEndInText), ("<a>]]]></a>", .sectionEndInText),
      ("<a><!-- b --></a>", .markupUnsupported), ("<a><![CDATA[b]]></a>", .markupUnsupported),
      ("<!DOCTYPE a><a/>", .markupUnsupported), ("<a><?b?></a>", .markupUnsupported),
      ("<?xml version=\"1.1\" encoding=\"UTF-8\"?><a/>", .declarationInvalid),
      ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", .declarationInvalid),
      ("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><a/>", .declarationInvalid),
      (
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" standalone=\"no\"?><a/>",
        .declarationInvalid,
      ),
      (" <?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", .markupUnsupported),
    ] as [(String, XMLError.Problem)]
  )
  func badPartsAreRefusedForTheirReason(text: String, expected: XMLError.Problem) {
    #expect(problem(text) == expected)
  }

  @Test func everySequenceOfBytesIsTakenAsTheStandardLibraryTakesIt() {
    // All of up to two bytes, and all of three and four whose first bytes begin a longer character.
    let interesting: [UInt8] = [
      0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
      0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var sequences: [[UInt8]] = [[]]
    for _ in 0..<4 {
      for sequence in sequences {
        let text = String(validating: sequence, as: UTF8.self)
        let isLegal = text.map { !$0.unicodeScalars.contains { $0.value & ~1 == 0xFFFE } } ?? false
        let bytes = Array("<a>".utf8) + sequence + Array("</a>".utf8)
        if (problem(bytes) == nil) != isLegal { Issue.record("\(sequence)") }
      }
      sequences = sequences.flatMap { sequence in interesting.map { sequence + [$0] } }
    }
  }

  @Test func everyByteStandsOnlyWhereItMay() {
    for byte in UInt8.min...UInt8.max {
      let isPlain = byte >= 0x20 && byte < 0x80 || [0x09, 0x0A, 0x0D].contains(byte)
      let isText = isPlain && ![0x26, 0x3C].contains(byte)
      #expect((problem(Array("<a>".utf8) + [byte] + Array("</a>".utf8)) == nil) == isText)
      let isValue = isText && byte != UInt8(ascii: "'")
      #expect((problem(Array("<a b='".utf8) + [byte] + Array("'/>".utf8)) == nil) == isValue)
    }
  }

  @Test func whatMayNotStandSomewhereIsFoundAtEveryDistance() {
    let bad: [([UInt8], XMLError.Problem, XMLError.Problem?)] = [
      ([0x01], .characterIllegal, .characterIllegal), ([0xFF], .notUTF8, .notUTF8),
      (Array("]]>".utf8), .sectionEndInText, nil),
      (Array("&;".utf8), .referenceInvalid, .referenceInvalid),
      (Array("<<".utf8), .nameInvalid, .tagMalformed),
    ]
    for distance in 0...20 {
      let before = [UInt8](repeating: UInt8(ascii: "x"), count: distance)
      for behind in [0, 1, 7, 8, 20] {
        let after = [UInt8](repeating: UInt8(ascii: "y"), count: behind)
        for (bytes, inText, inValue) in bad {
          let middle = before + bytes + after
          #expect(problem(Array("<a>".utf8) + middle + Array("</a>".utf8)) == inText)
          #expect(problem(Array("<a b=\"".utf8) + middle + Array("\"/>".utf8)) == inValue)
        }
      }
    }
  }

  @Test func deepNestingAndManyAttributesAreRefusedAndNotFatal() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    func attributes(_ count: Int) -> String {
      "<a" + (0..<count).map { " a\($0)=''" }.joined() + "/>"
    }
    #expect(problem(nested(256)) == nil)
    #expect(problem(nested(257)) == .nestedTooDeep)
    #expect(problem(nested(1_000_000)) == .nestedTooDeep)
    #expect(problem(attributes(100)) == nil)
    #expect(problem(attributes(101)) == .attributesTooMany)
  }

  @Test func arbitraryAndDamagedPartsNeverTrap() {
    var generator = SeededGenerator(seed: 21)
    let alphabet = Array("<>/=\"'& ;#x!?]a1å\n".utf8) + [0, 0xC3, 0xFF]
    let sheet = Array(Self.sheet.utf8)
    for _ in 0..<30_000 {
      let count = Int.random(in: 0...24, using: &generator)
      _ = problem((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
      var damaged = sheet
      let offset = Int.random(in: 0..<sheet.count, using: &generator)
      damaged[offset] = alphabet.randomElement(using: &generator) ?? 0
      _ = problem(damaged)
    }
  }
}

extension [UInt8] {
  /// The bytes in pieces of a size, the last one perhaps smaller.
  fileprivate func divided(by size: Int) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
  }
}
