internal import KollModel

extension TableReader {
  /// Why a sum of all rows would mean nothing: years in the rows, or income and cost of one sign.
  ///
  /// Where no column is summed there is no sum to explain.
  func reasonAgainstTotal(_ table: ImportedTable) -> String? {
    guard table.series.contains(where: \.kind.isSummed) else { return nil }
    let items = table.layout.rows.indices.filter { table.layout.rows[$0].role == .item }
    let labels = items.map { table.layout.rows[$0].label }
    if labels.count > 1, labels.allSatisfy({ Series(reading: $0).isOnlyAYear }) {
      return "Raderna är år, och summeras därför inte."
    }
    if TableReader.areSeries(labels, table.layout.columns) {
      return "Raderna är serier av samma pengar, och summeras därför inte."
    }
    if haveDifferentUnits(table) {
      return "Raderna har olika enheter, och summeras därför inte."
    }
    if countsBothSidesOfBalance(table) {
      return "Tillgångar och skulder är samma pengar, och summeras därför inte."
    }
    return addsIncomeToCost(table)
      ? "Intäkter och kostnader har samma tecken, och summeras därför inte." : nil
  }

  /// Whether rows are what columns are otherwise: each a budget, an outcome or what they differ by.
  static func areSeries(_ labels: [String], _ columns: [LayoutColumn]) -> Bool {
    guard columns.allSatisfy({ !$0.series.kind.isMoney || $0.series.kind == .amount }) else {
      return false
    }
    // The first label that is none settles it, which matters where there are many.
    let kinds = labels.lazy.map { Series(reading: $0).kind }
      .prefix { $0 != .amount && $0.isMoney }
    return labels.count > 1 && kinds.count == labels.count && Set(kinds).count > 1
  }

  /// Whether income and cost carry the same sign in most columns that have both.
  private func addsIncomeToCost(_ table: ImportedTable) -> Bool {
    let sides = sides(in: table)
    guard sides.contains(.income), sides.contains(.cost) else { return false }
    var income = [Int128](repeating: 0, count: table.series.count)
    var cost = income
    for fact in table.facts {
      switch sides[fact.area] {
      case .income: income[fact.series] += Int128(fact.amount.minorUnits)
      case .cost: cost[fact.series] += Int128(fact.amount.minorUnits)
      case nil: continue
      }
    }
    // A deviation has a sign of its own.
    let columns = table.series.indices.filter {
      table.series[$0].kind.isMoney && table.series[$0].kind != .variance
    }
    return columns.reduce(0) { $0 + income[$1].signum() * cost[$1].signum() } > 0
  }

  /// The side of each row that is an item: by its label, a heading, a sum that covers it, or the
  /// account that it begins with.
  private func sides(in table: ImportedTable) -> [RowSide?] {
    let rows = table.layout.rows
    let labels = rows.filter { $0.role == .item }.map(\.label)
    let areAccounts = table.layout.areaTitle.namesLine == .account || RowSide.areAccounts(labels)
    var sides = rows.map { row -> RowSide? in
      guard row.role == .item else { return nil }
      return RowSide(row.area.labels, areAccounts: areAccounts)
    }
    for claim in table.claims where !RowWords(claim.label).isNet {
      guard case .rows(let parts) = claim.coverage, let side = RowSide(label: claim.label) else {
        continue
      }
      for part in parts where rows[part].role == .item { sides[part] = sides[part] ?? side }
    }
    return sides
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
}

extension Series {
  /// Whether a text that was read as a series says a year and nothing more.
  fileprivate var isOnlyAYear: Bool { self == Series(.amount, year: year) && year != nil }
}
