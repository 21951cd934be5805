import KollCalculation
import KollExportXLSX
import KollModel
import KollReport
import Testing

/// Figures that repeat those of other tables, and the verdicts on them.
struct ControlTests {
  private static let home = TableName("home")

  private static func row(
    _ label: String,
    _ figure: Cell,
    _ counterpart: Cell,
    _ difference: Cell,
    tolerance: Int64,
    _ verdict: String,
  ) -> ComputedRow {
    item(label, [figure, counterpart, difference, tkr(tolerance), Cell(.text(verdict))])
  }

  private static func controls(_ rows: [ComputedRow]) -> ComputedTable {
    var verdict = column("Utfall", .text)
    verdict.judgement = TableColumn.Judgement(figure: 0, difference: 2, tolerance: 3)
    var table = ComputedTable(
      areaTitle: "Summa",
      columns: [
        column("Angivet"), column("Beräknat"),
        column(
          "Skillnad",
          .variance,
          by: .binary(.minus, .column(0), .column(1)),
          isChange: true,
        ),
        column("Tolerans"), verdict,
      ],
      rows: rows,
    )
    table.name = TableName("controls")
    return table
  }

  /// Three areas and their sum.
  private static func areas(named name: TableName? = home) -> ComputedTable {
    var table = ComputedTable(
      areaTitle: "Område",
      columns: [column("Budget"), column("Utfall")],
      rows: [
        item("Bad", [tkr(1), tkr(4)]), item("Bio", [tkr(2), absent]),
        item("Park", [tkr(3), tkr(0)]), sum("Totalt", of: [1, 2, 3], [tkr(6), tkr(4)]),
      ],
    )
    table.name = name
    return table
  }

  private static func term(_ row: Int, _ column: Int, taken: Bool = false) -> CellTerm {
    CellTerm(CellPlace(home, row: row, column: column), isSubtracted: taken)
  }

  /// The areas, and one row that repeats their figures.
  private static func repeating(
    _ cell: Cell,
    of tables: [(tab: String, table: ComputedTable)] = [("Områden", areas())],
    label: String = "Upprepat",
  ) -> Document {
    let own = ComputedTable(
      areaTitle: "Rad",
      columns: [column("Belopp")],
      rows: [item(label, [cell])],
    )
    let sections = tables.map { tab, table in
      Section(title: tab, tab: tab, blocks: [.table(table)])
    }
    return Document(
      title: sections.first?.title ?? "Sammandrag",
      sections: sections + [Section(title: "Sammandrag", blocks: [.table(own)])],
    )
  }

  private static func money(_ amount: Int64, _ terms: [CellTerm]) -> Cell {
    Cell(.money(Money(minorUnits: amount * 100_000)), terms: terms)
  }

  /// The one figure of the last sheet.
  private func figure(of document: Document) throws -> WrittenCell {
    let workbook = try WrittenWorkbook(document)
    return try #require(try workbook.cells(document.sections.count)["B5"])
  }

  @Test func aRepeatedFigureIsAReferenceToItsCellWhateverItsSheetIsCalled() throws {
    let tabs = [
      ("Kultur & fritid 50 %", "Kultur & fritid 50 %"),
      ("Barn's \"del\"", "Barn\u{2019}s \"del\""),
      ("A1", "A1"), ("2021", "2021"),
    ]
    for (tab, name) in tabs {
      let document = Self.repeating(
        Self.money(6, [Self.term(3, 0)]),
        of: [("Först", Self.areas(named: nil)), (tab, Self.areas())],
      )
      let workbook = try WrittenWorkbook(document)
      let cell = try #require(try workbook.cells(3)["B5"])
      #expect(cell.formula == "'\(name)'!B8")
      #expect(cell.number == 6)
      let links = try workbook.sheet(3).split(separator: "<hyperlink ").dropFirst()
      #expect(links.count == 1)
      let link = String(try #require(links.first))
      #expect(SheetReading.attribute("location", in: link) == "'\(name)'!A8")
      #expect(SheetReading.attribute("tooltip", in: link) == "\(name), rad 8")
    }
  }

  @Test func theSumOfOtherCellsSkipsThoseWithoutAValue() throws {
    let sum = Self.money(4, [Self.term(0, 1), Self.term(1, 1), Self.term(2, 1)])
    let range = "'Områden'!C5:C7"
    #expect(
      try figure(of: Self.repeating(sum)).formula == "IF(COUNT(\(range))=0,\"–\",SUM(\(range)))"
    )
    let rest = Self.money(-1, [Self.term(0, 0, taken: true)])
    #expect(
      try figure(of: Self.repeating(rest)).formula
        == "IF(COUNT('Områden'!B5)=0,\"–\",-SUM('Områden'!B5))"
    )
    let none = Cell(.absent(.notStated), terms: [Self.term(1, 1)])
    let cell = try figure(of: Self.repeating(none))
    #expect(cell.formula == "'Områden'!C6" && cell.text == "–")
  }

  @Test(arguments: [
    // Another figure than the cell's, a figure where the cell has none, and cells that are not there.
    money(7, [term(3, 0)]), money(0, [term(1, 1)]), money(6, [term(4, 0)]),
    money(6, [term(3, 2)]),
    Cell(.absent(.notStated), terms: [term(3, 0)]), money(6, [term(3, 0), term(9, 0)]),
  ])
  func aFigureThatTheCellsDoNotGiveStaysANumber(_ cell: Cell) throws {
    #expect(try figure(of: Self.repeating(cell)).formula == nil)
  }

  @Test func aFigureOfATableThatIsLeftOutStaysANumber() throws {
    let document = Self.repeating(Self.money(6, [Self.term(3, 0)]), of: [])
    let workbook = try WrittenWorkbook(document)
    #expect(try workbook.cells(1)["B5"]?.formula == nil)
    #expect(try workbook.cells(1)["B5"]?.number == 6)
    #expect(workbook.receipt.sheets.map(\.links) == [0])
  }

  @Test func ofATableThatStandsTwiceTheFirstIsTheOneThatIsRepeated() throws {
    let document = Self.repeating(
      Self.money(6, [Self.term(3, 0)]),
      of: [("Ett", Self.areas()), ("Två", Self.areas())],
    )
    #expect(try figure(of: document).formula == "'Ett'!B8")
  }

  @Test func equalTablesAreToldApartByTheirNames() throws {
    let document = Self.repeating(
      Self.money(6, [Self.term(3, 0)]),
      of: [("Ett", Self.areas(named: TableName("other"))), ("Två", Self.areas())],
    )
    #expect(try figure(of: document).formula == "'Två'!B8")
  }

  @Test func theFiguresOfALongLabelLeadToWhereTheyComeFrom() throws {
    let label = Array(repeating: "Kommunstyrelsens", count: 8).joined(separator: " ")
    let document = Self.repeating(Self.money(6, [Self.term(3, 0)]), label: label)
    let workbook = try WrittenWorkbook(document)
    #expect(try workbook.sheet(2).contains("<hyperlink ref=\"B5\" location=\"'Områden'!A8\""))
    #expect(try workbook.cells(2)["B5"]?.formula == "'Områden'!B8")
    #expect(workbook.receipt.sheets.map(\.links) == [0, 1])
  }

  @Test func theWayToARepeatedRowComesBeforeTheWayToTheSource() throws {
    var rows = [item("Egen", [tkr(1)]), item("Upprepad", [Self.money(6, [Self.term(3, 0)])])]
    for index in rows.indices { rows[index].origin = Origin(file: "a.csv", line: 7) }
    let own = ComputedTable(areaTitle: "Rad", columns: [column("Belopp")], rows: rows)
    let files = ComputedTable(
      areaTitle: "Fil",
      columns: [column("Rader", .count)],
      rows: [item("a.csv", [absent])],
    )
    let workbook = try WrittenWorkbook(
      Document(
        title: "Eget",
        sections: [
          Section(title: "Eget", blocks: [.table(own)]),
          Section(title: "Områden", blocks: [.table(Self.areas())]),
          Section(title: "Underlag", blocks: [.sources(files)]),
        ],
      )
    )
    let sheet = try workbook.sheet(1)
    #expect(sheet.contains("ref=\"A5\" location=\"'Underlag'!A4\""))
    #expect(sheet.contains("ref=\"A6\" location=\"'Områden'!A8\""))
    #expect(workbook.receipt.sheets.map(\.links) == [2, 0, 0])
  }

  /// A verdict of each kind.
  private static let verdicts = controls([
    row("Lika", tkr(6), tkr(6), tkr(0), tolerance: 2, "stämmer"),
    row("Avrundat", tkr(6), tkr(4), tkr(2), tolerance: 2, "avrundning"),
    row("Skilt", tkr(6), tkr(9), tkr(-3), tolerance: 2, "skiljer"),
    row("Noll", tkr(0), absent, Cell(.absent(.operandAbsent)), tolerance: 2, "stämmer"),
    row("Inget", tkr(1), absent, Cell(.absent(.operandAbsent)), tolerance: 2, "skiljer"),
  ])

  private static let verdictDocument = Document(
    title: "Kontroller",
    sections: [
      Section(
        title: "Kontroller",
        blocks: [.checkSummary(CheckSummary(of: [verdicts])), .table(verdicts)],
      ),
      Section(
        title: "Innehåll",
        tab: "Läs mig",
        blocks: [.checkSummary(CheckSummary(of: [verdicts])), .contents],
      ),
    ],
  )

  @Test func everyVerdictIsAFormulaThatSaysTheSameWord() throws {
    let workbook = try WrittenWorkbook(Self.verdictDocument)
    let cells = try workbook.cells(1)
    let words = (7...11).map { cells["F\($0)"] }
    #expect(
      words.map { $0?.text } == ["stämmer", "avrundning", "skiljer", "stämmer", "skiljer"]
    )
    #expect(words.allSatisfy { $0?.formula?.hasPrefix("IF(COUNT(D") == true })
    #expect(cells["A3"]?.text == "2 av 5 kontroller stämmer inte.")
    #expect(
      cells["A3"]?.formula?.hasPrefix("IF(COUNTIF('Kontroller'!F7:F11,\"skiljer\")=0") == true
    )
    #expect(try workbook.cells(2)["A3"]?.formula == cells["A3"]?.formula)
  }

  @Test func wordsThatTheFiguresDoNotSayAreNoFormula() throws {
    let table = Self.controls([
      Self.row("Lika", tkr(6), tkr(6), tkr(0), tolerance: 2, "avrundning")
    ])
    let document = Document(
      title: "K",
      sections: [Section(title: "K", blocks: [.table(table)])],
    )
    let cell = try #require(try WrittenWorkbook(document).cells()["F5"])
    #expect(cell.text == "avrundning" && cell.formula == nil)
  }

  @Test func whatFailsStandsOut() throws {
    let workbook = try WrittenWorkbook(Self.verdictDocument)
    let sheet = try workbook.sheet(1)
    #expect(sheet.contains("<conditionalFormatting sqref=\"F7:F11\"><cfRule type=\"cellIs\""))
    #expect(sheet.contains("operator=\"equal\"><formula>\"skiljer\"</formula>"))
    #expect(try workbook.part("xl/styles.xml").contains("<dxfs count=\"1\"><dxf><font><b/>"))
    #expect(workbook.receipt.sheets.map(\.signals) == [1, 0])
  }

  @Test(arguments: [
    ("xl/worksheets/sheet1.xml", "<cfRule ", "<cfOther ", "</cfRule>", "</cfOther>"),
    (
      "xl/worksheets/sheet1.xml", "<conditionalFormatting ", "<conditional ",
      "</conditionalFormatting>", "</conditional>",
    ),
    ("xl/styles.xml", "<dxf>", "<other>", "</dxf>", "</other>"),
    ("xl/styles.xml", "<dxfs count=\"1\">", "<dxfs count=\"2\">", "</dxfs>", "</dxfs>"),
    ("xl/styles.xml", "<dxf><font>", "<dxf><face>", "</font><fill>", "</face><fill>"),
  ])
  func aSignalThatIsLostIsFound(
    part name: String,
    _ start: String,
    _ otherStart: String,
    _ end: String,
    _ otherEnd: String,
  ) throws {
    let workbook = try WrittenWorkbook(Self.verdictDocument)
    let text = try workbook.part(name)
    try #require(text.contains(start) && text.contains(end))
    let changed = text.replacing(start, with: otherStart).replacing(end, with: otherEnd)
    let parts = workbook.allParts.map { part in
      part.name == name ? (name, Array(changed.utf8)) : part
    }
    #expect(throws: WorkbookError.damaged(part: name, .contentDiffers)) {
      try workbook.receipt.verify(StoredArchive.bytes(of: parts))
    }
  }
}

extension OfficeTests {
  /// A stated sum, a tie and the areas that both are about.
  private static var controlled: Document {
    let name = TableName("areas")
    var areas = ComputedTable(
      areaTitle: "Område",
      columns: [column("Budget", decimals: 1), column("Utfall", decimals: 1)],
      rows: [
        item("Bad", [kr(100), kr(200)]), item("Bio", [kr(200), kr(400)]),
        sum("Totalt", of: [1, 2], [kr(300), kr(600)]),
      ],
    )
    areas.name = name
    func total(_ amount: Int64, _ column: Int) -> Cell {
      Cell(kr(amount).value, terms: [CellTerm(CellPlace(name, row: 2, column: column))])
    }
    var verdict = column("Utfall", .text)
    verdict.judgement = TableColumn.Judgement(figure: 0, difference: 2, tolerance: 3)
    var controls = ComputedTable(
      areaTitle: "Summa",
      columns: [
        column("Angivet", decimals: 1), column("Beräknat", decimals: 1),
        column("Skillnad", .variance, decimals: 1, by: .binary(.minus, .column(0), .column(1))),
        column("Tolerans", decimals: 2), verdict,
      ],
      rows: [
        item("Budget", [kr(300), total(300, 0), kr(0), kr(150), Cell(.text("stämmer"))]),
        item("Utfall", [kr(700), total(600, 1), kr(100), kr(150), Cell(.text("avrundning"))]),
      ],
    )
    controls.name = TableName("controls")
    return Document(
      title: "Områden",
      sections: [
        Section(title: "Områden", blocks: [.table(areas)]),
        Section(
          title: "Kontroller",
          blocks: [.checkSummary(CheckSummary(of: [controls])), .table(controls)],
        ),
      ],
    )
  }

  private static func kr(_ amount: Int64) -> Cell {
    Cell(.money(Money(minorUnits: amount * 100)))
  }

  @Test func aVerdictFollowsTheFigureThatSomebodyChanges() throws {
    let office = try Office()
    let workbook = try WrittenWorkbook(Self.controlled)
    func values(_ cells: [OfficeCell], _ places: [String]) -> [String?] {
      places.map { place in cells.first { $0.place == place }?.value }
    }
    let places = ["2!A3", "2!C7", "2!F7", "2!F8"]
    #expect(
      try values(office.recalculated(workbook.bytes), places)
        == ["Alla 2 kontroller stämmer.", "0.3", "stämmer", "avrundning"]
    )
    // The first area's budget, in tkr.
    #expect(
      try values(office.setting(5, in: workbook.bytes, row: 5, column: 2), places)
        == ["1 av 2 kontroller stämmer inte.", "5.2", "skiljer", "avrundning"]
    )
    #expect(
      try values(office.setting(5, in: workbook.bytes, row: 5, column: 3), places)
        == ["1 av 2 kontroller stämmer inte.", "0.3", "stämmer", "skiljer"]
    )
  }
}
