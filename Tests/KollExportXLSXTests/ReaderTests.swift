import KollExportXLSX
import KollReport
import KollTestSupport
import Testing

/// What readers that others wrote find in our workbooks: the cells that were written, and no others.
@Suite(
  .enabled(
    if: (try? Executable(ofCheckers: "python3")) != nil || Environment.requiresCheckers,
    "openpyxl and python-calamine are not installed; KOLL_CHECKERS=required demands them",
  )
)
struct ReaderTests {
  private static func documents() throws -> [Document] {
    [
      AleTable.document, .savings, .groups, .edges, try ChartTests.forecasts(),
      FormTests.document, try AreaSheetTests.document(depth: 1, sections: [.table, .areas]),
      StreamedRowsTests.document(),
    ]
  }

  @Test func everyReaderFindsWhatWasWritten() async throws {
    for document in try Self.documents() {
      let workbook = try WrittenWorkbook(document)
      let folder = try TemporaryFolder()
      try folder.tree.write(workbook.bytes, to: "book.xlsx")
      let script = PackageFolder.path + "/Tests/KollExportXLSXTests/Checkers/readers.py"
      let result = try await Executable(ofCheckers: "python3").run(
        [script, "book.xlsx"],
        in: folder.path,
      )
      #expect(
        result.status == 0,
        "\(document.title): \(String(decoding: result.errors, as: UTF8.self))",
      )
      let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      for reader in ["openpyxl", "calamine"] {
        let found = lines.filter { $0.first == reader }
        var written = 0
        for (number, sheet) in workbook.receipt.sheets.enumerated() {
          let cells = try workbook.cells(number + 1).filter { $0.value.isFilled }
          written += cells.count
          for line in found where line[1] == sheet.name {
            let cell = try #require(cells[line[2]], "\(reader) \(sheet.name) \(line[2])")
            #expect(cell.isRead(as: line[3], line[4]), "\(reader) \(sheet.name)!\(line[2])")
          }
        }
        #expect(found.count == written, "\(document.title), \(reader)")
      }
    }
  }
}

extension WrittenCell {
  fileprivate var isFilled: Bool {
    switch value {
    case .blank, .text(""): false
    case .number, .text: true
    }
  }

  fileprivate func isRead(as kind: String, _ text: String) -> Bool {
    switch value {
    case .blank: false
    case .number(let written): kind == "number" && Double(written) == Double(text)
    case .text(let written):
      kind == "text"
        && written.split(whereSeparator: \.isNewline).joined(separator: " ")
          == SheetReading.withoutEscapes(text)
    }
  }
}
