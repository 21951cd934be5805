internal import KollModel

extension TableReader {
  /// Makes a claim of every figure in a derived column.
  func claim(
    _ derived: [DerivedColumn],
    in table: inout ImportedTable,
  ) {
    let facts = Dictionary(grouping: derived.isEmpty ? [] : table.facts, by: \.series)
    for derived in derived {
      table.layout.columns[derived.column].isDerived = true
      for fact in facts[derived.column] ?? [] {
        table.claims.append(
          derived.claim(fact.amount, about: table.areas[fact.area], at: fact.origin, in: table)
        )
      }
    }
  }
}

extension DerivedColumn {
  /// A figure of the column as a claim about its row.
  func claim(
    _ stated: Money,
    about area: AreaPath,
    at origin: Origin,
    in table: ImportedTable,
  ) -> Claim {
    Claim(
      label: area.labels.last ?? "",
      area: area,
      coverage: .columns(terms),
      series: column,
      stated: stated,
      origin: origin,
      reason: reason(in: table.layout.columns),
    )
  }

  /// Why the column is taken as derived.
  private func reason(in columns: [LayoutColumn]) -> Phrase {
    let formula = terms.enumerated().map { index, term in
      (term.isSubtracted ? "− " : index == 0 ? "" : "+ ") + columns[term.series].title
    }.joined(separator: " ")
    return Phrase(
      sv: "beloppen är \(formula)",
      en: "the figures are \(formula)",
    )
  }
}
