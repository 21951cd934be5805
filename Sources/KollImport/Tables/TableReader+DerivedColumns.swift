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

extension DerivedColumn {
  /// Why the column is taken as derived.
  func reason(in columns: [LayoutColumn]) -> Phrase {
    let formula = terms.enumerated().map { index, term in
      (term.isSubtracted ? "− " : index == 0 ? "" : "+ ") + columns[term.series].title
    }.joined(separator: " ")
    return Phrase(
      sv: "beloppen är \(formula)",
      en: "the figures are \(formula)",
    )
  }
}
