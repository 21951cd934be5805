import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Sums of organisations of any shape.
@Suite struct TreePropertyTests {
  private static let titles = ["Budget 2021", "Utfall 2021", "Utfall 2020"]
  private static let seeds = Seeds.first(10)

  private func expectSums(of random: RandomTable, in table: ComputedTable) {
    for row in table.rows {
      for column in Self.titles.indices {
        #expect(row.cells[column].value.money == random.sum(below: row.path, column: column))
      }
    }
    #expect(table.rows.count { $0.role == .item } == random.figures.count)
    #expect(table.rows.last?.path == .total)
  }

  private func computed(
    _ table: ImportedTable,
    in structure: Structure? = nil,
  ) throws -> ComputedTable {
    var definition = TableDefinition(joining: [table], inOrderOf: structure)
    try definition.addColumn(titled: "Förändring", expression: "Utfall 2021 - Utfall 2020")
    try definition.addColumn(titled: "Andel", expression: "Utfall 2021 / Budget 2021")
    var ledger = Ledger()
    try ledger.add(table)
    return try definition.computed(from: ledger)
  }

  @Test(arguments: seeds, 1...6)
  func everySumIsThatOfItsLeaves(seed: UInt64, depth: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let random = generator.table(Self.titles, of: generator.leaves(depth: depth))
    let table = try computed(random.table)
    #expect(table.rows.map(\.level).max() == depth)
    expectSums(of: random, in: table)
  }

  /// A register of the organisation, and a file that names its leaves alone, in any order.
  @Test(arguments: seeds, 1...6)
  func aStructurePutsAFlatFilesFiguresInTheSameSums(seed: UInt64, depth: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let leaves = generator.leaves(depth: depth)
    let random = generator.table(Self.titles, of: leaves)
    var areas: [[String]] = []
    for leaf in leaves {
      for level in leaf.labels.indices {
        let area = Array(leaf.labels[...level])
        if !areas.contains(area) { areas.append(area) }
      }
    }
    let register = areas.map { "\($0.last ?? "");\($0.last ?? "");\($0.dropLast().last ?? "")" }
    let structure = try Structure.built(register)
    var flat = random.table
    flat.areas = flat.areas.map { AreaPath($0.labels.suffix(1)) }
    for index in flat.layout.rows.indices { flat.layout.rows[index].area = flat.areas[index] }
    flat.layout.rows.shuffle(using: &generator)
    let placement = try Placement(of: [flat], in: structure)
    #expect(placement.diagnostics.filter { $0.code != .areaWithoutFigures }.isEmpty)
    let table = try computed(try #require(placement.tables.first), in: structure)
    #expect(table.rows.dropLast().map(\.path.labels) == areas)
    expectSums(of: random, in: table)
  }

  @Test(arguments: seeds, 1...6)
  func theOrderOfTheFactsChangesNoCell(seed: UInt64, depth: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let random = generator.table(Self.titles, of: generator.leaves(depth: depth))
    var mixed = generator.splitOnAccounts(random.table)
    let straight = try computed(mixed)
    mixed.facts.shuffle(using: &generator)
    #expect(try computed(mixed) == straight)
    #expect(straight.rows == (try computed(random.table)).rows)
  }
}
