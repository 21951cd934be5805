public import KollModel

extension Savings {
  /// The key of the column with the effect in the task's year.
  public static let effectKey = "effekt"

  /// The measures as a table: each measure, what is identified, the task and what is missing.
  /// - Parameter unit: The unit to show.
  /// - Returns: The table, a row for each measure and three below them.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func followUp(in unit: MoneyUnit) throws(AmountOverflow) -> ComputedTable {
    let identified = measures.indices.filter { measures[$0].status.isIdentified }
    let sumRow = measures.count
    let definition = TableDefinition(
      areaTitle: "Åtgärd",
      columns: columns(in: unit),
      rows: measures.map(row) + [
        summary("Identifierat med belopp", .total, .terms(identified.map { RowTerm($0) })),
        summary("Uppdrag", .memo, .given([Cell(.absent(.notStated)), Cell(task)])),
        summary(
          "Ej identifierat (ospecificerad besparing)",
          .memo,
          .terms([RowTerm(sumRow + 1), RowTerm(sumRow, isSubtracted: true)]),
        ),
      ],
    )
    var table = try definition.computed(from: Ledger())
    table.notes = measures.compactMap(\.note)
    return table
  }

  private func columns(in unit: MoneyUnit) -> [TableColumn] {
    let scale = Scale(unit: unit)
    return [
      TableColumn(
        key: "status",
        title: "Status",
        series: Series(.text),
        scale: scale,
        decimals: 0,
      ),
      TableColumn(
        key: Savings.effectKey,
        title: "Effekt \(year)",
        series: Series(.amount, year: year),
        scale: scale,
        decimals: unit.customaryDecimals,
      ),
    ]
  }

  private func row(_ measure: Measure) -> RowDefinition {
    RowDefinition(
      label: "\(measure.id) \(measure.text)",
      path: AreaPath([measure.id]),
      role: .item,
      content: .given([Cell(.text(measure.status.rawValue)), Cell(measure.thisYear)]),
      origin: measure.origin,
    )
  }

  private func summary(
    _ label: String,
    _ role: RowRole,
    _ content: RowDefinition.Content,
  ) -> RowDefinition {
    RowDefinition(label: label, path: .total, role: role, content: content)
  }

  /// The findings about measures that state no amount.
  public var findings: [Diagnostic] {
    measures.filter { $0.thisYear == nil && $0.status.isIdentified }
      .map(Diagnostic.withoutAmount)
  }

  /// The finding that the measures do not reach the task; `nil` when they do.
  /// - Parameter place: Where the task is stated.
  /// - Returns: The finding, or `nil`.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func shortfall(at place: Diagnostic.Location) throws(AmountOverflow) -> Diagnostic? {
    let gap = try self.gap
    guard gap.money > .zero else { return nil }
    return .below(self, by: try gap.text(in: unit), at: place)
  }

  /// What the identified measures with an amount save in the task's year; `nil` when there are none.
  public var identified: Amount? {
    get throws(AmountOverflow) {
      let amounts = measures.filter(\.status.isIdentified).compactMap(\.thisYear)
      guard !amounts.isEmpty else { return nil }
      var sum = Money.zero
      for amount in amounts { sum = try sum + amount.money }
      return Amount(sum, isApproximate: amounts.contains(where: \.isApproximate))
    }
  }

  /// What is missing of the task; below zero when the measures save more.
  public var gap: Amount {
    get throws(AmountOverflow) {
      let identified = try self.identified
      return Amount(
        try task.money - (identified?.money ?? .zero),
        isApproximate: task.isApproximate || identified?.isApproximate == true,
      )
    }
  }
}

extension Cell {
  /// An amount of the register; absent when there is none.
  fileprivate init(_ amount: Savings.Amount?) {
    guard let amount else {
      self.init(.absent(.notStated))
      return
    }
    self.init(.money(amount.money), isApproximate: amount.isApproximate)
  }
}

extension Savings.Measure {
  fileprivate var note: Note? {
    comment.map { Note(row: id, text: $0) }
  }
}

extension Diagnostic {
  fileprivate static func withoutAmount(_ measure: Savings.Measure) -> Diagnostic {
    Diagnostic(
      .measureWithoutAmount,
      .warning,
      at: Location(file: measure.origin.file, line: measure.origin.line),
      value: measure.id,
      Phrase(
        sv: "åtgärden \(measure.id), \"\(measure.text)\", saknar belopp och räknas inte in",
        en: "measure \(measure.id), \"\(measure.text)\", states no amount and is not counted",
      ),
    )
  }

  fileprivate static func below(
    _ savings: Savings,
    by gap: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .measuresBelowTask,
      .warning,
      at: place,
      Phrase(
        sv: "åtgärderna når inte uppdraget för \(savings.year): \(gap) är inte identifierat",
        en: "the measures do not reach the task for \(savings.year): \(gap) is not identified",
      ),
    )
  }
}
