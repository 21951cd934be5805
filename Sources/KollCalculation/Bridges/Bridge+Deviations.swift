public import KollModel

extension Bridge {
  /// The bridge as a table of deviations: each step, what all of them come to before and after it,
  /// and the amount that is then reached.
  ///
  /// Plus is better, whatever the sign of the amounts. What no step explains is a step of its own.
  /// - Parameter moreIsBetter: Whether a higher amount is the better one.
  /// - Returns: The table: a row for the first amount, one for each step, and the total.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public func deviationTable(moreIsBetter: Bool) throws(AmountOverflow) -> ComputedTable {
    try levelTable("Avvikelse", isTurned: !moreIsBetter)
  }

  /// The bridge as a table of changes, each of them what is more: each step, what all of them come to
  /// before and after it, and the amount that is then reached.
  ///
  /// What no step explains is a step of its own.
  /// - Returns: The table: a row for the first amount, one for each step, and the total.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public func changeTable() throws(AmountOverflow) -> ComputedTable {
    try levelTable("Förändring", isTurned: false)
  }

  private func levelTable(
    _ measure: String,
    isTurned: Bool,
  ) throws(AmountOverflow) -> ComputedTable {
    func deviation(
      _ change: Money,
      _ source: FigureSource?,
    ) throws(AmountOverflow) -> Cell {
      let amount = isTurned ? try -change : change
      return Cell(.money(amount), source: isTurned ? source?.turned : source)
    }
    let nothing = Cell(.absent(.notStated))
    var steps = steps
    let rest = try rest
    if rest != .zero { steps.append(.unexplained(rest)) }
    var rows = [deviationRow(from, nothing, before: nothing, after: nothing)]
    var reached = from
    func sinceStart(_ step: Step) throws(AmountOverflow) -> Cell {
      try deviation(step.amount - from.amount, step.source.difference(from.source))
    }
    for step in steps {
      let before = try sinceStart(reached)
      reached = try reached.followed(by: step)
      rows.append(
        deviationRow(
          reached,
          try deviation(step.amount, step.source),
          before: before,
          after: try sinceStart(reached),
        )
      )
    }
    let whole = try sinceStart(to)
    var total = deviationRow(to, whole, before: Cell(.money(.zero)), after: whole)
    (total.role, total.path) = (.total, .total)
    total.terms = steps.indices.map { RowTerm($0 + 1) }
    rows.append(total)
    return ComputedTable(
      title: title,
      areaTitle: "Steg",
      columns: [
        column(measure, Series(.variance), isChange: true),
        column("Före", Series(.variance), isChange: true),
        column(
          "Efter",
          Series(.variance),
          isChange: true,
          expression: .binary(.plus, .column(1), .column(0)),
        ),
        column("Belopp", Series(.amount)),
      ],
      rows: rows,
    )
  }

  private func deviationRow(
    _ step: Step,
    _ deviation: Cell,
    before: Cell,
    after: Cell,
  ) -> ComputedRow {
    ComputedRow(
      label: step.label,
      path: AreaPath([step.label]),
      role: .item,
      cells: [deviation, before, after, step.cell],
      origin: step.origin,
    )
  }
}
