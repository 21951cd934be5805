import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

/// The controls of a report, and where their figures come from.
@Suite struct ControlTests {
  private static let money = Scale(unit: .tkr)

  /// The report of a table, with its sections.
  private func document(
    of text: String,
    claims: [Claim] = [],
    ties: [Tie] = [],
    sections: [ReportDefinition.SectionKind] = [.about, .table, .checks],
    depth: Int? = nil,
  ) throws -> Document {
    var imported = ImportedTable(text: text, unit: .tkr, sign: .cost)
    imported.claims = claims
    var ledger = Ledger()
    try ledger.add(imported)
    var table = try TableDefinition(joining: [imported]).computed(from: ledger)
    table.checks = try ComputedTable.checks(of: imported)
    table.name = .areas
    return try ReportBuilder(
      definition: ReportDefinition(
        name: "r",
        title: "R",
        year: 2021,
        unit: .tkr,
        depth: depth,
        columns: .declared([]),
        sections: sections.map(ReportDefinition.Section.standard),
      ),
      period: ReportPeriod(year: 2021),
      organisation: "N",
      table: table,
      ties: ties,
      savings: nil,
      sources: [],
    ).document()
  }

  /// A sum that somebody states.
  private func claim(
    _ stated: Int64,
    of coverage: Claim.Coverage,
    area: AreaPath = .total,
    series: Int = 0,
  ) -> Claim {
    Claim(
      label: "Summa",
      area: area,
      coverage: coverage,
      series: series,
      stated: Money(minorUnits: stated * 100_000),
      origin: Origin(file: "a.csv", line: 9),
      reason: Phrase(sv: "ett ord", en: "a word"),
    )
  }

  private func tie(_ left: Int64, _ right: Int64, scale: Scale = money) throws -> Tie {
    try Tie(
      "Utfall",
      Tie.Figure("ena", Money(minorUnits: left)),
      Tie.Figure("andra", Money(minorUnits: right)),
      scale: scale,
      decimals: 0,
      lastPlace: Money(minorUnits: Int64(powerOfTen(scale.exponent))),
    )
  }

  private func tables(_ document: Document) throws -> [ComputedTable] {
    try #require(document.sections.first { $0.title == "Kontroller" }).blocks.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
  }

  private func summaries(_ document: Document) -> [String] {
    document.sections.flatMap(\.blocks).compactMap {
      if case .checkSummary(let summary) = $0 { summary.text } else { nil }
    }
  }

  private static let areas = """
    Område | Budget 2021 kostnader | Budget 2021 intäkter
    Kultur/Bad | 10 | 2
    Skola/Fsk | 20 | 3
    Skola/Gr | 30 | 4
    """

  @Test func aComputedSumIsTheCellOfTheSameSumWhereItStandsInTheReport() throws {
    let document = try document(
      of: Self.areas,
      claims: [
        claim(60, of: .rows([0, 1, 2])), claim(50, of: .rows([1, 2]), area: AreaPath(["Skola"])),
        // The one row of a group stands for the group.
        claim(10, of: .rows([0]), area: AreaPath(["Kultur"])),
      ],
    )
    let shown = try #require(
      document.sections[1].blocks.lazy.compactMap {
        if case .table(let table) = $0 { table } else { nil }
      }.first
    )
    #expect(shown.rows.map(\.label) == ["Kultur / Bad", "Skola", "Fsk", "Gr", "Totalt"])
    let terms = try tables(document)[0].rows.map { $0.cells[1].terms }
    #expect(
      terms == [4, 1, 0].map { [CellTerm(CellPlace(.areas, row: $0, column: 0))] }
    )
  }

  @Test func aRowThatTheTableLeavesOutIsNeverReferredTo() throws {
    let claims = [
      claim(60, of: .rows([0, 1, 2])), claim(50, of: .rows([1, 2]), area: AreaPath(["Skola"])),
      claim(30, of: .rows([0, 1])),
    ]
    let document = try document(of: Self.areas, claims: claims, depth: 1)
    let terms = try tables(document)[0].rows.map { $0.cells[1].terms.map(\.place.row) }
    #expect(terms == [[2], [1], []])
  }

  /// A sum of some rows is never that of all, though they may give the same today.
  @Test func aSumOverOtherRowsThanTheTablesIsTheSumOfItsOwn() throws {
    let document = try document(
      of: "Område | Budget 2021\nBad | 10\nBio | 20\nPark | 0",
      claims: [claim(30, of: .rows([0, 1]))],
    )
    let terms = try tables(document)[0].rows[0].cells[1].terms
    #expect(terms == [0, 1].map { CellTerm(CellPlace(.areas, row: $0, column: 0)) })
  }

  @Test func aFigureDerivedFromColumnsIsReadFromThem() throws {
    let document = try document(
      of: Self.areas,
      claims: [
        claim(
          8,
          of: .columns([Claim.Term(0), Claim.Term(1, isSubtracted: true)]),
          area: AreaPath(["Kultur", "Bad"]),
        )
      ],
    )
    let terms = try tables(document)[0].rows[0].cells[1].terms
    #expect(
      terms == [
        CellTerm(CellPlace(.areas, row: 0, column: 0)),
        CellTerm(CellPlace(.areas, row: 0, column: 1), isSubtracted: true),
      ]
    )
  }

  @Test func tiesStandAsATableInTheUnitThatTheyAreIn() throws {
    let kronor = Scale(unit: .kr)
    let document = try document(
      of: Self.areas,
      ties: [try tie(500_000, 400_000), try tie(700, 400, scale: kronor), try tie(2, 2)],
    )
    let tables = try tables(document)
    #expect(tables.map(\.unit) == [.tkr, .kr])
    #expect(tables.map(\.title) == Array(repeating: "Avstämningar mellan tabeller", count: 2))
    #expect(tables[0].rows.map(\.label) == Array(repeating: "Utfall: ena mot andra", count: 2))
    let words = tables.map { $0.rows.map { $0.cells[4].value } }
    #expect(words == [[.text("avrundning"), .text("stämmer")], [.text("skiljer")]])
    #expect(summaries(document) == Array(repeating: "1 av 3 kontroller stämmer inte.", count: 2))
  }

  @Test(arguments: [
    (0, 0, "Den enda kontrollen stämmer."), (9, 0, "1 av 1 kontroller stämmer inte."),
  ])
  func aLoneControlIsToldOf(_ left: Int64, _ right: Int64, _ text: String) throws {
    let document = try document(of: Self.areas, ties: [try tie(left * 100_000, right)])
    #expect(summaries(document) == [text, text])
  }

  @Test func withoutControlsThereIsNoCount() throws {
    #expect(summaries(try document(of: Self.areas)).isEmpty)
    let ties = [try tie(1, 1)]
    #expect(summaries(try document(of: Self.areas, ties: ties, sections: [.about])).isEmpty)
  }
}
