import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Statutory statements with the figures of published ones.
@Suite struct StatementTests {
  private func computed(
    _ statement: Statement,
    _ text: String,
    columns: [String],
    unit: MoneyUnit = .tkr,
  ) throws -> (table: ComputedTable, diagnostics: [Diagnostic]) {
    let source = ImportedTable(text: text, unit: unit, sign: .result)
    let (table, diagnostics) = source.arranged(as: statement)
    let (definition, findings) = TableDefinition(statement, of: [table]).declaring(
      columns.map { ColumnDeclaration(content: .series(Series(reading: $0))) }
    )
    var ledger = Ledger()
    try ledger.add(table)
    var result = try definition.computed(from: ledger)
    result.checks = try ComputedTable.checks(of: table)
    return (result, diagnostics + findings)
  }

  /// The resultaträkning of Grästorp's årsredovisning 2019, in tkr.
  @Test func theResultOfAKommunTies() throws {
    let (table, diagnostics) = try computed(
      .income,
      """
      Rad                                    | Bokslut 2019
      Verksamhetens intäkter                 | 101282
      Verksamhetens kostnader                | -417698
      Avskrivningar                          | -14879
      Verksamhetens nettokostnader           | -331295
      Skatteintäkter                         | 257770
      Generella statsbidrag och utjämning    | 86552
      Verksamhetens resultat                 | 13027
      Finansiella intäkter                   | 794
      Finansiella kostnader                  | -1778
      Resultat efter finansiella poster      | 12043
      Extraordinära poster                   |
      Årets resultat                         | 12043
      """,
      columns: ["bokslut 2019"],
    )
    #expect(diagnostics.isEmpty)
    #expect(
      table.plain == """
        Rad | Bokslut 2019
        Verksamhetens intäkter | 101282
        Verksamhetens kostnader | -417698
        Avskrivningar | -14879
        Verksamhetens nettokostnader | -331295
        Skatteintäkter | 257770
        Generella statsbidrag och utjämning | 86552
        Verksamhetens resultat | 13027
        Finansiella intäkter | 794
        Finansiella kostnader | -1778
        Resultat efter finansiella poster | 12043
        Extraordinära poster |\u{20}
        Årets resultat | 12043
        """
    )
    #expect(table.checks.map(\.verdict) == [.equal, .equal, .equal, .equal])
  }

  /// Vännäs 2019, in tenths of mnkr: each figure was rounded by itself.
  @Test func aBalanskravsutredningIsComputedFromItsRows() throws {
    let (table, diagnostics) = try computed(
      .balanceRequirement,
      """
      Rad                                                          | Bokslut 2019
      Årets resultat enligt resultaträkningen                      | 282
      Reducering av samtliga realisationsvinster                   | -51
      Orealiserade vinster och förluster i värdepapper             | -75
      Årets resultat efter balanskravsjusteringar                  | 155
      Reservering av medel till resultatutjämningsreserv           |
      Årets balanskravsresultat                                    | 155
      """,
      columns: ["bokslut 2019"],
    )
    #expect(diagnostics.isEmpty)
    let result = try #require(table.rows.first { $0.label == "Årets balanskravsresultat" })
    #expect(result.cells.first?.value.money == Money(minorUnits: 15_600_000))
    #expect(table.checks.map(\.verdict) == [.rounding, .rounding])
  }

  @Test func localLabelsAndVaravRowsKeepTheirPlaces() throws {
    var source = ImportedTable(
      text: """
        Rad                           | Budget 2021
        2. Verksamhetens kostnader    | -300
        varav jämförelsestörande      | -20
        1. Verksamhetens intäkter (netto) | 100
        Av- och nedskrivningar        | -10
        """,
      sign: .result,
    )
    source.layout.rows[1].role = .ofWhich
    source.layout.rows[1].area = AreaPath([
      "2. Verksamhetens kostnader", "varav jämförelsestörande",
    ])
    source.areas[1] = source.layout.rows[1].area
    let (table, diagnostics) = source.arranged(as: .income)
    #expect(diagnostics.isEmpty)
    var ledger = Ledger()
    try ledger.add(table)
    let rows = try TableDefinition(.income, of: [table]).computed(from: ledger).rows
    #expect(
      rows.prefix(5).map(\.label) == [
        "Verksamhetens intäkter", "Verksamhetens kostnader", "varav jämförelsestörande",
        "Avskrivningar", "Verksamhetens nettokostnader",
      ]
    )
    #expect(
      rows.prefix(5).map { $0.cells[0].value.money?.minorUnits } == [
        10_000_000, -30_000_000, -2_000_000, -1_000_000, -21_000_000,
      ]
    )
  }

  @Test func aRowThatTheStatementDoesNotHaveIsAnErrorWithTheNearest() {
    let source = ImportedTable(
      text: """
        Rad                    | Budget 2021
        Verksamhetens intäkter | 100
        Skateintäkter          | 900
        Verksamhetens intäkter | 5
        """,
      sign: .result,
    )
    let (_, diagnostics) = source.arranged(as: .income)
    #expect(diagnostics.map(\.code) == [.lineUnknown, .duplicateFact])
    #expect(diagnostics.first?.help?.english == "did you mean \"Skatteintäkter\"?")
    #expect(diagnostics.map(\.location?.line) == [3, 4])
  }

  @Test(arguments: Statement.builtIn)
  func everySumIsOfRowsBeforeIt(statement: Statement) {
    var before: Set<String> = []
    for row in statement.rows {
      if case .sum(let keys) = row.content {
        #expect(Set(keys).isSubset(of: before), "\(row.key)")
        #expect(!keys.isEmpty)
      }
      #expect(before.insert(row.key).inserted, "\(row.key) stands twice")
    }
  }
}

/// What follows from a resultaträkning and a balanskravsutredning.
@Suite struct KeyFigureTests {
  private func money(_ tkr: Int64) -> Money { Money(minorUnits: tkr * 100_000) }

  /// Taxes and grants of 344 322 tkr: one per cent is 3 443,22 and two are 6 886,44.
  @Test func theReserveTakesWhatExceedsAShareOfTaxes() throws {
    let reserve = ResultReserve(
      result: money(12_043),
      adjustedResult: money(11_000),
      taxesAndGrants: money(344_322),
    )
    #expect(try reserve.limit(isEquityNegative: false) == Money(minorUnits: 755_678_000))
    #expect(try reserve.limit(isEquityNegative: true) == Money(minorUnits: 411_356_000))
    #expect(try reserve.ceiling == Money(minorUnits: 1_721_610_000))
  }

  @Test func aResultBelowTheShareGivesNothingToReserve() throws {
    for result in [3_000, -500] as [Int64] {
      let reserve = ResultReserve(
        result: money(result),
        adjustedResult: money(9_000),
        taxesAndGrants: money(344_322),
      )
      #expect(try reserve.limit(isEquityNegative: false) == .zero)
    }
  }

  /// Grästorp 2019: 331 295 of 257 770 + 86 552 are 96,2 per cent.
  @Test func netCostsAreAShareOfTaxesAndGrants() throws {
    let source = ImportedTable(
      text: """
        Rad                                 | Bokslut 2019 | Budget 2019
        Verksamhetens intäkter              | 101282       | 100000
        Verksamhetens kostnader             | -417698      | -400000
        Avskrivningar                       | -14879       |
        Skatteintäkter                      | 257770       |
        Generella statsbidrag och utjämning | 86552        |
        """,
      sign: .result,
    )
    let (table, _) = source.arranged(as: .income)
    var ledger = Ledger()
    try ledger.add(table)
    let computed = try TableDefinition(.income, of: [table]).computed(from: ledger)
    let shares = try computed.netCostShares
    #expect(shares.map(\.column.title) == ["Bokslut 2019"])
    #expect(shares.map(\.share) == [Rational(331_295, over: 344_322)])
  }
}
