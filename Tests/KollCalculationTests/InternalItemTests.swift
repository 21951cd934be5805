import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Items between parts of the same organisation: shown by area, taken from the total.
@Suite struct InternalItemTests {
  /// Amounts in tkr by area and counterpart, income below zero.
  private func ledger(
    _ amounts: [(area: String, counterpart: String?, tkr: Int64)]
  ) -> ImportedTable {
    var table = ImportedTable(
      titles: ["Utfall 2021"],
      rows: amounts.map { ($0.area, [nil]) },
      sign: .ledger,
    )
    table.lines = amounts.map { Line(account: "5010", counterpart: $0.counterpart) }
    table.facts = amounts.enumerated().map { index, item in
      Fact(
        area: index,
        line: index,
        series: 0,
        amount: Money(minorUnits: item.tkr * 100_000),
        origin: Origin(file: "a.csv", line: index + 2),
      )
    }
    return table
  }

  private func computed(_ table: ImportedTable) throws -> ComputedTable {
    let items = InternalItems(counterparts: ["8", "91"])
    #expect(items.areIn(table))
    var ledger = Ledger()
    try ledger.add(table)
    return try TableDefinition(joining: [table]).eliminating(items).computed(from: ledger)
  }

  @Test func theTotalIsWithoutThem() throws {
    let table = try computed(
      ledger([
        ("Skola", nil, 900), ("Skola", "812 Lokaler", 200), ("Lokaler", "910", -200),
        ("Lokaler", "90", -30),
      ])
    )
    #expect(
      table.plain == """
        Område | Utfall 2021
        Skola | 1100
        Lokaler | -230
        Eliminering av interna poster | 0
        Totalt | 870
        """
    )
    #expect(try Tie.internalItems(in: table).map(\.verdict) == [.equal])
  }

  @Test func aCounterpartThatIsMissingOnOneSideShows() throws {
    let table = try computed(ledger([("Skola", "8", 200), ("Lokaler", nil, -200)]))
    #expect(table.total?.cells.first?.value.money == Money(minorUnits: -20_000_000))
    let ties = try Tie.internalItems(in: table)
    #expect(ties.map(\.verdict) == [.differs])
    #expect(ties.first?.difference == Money(minorUnits: 20_000_000))
  }
}
