import KollImport
import KollModel
import Testing

struct RecordLocationTests {
  private func location(
    _ text: String,
    record: Int,
    field: Int?,
  ) -> Diagnostic.Location {
    RecordFile.read(Array(text.utf8), file: "a.csv", delimiter: UInt8(ascii: ";"), encoding: .utf8)
      .records.location(record, field: field, file: "a.csv")
  }

  private func marked(_ place: Diagnostic.Location) -> String? {
    place.excerpt.map { excerpt in
      let scalars = Array(excerpt.text.unicodeScalars)[excerpt.marked]
      return String(String.UnicodeScalarView(scalars))
    }
  }

  @Test func aFieldIsFoundByLineAndColumnInScalars() {
    let place = location("Nämnd;Ö🏛;x\r\nKöp;å;1 234,5O\r\n", record: 1, field: 2)
    #expect(place.file == "a.csv")
    #expect(place.line == 2)
    #expect(place.column == 7)
    #expect(place.excerpt == .init(text: "Köp;å;1 234,5O", marked: 6..<14))
  }

  @Test func theByteOrderMarkIsNoColumn() {
    let place = location("\u{FEFF}a;b", record: 0, field: 0)
    #expect(place.column == 1)
    #expect(place.excerpt == .init(text: "a;b", marked: 0..<1))
  }

  @Test func aFieldBehindALineBreakIsOnItsOwnLine() {
    let text = "a;\"b\r\nc\";d;\"e\nf\";g\n"
    #expect(location(text, record: 0, field: 1).line == 1)
    #expect(marked(location(text, record: 0, field: 1)) == "\"b")
    let place = location(text, record: 0, field: 2)
    #expect((place.line, place.column) == (2, 4))
    #expect(place.excerpt?.text == "c\";d;\"e")
    #expect(location(text, record: 0, field: 4).line == 3)
  }

  @Test func anEmptyFieldHasAPlaceToo() {
    let place = location("a;;b\nc;", record: 1, field: 1)
    #expect((place.line, place.column) == (2, 3))
    #expect(place.excerpt == .init(text: "c;", marked: 2..<2))
  }

  @Test func aWholeRecordHasALineAndNoColumn() {
    let place = location("a;b\nc;\"d\ne\"\n", record: 1, field: nil)
    #expect((place.line, place.column) == (2, nil))
    #expect(place.excerpt == .init(text: "c;\"d", marked: 0..<4))
  }

  @Test func aLongLineIsCutAroundTheField() throws {
    let line = (0..<100).map { "fält\($0)" }.joined(separator: ";")
    let first = try #require(location(line, record: 0, field: 0).excerpt)
    #expect(first.text == String(line.prefix(200)) + "…")
    #expect(first.marked == 0..<5)
    let middle = try #require(location(line, record: 0, field: 50).excerpt)
    #expect(middle.text.hasPrefix("…") && middle.text.hasSuffix("…"))
    #expect(middle.text.unicodeScalars.count == 202)
    #expect(marked(location(line, record: 0, field: 50)) == "fält50")
    let last = location(line, record: 0, field: 99)
    #expect(last.excerpt?.text.hasPrefix("…") == true)
    #expect(last.excerpt?.text.hasSuffix("fält99") == true)
    #expect(marked(last) == "fält99")
    #expect(last.column == line.count - 5)
  }

  @Test func aLongFieldIsMarkedAsFarAsItIsShown() throws {
    let line = "a;" + String(repeating: "é", count: 1_000) + ";b"
    let excerpt = try #require(location(line, record: 0, field: 1).excerpt)
    #expect(excerpt.text == String(line.prefix(200)) + "…")
    #expect(excerpt.marked == 2..<200)
  }

  @Test func theMisplacedQuoteIsPointedAt() {
    let found = read("a;b\nåä\"c;d\n").diagnostics
    #expect(found.map(\.location?.line) == [2])
    #expect(found.map(\.location?.column) == [3])
    #expect(found.map(\.value) == ["åä\"c"])
    #expect(found.first?.location?.excerpt == .init(text: "åä\"c;d", marked: 2..<3))
  }

  @Test func theTextBehindTheQuoteIsPointedAt() {
    let found = read("\"a\nb\"öc;d").diagnostics
    #expect(found.first?.location?.line == 2)
    #expect(found.first?.location?.excerpt == .init(text: "b\"öc;d", marked: 2..<3))
    #expect(found.map(\.value) == ["\"a\nb\"öc"])
  }

  @Test func theLineWhereTheQuoteOpensIsNamed() {
    let found = read("a\nb;\"c\nd\ne;f").diagnostics
    #expect(found.map(\.code) == [.quoteUnclosed])
    #expect(found.first?.location?.line == 2)
    #expect(found.first?.location?.column == 3)
    #expect(found.first?.location?.excerpt == .init(text: "b;\"c", marked: 2..<4))
    #expect(found.first?.message.english == "the quote that opens on line 2 is never closed")
  }

  @Test func undecodableBytesArePointedAtAndShownInHex() {
    let bytes = Array("Nämnd;".utf8) + [0xE5, 0xE4] + Array("x;".utf8) + [0xFF] + Array("\n".utf8)
    let found = read(bytes).diagnostics
    #expect(found.map(\.code) == [.undecodableBytes, .undecodableBytes])
    #expect(found.map(\.severity) == [.error, .error])
    #expect(found.map(\.value) == ["E5 E4", "FF"])
    #expect(found.map(\.location?.column) == [7, 11])
    #expect(found.first?.location?.excerpt?.text == "Nämnd;\u{FFFD}\u{FFFD}x;\u{FFFD}")
    #expect(found.first?.location?.excerpt?.marked == 6..<8)
  }
}
