internal import KollModel

extension TableReader {
  /// Why a sum of all rows would mean nothing: years in the rows, or income and cost of one sign.
  func reasonAgainstTotal(_ table: ImportedTable) -> String? {
    let items = table.layout.rows.indices.filter { table.layout.rows[$0].role == .item }
    let labels = items.map { table.layout.rows[$0].label }
    if labels.count > 1, labels.allSatisfy({ Series(reading: $0).isOnlyAYear }) {
      return "Raderna är år, och summeras därför inte."
    }
    if haveDifferentUnits(table) {
      return "Raderna har olika enheter, och summeras därför inte."
    }
    if countsBothSidesOfBalance(table) {
      return "Tillgångar och skulder är samma pengar, och summeras därför inte."
    }
    let cost = figures(in: table) { $0.hasLetters("kostnad") }
    if cost.isEmpty { return nil }
    let income = figures(in: table) {
      $0.hasLetters("int") && $0.lowercased().contains("intäkt")
    }
    if income.isEmpty { return nil }
    let isOneSign =
      (income + cost).allSatisfy { $0 >= .zero } || (income + cost).allSatisfy { $0 <= .zero }
    return isOneSign ? "Intäkter och kostnader har samma tecken, och summeras därför inte." : nil
  }

  /// Whether the rows are those of a balansräkning, with a sum of each side.
  private func countsBothSidesOfBalance(_ table: ImportedTable) -> Bool {
    func isOfItems(_ claim: Claim, _ isNamed: (String) -> Bool) -> Bool {
      guard case .rows(let parts) = claim.coverage, isNamed(claim.label.lowercased()) else {
        return false
      }
      return !parts.isEmpty && parts.allSatisfy { table.layout.rows[$0].role == .item }
    }
    return table.claims.contains { isOfItems($0) { $0.hasSuffix("tillgångar") } }
      && table.claims.contains {
        isOfItems($0) { $0.contains("eget kapital") && $0.hasSuffix("skulder") }
      }
  }

  /// The figures of the items that are called so.
  private func figures(in table: ImportedTable, named isNamed: (String) -> Bool) -> [Money] {
    let areas = Set(
      table.layout.rows.filter { $0.role == .item && isNamed($0.label) }.map(\.area)
    )
    guard !areas.isEmpty else { return [] }
    return table.facts.filter { fact in
      areas.contains(table.areas[fact.area]) && table.series[fact.series].kind.isMoney
    }.map(\.amount)
  }
}

extension Series {
  /// Whether a text that was read as a series says a year and nothing more.
  fileprivate var isOnlyAYear: Bool { self == Series(.amount, year: year) && year != nil }
}
