import KollCalculation
import KollModel
import KollTestSupport
import Testing

@Suite struct PlacementTests {
  private static let organisation = [
    "0;Kommunen;;kommun", "1;Barn;0", "11;Förskola;1", "111;Solen;11", "112;Månen;11", "12;Skola;1",
    "2;Kultur;0", "21;Museum;2;;;2020-12-31", "22;Bibliotek;2",
  ]

  private func table(
    _ rows: [(label: String, values: [Int64?])],
    _ titles: [String] = ["Budget 2021"],
    totals: [Int64?] = [],
    file: String = "a.csv",
  ) -> ImportedTable {
    ImportedTable(titles: titles, rows: rows, totals: totals, file: file)
  }

  private func placed(
    _ tables: [ImportedTable],
    in rows: [String] = Self.organisation,
  ) throws -> Placement {
    try Placement(of: tables, in: try Structure.built(rows))
  }

  /// The rows of the one table: their paths and the figures in the first column.
  private func rows(
    _ tables: [ImportedTable],
    column: Int = 0,
  ) throws -> [(path: [String], amount: Int64?)] {
    let structure = try Structure.built(Self.organisation)
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    let definition = TableDefinition(joining: tables, inOrderOf: structure)
    return try definition.computed(from: ledger).rows.map {
      ($0.path.labels, $0.cells[column].value.money?.minorUnits)
    }
  }

  private let all: [(label: String, values: [Int64?])] = [
    ("22 Bibliotek", [5]), ("Månen", [2]), ("12", [4]), ("solen", [1]),
  ]

  @Test func aFlatFileGetsTheHierarchyAndTheOrderOfTheStructure() throws {
    let placement = try placed([table(all)])
    #expect(placement.diagnostics.isEmpty, "\(placement.diagnostics)")
    let rows = try rows(placement.tables)
    #expect(
      rows.map(\.path) == [
        ["Barn"], ["Barn", "Förskola"], ["Barn", "Förskola", "Solen"],
        ["Barn", "Förskola", "Månen"],
        ["Barn", "Skola"], ["Kultur"], ["Kultur", "Bibliotek"], [],
      ]
    )
    #expect(rows.map(\.amount) == [7, 3, 1, 2, 4, 5, 5, 12])
  }

  @Test func aBrokenYearGoesOnIntoTheNext() throws {
    let structure = try Structure.built(["1;Barn", "2;Kultur;;;2021-03-01"])
    let table = table([("Barn", [1]), ("Kultur", [2])], ["Budget 2020"])
    let broken = try #require(FiscalYear(beginningInMonth: 7))
    #expect(try Placement(of: [table], in: structure, broken).diagnostics.isEmpty)
    let codes = try Placement(of: [table], in: structure).diagnostics.map(\.code)
    #expect(codes == [.areaNotValid])
  }

  @Test func permutingTheRowsChangesNothing() throws {
    let straight = try rows(try placed([table(all)]).tables)
    for seed in Seeds.first(20) {
      var generator = SeededGenerator(seed: seed)
      let mixed = try rows(try placed([table(all.shuffled(using: &generator))]).tables)
      #expect(mixed.map(\.path) == straight.map(\.path))
      #expect(mixed.map(\.amount) == straight.map(\.amount))
    }
  }

  @Test func aRowThatIsTheSumOfThoseBelowItIsAClaim() throws {
    let sums: [(label: String, values: [Int64?])] = [("Barn", [7]), ("Förskola", [3])]
    let placement = try placed([table(sums + all, totals: [12])])
    #expect(placement.diagnostics.isEmpty, "\(placement.diagnostics)")
    #expect(try rows(placement.tables).last?.amount == 12)
    #expect(
      try rows(placement.tables).map(\.path) == rows(try placed([table(all)]).tables).map(\.path)
    )
    let checks = try ComputedTable.checks(of: placement.tables[0])
    #expect(checks.map(\.verdict) == [.equal, .equal, .equal])
    #expect(checks.map(\.path.labels) == [[], ["Barn", "Förskola"], ["Barn"]])
  }

  @Test func aRowThatIsNotTheSumOfThoseBelowItIsAnError() throws {
    let placement = try placed([table([("Barn", [9_999_999])] + all)])
    #expect(placement.diagnostics.map(\.code) == [.areaCountedTwice])
    #expect(placement.diagnostics.first?.location?.line == 2)
    #expect(placement.tables == [table([("Barn", [9_999_999])] + all)])
  }

  @Test func anAreaAndThoseBelowItInTwoFilesAreNotBothCounted() throws {
    let parent = table([("Barn", [7])], file: "b.csv")
    let placement = try placed([table(all), parent])
    #expect(placement.diagnostics.map(\.code) == [.areaCountedTwice])
    #expect(placement.diagnostics.first?.location?.file == "b.csv")
  }

  @Test func whatOnlyAnAreaAboveStatesIsKeptBesideThoseBelowIt() throws {
    let frames = table([("Barn", [70]), ("Kultur", [50])], ["Ram 2021"], file: "b.csv")
    let placement = try placed([table(all), frames])
    #expect(placement.diagnostics.isEmpty, "\(placement.diagnostics)")
    let rows = try rows(placement.tables, column: 1)
    #expect(rows.first { $0.path == ["Barn"] }?.amount == 70)
    #expect(rows.first { $0.path == ["Barn", "Barn, ofördelat"] }?.amount == 70)
    #expect(rows.last?.amount == 120)
  }

  @Test func oneFindingTellsOfALabelOnAllItsLines() throws {
    let path = AreaPath(["Kultur", "Museet"])
    var unknown = table([("Museet", [1]), ("Bibliotek", [1]), ("MUSEET", [2])])
    unknown.areas[2] = path
    unknown.layout.rows[2].area = path
    let placement = try placed([unknown])
    #expect(placement.diagnostics.map(\.code) == [.areaUnknown])
    let finding = try #require(placement.diagnostics.first)
    #expect(finding.message.english == "\"Museet\" is no area of the structure; lines 2, 4")
    #expect(finding.help?.english == "did you mean \"Museum\"?")
  }

  @Test func figuresOfAnAreaThatDoesNotExistThenAreToldAndCounted() throws {
    let placement = try placed([table([("Museum", [1])] + all)])
    #expect(placement.diagnostics.map(\.code) == [.areaNotValid])
    #expect(placement.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(try rows(placement.tables).last?.amount == 13)
    let before = try placed([table([("Museum", [1])] + all, ["Budget 2020"])])
    #expect(before.diagnostics.isEmpty)
  }

  @Test func aLeafWithoutFiguresIsToldUnlessOneAboveStandsForIt() throws {
    let some = try placed([table([("Solen", [1]), ("Skola", [4]), ("Kultur", [5])])])
    #expect(some.diagnostics.map(\.code) == [.areaWithoutFigures])
    #expect(some.diagnostics.map(\.value) == ["Barn / Förskola / Månen"])
    let upper = try placed([table([("Barn", [1]), ("Kultur", [5])])])
    #expect(upper.diagnostics.isEmpty, "\(upper.diagnostics)")
  }

  @Test func twoNamesOfOneAreaAreAnOverlap() throws {
    let placement = try placed([table([("Solen", [1]), ("111", [2])] + all.dropLast())])
    let overlaps = Overlap.all(in: placement.tables)
    #expect(overlaps.map(\.area.labels) == [["Barn", "Förskola", "Solen"]])
    #expect(overlaps.map(\.later.line) == [3])
  }

  @Test func varavRowsStayWithTheirAreasAndAverageRowsAtTheEnd() throws {
    var source = table([("Solen", [3]), ("varav hyra", [1]), ("Snitt", [2])] + all.dropLast())
    for (row, role, path) in [
      (1, RowRole.ofWhich, ["Solen", "varav hyra"]), (2, .memo, ["Snitt"]),
    ] {
      source.layout.rows[row].role = role
      source.layout.rows[row].area = AreaPath(path)
      source.areas[row] = AreaPath(path)
    }
    let paths = try rows(try placed([source]).tables).map(\.path)
    #expect(
      paths[2...3] == [
        ["Barn", "Förskola", "Solen"], ["Barn", "Förskola", "Solen", "varav hyra"],
      ]
    )
    #expect(paths.suffix(2) == [["Snitt"], []])
  }
}

@Suite struct TableAlignmentTests {
  @Test func filesOfDifferentConventionsAreTurnedToTheFirst() throws {
    let cost = ImportedTable(titles: ["Budget 2021", "Avvikelse"], rows: [("A", [5, 1])])
    let result = ImportedTable(
      titles: ["Budget 2021", "Avvikelse"],
      rows: [("B", [-7, 2])],
      totals: [-7, 2],
      sign: .result,
      file: "b.csv",
    )
    let tables = try [cost, result].inCommonSign()
    #expect(tables[0] == cost)
    #expect(tables[1].layout.sign == .cost)
    #expect(tables[1].facts.map(\.amount.minorUnits) == [7, 2])
    #expect(tables[1].claims.map(\.stated.minorUnits) == [7, 2])
  }
}
