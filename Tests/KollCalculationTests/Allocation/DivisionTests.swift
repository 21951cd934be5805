import KollCalculation
import KollModel
import KollTestSupport
import Testing

/// A task handed down areas: locks, shares, drivers, levels, and what stands in the way.
struct DivisionTests {
  /// Areas with their figures in tkr; a group is the sum that it states.
  private func table(_ rows: [(String, Int64?)]) -> ComputedTable {
    let paths = rows.map { $0.0.split(separator: "/").map(String.init) }
    return ComputedTable(
      areaTitle: "Område",
      columns: [
        TableColumn(
          key: "budget",
          title: "Budget",
          series: Series(.budget, year: 2020),
          scale: Scale(unit: .tkr),
          decimals: 0,
        )
      ],
      rows: zip(rows, paths).map { row, path in
        ComputedRow(
          label: path.last ?? "",
          path: AreaPath(path),
          role: paths.contains { $0.count > path.count && $0.starts(with: path) }
            ? .subtotal : .item,
          cells: [Cell(row.1.map { .money(tkr($0)) } ?? .absent(.notStated))],
        )
      },
    )
  }

  private func tkr(_ amount: Int64) -> Money { Money(minorUnits: amount * 100_000) }

  private func plan(
    _ method: AllocationPlan.Method...,
    limits: [String: (inout AllocationLimit) -> Void] = [:],
    change: (inout AllocationPlan) -> Void = { _ in },
  ) -> AllocationPlan {
    var plan = AllocationPlan(methods: method, unit: .tkr)
    for (number, (area, set)) in limits.sorted(by: { $0.key < $1.key }).enumerated() {
      var limit = AllocationLimit(origin: Origin(file: "fördelning.csv", line: number + 2))
      set(&limit)
      plan.limits[AreaPath(area.split(separator: "/").map(String.init))] = limit
    }
    change(&plan)
    return plan
  }

  private var byBudget: AllocationPlan.Method {
    .proportional(ColumnDeclaration(content: .expression("Budget")))
  }

  /// The parts in tkr by area.
  private func parts(
    of amount: Int64,
    _ rows: [(String, Int64?)],
    _ plan: AllocationPlan,
  ) throws -> [String: Int64] {
    let division = try #require(try plan.divide(tkr(amount), over: table(rows)).division)
    return Dictionary(
      uniqueKeysWithValues: division.parts.map {
        ($0.labels.joined(separator: "/"), $1.amount.minorUnits / 100_000)
      }
    )
  }

  private func refusal(
    of amount: Int64,
    _ rows: [(String, Int64?)],
    _ plan: AllocationPlan,
  ) throws -> Diagnostic {
    let (division, diagnostics) = try plan.divide(tkr(amount), over: table(rows))
    #expect(division == nil)
    return try #require(diagnostics.first)
  }

  private let levels: [(String, Int64?)] = [
    ("Skola", 600), ("Skola/Förskola", 200), ("Skola/Grundskola", 400), ("Vård", 300),
    ("Vård/Äldre", 100), ("Vård/Unga", 200), ("Kansli", 100),
  ]

  @Test func everyLevelSharesTheRoundedPartAboveIt() throws {
    #expect(
      try parts(of: 101, levels, plan(byBudget)) == [
        "Skola": 61, "Skola/Förskola": 20, "Skola/Grundskola": 41, "Vård": 30, "Vård/Äldre": 10,
        "Vård/Unga": 20, "Kansli": 10,
      ]
    )
    let highest = try parts(of: 101, levels, plan(byBudget) { $0.depth = 1 })
    #expect(highest == ["Skola": 61, "Vård": 30, "Kansli": 10])
  }

  @Test func levelsMayHaveMethodsOfTheirOwn() throws {
    let parts = try parts(of: 100, levels, plan(byBudget, .equal))
    #expect(parts["Skola/Förskola"] == 30)
    #expect(parts["Vård/Unga"] == 15)
  }

  @Test func aLockedGroupBindsThoseBelowAndALockedUnitItsSiblings() throws {
    let parts = try parts(
      of: 100,
      levels,
      plan(
        byBudget,
        limits: ["Skola": { $0.amount = tkr(20) }, "Vård/Unga": { $0.amount = tkr(5) }],
      ),
    )
    #expect(parts["Skola"] == 20)
    #expect(parts["Skola/Grundskola"] == 13)
    #expect(parts["Vård"] == 60)
    #expect(parts["Vård/Äldre"] == 55)
    #expect(parts["Kansli"] == 20)
  }

  @Test func whatLocksMovedIsTold() throws {
    let locked = plan(
      byBudget,
      limits: [
        "Kansli": {
          $0.amount = .zero
          $0.reason = "bundet"
        }
      ],
    )
    let division = try #require(try locked.divide(tkr(100), over: table(levels)).division)
    let skola = AreaPath(["Skola"])
    #expect(division.parts[skola]?.amount == tkr(67))
    #expect(division.parts[skola]?.unlocked == tkr(60))
    #expect(division.parts[AreaPath(["Kansli"])]?.limit?.justification == "bundet")
    #expect(division.isProposal)
  }

  @Test func aDecisionOfAllPartsIsNoProposal() throws {
    let rows: [(String, Int64?)] = [("A", 1), ("B", 2)]
    let decided = plan(
      byBudget,
      limits: ["A": { $0.amount = tkr(60) }, "B": { $0.amount = tkr(40) }],
    )
    let division = try #require(try decided.divide(tkr(100), over: table(rows)).division)
    #expect(!division.isProposal)
    let amiss = try refusal(of: 99, rows, decided)
    #expect(amiss.message.english.contains("100\u{A0}tkr, more than 99\u{A0}tkr"))
    #expect(try refusal(of: 101, rows, decided).message.swedish.hasPrefix("1\u{A0}tkr av 101"))
  }

  @Test func sharesAreTheWholeOrRefused() throws {
    let rows: [(String, Int64?)] = [("A", nil), ("B", nil), ("C", nil)]
    let half = Rational(1, over: 2)
    let whole = plan(.shares, limits: ["A": { $0.share = half }, "C": { $0.share = half }])
    #expect(try parts(of: 9, rows, whole) == ["A": 5, "B": 0, "C": 4])
    let lacking = plan(
      .shares,
      limits: ["A": { $0.share = half }, "C": { $0.share = Rational(2, over: 5) }],
    )
    #expect(try refusal(of: 9, rows, lacking).message.english.contains("90,00 %, not 100 %"))
  }

  @Test func sharesAreNotAskedForWhereAllIsLocked() throws {
    let rows: [(String, Int64?)] = [("A", nil), ("B", nil)]
    let locked = plan(.shares, limits: ["A": { $0.amount = tkr(4) }, "B": { $0.amount = tkr(5) }])
    #expect(try parts(of: 9, rows, locked) == ["A": 4, "B": 5])
  }

  @Test func whatThoseBelowAGroupCannotTakeMayStayWithTheGroup() throws {
    let limits: [String: (inout AllocationLimit) -> Void] = [
      "Skola": { $0.amount = tkr(60) }, "Skola/Förskola": { $0.amount = .zero },
      "Skola/Grundskola": { $0.cap = tkr(20) },
    ]
    let open = plan(byBudget, limits: limits) { $0.remainder = .unallocated }
    let division = try #require(try open.divide(tkr(100), over: table(levels)).division)
    #expect(division.parts[AreaPath(["Skola"])]?.amount == tkr(60))
    #expect(division.parts[AreaPath(["Skola", "Grundskola"])]?.amount == tkr(20))
    #expect(division.unallocated == [AreaPath(["Skola"]): tkr(40)])
    #expect(
      try refusal(of: 100, levels, plan(byBudget, limits: limits)).code == .allocationImpossible
    )
  }

  @Test func anAreaCalledOfördelatKeepsItsPartBesideWhatNoAreaIsGiven() throws {
    let areas = table([("A", 1), ("Ofördelat", 2)])
    let limits: [String: (inout AllocationLimit) -> Void] = [
      "A": { $0.cap = tkr(10) }, "Ofördelat": { $0.cap = tkr(20) },
    ]
    let open = plan(byBudget, limits: limits) { plan in
      plan.remainder = .unallocated
      plan.months = .even
    }
    let division = try #require(try open.divide(tkr(100), over: areas).division)
    let table = try division.table(over: areas, by: open, in: MoneyDisplay(.tkr))
    #expect(table.rows.map { $0.cells[2].value.money } == [tkr(10), tkr(20), tkr(70), tkr(100)])
    let first = try #require(Month("2021-01"))
    let months = try #require(try division.monthTable(over: areas, by: open, from: first))
    let year = months.rows.map { $0.cells.last?.value.money }
    #expect(year == [tkr(10), tkr(20), tkr(70), tkr(100)])
  }

  @Test func driversAreNumbersOfAnything() throws {
    let rows: [(String, Int64?)] = [("A", nil), ("B", nil), ("C", nil)]
    let drivers = plan(
      .driver,
      limits: [
        "A": { $0.driver = Rational(25, over: 2) }, "B": { $0.driver = Rational(75, over: 2) },
      ],
    )
    let missing = try refusal(of: 100, rows, drivers)
    #expect(missing.code == .basisUnusable)
    #expect(missing.message.swedish == "drivare saknas för \"C\"")
    var exempting = drivers
    exempting.missingBasis = .exempt
    #expect(try parts(of: 100, rows, exempting) == ["A": 25, "B": 75, "C": 0])
  }

  @Test func aBasisOfBothSignsIsRefusedUnlessThePlanSaysWhatToDo() throws {
    let rows: [(String, Int64?)] = [("A", 300), ("B", 100), ("Finans", -100)]
    #expect(try refusal(of: 100, rows, plan(byBudget)).message.english.contains("\"Finans\""))
    #expect(
      try parts(of: 100, rows, plan(byBudget) { $0.mixedSigns = .absolute })
        == ["A": 60, "B": 20, "Finans": 20]
    )
    let exempt = ["A": Int64(75), "B": 25, "Finans": 0]
    #expect(try parts(of: 100, rows, plan(byBudget) { $0.mixedSigns = .exempt }) == exempt)
    let locked = plan(byBudget, limits: ["Finans": { $0.amount = .zero }])
    #expect(try parts(of: 100, rows, locked) == exempt)
  }

  @Test func aBasisOfNothingIsRefusedUnlessThePlanSaysWhatToDo() throws {
    let rows: [(String, Int64?)] = [("A", 0), ("B", 0)]
    #expect(try refusal(of: 100, rows, plan(byBudget)).code == .allocationImpossible)
    #expect(
      try parts(of: 100, rows, plan(byBudget) { $0.remainder = .equal }) == ["A": 50, "B": 50]
    )
    let open = plan(byBudget) { $0.remainder = .unallocated }
    let division = try #require(try open.divide(tkr(100), over: table(rows)).division)
    #expect(division.unallocated == [.total: tkr(100)])
    #expect(
      try refusal(of: 100, [("A", 1), ("B", nil)], plan(byBudget)).message.english.contains("\"B\"")
    )
  }

  @Test func capsThatLackRoomSayHowMuch() throws {
    let rows: [(String, Int64?)] = [("A", 1), ("B", 2)]
    let capped = plan(byBudget, limits: ["A": { $0.cap = tkr(30) }, "B": { $0.cap = tkr(40) }])
    let refusal = try refusal(of: 100, rows, capped)
    #expect(refusal.message.swedish.contains("räcker till 70\u{A0}tkr av 100\u{A0}tkr"))
    #expect(refusal.message.swedish.contains("(rad 2, 3)"))
    #expect(refusal.help?.swedish.contains("minst 30\u{A0}tkr") == true)
    var open = capped
    open.remainder = .unallocated
    let division = try #require(try open.divide(tkr(100), over: table(rows)).division)
    #expect(division.unallocated == [.total: tkr(30)])
  }

  @Test func whatIsDecidedMustHaveAPlaceAndHoldTogether() throws {
    let deep = plan(byBudget, limits: ["Skola/Förskola": { $0.amount = .zero }]) { $0.depth = 1 }
    let refusal = try refusal(of: 100, levels, deep)
    #expect(refusal.message.english.contains("not divided down to \"Skola / Förskola\""))
    let amiss = plan(
      byBudget,
      limits: ["Kansli": { ($0.amount, $0.floor) = (tkr(10), tkr(20)) }],
    )
    #expect(
      try self.refusal(of: 100, levels, amiss).message.swedish
        == "\"Kansli\" ska ha minst 20\u{A0}tkr och högst 10\u{A0}tkr"
    )
  }

  @Test func aLockedAreaTakesNothingThatRoundingLeaves() throws {
    let rows: [(String, Int64?)] = [("A", 1), ("B", 1), ("C", 1), ("D", 9)]
    for rounding in [Allocation.Rounding.last, .largestWeight] {
      let locked = plan(byBudget, limits: ["D": { $0.amount = .zero }]) { $0.rounding = rounding }
      let parts = try parts(of: 100, rows, locked)
      #expect(parts["D"] == 0)
      #expect(parts[rounding == .last ? "C" : "A"] == 34, "\(parts)")
    }
  }

  @Test func anIncomeAmongLockedCostsStaysExempt() throws {
    let rows: [(String, Int64?)] = [("A", 900), ("B", 500), ("Avgifter", -100)]
    let locked = plan(
      byBudget,
      limits: ["A": { $0.amount = tkr(60) }, "B": { $0.amount = tkr(20) }],
    ) { $0.mixedSigns = .exempt }
    #expect(try refusal(of: 100, rows, locked).code == .allocationImpossible)
  }

  @Test func partsAreWholeNumbersOfTheUnit() throws {
    let rows: [(String, Int64?)] = [("A", 1), ("B", 2)]
    let odd = plan(byBudget, limits: ["A": { $0.amount = Money(minorUnits: 150_000) }])
    #expect(try refusal(of: 100, rows, odd).value == "1\u{A0}500,00\u{A0}kr")
    var kronor = odd
    kronor.unit = .kr
    let division = try #require(try kronor.divide(tkr(100), over: table(rows)).division)
    #expect(division.parts[AreaPath(["B"])]?.amount == Money(minorUnits: 9_850_000))
  }

  @Test(arguments: [
    MonthWeights.even, .weeks445, MonthWeights([0, 0, 5, 1, 1, 1, 0, 9, 1, 1, 1, 2]),
  ])
  func monthsAreTheAreasPartsAndTheWholesMonths(weights: MonthWeights?) throws {
    let limits: [String: (inout AllocationLimit) -> Void] = [
      "Kansli": { $0.amount = tkr(-7) }, "Vård/Unga": { $0.cap = tkr(3) },
    ]
    let plan = plan(byBudget, limits: limits) { $0.months = weights }
    let areas = table(levels)
    let division = try #require(try plan.divide(tkr(101), over: areas).division)
    let first = try #require(Month("2021-01"))
    let table = try #require(try division.monthTable(over: areas, by: plan, from: first))
    #expect(table.columns.map(\.title).suffix(2) == ["2021-12", "Året"])
    for row in table.rows {
      let part = row.role == .total ? tkr(101) : division.parts[row.path]?.amount
      #expect(row.cells.last?.value.money == part, "\(row.label)")
      let months = row.cells.dropLast().compactMap(\.value.money)
      #expect(row.label == "Kansli" || months.allSatisfy { $0 >= .zero }, "\(row.label)")
    }
    var running = Money.zero
    for month in 0..<12 {
      running = try running + (try #require(table.total?.cells[month].value.money))
      let share = try #require(weights).part(of: tkr(101), 0..<month + 1)
      #expect(abs(running.minorUnits - share.minorUnits) <= 100_000, "\(month)")
    }
  }

  @Test(arguments: 0..<20)
  func everyGroupIsTheSumOfThoseBelowIt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var rows: [(String, Int64?)] = []
    func add(_ path: String, depth: Int) -> Int64 {
      let place = rows.count
      rows.append((path, nil))
      guard depth > 0, Int.random(in: 0..<4, using: &generator) > 0 else {
        rows[place].1 = Int64.random(in: 1...50_000, using: &generator)
        return rows[place].1 ?? 0
      }
      let children = Int.random(in: 2...4, using: &generator)
      let sum = (0..<children).reduce(Int64(0)) { $0 + add("\(path)/\($1)", depth: depth - 1) }
      rows[place].1 = sum
      return sum
    }
    for root in 0..<4 { _ = add("\(root)", depth: 4) }
    let amount = Int64.random(in: 1...100_000, using: &generator)
    let parts = try parts(of: amount, rows, plan(byBudget))
    for (area, part) in parts {
      let below = parts.filter { $0.key.hasPrefix("\(area)/") }
      let children = below.filter { !$0.key.dropFirst(area.count + 1).contains("/") }
      #expect(children.isEmpty || children.values.reduce(0, +) == part, "\(seed) \(area)")
    }
    #expect(parts.filter { !$0.key.contains("/") }.values.reduce(0, +) == amount)
  }
}
