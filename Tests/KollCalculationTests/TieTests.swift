import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Figures that must be the same in different tables.
@Suite struct TieTests {
  /// A table whose total is an amount in a unit, shown in mnkr with one decimal.
  private func table(_ amount: Int, _ unit: MoneyUnit) throws -> ComputedTable {
    let imported = ImportedTable(
      text: "Område | Utfall 2021\nHamn | \(amount)",
      unit: unit,
      sign: .cost,
    )
    var definition = TableDefinition(joining: [imported])
    definition.columns = definition.columns.map { $0.showing(unit: .mnkr, decimals: 1) }
    var ledger = Ledger()
    try ledger.add(imported)
    return try definition.computed(from: ledger)
  }

  @Test(arguments: [
    (1_000, MoneyUnit.tkr, 1_000, MoneyUnit.tkr, Check.Verdict.equal),
    (1_000, .tkr, 1_001, .tkr, .rounding), (1_000, .tkr, 1_002, .tkr, .differs),
    (1_000, .tkr, 1_000_900, .kr, .rounding), (1_001_100, .kr, 1_000, .tkr, .differs),
    (1_000_000, .kr, 1_000_900, .kr, .differs), (1, .mnkr, 1_002, .tkr, .rounding),
  ])
  func roundingIsThatOfTheSourcesAndNotOfWhatIsShown(
    _ left: Int,
    _ unit: MoneyUnit,
    _ right: Int,
    _ other: MoneyUnit,
    _ verdict: Check.Verdict,
  ) throws {
    let first = try #require(Tie.Row(totalOf: try table(left, unit)))
    let second = try #require(Tie.Row(totalOf: try table(right, other)))
    let ties = try Tie.all(first, second, named: ("Resultat", "Områdena"))
    #expect(ties.map(\.verdict) == [verdict])
  }
}
