import KollImport
import KollModel
import Testing

/// Whole files with nothing said of them beforehand: what a strict reader would find in each.
struct FileConformanceTests {
  private func read(_ file: FileCase) -> ReadRecords {
    RecordFile.read(file.bytes, file: "a.csv", delimiter: nil, encoding: nil)
  }

  @Test func thereAreManyFiles() {
    #expect(FileCase.wellFormed.count + FileCase.malformed.count > 150)
  }

  @Test(arguments: FileCase.wellFormed)
  func aWellFormedFileIsReadByItselfWithoutAWord(_ file: FileCase) {
    let found = read(file)
    #expect(all(found.records) == file.records)
    #expect(found.dialect == Dialect(delimiter: file.delimiter, encoding: file.encoding))
    #expect(found.diagnostics == [])
  }

  @Test(arguments: FileCase.malformed)
  func aMalformedFileIsNeverReadInSilence(_ file: FileCase) {
    let found = read(file)
    #expect(all(found.records) == file.records)
    #expect(found.dialect == Dialect(delimiter: file.delimiter, encoding: file.encoding))
    #expect(found.diagnostics.map(\.code) == file.codes)
  }

  @Test func aFieldOfOneMiBIsReadAndALongerOneRefused() {
    let longest = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let head = Array("a;b\n1;".utf8)
    let most = RecordFile.read(head + longest, file: "a.csv", delimiter: nil, encoding: nil)
    #expect(most.records.text(1, 1).utf8.count == 1 << 20)
    #expect(most.diagnostics == [])
    let over = RecordFile.read(
      head + longest + [UInt8(ascii: "x")],
      file: "a.csv",
      delimiter: nil,
      encoding: nil,
    )
    #expect(over.diagnostics.map(\.code) == [.fieldTooLong])
  }
}
