import KollCalculation
import KollModel
import KollTestSupport
import Testing

@Suite struct SumTests {
  private static let titles = ["Budget 2021", "Utfall 2021", "Prognos 2021"]

  private func computed(
    _ table: ImportedTable,
    adding expressions: [String] = [],
  ) throws -> ComputedTable {
    var definition = TableDefinition(joining: [table])
    for (number, text) in expressions.enumerated() {
      try definition.addColumn(titled: "Kolumn \(number)", expression: text)
    }
    var ledger = Ledger()
    try ledger.add(table)
    return try definition.computed(from: ledger)
  }

  @Test(arguments: Seeds.first(30))
  func everyTotalIsTheSumOfItsRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let rows = generator.rows(atMost: 30, columns: 3, digits: 15)
      let table = try computed(ImportedTable(titles: Self.titles, rows: rows))
      let total = try #require(table.total)
      #expect(table.rows.last == total)
      #expect(total.terms.map(\.row) == Array(rows.indices))
      for column in 0..<3 {
        let present = rows.compactMap { $0.values[column] }
        let expected = present.isEmpty ? nil : Money(minorUnits: present.reduce(0, +))
        #expect(total.cells[column].value.money == expected)
      }
    }
  }

  @Test(arguments: Seeds.first(20))
  func theOrderOfTheRowsChangesNothingButTheOrder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = generator.rows(atMost: 30, columns: 3, digits: 15)
    let expressions = ["Budget 2021 - Utfall 2021", "avvikelse%(Prognos 2021, Budget 2021)"]
    let straight = try computed(
      ImportedTable(titles: Self.titles, rows: rows),
      adding: expressions,
    )
    let mixed = try computed(
      ImportedTable(titles: Self.titles, rows: rows.shuffled(using: &generator)),
      adding: expressions,
    )
    #expect(straight.total?.figures == mixed.total?.figures)
    for row in straight.rows where row.role == .item {
      #expect(mixed.rows.first { $0.label == row.label }?.figures == row.figures)
    }
    #expect(try straight.roundingNotes() == mixed.roundingNotes())
  }

  @Test func aSumIsAbsentOnlyWhenAllItsPartsAre() throws {
    let table = try computed(
      ImportedTable(titles: Self.titles, rows: [("A", [1, nil, 0]), ("B", [nil, nil, nil])])
    )
    let cells = try #require(table.total).cells.map(\.value)
    #expect(cells[0] == .money(Money(minorUnits: 1)))
    #expect(cells[1] == .absent(.operandAbsent))
    #expect(cells[2] == .money(.zero))
  }

  @Test func anExpressionOnASumRowIsTakenOfTheSums() throws {
    let table = try computed(
      ImportedTable(titles: Self.titles, rows: [("A", [100, 50, 0]), ("B", [300, 30, 0])]),
      adding: ["Utfall 2021 / Budget 2021"],
    )
    let shares = table.rows.map { $0.cells[3].value }
    #expect(
      shares == [
        .ratio(Rational(5, decimals: 1)), .ratio(Rational(1, decimals: 1)),
        .ratio(Rational(2, decimals: 1)),
      ]
    )
  }

  @Test func aSumThatDoesNotFitIsReported() throws {
    let rows: [(label: String, values: [Int64?])] = [("A", [.max]), ("B", [1])]
    #expect(throws: AmountOverflow.self) {
      _ = try computed(ImportedTable(titles: ["Budget 2021"], rows: rows))
    }
    #expect(throws: AmountOverflow.self) {
      let table = ImportedTable(titles: ["Budget 2021"], rows: [("A", [.max])])
      _ = try computed(table, adding: ["Budget 2021 * 2"])
    }
    #expect(throws: AmountOverflow.self) {
      let table = ImportedTable(titles: ["Budget 2021"], rows: [("A", [.min])])
      var definition = TableDefinition(joining: [table])
      definition.shownSign = .result
      var ledger = Ledger()
      try ledger.add(table)
      _ = try definition.computed(from: ledger)
    }
  }

  @Test func severalTablesAreOneByAreaAndTheirColumnsStandSideBySide() throws {
    let first = ImportedTable(
      titles: ["Budget 2021"],
      rows: [("A", [1]), ("B", [2])],
      file: "b.csv",
    )
    let second = ImportedTable(
      titles: ["Utfall 2021"],
      rows: [("C", [30]), ("A", [10])],
      file: "u.csv",
    )
    let definition = TableDefinition(joining: [first, second])
    var ledger = Ledger()
    try ledger.add(first)
    try ledger.add(second)
    let table = try definition.computed(from: ledger)
    #expect(table.rows.map(\.label) == ["A", "B", "C", "Totalt"])
    let figures = table.rows.map { $0.cells.map { $0.value.money?.minorUnits } }
    #expect(figures == [[1, 10], [2, nil], [nil, 30], [3, 40]])
    #expect(table.rows.allSatisfy { $0.origin == nil })
  }

  @Test func whatIsCalledCirkaStaysCirkaInEverySum() throws {
    let scale = Scale(unit: .tkr)
    func column(_ title: String, _ expression: Expression? = nil) -> TableColumn {
      TableColumn(
        key: title.key,
        title: title,
        series: Series(.amount),
        scale: scale,
        decimals: 0,
        expression: expression,
      )
    }
    func row(_ label: String, _ amount: Int64?, isApproximate: Bool) -> RowDefinition {
      let value = amount.map { CellValue.money(Money(minorUnits: $0)) } ?? .absent(.notStated)
      return RowDefinition(
        label: label,
        path: AreaPath([label]),
        role: .item,
        content: .given([Cell(value, isApproximate: isApproximate)]),
      )
    }
    func total(_ rows: [Int]) -> RowDefinition {
      let terms = rows.map { RowTerm($0) }
      return RowDefinition(label: "Summa", path: .total, role: .total, content: .terms(terms))
    }
    let definition = TableDefinition(
      areaTitle: "Åtgärd",
      columns: [
        column("Effekt"), column("Dubbelt", .binary(.times, .column(0), .number(Rational(2)))),
      ],
      rows: [
        row("A", 1, isApproximate: true), row("B", 2, isApproximate: false),
        row("C", nil, isApproximate: true), total([0, 1]), total([1, 2]),
      ],
    )
    let cells = try definition.computed(from: Ledger()).rows.map(\.cells)
    #expect(
      cells.map { $0.map(\.isApproximate) } == [
        [true, true], [false, false], [true, true], [true, true], [false, false],
      ]
    )
  }

  @Test func theTotalKeepsTheNoteOnlyWhereRoundingIsTheCause() throws {
    var rounded = try computed(
      ImportedTable(titles: ["Budget 2021"], rows: [("A", [40_000]), ("B", [40_000])])
    )
    #expect(try rounded.roundingNotes().count == 1)
    rounded.columns[0].decimals = 1
    #expect(try rounded.roundingNotes().isEmpty)
    let whole = try computed(
      ImportedTable(titles: ["Budget 2021"], rows: [("A", [500_000]), ("B", [-300_000])])
    )
    #expect(try whole.roundingNotes().isEmpty)
  }

  @Test func absentFiguresAreNotBlamedOnRounding() throws {
    let table = try computed(
      ImportedTable(
        titles: ["Utfall 2021", "Budget 2021"],
        rows: [("A", [nil, 1_000_000]), ("B", [1_000_000, nil]), ("C", [0, 300_000])],
      ),
      adding: ["avvikelse(Utfall 2021, Budget 2021)"],
    )
    #expect(try table.roundingNotes().isEmpty)
  }
}
