import KollImport
import KollModel
import Testing

/// What the first MiB of a file shows is held to its end.
struct HeldDetectionTests {
  private let line = "Nämnd för allt möjligt;1 234;5 678\n"

  private func read(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> ReadRecords {
    RecordFile.read(bytes, file: "a.csv", delimiter: nil, encoding: encoding)
  }

  /// More than a MiB of lines, how many they are, and then a last one.
  private func file(_ line: String, then last: [UInt8]) -> (bytes: [UInt8], lines: Int) {
    let count = (1 << 20) / line.utf8.count + 10
    return (Array(String(repeating: line, count: count).utf8) + last, count)
  }

  @Test func bytesThatContradictTheEncodingNameBothPlacesAndTheSetting() throws {
    let (bytes, lines) = file(line, then: [0x4B, 0xF6, 0x6B] + Array(";1;2\n".utf8))
    let found = try #require(read(bytes).diagnostics.first)
    #expect(found.code == .undecodableBytes)
    #expect(found.location?.line == lines + 1)
    #expect(found.location?.column == 2)
    #expect(found.message.english == "F6 means nothing in utf-8, which line 1 is written in")
    #expect(found.message.swedish == "F6 betyder inget i utf-8, som rad 1 är skriven i")
    #expect(found.help?.english.contains("--encoding") == true)
  }

  @Test func aBeginningOfNothingButASCIIIsNamedAsSuch() throws {
    let (bytes, _) = file("a;1;2\r\n", then: [0x4B, 0xF6, 0x6B] + Array(";1;2\n".utf8))
    let found = try #require(read(bytes).diagnostics.first)
    #expect(
      found.message.english
        == "F6 means nothing in utf-8, which lines 1–149797 were taken for, where all is ASCII"
    )
    #expect(read(bytes, encoding: .windows1252).diagnostics.isEmpty)
  }

  @Test func aGivenEncodingIsNotSaidToBeFoundOut() throws {
    let found = try #require(read([0x4B, 0xF6, 0x6B], encoding: .utf8).diagnostics.first)
    #expect(found.message.english == "F6 means nothing in utf-8")
  }

  @Test func aDelimiterThatChangesIsToldOfOnceWithBothPlaces() throws {
    let other = line.replacing(";", with: "\t")
    let (bytes, lines) = file(line, then: Array(String(repeating: other, count: 5).utf8))
    let found = read(bytes).diagnostics
    #expect(found.map(\.code) == [.fieldCount])
    #expect(found.first?.location?.line == lines + 1)
    #expect(
      found.first?.message.english
        == "from here on lines are divided by tab, but line 1 by ;"
    )
    #expect(found.first?.help?.english.contains("--delimiter") == true)
  }

  @Test func wordsWithAnotherDelimiterInThemAreNoChange() {
    let (bytes, _) = file(line, then: Array("Källa, ekonomi, budget\nA, b, c\n".utf8))
    #expect(read(bytes).diagnostics.isEmpty)
  }

  @Test func garbledTextSaysNothingOfTheDelimiter() {
    let row = "NÃ¤mnd;Ã¥r 1,5;Ã¥r 2;Ã¥r 3,5;Ã¥r 4\n"
    let found = read(Array(String(repeating: row, count: 600).utf8))
    #expect(found.dialect.delimiter == UInt8(ascii: ";"))
    #expect(found.records.fieldCount(0) == 5)
  }

  @Test func aFileWithMoreDamageThanIsToldOfIsNotReadOnForTables() {
    let rows = Array(repeating: [0x41, 0xFF] + Array(";1\n".utf8), count: 2_000).flatMap(\.self)
    let result = TableReader.read(
      Array("Nämnd;Budget 2021\n".utf8) + rows,
      file: "a.csv",
      options: ReadingOptions(encoding: .utf8),
    )
    #expect(result.diagnostics.count == Limits().diagnostics + 1)
    #expect(result.diagnostics.last?.count == 1_000)
    #expect(result.diagnostics.allSatisfy { $0.code == .undecodableBytes })
  }
}
