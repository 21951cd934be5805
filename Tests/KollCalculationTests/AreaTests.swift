import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Reports about one area: its tables are those of the whole with everything else left out.
@Suite struct AreaTests {
  private static let titles = ["Budget 2021", "Utfall 2021"]

  @Test(arguments: Seeds.first(20))
  func anAreasOwnTableHasTheFiguresOfTheWhole(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let leaves = generator.leaves(depth: 3)
    let table = generator.table(Self.titles, of: leaves).table
    let whole = try computed(table)
    for group in whole.rows where group.role == .subtotal {
      let narrowed = try computed(table.narrowed(to: group.path))
      let part = try #require(whole.part(of: group.path))
      #expect(narrowed.total?.figures == group.figures)
      #expect(part.rows.map(\.figures) == narrowed.rows.map(\.figures))
      #expect(part.rows.map(\.path) == narrowed.rows.map(\.path))
      #expect(part.rows.map(\.terms) == narrowed.rows.map(\.terms))
      #expect(part.rows.map(\.role) == narrowed.rows.map(\.role))
    }
    let narrowed = try whole.widestGroups.flatMap { group in
      try #require(whole.part(of: group)).rows.filter { $0.role == .item }.map(\.cells)
    }
    let groups = whole.widestGroups
    let below = whole.rows.filter { row in
      row.role == .item && groups.contains { row.path.below($0) != nil }
    }
    #expect(narrowed == below.map(\.cells))
  }

  @Test func anAreaWithoutPartsIsARowAndTheTotal() throws {
    let table = ImportedTable(
      titles: Self.titles,
      rows: [("Kultur", [100, 90]), ("Vård", [500, 510])],
    )
    let own = try computed(table.narrowed(to: AreaPath(["Kultur"])))
    #expect(own.rows.map(\.label) == ["Kultur", "Totalt"])
    #expect(own.rows.allSatisfy { $0.figures == own.rows[0].figures })
    #expect(try computed(table).part(of: AreaPath(["Kultur"])) == nil)
    #expect(table.narrowed(to: AreaPath(["Skola"])).facts.isEmpty)
  }

  @Test func aStatedSumOfOtherAreasAsWellIsNoSumOfTheArea() throws {
    var table = ImportedTable(
      titles: Self.titles,
      rows: [("Kultur", [100, 90]), ("Vård", [500, 510])],
    )
    table.areas = [AreaPath(["A", "Kultur"]), AreaPath(["B", "Vård"])]
    table.layout.rows[0].area = table.areas[0]
    table.layout.rows[1].area = table.areas[1]
    func claim(_ area: AreaPath, covering rows: [Int], _ stated: Int64) -> Claim {
      Claim(
        label: "Summa",
        area: area,
        coverage: .rows(rows),
        series: 0,
        stated: Money(minorUnits: stated),
        origin: Origin(file: "a.csv", line: 9),
        reason: Phrase(sv: "", en: ""),
      )
    }
    table.claims = [
      claim(.total, covering: [0, 1], 600), claim(AreaPath(["B"]), covering: [1], 500),
    ]
    let own = table.narrowed(to: AreaPath(["B"]))
    #expect(own.claims == [claim(.total, covering: [0], 500)])
    #expect(try ComputedTable.checks(of: own).map(\.verdict) == [.equal])
  }

  private func computed(_ table: ImportedTable) throws -> ComputedTable {
    var ledger = Ledger()
    try ledger.add(table)
    return try TableDefinition(joining: [table]).computed(from: ledger)
  }
}
