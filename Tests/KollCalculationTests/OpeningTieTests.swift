import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// What a year opens with is what the year before closed with.
@Suite struct OpeningTieTests {
  private func ties(_ statement: Statement, _ texts: String...) throws -> [Tie] {
    let tables = texts.map { text in
      ImportedTable(text: text, unit: .tkr, sign: .result).arranged(as: statement).table
    }
    return try Tie.openings(of: statement, in: tables, of: .calendar)
  }

  @Test func aDeficitToRestoreOpensWithWhatTheYearBeforeClosedWith() throws {
    let ties = try ties(
      .balanceRequirement,
      """
      Rad                                               | Bokslut 2019 | Bokslut 2020 | Prognos 2021 | Budget 2021
      IB ackumulerade ej återställda negativa resultat  | 0            | -50          | -30          | -99
      UB att återställa inom tre år                     | -50          | -30          | -10          | 0
      """,
    )
    #expect(ties.map(\.verdict) == [.equal, .equal])
    #expect(
      ties.map(\.left.label) == [
        "Bokslut 2020, Ingående ackumulerade ej återställda negativa resultat",
        "Prognos 2021, Ingående ackumulerade ej återställda negativa resultat",
      ]
    )
    #expect(
      ties.last?.right.label
        == "Bokslut 2020, Utgående negativt resultat att återställa inom tre år"
    )
  }

  @Test func aDeficitThatOpensWithAnotherFigureIsTold() throws {
    let ties = try ties(
      .balanceRequirement,
      """
      Rad                                               | Bokslut 2020 | Utfall jan-aug 2021
      IB ackumulerade ej återställda negativa resultat  | 0            | -25
      UB att återställa inom tre år                     | -30          |
      """,
    )
    #expect(ties.map(\.verdict) == [.differs])
    #expect(ties.first?.difference == Money(minorUnits: 500_000))
  }

  @Test(arguments: ["UB 2020", "Bokslut 2020", "Utgående balans 2020", "2020-12-31"])
  func aBalansräkningOpensWithTheYearBefore(closing: String) throws {
    func sheet(opening cash: Int) throws -> [Tie] {
      try ties(
        .balanceSheet,
        """
        Rad                    | \(closing) | IB 2021
        Mark, byggnader och tekniska anläggningar | 900 | 900
        Kassa och bank         | 100 | \(cash)
        Årets resultat         | 20  | 0
        Övrigt eget kapital    | 480 | 500
        Långfristiga skulder   | 500 | \(cash + 400)
        """,
      )
    }
    let whole = try sheet(opening: 100)
    #expect(whole.map(\.verdict) == [.equal])
    #expect(whole.first?.left.label == "IB 2021, Summa eget kapital, avsättningar och skulder")
    let broken = try sheet(opening: 90).filter { $0.verdict == .differs }
    #expect(broken.contains { $0.left.label == "IB 2021, Kassa och bank" })
    #expect(broken.contains { $0.left.label == "IB 2021, Summa tillgångar" })
    #expect(broken.contains { $0.right.label == "\(closing), Långfristiga skulder" })
  }

  @Test func whatClosesTheSameYearOrABudgetIsNotCompared() throws {
    let ties = try ties(
      .balanceSheet,
      """
      Rad            | IB 2021 | UB 2021 | Budget 2020 | Utfall 2020-12
      Kassa och bank | 100     | 90      | 80          | 70
      """,
    )
    #expect(ties.isEmpty)
  }

  @Test func filesOfDifferentYearsAreComparedWithEachOther() throws {
    let ties = try ties(
      .balanceSheet,
      """
      Rad            | UB 2020
      Kassa och bank | 100
      """,
      """
      Rad            | IB 2021
      Kassa och bank | 110
      """,
    )
    #expect(ties.contains { $0.left.label == "IB 2021, Kassa och bank" && $0.verdict == .differs })
  }
}
