public import KollModel

/// The original budgets that sources state, beside those that decisions do.
public struct StatedOriginals: Sendable {
  private let decided: [Original]
  private let stated: [Original]

  /// Finds the original budgets.
  /// - Parameter tables: The tables, placed in the organisation, with that of the decisions.
  public init(in tables: [ImportedTable]) {
    decided = tables.flatMap { $0.originals(where: \.isDecidedOriginal) }
    stated = tables.flatMap { $0.originals(where: \.isStatedOriginal) }
  }

  /// An area's original budget for a year, or what a source calls the year's budget.
  fileprivate struct Original {
    let area: AreaPath
    let series: Series
    let amount: Money
    let origin: Origin

    func isAbout(_ area: AreaPath, _ year: Int?) -> Bool {
      self.area == area && series.year == year
    }

    func isPart(of other: Original) -> Bool {
      series.year == other.series.year && area != other.area
        && area.labels.starts(with: other.area.labels)
    }
  }

  /// What stands twice, and what stands for a whole of which a part was decided.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public var findings: [Diagnostic] {
    get throws(AmountOverflow) { twice + (try replaced) }
  }

  /// Originals that are called so in a source and were decided as well.
  private var twice: [Diagnostic] {
    decided.compactMap { decision in
      stated.first { $0.series.label != nil && $0.isAbout(decision.area, decision.series.year) }
        .map { .originalTwice(decision, after: $0) }
    }
  }

  /// Budgets of areas of which parts have decided ones, which then are all that counts.
  private var replaced: [Diagnostic] {
    get throws(AmountOverflow) {
      var found: [Diagnostic] = []
      for (index, whole) in stated.enumerated() {
        let year = whole.series.year
        let isToldOf = stated[..<index].contains { $0.isAbout(whole.area, year) }
        let isDecided = decided.contains { $0.isAbout(whole.area, year) }
        let parts = decided.filter { $0.isPart(of: whole) }
        guard let first = parts.first, !isToldOf, !isDecided else { continue }
        var rest = Money.zero
        for own in stated where own.isAbout(whole.area, year) { rest = try rest + own.amount }
        for part in parts { rest = try rest - part.amount }
        if rest != .zero { found.append(.replaced(whole, by: first)) }
      }
      return found
    }
  }
}

extension ImportedTable {
  fileprivate func originals(where isWanted: (Series) -> Bool) -> [StatedOriginals.Original] {
    let isOriginal = series.map(isWanted)
    return facts.filter { isOriginal[$0.series] }.map { fact in
      StatedOriginals.Original(
        area: areas[fact.area].withoutUnallocated,
        series: series[fact.series],
        amount: fact.amount,
        origin: fact.origin,
      )
    }
  }
}

extension Series {
  fileprivate var isDecidedOriginal: Bool {
    kind == .budget && round != nil && label == BudgetDecision.Kind.original.rawValue
  }

  /// Whether a source states a whole year's net budget, by that name or as the original.
  fileprivate var isStatedOriginal: Bool {
    kind == .budget && year != nil && period == nil && round == nil && (side ?? .net) == .net
      && (label ?? BudgetDecision.Kind.original.rawValue) == BudgetDecision.Kind.original.rawValue
  }
}

extension Diagnostic {
  fileprivate static func originalTwice(
    _ decision: StatedOriginals.Original,
    after stated: StatedOriginals.Original,
  ) -> Diagnostic {
    let (area, year) = (decision.area.labels.last ?? "", decision.series.year ?? 0)
    let (file, line) = (stated.origin.file, stated.origin.line)
    return Diagnostic(
      .duplicateFact,
      at: Location(file: decision.origin.file, line: decision.origin.line),
      value: area,
      Phrase(
        sv: "ursprunglig budget \(year) för \"\(area)\" står redan i \(file), rad \(line)",
        en: "the original budget \(year) of \"\(area)\" already stands in \(file), line \(line)",
      ),
      help: Phrase(sv: "ta bort den ena", en: "take one of them away"),
    )
  }

  fileprivate static func replaced(
    _ whole: StatedOriginals.Original,
    by part: StatedOriginals.Original,
  ) -> Diagnostic {
    let (area, year) = (whole.area.labels.last ?? "", whole.series.year ?? 0)
    let (file, line) = (whole.origin.file, whole.origin.line)
    return Diagnostic(
      .areaCountedTwice,
      .warning,
      at: Location(file: part.origin.file, line: part.origin.line),
      value: part.area.labels.last,
      Phrase(
        sv:
          "budgeten \(year) för \"\(area)\" i \(file), rad \(line), räknas inte: ursprunglig budget "
          + "är beslutad för delar av området, och de är inte summan",
        en: "the budget \(year) of \"\(area)\" in \(file), line \(line), does not count: original "
          + "budgets are decided for parts of the area, and they are not its sum",
      ),
      help: Phrase(
        sv: "ange besluten för alla delar av \"\(area)\", eller ett för området som helhet",
        en: "state the decisions for all parts of \"\(area)\", or one for the area as a whole",
      ),
    )
  }
}
