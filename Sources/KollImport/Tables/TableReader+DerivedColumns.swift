internal import KollModel

extension TableReader {
  /// Makes a claim of every figure in a derived column.
  func claim(
    _ derived: [DerivedColumn],
    _ amounts: [[Money?]],
    in table: inout ImportedTable,
  ) {
    for derived in derived {
      table.layout.columns[derived.column].isDerived = true
      for fact in table.facts where fact.series == derived.column {
        table.claims.append(
          Claim(
            label: table.areas[fact.area].labels.last ?? "",
            area: table.areas[fact.area],
            coverage: .columns(derived.terms),
            series: derived.column,
            stated: fact.amount,
            origin: fact.origin,
            reason: derived.reason(in: table.layout.columns),
          )
        )
      }
    }
  }
}

extension TableReader {
  /// Finds the sign convention by a stated deviation, or by where the net figures stand.
  ///
  /// A deviation is plus for better: budget less outcome where costs are positive, outcome less
  /// budget as in a resultaträkning. Without one, net figures of areas are costs: all above zero
  /// they are stated as costs, all below as in a resultaträkning. Where both occur the convention
  /// stays unknown.
  func recogniseSign(of table: inout ImportedTable, _ derived: [DerivedColumn]) {
    let figures = table.facts.filter { table.series[$0.series].isNetCandidate }
    let positive = figures.contains { $0.amount > .zero }
    let negative = figures.contains { $0.amount < .zero }
    let bySide: SignConvention? = positive == negative ? nil : positive ? .cost : .result
    let byDeviation = derived.compactMap { [table] in $0.convention(in: table) }.first
    table.layout.sign = options.sign ?? byDeviation ?? bySide
    guard table.layout.sign != nil else { return }
    for index in table.series.indices where table.series[index].isNetCandidate {
      table.series[index].side = .net
      table.layout.columns[index].series.side = .net
    }
  }
}

extension DerivedColumn {
  /// Why the column is taken as derived.
  fileprivate func reason(in columns: [LayoutColumn]) -> Phrase {
    let formula = terms.enumerated().map { index, term in
      (term.isSubtracted ? "− " : index == 0 ? "" : "+ ") + columns[term.series].title
    }.joined(separator: " ")
    return Phrase(
      sv: "beloppen är \(formula)",
      en: "the figures are \(formula)",
    )
  }

  /// The convention that a deviation shows by which of budget and outcome it subtracts.
  fileprivate func convention(in table: ImportedTable) -> SignConvention? {
    guard table.series[column].kind == .variance, terms.count == 2 else { return nil }
    let isBudgetFirst = table.series[terms[0].series].kind.isBudgeted
    guard isBudgetFirst != table.series[terms[1].series].kind.isBudgeted else { return nil }
    return isBudgetFirst ? .cost : .result
  }
}

extension SeriesKind {
  /// Whether the figures are what was decided, and not what came of it.
  fileprivate var isBudgeted: Bool { self == .budget || self == .frame }
}

extension Series {
  /// Whether the figures are taken as net figures when nothing says which side they stand on.
  fileprivate var isNetCandidate: Bool {
    guard side == nil || side == .net else { return false }
    switch kind {
    case .budget, .forecast, .actual, .frame, .plan: return true
    case .variance, .amount, .ratio, .count, .text: return false
    }
  }
}
