internal import KollModel

extension Division {
  /// The rows of a table of the parts: the areas, what stays without an area, and their sums.
  /// - Parameters:
  ///   - tree: The areas.
  ///   - table: The table that they stand in.
  ///   - cells: The cells of an area's row, or of the row that ``openPath(below:)`` gives; none for
  ///     a group that has no figures but its sum.
  /// - Returns: The rows, the total last.
  func rows(
    _ tree: AreaTree,
    of table: ComputedTable,
    cells: (AreaPath) -> [Cell],
  ) -> [RowDefinition] {
    var rows: [RowDefinition] = []
    func add(_ index: Int) -> RowTerm? {
      let area = tree.areas[index]
      guard let part = parts[area.path] else { return nil }
      let place = rows.count
      let own = cells(area.path)
      rows.append(
        RowDefinition(
          label: table.rows[area.row].label,
          path: area.path,
          role: area.children.isEmpty ? .item : .subtotal,
          content: .given(own),
          origin: part.limit?.origin ?? table.rows[area.row].origin,
        )
      )
      guard !area.children.isEmpty else { return RowTerm(place) }
      let terms = area.children.compactMap(add) + [open(below: area.path)].compactMap(\.self)
      // What is decided of a group is shown beside its own figure.
      if part.limit?.isBinding != true || own.isEmpty { rows[place].content = .terms(terms) }
      return RowTerm(place)
    }
    func open(below parent: AreaPath) -> RowTerm? {
      guard unallocated[parent] != nil else { return nil }
      let path = openPath(below: parent)
      let label = path.labels.last ?? ""
      rows.append(
        RowDefinition(label: label, path: path, role: .item, content: .given(cells(path)))
      )
      return RowTerm(rows.count - 1)
    }
    let terms = tree.roots.compactMap(add) + [open(below: .total)].compactMap(\.self)
    return rows + [.below(TableDefinition.totalLabel, .total, .terms(terms))]
  }

  /// The row of what stays without an area; budgets may have an area called Ofördelat.
  func openPath(below parent: AreaPath) -> AreaPath {
    let path = AreaPath(parent.labels + ["Ofördelat"])
    return parts[path] == nil ? path : AreaPath(parent.labels + ["Ofördelat av uppdraget"])
  }
}

extension AreaPath {
  /// The area that this one is a part of.
  var parent: AreaPath { AreaPath(Array(labels.dropLast())) }
}
