import KollCalculation
import KollModel
import KollTestSupport
import Testing

@Suite struct SavingsTests {
  private func measure(
    _ id: String,
    _ status: Savings.Status,
    _ tkr: Int64?,
    isApproximate: Bool = false,
    comment: String? = nil,
  ) -> Savings.Measure {
    var measure = Savings.Measure(
      id: id,
      text: "Åtgärd \(id)",
      status: status,
      origin: Origin(file: "m.csv", line: 3),
    )
    measure.statedThisYear = tkr.map {
      Savings.Amount(Money(minorUnits: $0 * 100_000), isApproximate: isApproximate)
    }
    measure.comment = comment
    return measure
  }

  private func savings(_ measures: [Savings.Measure], isApproximate: Bool = false) -> Savings {
    Savings(
      title: "Besparingar",
      year: 2021,
      unit: .tkr,
      task: Savings.Amount(Money(minorUnits: 890_000_000), isApproximate: isApproximate),
      measures: measures,
    )
  }

  @Test func onlyMeasuresThatAreTakenUpCount() throws {
    for status in Savings.Status.allCases {
      let counts = status != .idea && status != .dropped
      let gap = try savings([measure("S1", status, 3000)]).gap.money.minorUnits
      #expect(gap == (counts ? 590_000_000 : 890_000_000), "\(status)")
    }
  }

  @Test func whatIsMissingIsCirkaWhenAnyPartOfItIs() throws {
    let exact = measure("S1", .decided, 1000)
    let rough = measure("S2", .decided, 1000, isApproximate: true)
    let droppedRough = measure("S3", .dropped, 1000, isApproximate: true)
    #expect(try !savings([exact]).gap.isApproximate)
    #expect(try savings([exact, rough]).gap.isApproximate)
    #expect(try savings([exact], isApproximate: true).gap.isApproximate)
    #expect(try !savings([exact, droppedRough]).gap.isApproximate)
    #expect(try savings([exact, rough]).steps().identified?.isApproximate == true)
  }

  @Test func noAmountIsNotAnAmountOfZero() throws {
    #expect(try savings([measure("S1", .decided, nil)]).steps().identified == nil)
    #expect(try savings([measure("S1", .decided, 0)]).steps().identified?.money == .zero)
    let table = try savings([measure("S1", .decided, nil)]).measureTable(in: MoneyDisplay(.tkr))
    let effects = table.rows.map { $0.cells[1].value }
    #expect(effects[0] == .absent(.notStated))
    #expect(effects[1] == .absent(.operandAbsent))
    #expect(effects[2] == .money(Money(minorUnits: 890_000_000)))
    #expect(effects[3] == .money(Money(minorUnits: 890_000_000)))
  }

  @Test func theTableEndsWithWhatIsIdentifiedTheTaskAndWhatIsMissing() throws {
    let table = try savings([
      measure("S1", .decided, 3500, isApproximate: true), measure("S2", .idea, 500),
      measure("S3", .done, 6000, comment: "Klart"),
    ]).measureTable(in: MoneyDisplay(.tkr))
    #expect(table.rows.map(\.role) == [.item, .item, .item, .total, .memo, .memo])
    let effects = table.rows.map { $0.cells[1].value.money?.minorUnits }
    #expect(
      effects == [350_000_000, 50_000_000, 600_000_000, 950_000_000, 890_000_000, -60_000_000]
    )
    #expect(
      table.rows.map { $0.cells[1].isApproximate } == [true, false, false, true, false, true]
    )
    #expect(table.notes == [Note(row: "S3", text: "Klart")])
  }

  private let place = Diagnostic.Location(file: "koll.yaml", line: 12, column: 9)

  @Test func theFindingsAreAboutWhatIsMissingAndOnlyThat() throws {
    let met = savings([measure("S1", .decided, 8900)])
    #expect(try met.findings(in: nil).isEmpty && met.shortfall(at: place) == nil)
    let surpassed = savings([measure("S1", .decided, 9000), measure("S2", .idea, nil)])
    #expect(try surpassed.findings(in: nil).isEmpty && surpassed.shortfall(at: place) == nil)
    let short = savings([measure("S1", .decided, 8899), measure("S2", .decided, nil)])
    let shortfall = try #require(try short.shortfall(at: place))
    let findings = try short.findings(in: nil)
    #expect(findings.map(\.code) == [.measureWithoutAmount])
    #expect(shortfall.code == .measuresBelowTask && shortfall.location == place)
    #expect((findings + [shortfall]).allSatisfy { $0.severity == .warning })
  }

  @Test func sumsThatDoNotFitAreReported() {
    let huge = Savings.Amount(Money(minorUnits: .max), isApproximate: false)
    var savings = savings([measure("S1", .decided, 1), measure("S2", .decided, 1)])
    for index in savings.measures.indices { savings.measures[index].statedThisYear = huge }
    #expect(throws: AmountOverflow.self) { try savings.gap }
    #expect(throws: AmountOverflow.self) { try savings.measureTable(in: MoneyDisplay(.tkr)) }
    #expect(throws: AmountOverflow.self) { try savings.shortfall(at: place) }
  }
}
