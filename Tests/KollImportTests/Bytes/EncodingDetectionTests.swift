import KollImport
import KollModel
import Testing

struct EncodingDetectionTests {
  /// Tables as they are: with letters in the header, in the labels, only in capitals, or only once.
  private static let tables = [
    "Nämnd;Budget 2021;Utfall\nKommunstyrelsen;1 234,5;−698\nRäddningstjänst;31 117;31 087\n"
      .replacing("−", with: "-"),
    "Verksamhet;Belopp\nFörskola;1\nÄldreomsorg;2\nÅtervinning;3\n",
    "KOMMUNFULLMÄKTIGE;1\nSTÖD OCH ÖVRIGT;2\n",
    "Area;Budget\nMiljö;1\n",
    "Kafé;1\nÖ;2\nå;3\n",
  ]
  private static let singleByte: [TextEncoding] = [.windows1252, .cp437, .macRoman]

  @Test(arguments: singleByte, tables)
  func swedishTextInOneByteACharacterIsDetectedForCertain(encoding: TextEncoding, table: String) {
    let found = TextEncoding.detect(encode(table, as: encoding))
    #expect(found.encoding == encoding)
    #expect(found.isCertain)
    #expect(!found.hasByteOrderMark)
  }

  @Test(arguments: tables)
  func codePage850IsReadAsTheSameTextAs437(table: String) {
    let bytes = encode(table, as: .cp850)
    let found = RecordFile.read(bytes, file: "a", delimiter: nil, encoding: nil)
    let expected = RecordFile.read(Array(table.utf8), file: "a", delimiter: nil, encoding: nil)
    #expect(all(found.records) == all(expected.records))
    #expect(found.detected.allSatisfy { $0.isCertain })
  }

  @Test func codePage850IsToldFrom437ByItsOwnLetters() {
    let table = "Område;Belopp\nSjö;1\nTromsø;2\nFærøyene;3\nÍsland;4\n"
    #expect(TextEncoding.detect(encode(table, as: .cp850)).encoding == .cp850)
  }

  @Test func latin1IsReadAsWindows1252() {
    let found = TextEncoding.detect(encode(Self.tables[0], as: .iso88591))
    #expect(found.encoding == .windows1252)
    #expect(found.isCertain)
  }

  @Test(
    arguments: [
      ("Belopp;1\u{A0}234;5\u{A0}678\n", TextEncoding.windows1252),
      ("Belopp;1\u{A0}234;5\u{A0}678\n", .macRoman),
      ("Belopp;–5;12\nAvvikelse;– 423\u{A0}231;–\n", .windows1252),
      ("Belopp;–5;12\nAvvikelse;– 423\u{A0}231;–\n", .macRoman),
      ("Belopp;1\u{A0}234;5\u{A0}678\n", .cp437),
    ]
  )
  func hardSpacesAndDashesTellWhatLettersDoNot(table: String, encoding: TextEncoding) {
    #expect(TextEncoding.detect(encode(table, as: encoding)).encoding == encoding)
  }

  @Test func whatNothingSpeaksForIsNotCertain() {
    let found = TextEncoding.detect([0x61, 0xB3, 0xC5, 0xB3, 0x61])
    #expect(!found.isCertain)
  }

  @Test(arguments: tables)
  func utf8AndUtf16AreDetectedWithAndWithoutMark(table: String) {
    for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian] {
      for mark in ["", "\u{FEFF}"] {
        let found = TextEncoding.detect(encode(mark + table, as: encoding))
        #expect(found.encoding == encoding)
        #expect(found.isCertain)
        #expect(found.hasByteOrderMark == !mark.isEmpty)
      }
    }
  }

  @Test func asciiIsUtf8() {
    #expect(TextEncoding.detect(Array("a;b\n1;2\n".utf8)).encoding == .utf8)
    #expect(TextEncoding.detect([]).encoding == .utf8)
  }

  @Test func aFewDamagedBytesDoNotMakeUtf8SomethingElse() {
    let bytes = Array("Nämnd;Förskola;Äldreomsorg;".utf8) + [0xE5] + Array(";å\n".utf8)
    let read = RecordFile.read(bytes, file: "a", delimiter: nil, encoding: nil)
    #expect(read.dialect.encoding == .utf8)
    #expect(read.diagnostics.map(\.code) == [.undecodableBytes])
    #expect(read.diagnostics.first?.value == "E5")
  }

  @Test func aCharacterCutByTheEndOfTheSampleIsNotDamage() {
    let bytes = [UInt8](repeating: 0x61, count: (1 << 20) - 1) + Array("å".utf8)
    let found = TextEncoding.detect(bytes)
    #expect(found.encoding == .utf8)
    #expect(found.isCertain)
  }

  @Test func aByteBeyondTheSampleThatContradictsItIsAnErrorThatNamesTheSetting() {
    let line = Array("abcdefg\n".utf8)
    let bytes = Array(repeatElement(line, count: 1 << 17).joined()) + [0xE5, 0x0A]
    let read = RecordFile.read(bytes, file: "a", delimiter: nil, encoding: nil)
    #expect(read.diagnostics.map(\.code) == [.undecodableBytes])
    #expect(read.diagnostics.first?.location?.line == (1 << 17) + 1)
    #expect(read.diagnostics.first?.help?.english.contains("--encoding") == true)
  }

  @Test func anotherEncodingThanTheMarkNamesIsAnError() {
    let bytes = Array("\u{FEFF}å;b".utf8)
    let read = RecordFile.read(bytes, file: "a", delimiter: nil, encoding: .windows1252)
    #expect(read.diagnostics.map(\.code) == [.undecodableBytes, .textGarbled])
    #expect(read.diagnostics.first?.value == "EF BB BF")
    #expect(read.diagnostics.first?.location?.line == 1)
  }

  @Test(
    arguments: [
      ("UTF-8", TextEncoding.utf8), ("utf_8", .utf8), ("Latin1", .iso88591),
      ("latin-1", .iso88591),
      ("ISO-8859-1", .iso88591), ("cp1252", .windows1252), ("ANSI", .windows1252),
      ("Windows 1252", .windows1252), ("PC8", .cp437), ("IBM850", .cp850), ("cp437", .cp437),
      ("macintosh", .macRoman), ("Mac Roman", .macRoman), ("UTF-16LE", .utf16LittleEndian),
      ("utf-16be", .utf16BigEndian),
    ]
  )
  func anEncodingIsKnownByItsUsualNames(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test func everyEncodingIsKnownByItsOwnName() {
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(name: encoding.rawValue) == encoding)
    }
    #expect(TextEncoding(name: "ebcdic") == nil)
    #expect(TextEncoding(name: "") == nil)
  }

  /// Every combination of encoding, mark, line end and delimiter.
  @Test(
    arguments: [
      TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252, .macRoman, .cp437,
    ],
    ["\r\n", "\n"],
  )
  func everyCombinationIsReadToTheSameRecords(encoding: TextEncoding, lineEnd: String) {
    for mark in encoding.rawValue.hasPrefix("utf") ? ["", "\u{FEFF}"] : [""] {
      for delimiter in [";", "\t", "|"] {
        let lines = [
          "Nämnd;Budget 2021;Avvikelse", "Räddningstjänst;31 117,5;-30", "Övrigt;1,5;",
          "Summa, å;2;3",
        ]
        let table = lines.map { $0.replacing(";", with: delimiter) + lineEnd }.joined()
        let read = RecordFile.read(
          encode(mark + table, as: encoding),
          file: "a",
          delimiter: nil,
          encoding: nil,
        )
        let expected = lines.map {
          $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(all(read.records) == expected)
        #expect(read.dialect.encoding == encoding)
        #expect(read.hasByteOrderMark == !mark.isEmpty)
        #expect(read.diagnostics == [])
        #expect(read.detected.map(\.setting) == ["encoding", "delimiter"])
        #expect(read.detected.allSatisfy { $0.isCertain })
      }
    }
  }
}

func all(_ batch: RecordBatch) -> [[String]] {
  (0..<batch.count).map { record in
    (0..<batch.fieldCount(record)).map { batch.text(record, $0) }
  }
}
