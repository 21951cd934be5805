import KollReport
import KollTestSupport
import Testing

/// Every figure that a report prints, read back from the page and compared with the exact one.
@Suite struct TieOutTests {
  private static let reports = Result {
    try SampleReports(of: "exempelkommun", areas: ["exempel", "Socialnämnden"])
  }

  /// A page of a report with the tables that it must show.
  private struct Page {
    let text: String
    let kind: String
    let tables: [ExpectedTable]

    init(_ kind: String, of report: Int, in reports: SampleReports) throws {
      text = try #require(reports.files[report][kind])
      self.kind = kind
      var tables: [ExpectedTable] = []
      for section in reports.documents[report].sections where !section.isAppendix {
        let exact = reports.tables[report].first {
          ($0.title ?? "Ekonomisk sammanställning") == section.title
        }
        for block in section.blocks {
          if let table = block.table {
            tables.append(ExpectedTable(table, exact: exact))
          } else if kind == "html", case .chart(let chart) = block {
            tables.append(ExpectedTable(chart))
          }
        }
      }
      self.tables = tables
    }

    func read(_ text: String) -> Reading {
      switch kind {
      case "md": Reading(grids: gridsOfMarkdown(text), of: tables)
      case "html": Reading(grids: gridsOfHTML(text), of: tables)
      default: Reading(text: text, of: tables)
      }
    }
  }

  @Test(arguments: ["txt", "md", "html"], [0, 1])
  func everyCellOfEveryTableIsTheExactFigureRounded(kind: String, report: Int) throws {
    let page = try Page(kind, of: report, in: try Self.reports.get())
    let reading = page.read(page.text)
    let cells = page.tables.reduce(0) { $0 + $1.countOfCells }
    #expect(reading.mismatches.isEmpty, "\(reading.mismatches.joined(separator: "\n"))")
    #expect(reading.countOfCells == cells)
    // Tables that programs read too are compared with what those read, cell by cell.
    let exact = page.tables.filter { $0.countOfExact > 0 }
    #expect(exact.count == (try Self.reports.get().tables[report].count))
    #expect(exact.allSatisfy { $0.countOfExact == $0.countOfCells })
    #expect(page.tables.count > exact.count)
  }

  @Test(arguments: ["txt", "md", "html"])
  func aChangedDigitIsFound(kind: String) throws {
    let page = try Page(kind, of: 0, in: try Self.reports.get())
    let figures = ["1\u{A0}432,5", "1\u{A0}443,7"]
    let line = try #require(
      page.text.split(separator: "\n").first { line in
        figures.allSatisfy { line.contains($0) } && line.contains("Totalt")
      }
    )
    let digits = line.indices.filter { ("0"..."9").contains(line[$0]) }
    #expect(digits.count > 15)
    for place in digits {
      let digit = try #require(line[place].wholeNumberValue)
      var text = page.text
      text.replaceSubrange(place..<line.index(after: place), with: "\((digit + 1) % 10)")
      #expect(page.read(text).mismatches.count == 1, "\(line[place...])")
    }
  }

  @Test(arguments: ["txt", "md", "html"])
  func aTableThatIsLeftOutIsFound(kind: String) throws {
    let page = try Page(kind, of: 0, in: try Self.reports.get())
    let half = page.text.prefix(page.text.count / 2)
    #expect(!page.read(String(half)).mismatches.isEmpty)
  }
}
