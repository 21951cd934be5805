public import KollModel

extension ComputedTable {
  /// The widest areas that others are parts of; where one area is all there is, those below it.
  public var widestGroups: [AreaPath] {
    let areas = rows.filter { $0.role == .subtotal || $0.role == .item }
    let hasOneAbove = Set(areas.compactMap(\.path.labels.first)).count == 1
    return areas.filter { $0.role == .subtotal && $0.level == (hasOneAbove ? 2 : 1) }.map(\.path)
  }

  /// The rows below an area as a table of their own, the area's sum as its total.
  ///
  /// Every figure is that of this table. What was checked stays with the whole.
  /// - Parameter area: The area.
  /// - Returns: The table; `nil` when nothing stands below the area.
  public func part(of area: AreaPath) -> ComputedTable? {
    let places = rows.indices.filter { rows[$0].path.below(area) != nil }
    guard let sum = places.first(where: { rows[$0].path == area && rows[$0].role == .subtotal })
    else { return nil }
    // The sum comes last, and a heading of the area is the title of its table.
    let kept = places.filter { rows[$0].path != area || rows[$0].role == .item } + [sum]
    let newPlaces = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    var table = self
    table.title = area.labels.last
    table.rows = kept.compactMap { place in
      var row = rows[place]
      guard let path = row.path.below(area) else { return nil }
      row.path = path == .total && place != sum ? AreaPath([row.label]) : path
      row.terms = row.terms.compactMap { term in
        newPlaces[term.row].map { RowTerm($0, isSubtracted: term.isSubtracted) }
      }
      return row
    }
    table.rows[kept.count - 1].role = .total
    table.rows[kept.count - 1].label = "Totalt"
    table.checks = []
    let labels = Set(table.rows.map(\.label))
    table.notes = notes.filter { $0.row.map(labels.contains) ?? false }
    return table
  }
}
