public import KollModel

extension ComputedTable {
  /// The rows of the widest areas, as items or as sums; where one alone holds all others, of those
  /// next below it.
  public var widestAreas: [Int] {
    let areas = rows.indices.filter { rows[$0].role == .subtotal || rows[$0].role == .item }
    let depth = areas.map { rows[$0].path }.depthOfWidest
    return areas.filter { rows[$0].path.labels.count == depth }
  }

  /// Those of the widest areas that others are parts of.
  public var widestGroups: [AreaPath] {
    widestAreas.filter { rows[$0].role == .subtotal }.map { rows[$0].path }
  }

  /// The rows below an area as a table of their own, the area's sum as its total.
  ///
  /// Every figure is that of this table. What was checked stays with the whole.
  /// - Parameter area: The area.
  /// - Returns: The table; `nil` when nothing stands below the area.
  public func part(of area: AreaPath) -> ComputedTable? {
    guard let kept = rowsOfPart(of: area) else { return nil }
    var table = arranging(kept)
    table.title = area.labels.last
    for index in table.rows.indices {
      let path = table.rows[index].path.below(area) ?? .total
      let isArea = path == .total && index < kept.count - 1
      table.rows[index].path = isArea ? AreaPath([table.rows[index].label]) : path
    }
    table.rows[kept.count - 1].role = .total
    table.rows[kept.count - 1].label = TableDefinition.totalLabel
    table.checks = []
    let labels = Set(table.rows.map(\.label))
    table.notes = notes.filter { $0.row.map(labels.contains) ?? false }
    return table
  }

  /// The rows that ``part(of:)`` has, in its order; `nil` when nothing stands below the area.
  /// - Parameter area: The area.
  /// - Returns: Their places in this table.
  public func rowsOfPart(of area: AreaPath) -> [Int]? {
    let places = rows.indices.filter { rows[$0].path.isPart(of: area) }
    guard let sum = places.first(where: { rows[$0].path == area && rows[$0].role == .subtotal })
    else { return nil }
    // The sum comes last, and a heading of the area is the title of its table.
    return places.filter { rows[$0].path != area || rows[$0].role == .item } + [sum]
  }

  /// Some of the rows, in some order; what their sums add of the others is left out.
  /// - Parameter order: The rows' places.
  /// - Returns: The table, with its figures as they are.
  public func arranging(_ order: [Int]) -> ComputedTable {
    let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    var table = self
    table.rows = order.map { place in
      var row = rows[place]
      row.terms = row.terms.compactMap { term in
        places[term.row].map { RowTerm($0, isSubtracted: term.isSubtracted) }
      }
      return row
    }
    return table
  }
}
