import KollExportXLSX
import KollReport
import KollTestSupport
import Testing

struct ReproducibilityTests {
  @Test func theSameDocumentGivesTheSameBytes() throws {
    let first = try WrittenWorkbook(AleTable.document)
    let second = try WrittenWorkbook(AleTable.document)
    #expect(first.bytes == second.bytes)
    #expect(first.receipt == second.receipt)
  }

  @Test func anotherDayOrVersionGivesOtherBytes() throws {
    let date = try #require(CalendarDate(year: 2021, month: 1, day: 1))
    let first = try WrittenWorkbook(AleTable.document)
    let later = WorkbookProperties(created: date, application: "Koll 0")
    #expect(try WrittenWorkbook(AleTable.document, later).bytes != first.bytes)
    var newer = WorkbookProperties.ofTests
    newer.application = "Koll 1"
    #expect(try WrittenWorkbook(AleTable.document, newer).bytes != first.bytes)
  }

  @Test func workbooksWrittenAtTheSameTimeDoNotDisturbEachOther() async throws {
    let documents = (0..<24).map { number in
      document(
        [column("Budget")],
        (0...(number * 7)).map { item("Rad \(number) \($0)", [tkr(Int64($0 * number))]) },
      )
    }
    let alone = try documents.map { try WrittenWorkbook($0).bytes }
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (number, document) in documents.enumerated() {
        group.addTask { (number, try WrittenWorkbook(document).bytes) }
      }
      for try await (number, bytes) in group { #expect(bytes == alone[number]) }
    }
  }
}
