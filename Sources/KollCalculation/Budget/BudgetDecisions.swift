public import KollModel

/// The decisions about budgets, in the order of their dates.
public struct BudgetDecisions: Hashable, Sendable {
  /// The decisions, the earliest first, and those of one day in the register's order.
  public let decisions: [BudgetDecision]

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
        sign: .cost,
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
  ///   - original: What is taken as original where no decision says.
  ///   - unit: The unit to show.
  ///   - decimals: The decimals to show.
  /// - Returns: The bridge; `nil` when nothing changed the budget.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public func bridge(
    of year: Int,
    on day: Day,
    original: Money?,
    unit: MoneyUnit,
    decimals: Int,
  ) throws(AmountOverflow) -> Bridge? {
    let made = decisions.filter { $0.year == year && $0.date <= day }
    let originals = made.filter { $0.type == .original }
    let changes = made.filter { $0.type != .original }
    guard !changes.isEmpty else { return nil }
    var start = originals.isEmpty ? original ?? .zero : .zero
    for decision in originals { start = try start + decision.amount }
    var end = start
    for decision in changes { end = try end + decision.amount }
    return Bridge(
      title: "Budget \(year), från ursprunglig till gällande",
      scale: Scale(unit: unit),
      decimals: decimals,
      from: Bridge.Step("Ursprunglig budget \(year)", start),
      steps: changes.map { decision in
        Bridge.Step(
          "\(decision.title), \(decision.area)",
          decision.amount,
          origin: decision.origin,
        )
      },
      to: Bridge.Step("Gällande budget \(year) den \(day)", end),
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
