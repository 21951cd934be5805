public import KollModel

extension BudgetDecisions {
  /// What is wrong or doubtful about the decisions by themselves.
  public var findings: [Diagnostic] {
    get throws(AmountOverflow) {
      originalsTwice + withoutFinancing + (try unbalanced)
    }
  }

  /// A second original for the same area and year.
  private var originalsTwice: [Diagnostic] {
    var first: [BudgetKey: BudgetDecision] = [:]
    return decisions.filter { $0.type == .original }.compactMap { decision in
      let key = BudgetKey(area: decision.area.areaKey, year: decision.year)
      guard let earlier = first[key] else {
        first[key] = decision
        return nil
      }
      return .originalTwice(decision, after: earlier)
    }
  }

  private struct BudgetKey: Hashable {
    let area: String
    let year: Int
  }

  private var withoutFinancing: [Diagnostic] {
    decisions.filter { $0.type == .supplement && $0.financing == nil && $0.amount > .zero }
      .map(Diagnostic.withoutFinancing)
  }

  /// Money that was moved and does not come out as nothing, decision by decision.
  private var unbalanced: [Diagnostic] {
    get throws(AmountOverflow) {
      var sums: [DecisionKey: Money] = [:]
      var order: [(key: DecisionKey, last: BudgetDecision)] = []
      for decision in decisions where decision.type == .reallocation {
        let key = DecisionKey(
          date: decision.date,
          paragraph: decision.paragraph,
          year: decision.year,
        )
        order.removeAll { $0.key == key }
        order.append((key, decision))
        sums[key] = try (sums[key] ?? .zero) + decision.amount
      }
      return order.compactMap { key, last in
        guard let sum = sums[key], sum != .zero else { return nil }
        return .unbalanced(last, by: sum)
      }
    }
  }

  private struct DecisionKey: Hashable {
    let date: Day
    let paragraph: String?
    let year: Int
  }
}

extension Diagnostic {
  fileprivate static func originalTwice(
    _ decision: BudgetDecision,
    after earlier: BudgetDecision,
  ) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      at: Location(file: decision.origin.file, line: decision.origin.line),
      value: decision.area,
      Phrase(
        sv: "ursprunglig budget \(decision.year) för \"\(decision.area)\" står redan på rad "
          + "\(earlier.origin.line)",
        en: "the original budget \(decision.year) of \"\(decision.area)\" already stands on line "
          + "\(earlier.origin.line)",
      ),
      help: Phrase(
        sv: "ett senare beslut är ett tilläggsanslag, en ombudgetering eller en omdisponering",
        en: "a later decision is a tilläggsanslag, an ombudgetering or an omdisponering",
      ),
    )
  }

  fileprivate static func withoutFinancing(_ decision: BudgetDecision) -> Diagnostic {
    Diagnostic(
      .financingMissing,
      .warning,
      at: Location(file: decision.origin.file, line: decision.origin.line),
      value: decision.area,
      Phrase(
        sv: "tilläggsanslaget till \"\(decision.area)\" anger ingen finansiering",
        en: "the tilläggsanslag to \"\(decision.area)\" states no financing",
      ),
      help: Phrase(
        sv: "fyll i finansiering; beslutet ska ange den enligt kommunallagen 11 kap. 15 §",
        en: "fill in finansiering; the decision must state it by kommunallagen, 11 kap. 15 §",
      ),
    )
  }

  fileprivate static func unbalanced(_ decision: BudgetDecision, by sum: Money) -> Diagnostic {
    let kronor =
      (try? NumberStyle.swedish(decimals: 0).format(sum.shown(in: Scale(unit: .kr)))) ?? "…"
    return Diagnostic(
      .reallocationUnbalanced,
      .warning,
      at: Location(file: decision.origin.file, line: decision.origin.line),
      value: decision.title,
      Phrase(
        sv: "omdisponeringen \(decision.title) går inte jämnt ut: summan är \(kronor) kr",
        en: "the reallocation \(decision.title) does not come out even: its sum is \(kronor) kr",
      ),
      help: Phrase(
        sv: "ta med alla områden som beslutet flyttar pengar mellan, med minus där de tas",
        en:
          "include every area that the decision moves money between, with minus where it is taken",
      ),
    )
  }
}
