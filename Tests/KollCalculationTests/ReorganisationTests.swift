import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// Figures of areas that became others.
@Suite struct ReorganisationTests {
  private func move(
    _ from: String,
    _ to: String,
    _ percent: Int64,
    _ day: String = "2021-01-01",
  ) throws -> Reorganisation.Move {
    Reorganisation.Move(
      from: AreaPath([from]),
      to: AreaPath([to]),
      share: Rational(percent, decimals: 2),
      date: try #require(Day(day)),
      origin: Origin(file: "omorganisation.csv", line: 2),
    )
  }

  @Test func figuresFromBeforeAreShownInTheNewOrganisation() throws {
    let table = ImportedTable(
      text: """
        Område          | Bokslut 2020 | Budget 2021
        Kultur          | 30           |
        Fritid          | 21           | 4
        Kultur & fritid |              | 50
        """
    )
    let reorganisation = Reorganisation([
      try move("Kultur", "Kultur & fritid", 100), try move("Fritid", "Kultur & fritid", 67),
      try move("Fritid", "Park", 33),
    ])
    let moved = try reorganisation.applied(to: [table])
    let (computed, _) = try TableDefinition.computed(["bokslut 2020", "budget 2021"], of: moved)
    #expect(
      computed.plain == """
        Område | Bokslut 2020 | Budget 2021
        Fritid |  | 4
        Kultur & fritid | 44 | 50
        Park | 7 |\u{20}
        Totalt | 51 | 54
        """
    )
  }

  @Test func aBrokenYearIsBeforeAMoveOnlyWhenItsLastMonthIs() throws {
    let table = ImportedTable(
      text: """
        Område | Bokslut 2019 | Bokslut 2020
        Kultur | 30           | 40
        """
    )
    // The year 2020 goes on to June 2021, past the move.
    let moved = try Reorganisation([try move("Kultur", "Park", 100)])
      .applied(to: [table], in: try #require(FiscalYear(beginningInMonth: 7)))
    let (computed, _) = try TableDefinition.computed(["bokslut 2019", "bokslut 2020"], of: moved)
    #expect(
      computed.plain == """
        Område | Bokslut 2019 | Bokslut 2020
        Kultur |  | 40
        Park | 30 |\u{20}
        Totalt | 30 | 40
        """
    )
  }

  @Test func anAreaThatBecameAnotherFollowsItThroughLaterMoves() throws {
    let table = ImportedTable(
      text: """
        Område | Bokslut 2019 | Bokslut 2020 | Bokslut 2021
        Bad    | 10           |              |
        Fritid | 20           | 31           |
        Kultur |              |              | 40
        """
    )
    let reorganisation = Reorganisation([
      try move("Fritid", "Kultur", 100), try move("Bad", "Fritid", 100, "2020-01-01"),
    ])
    let moved = try reorganisation.applied(to: [table])
    let columns = ["bokslut 2019", "bokslut 2020", "bokslut 2021"]
    let (computed, _) = try TableDefinition.computed(columns, of: moved)
    #expect(
      computed.plain == """
        Område | Bokslut 2019 | Bokslut 2020 | Bokslut 2021
        Kultur | 30 | 31 | 40
        Totalt | 30 | 31 | 40
        """
    )
  }

  @Test func anAreaMayBecomeOthersOnSeveralDates() throws {
    let table = ImportedTable(
      text: """
        Område | Bokslut 2019 | Bokslut 2020
        Bad    | 10           | 30
        """
    )
    let reorganisation = Reorganisation([
      try move("Bad", "Fritid", 100, "2020-01-01"), try move("Bad", "Kultur", 100),
    ])
    #expect(try reorganisation.incomplete.isEmpty)
    let moved = try reorganisation.applied(to: [table])
    let (computed, _) = try TableDefinition.computed(["bokslut 2019", "bokslut 2020"], of: moved)
    #expect(
      computed.plain == """
        Område | Bokslut 2019 | Bokslut 2020
        Fritid | 10 |\u{20}
        Kultur |  | 30
        Totalt | 10 | 30
        """
    )
  }

  @Test(arguments: Seeds.first(30))
  func noMoneyIsLostOrInvented(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let titles = ["Bokslut 2020", "Utfall 2020-11", "Budget 2021"]
    let rows = generator.rows(atMost: 20, columns: 3, digits: 12)
    let table = ImportedTable(titles: titles, rows: rows)
    var moves: [Reorganisation.Move] = []
    for row in rows where Bool.random(using: &generator) {
      let first = Int64.random(in: 1...99, using: &generator)
      moves.append(try move(row.label, "Ny \(Int.random(in: 1...3, using: &generator))", first))
      moves.append(try move(row.label, "Område 0", 100 - first))
    }
    let reorganisation = Reorganisation(moves)
    #expect(try reorganisation.incomplete.isEmpty)
    let moved = try reorganisation.applied(to: [table])
    let columns = ["bokslut 2020", "utfall 2020-11", "budget 2021"]
    let before = try TableDefinition.computed(columns, of: [table]).table
    let after = try TableDefinition.computed(columns, of: moved).table
    #expect(after.total?.figures == before.total?.figures)
  }

  @Test func sharesThatAreNotTheWholeAreFound() throws {
    let incomplete = try Reorganisation([
      try move("A", "B", 60), try move("A", "C", 30), try move("D", "B", 100),
    ]).incomplete
    #expect(incomplete.map(\.area) == [AreaPath(["A"])])
    #expect(incomplete.map(\.sum) == [Rational(9, decimals: 1)])
  }
}
