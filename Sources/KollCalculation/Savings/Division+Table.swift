public import KollModel

extension Division {
  /// The parts as a table: basis, share, part, and what locks moved; notes say what is locked and
  /// why.
  /// - Parameters:
  ///   - areas: The table that was divided over.
  ///   - plan: The plan that was followed.
  ///   - display: How to show money.
  /// - Returns: The table, with the areas' groups and a total; its sums are sums of rows.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  public func table(
    over areas: ComputedTable,
    by plan: AllocationPlan,
    in display: MoneyDisplay,
  ) throws(AmountOverflow) -> ComputedTable {
    let columns = columns(areas.columns.first, in: display)
    let rows = rows(AreaTree(areas, depth: plan.depth), of: areas) { path in
      columns.filter { $0.expression == nil }.map { cell(of: path, in: $0, areas) }
    }
    var table = try TableDefinition(areaTitle: areas.areaTitle, columns: columns, rows: rows)
      .computed(from: Ledger())
    if let place = columns.firstIndex(where: { $0.key == "andel" }) {
      for (index, row) in rows.enumerated() {
        if parts[row.path] != nil, let own = share(of: row.path) {
          table.rows[index].cells[place] = Cell(.ratio(own))
        }
      }
    }
    table.notes = try notes(on: rows, in: display)
    return table
  }

  /// What is locked and why; of a decision only why, once where it is the same for all.
  private func notes(
    on rows: [RowDefinition],
    in display: MoneyDisplay,
  ) throws(AmountOverflow) -> [Note] {
    var notes: [Note] = []
    for row in rows {
      guard let limit = parts[row.path]?.limit else { continue }
      let words = isProposal ? try limit.words(in: display) : limit.justification
      if let words { notes.append(Note(row: row.label, text: words)) }
    }
    let texts = Set(notes.map(\.text))
    return !isProposal && texts.count == 1 ? texts.map { Note(text: $0) } : notes
  }

  private func columns(_ basis: TableColumn?, in display: MoneyDisplay) -> [TableColumn] {
    var columns = [basis, .own("andel", "Andel", .ratio, in: display)].compactMap(\.self)
    columns.append(.own("belopp", isProposal ? "Förslag" : "Beslut", in: display))
    if tellsUnlocked {
      columns.append(.own("utan-undantag", "Utan undantag", in: display))
      let moved = Expression.binary(
        .minus,
        .column(columns.count - 2),
        .column(columns.count - 1),
      )
      columns.append(
        .own("flyttat", "Flyttat av undantag", .variance, in: display, expression: moved)
      )
    }
    return columns
  }

  private func cell(of path: AreaPath, in column: TableColumn, _ areas: ComputedTable) -> Cell {
    guard let part = parts[path] else {
      let rest = column.key == "belopp" ? unallocated[path.parent] : nil
      return Cell(rest.map(CellValue.money) ?? .absent(.notStated))
    }
    return switch column.key {
    case "andel": Cell(.absent(.zeroBase))
    case "belopp": Cell(.money(part.amount))
    case "utan-undantag": Cell(CellValue(part.unlocked))
    default: areas.rows[part.row].cells.first ?? Cell(.absent(.notStated))
    }
  }
}

extension AllocationLimit {
  /// Whether the area's part is locked or held within bounds.
  var isBinding: Bool { amount != nil || floor != nil || cap != nil }

  /// What is decided, and why, in a few words; `nil` when the area's part is open.
  fileprivate func words(in display: MoneyDisplay) throws(AmountOverflow) -> String? {
    var words: [String] = []
    func add(_ word: String, _ bound: Money?) throws(AmountOverflow) {
      guard let bound else { return }
      words.append("\(word) \(try bound.text(in: display))")
    }
    if amount == .zero { words.append("undantaget") } else { try add("låst till", amount) }
    try add("minst", floor)
    try add("högst", cap)
    guard !words.isEmpty else { return nil }
    return (words + [justification].compactMap(\.self)).joined(separator: ", ")
  }
}
