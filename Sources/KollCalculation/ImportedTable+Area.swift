public import KollModel

extension ImportedTable {
  /// What the table states of one area and those below it, as a table whose whole is that area.
  ///
  /// A sum that covers other areas as well is left out with them. All columns stay, so that every
  /// area's table has the same.
  /// - Parameter area: The area.
  /// - Returns: The table; without rows when it states nothing of the area.
  public func narrowed(to area: AreaPath) -> ImportedTable {
    let parts = Set(layout.rows.filter { $0.role == .ofWhich }.map(\.area))
    func narrowed(_ path: AreaPath) -> AreaPath? {
      path.narrowed(to: area, isPart: parts.contains(path))
    }
    var table = self
    // A number in an array for each area: there may be many facts, and each asks for its own.
    var places: [Int?] = []
    table.areas = []
    for path in areas {
      let own = narrowed(path)
      places.append(own.map { _ in table.areas.count })
      if let own { table.areas.append(own) }
    }
    table.facts = facts.compactMap { fact in
      places[fact.area].map { Fact(fact, area: $0) }
    }
    let known = remarks.isEmpty ? [] : Set(Set(facts.lazy.map(\.area)).map { areas[$0] })
    table.remarks = remarks.compactMap { remark in
      // What is said of a sum of all that is left is said of the whole.
      let own = known.contains(remark.area) ? narrowed(remark.area) : remark.area.below(area)
      guard let own else { return nil }
      var remark = remark
      remark.area = own
      return remark
    }
    table.claims = claims.compactMap { $0.narrowed(to: area, places) }
    table.layout.rows = layout.rows.compactMap { row in
      guard let own = narrowed(row.area) else { return nil }
      var row = row
      row.area = own
      return row
    }
    let labels = Set(table.layout.rows.map(\.label))
    table.notes = notes.filter { $0.row.map(labels.contains) ?? true }
    table.recordCount = Set(table.facts.map(\.origin) + table.claims.map(\.origin)).count
    return table
  }
}

extension AreaPath {
  /// The path in a table whose whole is an area.
  ///
  /// The row of the area itself keeps its name, and what is a part of that row stands below it.
  func narrowed(to area: AreaPath, isPart: Bool = false) -> AreaPath? {
    guard let own = below(area) else { return nil }
    let isOfArea = own == .total || isPart && own.labels.count == 1
    return isOfArea ? AreaPath(Array(labels.suffix(own.labels.count + 1))) : own
  }
}

extension Claim {
  /// The claim in a table of fewer areas; `nil` when it covers others as well.
  fileprivate func narrowed(to area: AreaPath, _ places: [Int?]) -> Claim? {
    let own: AreaPath?
    var coverage = self.coverage
    switch coverage {
    case .columns: own = self.area.narrowed(to: area)
    case .rows(let rows):
      let kept = rows.compactMap { places[$0] }
      own = kept.count == rows.count ? self.area.below(area) ?? .total : nil
      coverage = .rows(kept)
    }
    guard let own else { return nil }
    return Claim(
      label: label,
      area: own,
      coverage: coverage,
      series: series,
      stated: stated,
      decimals: decimals,
      origin: origin,
      reason: reason,
    )
  }
}

extension Fact {
  /// A fact whose area stands in another place.
  fileprivate init(_ fact: Fact, area: Int) {
    self.init(
      area: area,
      line: fact.line,
      series: fact.series,
      amount: fact.amount,
      origin: fact.origin,
      comment: fact.comment,
    )
  }
}
