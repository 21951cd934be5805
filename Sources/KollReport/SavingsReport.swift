public import KollCalculation
public import KollModel

/// What a savings task's follow-up says: the division, the steps, the areas and the measures.
public struct SavingsReport: Hashable, Sendable {
  /// The task with its measures as they stand.
  public let savings: Savings
  /// The task divided: as it counts, and in other ways to compare with.
  public let divisions: [PlannedDivision]
  /// The areas that the follow-up shows, none below another.
  public let areas: [AreaPath]
  /// How money is shown.
  public let display: MoneyDisplay

  /// Creates a follow-up.
  /// - Parameters:
  ///   - savings: The task with its measures as they stand.
  ///   - divisions: The task divided, the division that counts first.
  ///   - areas: The areas to show, none below another.
  ///   - display: How to show money; with more decimals where the task or what its parts are whole
  ///     numbers of needs them.
  public init(
    savings: Savings,
    divisions: [PlannedDivision] = [],
    areas: [AreaPath],
    display: MoneyDisplay,
  ) {
    self.savings = savings
    self.divisions = divisions
    self.areas = areas
    let sizes = divisions.map { Money(minorUnits: $0.plan.unit.minorUnits) }
    self.display = display.exact(for: [savings.task.money] + sizes)
  }

  /// The follow-up by itself: a section for each way of dividing the task, then how it goes.
  /// - Parameter organisation: Whom it is about.
  /// - Returns: The document.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func document(of organisation: String) throws(AmountOverflow) -> Document {
    var sections: [Section] = []
    for (number, planned) in divisions.enumerated() {
      sections.append(
        Section(
          title: planned.plan.title ?? "Fördelning",
          tab: number == 0 ? "Fördelning" : "Fördelning \(number + 1)",
          blocks: try blocks(of: planned),
        )
      )
    }
    sections.append(Section(title: "Uppföljning", blocks: try followUp()))
    if !savings.measures.isEmpty {
      sections.append(Section(title: "Åtgärder", blocks: try measures()))
    }
    return Document(
      title: "\(savings.title) \(savings.year)",
      organisation: organisation,
      preamble: [
        "Uppdraget är \(try savings.task.text(in: display)). Belopp i \(display.unit.rawValue); "
          + "besparingar och högre intäkter visas som positiva tal."
      ],
      sections: sections,
    )
  }

  /// The section of a report: what is decided of the division, the steps, the areas, the measures.
  func section() throws(AmountOverflow) -> Section {
    var blocks = try followUp()
    if let decided = divisions.first, !decided.division.isProposal {
      blocks += try self.blocks(of: decided)
    }
    return Section(
      title: savings.title,
      tab: "Besparingar",
      blocks: blocks + (savings.measures.isEmpty ? [] : try measures()),
    )
  }

  private func blocks(of planned: PlannedDivision) throws(AmountOverflow) -> [Block] {
    let table = try planned.division.table(over: planned.areas, by: planned.plan, in: display)
    let words =
      planned.division.isProposal
      ? "Förslag, inte beslut. \(planned.reason), i hela \(planned.plan.unit.rawValue)."
      : "Alla områdens belopp är beslutade."
    let months = try savings.fiscalYear.start(of: savings.year).flatMap {
      first throws(AmountOverflow) in
      try planned.division.monthTable(over: planned.areas, by: planned.plan, from: first)
    }
    return [.paragraph(words), .table(table)] + [months].compactMap(\.self).map(Block.table)
  }

  private func followUp() throws(AmountOverflow) -> [Block] {
    let table = try savings.areaTable(of: areas, in: display)
    let steps = try savings.stepTable(in: display, beside: table)
    return [.table(steps), .chart(try chart(of: steps))] + (table.map { [.table($0)] } ?? [])
  }

  /// The way from the task to what is saved as bars.
  private func chart(of steps: ComputedTable) throws(AmountOverflow) -> Chart {
    let identified = try savings.steps().identified
    let title =
      if let identified {
        "Åtgärder för \(try identified.text(in: display)) är identifierade, av \(try savings.task.text(in: display))"
      } else {
        "Inga åtgärder med belopp är identifierade"
      }
    let later = steps.rows.firstIndex { $0.role == .memo } ?? steps.rows.count
    return try Chart(title: title, table: steps, rows: 0..<later, column: 0)
  }

  private func measures() throws(AmountOverflow) -> [Block] {
    let words = """
      Belopp märkta ca är ungefärliga i underlaget; summor av dem är därför också ungefärliga. \
      Ett streck betyder att underlaget inte anger något belopp.
      """
    return [.table(try savings.measureTable(in: display)), .paragraph(words)]
  }
}
