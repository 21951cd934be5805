import KollCalculation
import KollModel
import KollTestSupport
import Testing

@Suite struct DeclarationTests {
  private let available = TableDefinition(joining: [
    ImportedTable(titles: ["Prognos 2020", "Budget 2020"], rows: [("A", [700_000, 1_000_000])])
  ])

  /// A declaration that stands in a line of its own.
  private func declared(
    _ title: String?,
    _ expression: String,
    line: Int = 1,
  ) -> ColumnDeclaration {
    let excerpt = Diagnostic.Excerpt(text: "    " + expression, marked: 4..<(4 + expression.count))
    return ColumnDeclaration(
      title: title,
      content: .expression(expression),
      place: Diagnostic.Location(file: "koll.yaml", line: line, column: 5, excerpt: excerpt),
    )
  }

  private func series(
    _ text: String,
    title: String? = nil,
    decimals: Int? = nil,
  )
    -> ColumnDeclaration
  {
    ColumnDeclaration(title: title, content: .series(Series(reading: text)), decimals: decimals)
  }

  private func figures(_ declarations: [ColumnDeclaration]) throws -> [Int64?] {
    let (definition, diagnostics) = available.declaring(declarations)
    #expect(diagnostics.isEmpty)
    let table = ImportedTable(
      titles: ["Prognos 2020", "Budget 2020"],
      rows: [("A", [700_000, 1_000_000])],
    )
    var ledger = Ledger()
    try ledger.add(table)
    return try definition.computed(from: ledger).rows[0].cells.map { $0.value.money?.minorUnits }
  }

  @Test func theSeriesThatSourcesHaveAreListedWithoutEmptyNames() throws {
    var stated = ImportedTable(text: "Område | Budget 2021 | Budget 2020\nSkola | 1 | 2")
    stated.layout.columns[1].title = ""
    let (_, diagnostics) = try TableDefinition.computed(["prognos 2021"], of: [stated])
    #expect(diagnostics.map { $0.help?.english } == ["the sources have: Budget 2021"])
  }

  @Test(arguments: [
    ("Årsarbetare 2021-08-31", SeriesKind.count), ("Andel kvinnor %", .ratio),
    ("Kronor per elev", .rate), ("Bedömning", .text), ("Prognos helår", .text),
  ])
  func aColumnThatIsNoMoneyIsFoundByItsTitle(_ title: String, _ kind: SeriesKind) throws {
    var stated = ImportedTable(text: "Nämnd | Budget 2021 | \(title)\nSkola | 12 | 34")
    stated.layout.columns[1].series.kind = kind
    let written = Series(reading: title)
    let relative = RelativeSeries(reading: title)
    let content = relative.map { ColumnDeclaration.Content.relative($0, asWritten: written) }
    let declared = ColumnDeclaration(content: content ?? .series(written))
    let (definition, diagnostics) = TableDefinition(joining: [stated]).declaring([declared])
    #expect(diagnostics.isEmpty)
    #expect(definition.columns.map(\.title) == [title])
  }

  @Test func anExpressionFindsItsColumnsWhereOneBeforeThemIsLeftOut() throws {
    let stated = ImportedTable(text: "Område | Budget 2020 | Budget 2021\nSkola | 100 | 110")
    let missing = ColumnDeclaration(
      title: "Bokslut fg år",
      content: .series(Series(reading: "bokslut 2020")),
      isOptional: true,
    )
    let (definition, diagnostics) = TableDefinition(joining: [stated]).declaring([
      missing, series("budget 2020"), series("budget 2021"),
      declared("Förändring", "Budget 2021 - Budget 2020"),
    ])
    #expect(diagnostics.map(\.severity) == [.warning])
    var ledger = Ledger()
    try ledger.add(stated)
    let table = try definition.computed(from: ledger)
    #expect(
      table.plain == """
        Område | Budget 2020 | Budget 2021 | Förändring
        Skola | 100 | 110 | 10
        Totalt | 100 | 110 | 10
        """
    )
    #expect(
      table.columns.last?.comparison
        == TableColumn.Comparison(subject: 1, base: 0, isDeviation: false)
    )
  }

  @Test(arguments: Seeds.first(10))
  func columnsMayNameEachOtherInAnyOrder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let declarations =
      [
        (series("prognos 2020"), 700_000), (series("budget 2020"), 1_000_000),
        (declared("Avvikelse", "avvikelse(Prognos 2020, Budget 2020)"), 300_000),
        (declared("Dubbelt", "Avvikelse * 2"), 600_000),
        (declared("Allt", "Dubbelt + Avvikelse"), 900_000),
        (declared("Åter", "Allt - Dubbelt"), 300_000),
      ].shuffled(using: &generator) as [(ColumnDeclaration, Int64?)]
    #expect(try figures(declarations.map(\.0)) == declarations.map(\.1))
  }

  @Test func aTitleAndDecimalsOfOnesOwnAreKept() {
    let (definition, diagnostics) = available.declaring([
      series("budget 2020", title: "Ram", decimals: 2), declared("Skillnad", "Ram - Ram"),
    ])
    #expect(diagnostics.isEmpty)
    #expect(definition.columns.map(\.title) == ["Ram", "Skillnad"])
    #expect(definition.columns.map(\.decimals) == [2, 2])
  }

  @Test func columnsDefinedByEachOtherAreReportedAtTheNameThatClosesTheCircle() {
    let (_, diagnostics) = available.declaring([
      series("budget 2020"), declared("X", "Budget 2020 + Y", line: 7),
      declared("Y", "[Z] * 2", line: 8), declared("Z", "X", line: 9), declared("S", "S", line: 10),
    ])
    #expect(diagnostics.map(\.code) == [DiagnosticCode](repeating: .expressionCycle, count: 4))
    #expect(diagnostics.map(\.location?.line) == [7, 8, 9, 10])
    #expect(diagnostics.map(\.location?.column) == [19, 5, 5, 5])
    #expect(diagnostics.map(\.location?.excerpt?.markedText) == ["Y", "[Z]", "X", "S"])
  }

  @Test func withoutAnySeriesTheHelpNamesNone() {
    var nothing = available
    nothing.columns = []
    let (_, diagnostics) = nothing.declaring([series("budget 2020")])
    #expect(diagnostics.first?.help?.english.hasPrefix("the sources have no series") == true)
  }

  @Test func anUnknownNameIsReportedAtItsPlaceWithTheNearest() {
    let (_, diagnostics) = available.declaring([
      series("budget 2020"), declared("X", "Budget 2020 + Bugdet 2020", line: 3),
    ])
    #expect(diagnostics.map(\.code) == [.columnUnknown])
    #expect(diagnostics.first?.location?.column == 19)
    #expect(diagnostics.first?.location?.excerpt?.markedText == "Bugdet 2020")
    #expect(diagnostics.first?.help?.english == "did you mean \"Budget 2020\"?")
  }

  @Test func aColumnThatWaitsForABrokenOneIsNotCalledACycle() {
    let (_, diagnostics) = available.declaring([
      series("budget 2020"), declared("X", "Budget 2020 +", line: 3),
      declared("Y", "X * 2", line: 4),
    ])
    #expect(diagnostics.first?.code == .expressionMalformed)
    #expect(!diagnostics.contains { $0.code == .expressionCycle })
  }

  @Test func aSeriesThatNoSourceHasIsReportedWithThoseThereAre() {
    let (_, diagnostics) = available.declaring([series("budget 2012")])
    #expect(diagnostics.map(\.code) == [.columnUnknown])
    #expect(diagnostics.first?.help?.english == "the sources have: Prognos 2020, Budget 2020")
  }

  @Test func everyFaultIsReportedInOneRun() {
    let (_, diagnostics) = available.declaring([
      series("utfall 2020"), declared("A", "1 +"), declared("B", "[C"), declared("D", "E"),
    ])
    #expect(
      diagnostics.map(\.code) == [
        .columnUnknown, .expressionMalformed, .expressionMalformed, .columnUnknown,
      ]
    )
  }

  @Test func twoColumnsWithOneTitleAreToldApart() throws {
    var definition = available
    try definition.addColumn(titled: "Skillnad", expression: "Budget 2020 - Prognos 2020")
    try definition.addColumn(titled: "skillnad", expression: "Prognos 2020 - Budget 2020")
    #expect(Set(definition.columns.map(\.key)).count == 4)
    #expect(Set(definition.columns.map { $0.title.lowercased() }).count == 4)
  }

  @Test func choosingColumnsKeepsTheirFigures() throws {
    var definition = available
    try definition.addColumn(titled: "Skillnad", expression: "Budget 2020 - Prognos 2020")
    try definition.addColumn(titled: "Andel", expression: "Skillnad / Budget 2020")
    let table = ImportedTable(
      titles: ["Prognos 2020", "Budget 2020"],
      rows: [("A", [700_000, 1_000_000])],
      totals: [nil, 1_000_000],
    )
    var ledger = Ledger()
    try ledger.add(table)
    var whole = try definition.computed(from: ledger)
    whole.checks = try ComputedTable.checks(of: table)
    let some = whole.selecting(columns: [3, 1])
    #expect(some.columns.map(\.title) == ["Andel", "Budget 2020"])
    #expect(some.rows.map { $0.cells[0] } == whole.rows.map { $0.cells[3] })
    #expect(some.columns[0].expression == nil)
    #expect(some.columns.map(\.isDerived) == [true, false])
    #expect(some.checks.map(\.column) == [1])
    let both = whole.selecting(columns: [2, 0, 1])
    #expect(both.columns[0].expression == .binary(.minus, .column(2), .column(1)))
    #expect(both.columns[0].comparison?.words == "2 to 1")
    let dropped = whole.selecting(columns: [2])
    #expect(dropped.columns[0].isDerived)
    #expect(dropped.checks.isEmpty)
  }

  @Test func aColumnChangesItsUnitAndItsDecimals() throws {
    let column = available.columns[0]
    #expect(column.showing(unit: .mnkr, decimals: nil).decimals == 1)
    #expect(column.showing(unit: .mnkr, decimals: 3).decimals == 3)
    #expect(column.showing(unit: .kr, decimals: 6).decimals == 2)
    #expect(column.showing(unit: .tkr, decimals: nil) == column)
    var unstated = column
    unstated.scale = Scale(unstatedWithDecimals: 2)
    #expect(unstated.showing(unit: .mnkr, decimals: nil).scale.unit == nil)
  }
}
