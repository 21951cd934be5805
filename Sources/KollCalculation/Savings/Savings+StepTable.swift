public import KollModel

extension Savings {
  /// The way from the task to what is saved: a row for each step, and the gap as a row of its own.
  ///
  /// Steps that no measure says anything of are left out.
  /// - Parameters:
  ///   - display: How to show money.
  ///   - areas: The table of the areas when it stands in the same document: the steps are then its
  ///     sums.
  /// - Returns: The table, first items about the task's year and then memos about the time after; a
  ///   column of shares of the task, and where the register has earlier rounds
  ///   a column of what has changed since.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func stepTable(
    in display: MoneyDisplay,
    beside areas: ComputedTable? = nil,
  ) throws(AmountOverflow) -> ComputedTable {
    let now = try steps()
    let before = measuresBefore.isEmpty ? nil : try steps(of: measuresBefore)
    var columns = [
      TableColumn.own("belopp", "Belopp", in: display),
      .own("andel", "Andel av uppdraget", .ratio, in: display),
    ]
    if let round = measuresBefore.first?.round {
      columns.append(.own("forandring", "Förändring sedan \(round)", .variance, in: display))
    }
    var definition = TableDefinition(areaTitle: "Steg", columns: columns, rows: [])
    for step in try self.steps(now, before) {
      guard let amount = step.amount else { continue }
      let change = before == nil ? [] : [Cell(try step.change)]
      definition.rows.append(
        RowDefinition(
          label: step.label,
          path: AreaPath([step.label]),
          role: step.isLater ? .memo : .item,
          content: .given([step.cell(beside: areas), share(of: amount)] + change),
        )
      )
    }
    return try definition.computed(from: Ledger())
  }

  private struct Step {
    let label: String
    let amount: Amount?
    /// The column of the areas whose sum it is.
    var column: String?
    var before: Amount?
    /// Whether it is about more than the task's year.
    var isLater = false

    /// The amount, as the sum of the areas where their table shows that.
    func cell(beside areas: ComputedTable?) -> Cell {
      var cell = Cell(amount)
      guard let name = areas?.name,
        let row = areas?.rows.lastIndex(where: { $0.role == .total }),
        let column = areas?.columns.firstIndex(where: { $0.key == column })
      else { return cell }
      cell.terms = [CellTerm(CellPlace(name, row: row, column: column))]
      return cell
    }

    var change: Amount? {
      get throws(AmountOverflow) {
        guard let amount, let before else { return nil }
        return Amount(
          try amount.money - before.money,
          isApproximate: amount.isApproximate || before.isApproximate,
        )
      }
    }
  }

  private func steps(_ now: Steps, _ before: Steps?) throws(AmountOverflow) -> [Step] {
    let gap = try self.gap
    let missing = gap.money > .zero ? gap : nil
    let label = gap.money > .zero ? "Ospecificerad besparing" : "Identifierat utöver uppdraget"
    let surplus =
      gap.money < .zero
      ? Amount(try -gap.money, isApproximate: gap.isApproximate) : nil
    return [
      Step(label: "Uppdrag", amount: task),
      Step(
        label: "Fördelat på områden" + (division?.isProposal == true ? " (förslag)" : ""),
        amount: try allocated.map { Amount($0) },
      ),
      Step(
        label: "Identifierat",
        amount: now.identified,
        column: "identifierat",
        before: before?.identified,
      ),
      Step(
        label: "Beslutat",
        amount: now.decided,
        column: "beslutat",
        before: before?.decided,
      ),
      Step(
        label: "Prognos \(year)",
        amount: now.forecast,
        column: "prognos",
        before: before?.forecast,
      ),
      Step(label: "varav redan i prognosen", amount: now.inForecast, before: before?.inForecast),
      Step(
        label: "Utfall hittills",
        amount: now.realised,
        column: "utfall",
        before: before?.realised,
      ),
      Step(label: label, amount: missing ?? surplus),
      Step(
        label: "Helårseffekt",
        amount: now.fullYear,
        column: "helarseffekt",
        before: before?.fullYear,
        isLater: true,
      ),
      Step(
        label: "Förändring \(year + 1)",
        amount: now.increment,
        before: before?.increment,
        isLater: true,
      ),
    ]
  }

  /// What of the task areas were given; `nil` when it is not divided.
  private var allocated: Money? {
    get throws(AmountOverflow) {
      guard let division else { return nil }
      var sum = task.money
      for rest in division.unallocated.values { sum = try sum - rest }
      return sum
    }
  }

  private func share(of amount: Amount) -> Cell {
    let share = Rational(Int128(amount.money.minorUnits), over: Int128(task.money.minorUnits))
    let source = amount.source.flatMap { part in
      task.source.map { FigureSource.quotient(part, $0) }
    }
    return Cell(.ratio(share ?? Rational(0)), source: source)
  }
}
