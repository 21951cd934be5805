public import KollModel

extension Savings {
  /// The task and its measures area by area, what belongs to no area, and their sums.
  /// - Parameters:
  ///   - areas: The areas to show, in their order, none of them below another.
  ///   - display: How to show money.
  /// - Returns: The table; `nil` when no measure belongs to an area.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func areaTable(
    of areas: [AreaPath],
    in display: MoneyDisplay,
  ) throws(AmountOverflow) -> ComputedTable? {
    guard measures.contains(where: { $0.area != nil }) else { return nil }
    var rows: [RowDefinition] = []
    func add(_ path: AreaPath, _ part: Money?, _ steps: Steps) {
      guard part ?? .zero != .zero || steps != Steps() else { return }
      rows.append(
        RowDefinition(
          label: path.labels.last ?? "",
          path: path,
          role: .item,
          content: .given(cells(part, steps)),
        )
      )
    }
    let shown = Set(areas)
    let measures = Dictionary(grouping: measures) { measure in
      measure.area.flatMap { area in ([area] + area.ancestors).first(where: shown.contains) }
    }
    for area in areas {
      add(area, division?.parts[area]?.amount, try steps(of: measures[area] ?? []))
    }
    let others = try steps(of: measures[nil] ?? [])
    add(AreaPath(["Utan område"]), try rest(beside: areas), others)
    rows.append(
      .below(TableDefinition.totalLabel, .total, .terms(rows.indices.map { RowTerm($0) }))
    )
    let columns = columnsOfAreas(in: display)
    var table = try TableDefinition(areaTitle: "Område", columns: columns, rows: rows)
      .computed(from: Ledger())
    table.name = .savingsAreas
    return table
  }

  /// The columns of areas; what compares with their parts is there when the task is divided.
  private func columnsOfAreas(in display: MoneyDisplay) -> [TableColumn] {
    let steps = [
      TableColumn.own("identifierat", "Identifierat", in: display),
      .own("beslutat", "Beslutat", in: display), .own("utfall", "Utfall", in: display),
      .own("prognos", "Prognos \(year)", in: display),
      .own("helarseffekt", "Helårseffekt", in: display),
    ]
    guard division != nil else { return steps }
    let missing = Expression.binary(.minus, .column(0), .column(1))
    return [.own("uppdrag", "Uppdrag", in: display)] + steps + [
      .own("saknas", "Saknas", in: display, expression: missing),
      .own("lage", "Läge", .text, in: display),
    ]
  }

  private func cells(_ part: Money?, _ steps: Steps) -> [Cell] {
    let none = Amount(.zero)
    let cells = [
      Cell(steps.identified ?? none), Cell(steps.decided ?? none), Cell(steps.realised ?? none),
      Cell(steps.forecast ?? none), Cell(steps.fullYear),
    ]
    guard division != nil else { return cells }
    return [Cell(.money(part ?? .zero))] + cells + [
      Cell(.text(word(for: steps.forecast, of: part)))
    ]
  }

  /// What of a divided task none of some areas was given.
  private func rest(beside areas: [AreaPath]) throws(AmountOverflow) -> Money? {
    guard let division else { return nil }
    var rest = task.money
    for area in areas {
      if let part = division.parts[area]?.amount { rest = try rest - part }
    }
    return rest
  }

  /// How an area's measures stand to its part of the task, in words.
  private func word(for forecast: Amount?, of allocated: Money?) -> String {
    guard let allocated, allocated > .zero else { return "inget uppdrag" }
    guard let forecast, forecast.money > .zero else { return "nås inte" }
    return forecast.money >= allocated ? "nås" : "nås delvis"
  }
}
