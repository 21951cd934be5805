import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Groups as blocks of a planning template: a heading, the rows that a unit fills in, and a sum.
@Suite struct BlockTests {
  private let plan = ImportedTable(
    text: """
      Besluts/verksamhetsområden | Prognos 2020 | Budget 2021 kostnader | Budget 2021 intäkter
      Kommunchef/Sektorcentrala medel  | 16 | 20 | 1
      Kommunchef/Ekonomi               | 17 | 19 |
      Räddningstjänst/BORF             | 31 | 33 |
      """
  )

  private func blocks(_ table: ImportedTable) throws -> ComputedTable {
    let columns = [
      "prognos 2020", "budget 2021 kostnader", "budget 2021 intäkter", "budget 2021",
    ]
    let (definition, diagnostics) = TableDefinition(joining: [table]).inBlocks.declaring(
      columns.map { ColumnDeclaration(content: .series(Series(reading: $0))) }
    )
    #expect(diagnostics.isEmpty)
    var ledger = Ledger()
    try ledger.add(table)
    return try definition.computed(from: ledger)
  }

  @Test func theSumOfABlockStandsBelowItsRows() throws {
    #expect(
      try blocks(plan).plain == """
        Område | Prognos 2020 | Budget 2021 kostnader | Budget 2021 intäkter | Budget 2021
        Kommunchef |  |  |  |\u{20}
          Sektorcentrala medel | 16 | 20 | 1 | 19
          Ekonomi | 17 | 19 |  | 19
        Summa Kommunchef | 33 | 39 | 1 | 38
        Räddningstjänst |  |  |  |\u{20}
          BORF | 31 | 33 |  | 33
        Summa Räddningstjänst | 31 | 33 |  | 33
        Totalt | 64 | 72 | 1 | 71
        """
    )
  }

  @Test(arguments: Seeds.first(20))
  func blocksChangeNoSum(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var table = ImportedTable(
      titles: ["Prognos 2020", "Budget 2021 kostnader", "Budget 2021 intäkter"],
      rows: generator.rows(atMost: 40, columns: 3, digits: 9),
    )
    for index in table.areas.indices {
      let depth = Int.random(in: 1...4, using: &generator)
      let above = (1..<depth).map { "\($0) \(Int.random(in: 1...2, using: &generator))" }
      table.areas[index] = AreaPath(above + table.areas[index].labels)
      table.layout.rows[index].area = table.areas[index]
    }
    let groups = try TableDefinition.computed(
      ["prognos 2020", "budget 2021 kostnader", "budget 2021 intäkter", "budget 2021"],
      of: [table],
    ).table
    let blocks = try blocks(table)
    #expect(blocks.total?.figures == groups.total?.figures)
    for group in groups.rows where group.role == .subtotal {
      let sum = blocks.rows.first { $0.role == .subtotal && $0.path == group.path }
      #expect(sum?.figures == group.figures)
    }
    #expect(
      blocks.rows.filter { $0.role == .item }.map(\.path)
        == groups.rows.filter { $0.role == .item }.map(\.path)
    )
  }
}
