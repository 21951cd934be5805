import KollCalculation
import KollModel
import KollReport
import KollTestSupport
import Testing

@Suite struct WrittenTextTests {
  /// The blocks of a section with a text, and what was found in it, in a report with the areas Hamn
  /// and Torg, where Torg has no forecast, and a statement with a row Resultat.
  private func section(_ text: String) throws -> (blocks: [Block], findings: [Diagnostic]) {
    let imported = ImportedTable(
      titles: ["Prognos 2020", "Budget 2020"],
      rows: [
        (label: "Hamn", values: [123_456_700_000, 123_233_250_000]),
        (label: "Torg", values: [nil, 25_000_000]),
      ],
    )
    var definition = TableDefinition(joining: [imported])
    let expressions = [
      ("Avvikelse helår", "avvikelse(Prognos 2020, Budget 2020)"),
      ("Avvikelse helår %", "avvikelse%(Prognos 2020, Budget 2020)"),
      ("Förändring", "Budget 2020 - Prognos 2020"),
    ]
    for (title, text) in expressions {
      try definition.addColumn(titled: title, expression: text)
    }
    var ledger = Ledger()
    try ledger.add(imported)
    var table = try definition.computed(from: ledger)
    table.name = .areas
    table.columns[1].title = "Budget helår"
    var statement = table
    statement.name = .section(1)
    statement.rows = [table.rows[0]]
    statement.rows[0].label = "Årets resultat"
    statement.rows[0].path = AreaPath(["Årets resultat"])
    let place = Diagnostic.Location(file: "koll.yaml")
    let written = WrittenText.read(text, file: "texter/a.md")
    let builder = ReportBuilder(
      definition: ReportDefinition(
        name: "budget",
        title: "Budget",
        year: 2020,
        unit: .tkr,
        columns: .declared([]),
        sections: [
          .text(ReportDefinition.TextSection(name: "a", title: "Text", place: place)),
          .statement(
            ReportDefinition.OwnTable("resultaträkning", title: "Resultat", columns: .declared([]))
          ),
          .standard(.table),
        ],
      ),
      period: ReportPeriod(year: 2020),
      organisation: "Nämnden",
      table: table,
      sectionTables: [1: statement],
      savings: nil,
      sources: [],
      texts: ReportTexts(
        sections: written.text.map { [0: $0] } ?? [:],
        codes: [AreaPath(["Hamn"]): "H1"],
      ),
    )
    var findings = written.diagnostics
    let document = try builder.document(findings: &findings)
    return (document.sections[0].blocks, findings)
  }

  private func words(_ text: String) throws -> String {
    let (blocks, findings) = try section(text)
    #expect(findings.isEmpty, "\(findings.map(\.message.english))")
    guard case .paragraph(let words)? = blocks.first else { return "" }
    return words
  }

  private func findings(_ text: String) throws -> [String] {
    try section(text).findings.map {
      "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.severity.rawValue) "
        + "[\($0.code.rawValue)] \($0.message.english)"
        + ($0.help.map { " (\($0.english))" } ?? "")
    }
  }

  // MARK: Placeholders

  @Test(arguments: [
    ("{prognos 2020 Hamn}", "1\u{A0}234\u{A0}567\u{A0}tkr"),
    ("{prognos Hamn}", "1\u{A0}234\u{A0}567\u{A0}tkr"),
    ("{PROGNOS\u{A0}2020  hamn}", "1\u{A0}234\u{A0}567\u{A0}tkr"),
    ("{prognos-2020 H1}", "1\u{A0}234\u{A0}567\u{A0}tkr"),
    ("{prognos Hamn kr}", "1\u{A0}234\u{A0}567\u{A0}000\u{A0}kr"),
    ("{prognos Hamn kkr}", "1\u{A0}234\u{A0}567\u{A0}kkr"),
    ("{prognos Hamn mnkr}", "1\u{A0}234,6\u{A0}mnkr"),
    ("{prognos Hamn Mkr}", "1\u{A0}234,6\u{A0}Mkr"),
    ("{prognos Hamn mdkr}", "1,2\u{A0}mdkr"),
    ("{avvikelse helår Hamn}", "\u{2212}2\u{A0}235\u{A0}tkr"),
    ("{avvikelse Hamn mkr}", "\u{2212}2,2\u{A0}mkr"),
    ("{avvikelse Hamn mkr utan tecken}", "2,2\u{A0}mkr"),
    ("{avvikelse helår % Hamn}", "\u{2212}0,2\u{A0}%"),
    ("{avvikelse Hamn % utan tecken}", "0,2\u{A0}%"),
    ("{budget}", "1\u{A0}232\u{A0}583\u{A0}tkr"),
    ("{budget Totalt}", "1\u{A0}232\u{A0}583\u{A0}tkr"),
    ("{budget Torg mnkr}", "0,3\u{A0}mnkr"),
    ("{prognos Årets resultat mnkr}", "1\u{A0}234,6\u{A0}mnkr"),
    ("{budget\nTorg}", "250\u{A0}tkr"),
    ("{budget 2020 Torg}", "250\u{A0}tkr"), ("{Budget 2020}", "1\u{A0}232\u{A0}583\u{A0}tkr"),
    ("{förändring % Hamn}", "\u{2212}0,2\u{A0}%"),
    ("{förändring Hamn % utan tecken}", "0,2\u{A0}%"),
    ("{{budget}} och }", "{budget} och }"),
  ])
  func aPlaceholderIsTheFigureAsTablesShowIt(_ text: String, _ expected: String) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("Se {bugdet Hamn}", "1:4", "no column is called \"bugdet\"", "did you mean \"Budget\"?"),
    ("Se {prognos Ham}", "1:4", "no area and no row is called \"Ham\"", "did you mean \"Hamn\"?"),
    ("a\n\n- x {avvikelse}", "3:5", "it may be", "write more of the column's name"),
    ("{prognos Torg}", "1:1", "Prognos 2020, Torg has no value", "say in words"),
    ("{budget Torg %}", "1:1", "it cannot be shown in %", ""),
    ("{ }", "1:1", "the name is missing", "write column, area and unit"),
    ("x {budget", "1:3", "the brace opens a placeholder that is not closed", "write }"),
  ])
  func aPlaceholderWithoutAFigureIsAnErrorWithItsPlace(
    _ text: String,
    _ place: String,
    _ message: String,
    _ help: String,
  ) throws {
    let found = try findings(text)
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.hasPrefix("\(place) error [placeholder-unknown]"), "\(finding)")
    #expect(finding.contains(message), "\(finding)")
    #expect(finding.contains(help), "\(finding)")
  }

  @Test func aColumnThatIsMisspeltIsNamedByItsNearest() throws {
    #expect(try findings("{avikelse}").first?.contains("did you mean \"Avvikelse\"?") == true)
  }

  @Test func findingsOfAnEndlessTextAreBounded() throws {
    let text = (0..<20_000).map { "{x\($0)} \($0 + 900)01 tkr" }.joined(separator: "\n\n")
    #expect(try section(text).findings.count == 100)
  }

  // MARK: Figures written by hand

  @Test(arguments: [
    "Prognosen är 1 234 567 tkr", "1 234,6 mnkr", "1\u{A0}234,6\u{A0}mnkr", "1\u{202F}234,6 mkr",
    "1.234.567 tkr", "1 234 567 000 kronor", "1 235 mnkr", "1,2 mdkr", "1,23 miljarder kronor",
    "1 234,57 miljoner kronor", "1 234 567 tusen kronor", "−2,2 mkr", "-2 235 kkr", "–2,2 Mkr",
    "+2,2 mkr", "ca 2 mnkr", "2,2mkr", "2,23 mkr", "0,2 %", "0,18 procent", "(2,2 mnkr)",
    "2,2\nmkr", "0,25 mnkr", "0,3 mkr", "2,2–1 234,6 mnkr", "från 0,3 till 2,2 mkr", "250 000:-",
    "2,2 MSEK", "2 235 tsek", "1 234,6 milj. kr", "1 234,6 milj kronor", "1,2 miljarder",
    "2,2 miljoner.", "1,2 mdr", "**2,2** mnkr", "*2,2*&nbsp;**mnkr**", "2,2 mnkr–1 235 mnkr",
  ])
  func aFigureThatATableRoundsToIsTied(_ text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(arguments: [
    "år 2020", "2021-08-31", "§ 45", "312 larm", "25 elever 2020", "A4 och 3 kap. 2 §",
    "2 miljoner invånare", "kl. 10.30", "1,5 procentenheter", "2020/21", "10 kryssningar",
    "9 %-enheter", "9 %enheter", "8–9 %‑enheter", "9 procent-enheter", "§ 130 kr", "§§ 7–130 kr",
    "år 2019 och 2,2 mnkr", "2019–2020 250 tkr", "7–9 elever", "2025-08-31", "klockan 7:30",
    "9 tusen.", "7 milj. besök",
  ])
  func whatHasNoUnitIsNoFigure(_ text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(arguments: [
    ("Hamnen får 2,3 mkr", "1:12", "2,3 mkr", "2,2\u{A0}mnkr: Avvikelse helår, Hamn"),
    ("a\n\nb **1 234 568 tkr**", "3:5", "1 234 568 tkr", "1\u{A0}234\u{A0}567\u{A0}tkr"),
    ("*x* 0,4 %", "1:5", "0,4 %", ""), ("år 2020 300 tkr", "1:9", "300 tkr", ""),
    ("<!-- 2,5 mkr --> 2,5 mkr", "1:18", "2,5 mkr", ""),
    ("{{2,5 mkr}}", "1:3", "2,5 mkr", ""), ("```\n7 mkr\n```", "2:1", "7 mkr", ""),
    ("2,2–8,8 mnkr", "1:5", "8,8 mnkr", ""), ("7,7–2,2 mnkr", "1:1", "7,7", ""),
    ("2,2 och 8,8 mkr", "1:9", "8,8 mkr", ""), ("7,7 milj. kr", "1:1", "7,7 milj. kr", ""),
    ("7,7 miljoner", "1:1", "7,7 miljoner", ""), ("7,7 MSEK", "1:1", "7,7 MSEK", ""),
    ("7 miljarder i år", "1:1", "7 miljarder", ""), ("77:- i avgift", "1:1", "77:-", ""),
    ("**7,7** mnkr", "1:3", "7,7 mnkr", ""), ("77 kr enligt § 4", "1:1", "77 kr", ""),
  ])
  func aFigureOfNoTableIsAWarningWithTheNearest(
    _ text: String,
    _ place: String,
    _ figure: String,
    _ nearest: String,
  ) throws {
    let found = try findings(text)
    #expect(found.count == 1)
    let finding = try #require(found.first)
    let opening = "\(place) warning [figure-untied] \"\(figure)\" is no figure"
    #expect(finding.hasPrefix(opening), "\(finding)")
    #expect(finding.contains(nearest), "\(finding)")
  }

  @Test func halvesAreRoundedAwayFromZero() throws {
    // 0,25 mnkr is rounded to 0,3 and not to 0,2; 2 234,5 tkr to 2 235 and not to 2 234.
    #expect(try findings("0,3 mkr, 2 235 tkr").isEmpty)
    #expect(try findings("0,2 mkr").count == 1)
    #expect(try findings("2 234 tkr").count == 1)
  }

  @Test func aFigureOfAPlaceholderIsNotComparedAgain() throws {
    #expect(try findings("7 {budget Torg} och {avvikelse Hamn mkr} mkr").isEmpty)
  }

  // MARK: Blocks

  @Test func instructionsStayInTheTemplate() throws {
    let text = """
      # Anvisning:
      Skriv om hamnen.
      ## Tips
      Högst 9 mkr.
      # Hamn
      ### ANVISNINGAR
      Bort.
      ---
      **Anvisning:** bort.

      > Anvisningar: bort
      >
      > bort

      > Kvar

      Anvisningen är kvar.
      """
    #expect(
      try section(text).blocks == [
        .heading("Hamn", level: 1), .paragraph("Kvar"), .paragraph("Anvisningen är kvar."),
      ]
    )
  }

  @Test(arguments: [
    (
      "Hamn\n\n<!-- skriv om\n\nhamnen", "3:0", "the note that begins with <!-- is not closed",
      ["Hamn"],
    ),
    ("Hamn <!-- 7 mkr", "1:0", "the note that begins with <!-- is not closed", ["Hamn"]),
    ("<!-- a --> Hamn\n<!-- b", "2:0", "the note that begins with <!-- is not closed", ["Hamn"]),
    ("Anvisning", "1:0", "may be an instruction", ["Anvisning"]),
    (
      "Hamn\n\n**Anvisningar**\nSkriv.", "3:0", "may be an instruction",
      ["Hamn", "Anvisningar Skriv."],
    ),
  ])
  func whatMayBeMeantForWritersIsToldOf(
    _ text: String,
    _ place: String,
    _ message: String,
    _ kept: [String],
  ) throws {
    let (blocks, _) = try section(text)
    #expect(blocks == kept.map(Block.paragraph))
    let found = try findings(text)
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.hasPrefix("\(place) warning [instruction-unclear]"), "\(finding)")
    #expect(finding.contains(message), "\(finding)")
  }

  @Test func anInstructionInASentenceIsAText() throws {
    #expect(try findings("Anvisningen är kvar.\n\nEn anvisning\nav staten. Anvisning finns.") == [])
  }

  @Test func noLevelOfHeadingsIsLeftOut() throws {
    #expect(
      try section("### a\n##### b\n###### c\n# d\n### e").blocks == [
        .heading("a", level: 1), .heading("b", level: 2), .heading("c", level: 3),
        .heading("d", level: 1), .heading("e", level: 2),
      ]
    )
  }

  @Test func listsKeepTheirItemsAndNumbers() throws {
    let text = "- a\n- b\n\n  3. c\n  4. d\n- e\n\n## F\n\n1. g"
    #expect(
      try section(text).blocks == [
        .list(["a", "b"]), .numberedList(["c", "d"], from: 3), .list(["e"]),
        .heading("F", level: 1), .numberedList(["g"], from: 1),
      ]
    )
  }

  @Test(arguments: [
    "", " \n\n", "<!-- bara en anteckning -->", "# Anvisning\nSkriv.", "---\n", "- ",
  ])
  func aTextWithNothingInItIsMissing(_ text: String) throws {
    let written = WrittenText.read(text, file: "a.md")
    #expect(written.text == nil)
    #expect(written.diagnostics.isEmpty)
    #expect(try section(text).blocks == [.paragraph("Text saknas.")])
  }

  @Test func aTextThatIsTooDeepIsAnErrorWithItsLine() throws {
    let finding = try #require(
      try section("a\n\n" + String(repeating: "> ", count: 40) + "b").findings.first
    )
    #expect(finding.code == .fileTooLarge)
    #expect(finding.location?.line == 3)
  }
}
