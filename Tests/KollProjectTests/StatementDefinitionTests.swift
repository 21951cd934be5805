import KollCalculation
import KollModel
import KollProject
import KollReport
import Testing

/// Statements whose rows the project file declares.
@Suite struct StatementDefinitionTests {
  private static let whole = """
    version: 1
    organisation: {code: va, name: VA}
    sources: [{file: a.csv}]
    statement-definitions:
      - name: va-resultat
        title: VA-verksamhetens resultaträkning
        rows:
          - heading: Intäkter
          - Brukningsavgifter
          - {row: Övriga intäkter, aliases: [Andra intäkter, Bidrag]}
          - {sum: Summa intäkter, of: [Brukningsavgifter, Övriga intäkter]}
          - {row: Kostnader, aliases: Rörelsekostnader, key: kostnader-va}
          - {row: Jämförelsestörande poster, optional: true}
          - {sum: Resultat, of: [Summa intäkter, kostnader-va], equals: areas}
          - Ingående underskott
          - {row: Utgående underskott, equals: {opening: Ingående underskott}}
          - row: Årets resultat i kommunen
            equals: {statement: resultaträkning, row: Periodens resultat}
    statements:
      - {statement: va-resultat, file: b.csv, labels: {resultat: Årets resultat}}
    reports:
      - name: va
        title: VA
        unit: tkr
        columns: [budget 2021]
        sections:
          - statement: va-resultat
            columns: resultaträkning
    """

  private func read(_ text: String) -> ProjectReader.Result {
    ProjectReader.read(Array(text.utf8), file: "koll.yaml")
  }

  private func errors(changing old: String, to new: String) throws -> [Diagnostic] {
    let range = try #require(Self.whole.firstRange(of: old))
    var text = Self.whole
    text.replaceSubrange(range, with: new)
    return read(text).diagnostics
  }

  @Test func aDeclaredStatementHasTheRowsThatItSays() throws {
    let result = read(Self.whole)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    let statement = try #require(result.project?.statements.first?.statement)
    #expect(statement.name == "va-resultat")
    #expect(statement.title == "VA-verksamhetens resultaträkning")
    #expect(
      statement.rows.map(\.content) == [
        .heading, .stated, .stated, .sum(["brukningsavgifter", "ovriga-intakter"]), .stated,
        .optional, .sum(["summa-intakter", "kostnader-va"]), .stated, .stated, .stated,
      ]
    )
    #expect(statement.row(called: "BIDRAG") == 2)
    #expect(statement.row(called: "Rörelsekostnader") == 4)
    #expect(statement.row(called: "Årets resultat") == 6)
    #expect(
      statement.rows.suffix(4).map(\.counterpart) == [
        .areas, nil, .opening("ingaende-underskott"),
        .row("arets-resultat", of: "resultaträkning"),
      ]
    )
    let section = try #require(result.project?.reports.first?.sections.first)
    let own = try #require(section.ownTable)
    #expect(own.name == "va-resultat")
    guard case .statement = section, case .set(.incomeStatement, _) = own.columns else {
      Issue.record("\(section)")
      return
    }
  }

  /// What is written, what is wrong instead, the value that the finding quotes, and its place.
  private static let wrong: [(String, String, String?, Int, Int)] = [
    ("name: va-resultat", "name: Resultaträkning", "Resultaträkning", 5, 11),
    ("of: [Brukningsavgifter, Ö", "of: [Brukningsavgiftr, Ö", "Brukningsavgiftr", 11, 36),
    ("of: [Brukningsavgifter, Ö", "of: [Resultat, Ö", "Resultat", 11, 36),
    ("of: [Brukningsavgifter, Ö", "of: [Intäkter, Ö", "Intäkter", 11, 36),
    (
      "of: [Brukningsavgifter, Övriga intäkter]", "of: [Bidrag, Övriga intäkter]",
      "Övriga intäkter", 11, 44,
    ),
    ("of: [Brukningsavgifter, Övriga intäkter]", "of: []", nil, 11, 35),
    ("- Brukningsavgifter", "- 2021", "2021", 9, 9),
    ("aliases: [Andra intäkter, Bidrag]", "aliases: [Intäkter]", "Intäkter", 10, 15),
    ("aliases: [Andra intäkter, Bidrag]", "aliases: {a: b}", nil, 10, 41),
    ("row: Jämförelsestörande poster", "row: Kostnader (netto)", "Kostnader (netto)", 13, 15),
    ("key: kostnader-va", "key: brukningsavgifter", "brukningsavgifter", 12, 15),
    ("key: kostnader-va", "key: K V", "K V", 12, 58),
    ("optional: true", "optional: ibland", "ibland", 13, 52),
    ("equals: areas", "equals: områden", "områden", 14, 69),
    ("row: Periodens resultat}", "row: Bokslutet}", "Bokslutet", 18, 51),
    ("equals: {statement: resultaträkning", "equals: {statement: resultat", "resultat", 18, 29),
    ("{opening: Ingående underskott", "{opening: Ingående", "Ingående", 16, 54),
    ("- {statement: va-resultat", "- {statement: va", "va", 20, 17),
  ]

  @Test(arguments: wrong)
  func aMistakeIsReportedAtItsPlace(
    _ old: String,
    _ new: String,
    _ value: String?,
    _ line: Int,
    _ column: Int,
  ) throws {
    let found = try #require(try errors(changing: old, to: new).first)
    #expect(found.code == .projectValueInvalid, "\(found)")
    #expect(found.value == value)
    #expect(found.location?.line == line)
    #expect(found.location?.column == column)
  }

  @Test func aRowHasTheKeysOfItsKind() throws {
    let changes = [
      ("row: Övriga intäkter, ", "row: Övriga intäkter, of: [Brukningsavgifter], ", "of"),
      ("heading: Intäkter", "{heading: Intäkter, equals: areas}", "equals"),
      ("sum: Summa intäkter", "sum: Summa intäkter, row: Summa", "sum"),
      ("title: VA-verk", "rubrik: VA-verk", "rubrik"),
    ]
    for (old, new, key) in changes {
      let found = try errors(changing: old, to: new)
      #expect(found.first { $0.code == .projectKeyUnknown }?.value == key, "\(found)")
    }
  }

  @Test func whatADefinitionMustHaveIsMissed() throws {
    for (old, new, key) in [
      ("name: va-resultat\n    title", "title", "name"),
      ("    title: VA-verksamhetens resultaträkning\n", "", "title"),
      (", of: [Brukningsavgifter, Övriga intäkter]", "", "of"),
      (", row: Periodens resultat}", "}", "row"),
      ("{row: Jämförelsestörande poster, optional", "{optional", "row"),
    ] {
      let found = try errors(changing: old, to: new)
      #expect(found.first?.code == .projectKeyMissing, "\(found)")
      #expect(found.first?.field == key)
    }
    let rowless = "version: 1\nstatement-definitions: [{name: a, title: A}]\n"
    #expect(read(rowless).diagnostics.contains { $0.field == "rows" })
  }

  @Test func aDefinitionWithAMistakeIsStillKnownWhereItIsUsed() throws {
    let found = try errors(changing: "of: [Brukningsavgifter, Ö", to: "of: [X, Ö")
    #expect(found.count == 1, "\(found)")
  }

  @Test func aDefinitionThatNothingUsesIsFine() {
    let unused = Self.whole.replacing("statement: va-resultat", with: "statement: resultaträkning")
      .replacing(", labels: {resultat: Årets resultat}", with: "")
    #expect(read(unused).diagnostics.isEmpty, "\(read(unused).diagnostics)")
  }
}
