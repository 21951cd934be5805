public import KollModel

/// The decisions about budgets, in the order of their dates.
public struct BudgetDecisions: Hashable, Sendable {
  /// The decisions, the earliest first, and those of one day in the register's order.
  public let decisions: [BudgetDecision]

  /// The convention of the register's amounts, above zero for more money.
  private var registerSign: SignConvention { .cost }

  /// Creates a collection.
  /// - Parameter decisions: The decisions in the register's order.
  public init(_ decisions: [BudgetDecision]) {
    self.decisions = decisions.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// The decisions as facts: what each area got of each kind in each month.
  /// - Parameter path: Where the area that a decision names stands in the tables.
  /// - Returns: A table of net amounts, above zero for more money.
  public func table(path: (String) -> AreaPath) -> ImportedTable {
    var areas: [AreaPath] = []
    var columns: [LayoutColumn] = []
    var facts: [Fact] = []
    for decision in decisions {
      let area = areas.place(of: path(decision.area))
      let series = decision.series
      let column = LayoutColumn(
        key: series.title.key,
        title: series.heading,
        series: series,
        scale: Scale(unit: .kr),
        decimals: 0,
      )
      facts.append(
        Fact(
          area: area,
          series: columns.place(of: column),
          amount: decision.amount,
          origin: decision.origin,
        )
      )
    }
    return ImportedTable(
      areas: areas,
      series: columns.map(\.series),
      facts: facts,
      claims: [],
      layout: Layout(
        title: nil,
        sign: registerSign,
        areaTitle: "Område",
        columns: columns,
        rows: areas.map { area in
          LayoutRow(label: area.labels.last ?? "", area: area, role: .item, origin: nil)
        },
      ),
      notes: [],
      recordCount: decisions.count,
    )
  }

  /// The way of a year's budget from the original to the one in force.
  /// - Parameters:
  ///   - year: The year.
  ///   - day: The day on which the budget is asked for.
  ///   - original: The budget as it was first decided, in the signs to show.
  ///   - source: What that budget follows from.
  ///   - path: Where the area that a decision names stands in the tables.
  ///   - sign: The convention of the signs to show.
  ///   - unit: The unit to show.
  ///   - decimals: The decimals to show.
  /// - Returns: The bridge; `nil` when nothing changed the budget.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public func bridge(
    of year: Int,
    on day: Day,
    original: Money,
    from source: FigureSource? = nil,
    path: (String) -> AreaPath,
    sign: SignConvention?,
    unit: MoneyUnit,
    decimals: Int,
  ) throws(AmountOverflow) -> Bridge? {
    let changes = decisions.filter { decision in
      decision.year == year && decision.date <= day && decision.type != .original
    }
    guard !changes.isEmpty else { return nil }
    let isTurned = sign.map { registerSign.turns(to: $0, side: .net) } ?? false
    var steps: [Bridge.Step] = []
    let from = Bridge.Step("Ursprunglig budget \(year)", original, source: source)
    var end = from
    for decision in changes {
      let amount = isTurned ? try -decision.amount : decision.amount
      let area = path(decision.area).labels.last ?? decision.area
      let step = Bridge.Step(
        "\(decision.title), \(area)",
        amount,
        origin: decision.origin,
        source: .stated(decision.series, at: decision.origin),
      )
      end = try end.followed(by: step)
      steps.append(step)
    }
    return Bridge(
      title: "Budget \(year), från ursprunglig till gällande",
      scale: Scale(unit: unit),
      decimals: decimals,
      from: from,
      steps: steps,
      to: Bridge.Step("Gällande budget \(year) den \(day)", end.amount, source: end.source),
    )
  }
}

extension Array where Element: Hashable {
  /// The place of an element, which is put last when it is new.
  fileprivate mutating func place(of element: Element) -> Int {
    if let place = firstIndex(of: element) { return place }
    append(element)
    return count - 1
  }
}
