import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import KollTestSupport
import Testing

/// The rows of sources, in a workbook that is never wholly in memory.
struct StreamedRowsTests {
  /// A source with two areas, two series, a line, a comment and a column of words.
  private static func table(rows: Int = 3) -> ImportedTable {
    let budget = Series(.budget, year: 2021)
    let staff = Series(.count, label: "årsarbetare")
    let words = Series(.text, label: "kommentar")
    func column(_ series: Series, _ title: String, _ scale: Scale) -> LayoutColumn {
      LayoutColumn(key: title, title: title, series: series, scale: scale, decimals: 0)
    }
    let areas = [AreaPath(["Nämnd", "Skola & <fritid>"]), AreaPath(["=Nämnd"])]
    return ImportedTable(
      areas: areas,
      lines: [Line(account: "0410")],
      series: [budget, staff],
      facts: (0..<rows).map { row in
        Fact(
          area: row % 2,
          line: row % 3 == 0 ? 0 : nil,
          series: row % 2,
          amount: Money(minorUnits: Int64(row * 100 + 50)),
          origin: Origin(file: "a&b.csv", line: row + 2),
          comment: row == 1 ? "cirka, \u{1}enligt \"beslut\"" : nil,
        )
      },
      claims: [],
      layout: Layout(
        title: nil,
        sign: .cost,
        areaTitle: "Område",
        columns: [
          column(budget, "Budget 2021", Scale(unit: .tkr)),
          column(staff, "Årsarbetare", Scale(unstatedWithDecimals: 1)),
          column(words, "Motivering", Scale(unstatedWithDecimals: 0)),
        ],
        rows: [
          LayoutRow(
            label: "Skola & <fritid>",
            area: areas[0],
            role: .item,
            texts: [words: "Fler elever"],
            origin: Origin(file: "a&b.csv", line: 2),
          )
        ],
      ),
      notes: [],
      recordCount: rows,
    )
  }

  static func document(rows: Int = 3) -> Document {
    let report = Document(title: "Budget", organisation: "Provköping", sections: [])
    return StatedRows(of: [table(rows: rows)]).document(besides: report)
  }

  private static func workbook(rows: Int = 3, rowLimit: Int = 1_048_576) throws -> WrittenWorkbook {
    try WrittenWorkbook(document(rows: rows), rowLimit: rowLimit)
  }

  /// The texts of a row's cells, from A on; numbers as they stand.
  private static func row(
    _ number: Int,
    of workbook: WrittenWorkbook,
    onSheet sheet: Int = 1,
  ) throws -> [String] {
    let cells = try workbook.cells(sheet)
    return "ABCDEFGHIJKLMN".prefix(while: { cells["\($0)\(number)"] != nil }).map { letter in
      switch cells["\(letter)\(number)"]?.value {
      case .text(let text): text
      case .number(let number): number
      case .blank, nil: ""
      }
    }
  }

  @Test func aRowTellsWhereItsFigureStandsAndWhatItIs() throws {
    let workbook = try Self.workbook()
    #expect(
      try Self.row(9, of: workbook) == [
        "Fil", "Rad", "Område", "Nivå 1", "Nivå 2", "Konto", "Serie", "Slag", "År", "Belopp, kr",
        "Annat tal", "Motivering", "Kommentar",
      ]
    )
    #expect(
      try Self.row(10, of: workbook) == [
        "a&b.csv", "2", "Skola & <fritid>", "Nämnd", "Skola & <fritid>", "0410", "Budget 2021",
        "Budget", "2021", "0.5", "", "Fler elever", "",
      ]
    )
    #expect(
      try Self.row(11, of: workbook) == [
        "a&b.csv", "3", "=Nämnd", "=Nämnd", "", "", "årsarbetare", "", "", "", "15", "",
        "cirka, \u{1}enligt \"beslut\"",
      ]
    )
  }

  @Test func textsStandInTheSheetItselfBelowAFilterThatStaysInSight() throws {
    let workbook = try Self.workbook()
    let sheet = try workbook.sheet()
    #expect(!workbook.allParts.contains { $0.name == "xl/sharedStrings.xml" })
    #expect(sheet.contains("<autoFilter ref=\"A9:M12\"/>"))
    #expect(sheet.contains("ySplit=\"9\""))
    #expect(workbook.receipt.sheets.map(\.filters) == [1])
    #expect(workbook.receipt.sheets.map(\.tables) == [[]])
    #expect(sheet.contains("<is><t>0410</t></is>"))
  }

  @Test func rowsThatASheetHasNoRoomForGoOnOnTheNext() throws {
    let workbook = try Self.workbook(rows: 1_200, rowLimit: 700)
    #expect(try workbook.sheetNames == ["Rader", "Rader (2)"])
    #expect(workbook.receipt.sheets.map(\.rows).allSatisfy { $0 <= 700 })
    let lines = try (1...2).map { sheet in
      try workbook.cells(sheet).compactMap { $0.key.hasPrefix("B") ? $0.value.number : nil }
    }
    #expect(lines.joined().sorted() == (2...1_201).map(Double.init))
    #expect(try workbook.cells(2)["A2"]?.text == "Fortsättning från bladet Rader")
  }

  @Test func codesOfAreasComeFromTheOrganisation() throws {
    let structure = try Structure.built(["1;Nämnd;", "11;Skola & <fritid>;Nämnd"])
    let rows = StatedRows(of: [Self.table()], in: structure)
    #expect(rows.columns.prefix(3).map(\.title) == ["Rad", "Kod", "Område"])
    let cells = rows.batches.flatMap(\.rows).map { $0.cells[1].value }
    #expect(cells == [.text("11"), .absent(.notStated), .text("11")])
  }

  @Test func equalRowsGiveEqualBytes() throws {
    #expect(try Self.workbook().bytes == Self.workbook().bytes)
  }

  @Test(arguments: [
    ("<is><t>0410</t></is>", ""), ("<t>0410</t>", "<t>041</t>"),
    ("<t>0410</t>", "<t>04&amp;10</t>"),
    ("<v>0.5</v>", ""), ("<autoFilter ref=\"A9:M12\"/>", ""),
  ])
  func aRowThatLacksSomethingIsRefused(text: String, instead: String) throws {
    let workbook = try Self.workbook()
    let name = "xl/worksheets/sheet1.xml"
    let parts = try workbook.allParts.map { part in
      guard part.name == name else { return part }
      let pieces = try workbook.sheet().split(separator: text, omittingEmptySubsequences: false)
      try #require(pieces.count > 1)
      return (name, Array(pieces.joined(separator: instead).utf8))
    }
    #expect(throws: WorkbookError.damaged(part: name, .contentDiffers)) {
      try workbook.receipt.verify(StoredArchive.bytes(of: parts))
    }
  }
}
