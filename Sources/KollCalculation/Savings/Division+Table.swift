public import KollModel

extension Division {
  /// The parts as a table: basis, share, part, and what locks moved; notes say what is locked and
  /// why.
  /// - Parameters:
  ///   - areas: The table that was divided over.
  ///   - plan: The plan that was followed.
  ///   - unit: The unit to show.
  /// - Returns: The table, with the areas' groups and a total; its sums are sums of rows.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func table(
    over areas: ComputedTable,
    by plan: AllocationPlan,
    in unit: MoneyUnit,
  ) throws(AmountOverflow) -> ComputedTable {
    let tree = AreaTree(areas, depth: plan.depth)
    let columns = columns(areas.columns.first, in: unit)
    var rows: [RowDefinition] = []
    /// Adds an area's row and those below it.
    func add(_ index: Int) -> RowTerm? {
      let area = tree.areas[index]
      guard let part = parts[area.path] else { return nil }
      let place = rows.count
      rows.append(
        RowDefinition(
          label: areas.rows[area.row].label,
          path: area.path,
          role: area.children.isEmpty ? .item : .subtotal,
          content: .given(cells(of: part, at: area.path, areas.rows[area.row], in: columns)),
          origin: part.limit?.origin ?? areas.rows[area.row].origin,
        )
      )
      guard !area.children.isEmpty else { return RowTerm(place) }
      let terms = area.children.compactMap(add) + [open(below: area.path)].compactMap(\.self)
      // What is decided of a group is shown beside its own figure.
      if part.limit?.isBinding != true { rows[place].content = .terms(terms) }
      return RowTerm(place)
    }
    /// Adds the row of what stays without an area.
    func open(below path: AreaPath) -> RowTerm? {
      guard let rest = unallocated[path] else { return nil }
      let label = "Ofördelat"
      rows.append(
        RowDefinition(
          label: label,
          path: AreaPath(path.labels + [label]),
          role: .item,
          content: .given(
            columns.filter { $0.expression == nil }.map { column in
              Cell(column.key == "belopp" ? .money(rest) : .absent(.notStated))
            }
          ),
        )
      )
      return RowTerm(rows.count - 1)
    }
    let terms = tree.roots.compactMap(add) + [open(below: .total)].compactMap(\.self)
    rows.append(.below("Totalt", .total, .terms(terms)))
    var table = try TableDefinition(areaTitle: areas.areaTitle, columns: columns, rows: rows)
      .computed(from: Ledger())
    for row in rows {
      guard let words = try parts[row.path]?.limit?.words(in: unit) else { continue }
      table.notes.append(Note(row: row.label, text: words))
    }
    return table
  }

  private func columns(_ basis: TableColumn?, in unit: MoneyUnit) -> [TableColumn] {
    var columns = [basis, .own("andel", "Andel", .ratio, in: unit)].compactMap(\.self)
    columns.append(.own("belopp", isProposal ? "Förslag" : "Beslut", in: unit))
    if unlocked != nil {
      columns.append(.own("utan-undantag", "Utan undantag", in: unit))
      let moved = Expression.binary(
        .minus,
        .column(columns.count - 2),
        .column(columns.count - 1),
      )
      columns.append(
        .own("flyttat", "Flyttat av undantag", .variance, in: unit, expression: moved)
      )
    }
    return columns
  }

  private func cells(
    of part: Part,
    at path: AreaPath,
    _ row: ComputedRow,
    in columns: [TableColumn],
  ) -> [Cell] {
    columns.filter { $0.expression == nil }.map { column in
      switch column.key {
      case "andel": Cell(part.share.map(CellValue.ratio) ?? .absent(.zeroBase))
      case "belopp": Cell(.money(part.amount))
      case "utan-undantag": Cell(CellValue(unlocked?[path]?.amount))
      default: row.cells.first ?? Cell(.absent(.notStated))
      }
    }
  }
}

extension AllocationLimit {
  /// Whether the area's part is locked or held within bounds.
  fileprivate var isBinding: Bool { amount != nil || floor != nil || cap != nil }

  /// What is decided, and why, in a few words; `nil` when the area's part is open.
  fileprivate func words(in unit: MoneyUnit) throws(AmountOverflow) -> String? {
    var words: [String] = []
    func add(_ word: String, _ bound: Money?) throws(AmountOverflow) {
      guard let bound else { return }
      words.append("\(word) \(try bound.text(in: unit, decimals: unit.customaryDecimals))")
    }
    if amount == .zero { words.append("undantaget") } else { try add("låst till", amount) }
    try add("minst", floor)
    try add("högst", cap)
    guard !words.isEmpty else { return nil }
    return (words + [justification].compactMap(\.self)).joined(separator: ", ")
  }
}
