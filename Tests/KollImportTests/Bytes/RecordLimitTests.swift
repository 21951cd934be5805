import KollImport
import KollModel
import Testing

struct RecordLimitTests {
  private func limits(field: Int = 100, fields: Int = 100, record: Int = 1_000) -> Limits {
    var limits = Limits()
    limits.field = field
    limits.fields = fields
    limits.record = record
    return limits
  }

  private func read(_ text: String, _ limits: Limits) -> Reading {
    KollImportTests.read(Array(text.utf8), limits: limits)
  }

  @Test func aFieldOfExactlyTheLimitIsRead() {
    #expect(read("abc;d", limits(field: 3)).records == [["abc", "d"]])
    #expect(read("abc", limits(field: 3)).diagnostics == [])
    #expect(read("\"a\";b", limits(field: 3)).diagnostics == [])
  }

  @Test func aFieldAboveTheLimitIsAnErrorAndTheNextRecordIsRead() {
    let found = read("ab;abcd;x\nc", limits(field: 3))
    #expect(found.codes == [.fieldTooLong])
    #expect(found.records == [["c"]])
    #expect(found.diagnostics.first?.location?.column == 4)
    #expect(found.diagnostics.first?.message.english == "the field is longer than 3 bytes")
    #expect(found.diagnostics.first?.help == nil)
  }

  @Test func aLongFieldInQuotesNamesTheLineOfItsQuote() {
    let found = read("a\n\"b\nccccc\"\nd", limits(field: 3))
    #expect(found.codes == [.fieldTooLong])
    #expect(found.records == [["a"], ["d"]])
    #expect(found.diagnostics.first?.help?.english.contains("line 2") == true)
  }

  @Test func aLongFieldWhoseQuoteNeverClosesIsAnUnclosedQuote() {
    let found = read("a\n\"b\nccccc\nd", limits(field: 3))
    #expect(found.codes == [.quoteUnclosed])
    #expect(found.diagnostics.first?.location?.line == 2)
    #expect(found.diagnostics.first?.location?.column == 1)
  }

  @Test func moreFieldsThanTheLimitAreAnErrorAtTheFirstTooMany() {
    #expect(read("a;b;c\n", limits(fields: 3)).diagnostics == [])
    let found = read("a;b;c;d;e\nf;g", limits(fields: 3))
    #expect(found.codes == [.tooManyFields])
    #expect(found.records == [["f", "g"]])
    #expect(found.diagnostics.first?.location?.column == 7)
  }

  @Test func aRecordAboveTheLimitIsAnErrorAndTheNextOneIsRead() {
    #expect(read("aa;bb;cc\n", limits(record: 8)).diagnostics == [])
    let found = read("aa;bb;ccc\nd", limits(record: 8))
    #expect(found.codes == [.recordTooLong])
    #expect(found.records == [["d"]])
  }

  @Test func quotesInARecordThatIsGivenUpAreStillFollowed() {
    let found = read("a;b;c;\"d\n\"\"\ne\";f\ng", limits(fields: 3))
    #expect(found.codes == [.tooManyFields])
    #expect(found.records == [["g"]])
    #expect(found.lines == [4])
  }

  @Test func aQuoteThatNeverClosesBehindTooManyFieldsIsToldOfToo() {
    let found = read("a;b;c;d;e\nf;g;h;i;x;\"j", limits(fields: 4))
    #expect(found.codes == [.tooManyFields, .tooManyFields, .quoteUnclosed])
    #expect(found.diagnostics.last?.location?.line == 2)
  }

  @Test func diagnosticsAboveTheLimitAreCounted() {
    var limits = Limits()
    limits.diagnostics = 3
    let found = read(String(repeating: "a\"\n", count: 10), limits)
    #expect(found.diagnostics.count == 3)
    #expect(found.omitted == 7)
    #expect(found.records.count == 10)
  }

  @Test func undecodableBytesOfOneRecordAreToldOfTwentyTimes() {
    let bytes = [UInt8](repeating: 0xFF, count: 1).flatMap { [$0, UInt8(ascii: ";")] }
    let found = KollImportTests.read(Array(repeatElement(bytes, count: 50).joined()))
    #expect(found.diagnostics.count == 20)
    #expect(found.omitted == 30)
  }

  @Test func aFileAboveTheLimitIsRefused() {
    var limits = Limits()
    limits.file = 3
    let found = RecordFile.read(
      [97, 98, 99, 100],
      file: "a",
      delimiter: nil,
      encoding: nil,
      limits: limits,
    )
    #expect(found.diagnostics.map(\.code) == [.fileTooLarge])
    #expect(found.records.count == 0)
  }

  @Test func anUnclosedQuoteOf4MiBIsReadInPiecesWithoutKeepingIt() {
    var reader = RecordReader(dialect: Dialect(), file: "a.csv")
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    #expect(reader.read(Array("a;b\n;\"".utf8)).count == 1)
    var largest = 0
    for _ in 0..<64 { largest = max(largest, reader.read(piece).heldBytes) }
    #expect(reader.finish().count == 0)
    #expect(reader.diagnostics.map(\.code) == [.quoteUnclosed])
    #expect(reader.diagnostics.first?.location?.line == 2)
    #expect(largest <= 1 << 21)
  }

  @Test func aQuarterOfAMillionQuotesIsOneField() {
    let found = read(String(repeating: "\"", count: 1 << 18), Limits())
    #expect(found.records == [[String(repeating: "\"", count: (1 << 17) - 1)]])
    #expect(found.diagnostics == [])
  }

  @Test func twentyThousandColumnsAreTooMany() {
    let found = read(String(repeating: ";", count: 20_000), Limits())
    #expect(found.codes == [.tooManyFields])
    #expect(found.diagnostics.first?.location?.column == 16_385)
  }
}
