internal import KollCalculation
internal import KollModel

extension ForecastReport {
  /// The way from the budget or a forecast to another, area by area; nothing where the direction
  /// that is better is not known, or the whole lacks one of the two.
  func bridge(
    from base: Int,
    to subject: Int,
    naming count: Int,
  ) throws(AmountOverflow) -> [Block] {
    guard let total, let moreIsBetter = moreIsBetter(in: subject, than: base),
      let first = shown.rows[total].cells[base].value.money,
      let last = shown.rows[total].cells[subject].value.money
    else { return [] }
    let columns = trail.columns
    let totals = shown.rows[total].cells
    let bridge = Bridge(
      title: "Från \(columns[base].title) till \(columns[subject].title)",
      scale: columns[subject].scale,
      decimals: columns[subject].decimals,
      from: Bridge.Step(columns[base].title, first, source: totals[base].source),
      steps: try steps(from: base, to: subject, naming: count),
      to: Bridge.Step(columns[subject].title, last, source: totals[subject].source),
    )
    var table = try bridge.deviationTable(moreIsBetter: moreIsBetter)
    table.notes = [Note(text: rule(comparingWith: columns[base].title))]
    let title = try title(of: table, from: base, to: subject)
    guard table.rows.count > 2 else { return [.paragraph("\(title), område för område.")] }
    let chart = try Chart(
      .bridge,
      title: title,
      table: table,
      strips: [1, 2].map { .column($0, rows: 1..<table.rows.count) },
      measure: "Sammanlagd avvikelse från \(columns[base].title)",
    )
    return [.table(table), .chart(chart)]
  }

  private func rule(comparingWith base: String) -> String {
    "Avvikelse: plus är bättre än \(base) och minus sämre. Före och Efter är den sammanlagda "
      + "avvikelsen före och efter steget; Belopp är vad som då är nått."
  }

  /// Whether a higher amount is the better one; `nil` where that is not known of both columns.
  private func moreIsBetter(in subject: Int, than base: Int) -> Bool? {
    guard let sign = trail.sign, let side = trail.columns[subject].series.side,
      trail.columns[base].series.side == side
    else { return nil }
    return sign.moreIsBetter(side: side)
  }

  /// The areas that change most, the largest first, and all others as one step.
  private func steps(
    from base: Int,
    to subject: Int,
    naming count: Int,
  ) throws(AmountOverflow) -> [Bridge.Step] {
    var steps: [Bridge.Step] = []
    for row in areas.map({ shown.rows[$0] }) {
      let (before, after) = (row.cells[base].value.money, row.cells[subject].value.money)
      let change = try (after ?? .zero) - (before ?? .zero)
      guard change != .zero else { continue }
      let label = after == nil ? "\(row.label) (prognos saknas)" : row.label
      steps.append(Bridge.Step(label, change, source: row.change(from: base, to: subject)))
    }
    return try steps.naming(largest: count)
  }

  /// How the newest forecast compares, and the area that does most to it or that one of them lacks.
  private func title(
    of table: ComputedTable,
    from base: Int,
    to subject: Int,
  ) throws(AmountOverflow) -> String {
    let other = base == budget ? "budgeten" : trail.columns[base].nameOfForecast
    let column = table.columns[0]
    guard let whole = table.total?.cells[0].value.money, whole != .zero else {
      return "Prognosen för helåret är lika med \(other)"
    }
    let unit = column.scale.unit.map { "\u{A0}\($0.rawValue)" } ?? ""
    let size = try NumberStyle.swedish(decimals: column.decimals)
      .format(whole.shown(in: column.scale).magnitude)
    let opening =
      "Prognosen för helåret är \(size)\(unit) \(whole > .zero ? "bättre" : "sämre") än \(other)"
    if let first = firstLacking(subject, beside: base) {
      return "\(opening), men saknas för bland annat \(first.label)"
    }
    if let first = firstLacking(base, beside: subject) {
      return "\(opening), som saknas för bland annat \(first.label)"
    }
    let most = table.rows.first { row in
      guard row.role == .item, let step = row.cells[0].value.money else { return false }
      return step != .zero && (step > .zero) == (whole > .zero)
    }
    guard let most else { return opening }
    return "\(opening); mest bidrar \(most.label) (\(try column.text(of: most.cells[0]))\(unit))"
  }

  /// The first area without a figure in a column that has one in another; one that is shown, where
  /// there is any.
  private func firstLacking(_ column: Int, beside other: Int) -> ComputedRow? {
    shown.itemsLacking(column, beside: other).first
      ?? trail.itemsLacking(column, beside: other).first
  }
}

extension ComputedRow {
  /// What the change from one column to another follows from; where only one has a figure, that one.
  fileprivate func change(from base: Int, to subject: Int) -> FigureSource? {
    let (before, after) = (cells[base], cells[subject])
    if before.value.money == nil { return after.source }
    guard after.value.money != nil else {
      return before.source.map { .sum([FigureSource.Term($0, isSubtracted: true)]) }
    }
    return after.source.difference(before.source)
  }
}
