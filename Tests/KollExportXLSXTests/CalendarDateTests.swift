import KollExportXLSX
import KollReport
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    (1900, 2, 28), (2000, 2, 29), (2024, 2, 29), (1970, 1, 1), (2021, 12, 31), (9999, 12, 31),
  ])
  func daysThatExistStandInTheFile(year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    let properties = WorkbookProperties(created: date, application: "Koll 0")
    let core = try WrittenWorkbook(Document(title: "R", sections: []), properties)
      .part("docProps/core.xml")
    let text = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    #expect(core.contains(">\(year)-\(text)T12:00:00Z<"))
  }

  @Test(arguments: [
    (1900, 2, 29), (2021, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0),
    (1899, 12, 31), (10_000, 1, 1), (2021, Int.max, 1), (Int.min, 1, 1),
  ])
  func daysThatDoNotExistAreNone(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }
}
