internal import KollModel

extension TableReader {
  /// Tells of items that are the sum of the rows beside them in most columns, but not in all.
  ///
  /// A nämnd above its verksamheter is found by its figures; when one of those is wrong, it becomes
  /// an area of its own, and its money counts twice. Where a sum of all holds, it shows that the rows
  /// are read as they are meant.
  func nearSums(_ structure: RowStructure, _ body: Body) -> [RowDoubt] {
    let items = structure.placed.filter {
      $0.role == .item && !structure.unfigured.contains($0.row)
    }
    .map(\.row)
    guard structure.rows.allSatisfy({ $0.labels.count == 1 }), items.count <= Self.mostItems,
      !structure.stated.contains(where: { $0.parts.count >= items.count })
    else { return [] }
    return items.enumerated().compactMap { number, row in
      guard structure.words[row].sum == nil, structure.rows[row].role == nil else { return nil }
      let below = items[(number + 1)...]
      let above = items[..<number].reversed()
      guard isNearSum(row, of: below, structure) || isNearSum(row, of: above, structure) else {
        return nil
      }
      let place = grid.location(body.rows[row].record, 0)
      return RowDoubt(finding: .nearSum(structure.label(row), at: place), rows: [row])
    }
  }

  /// How many items a table may have whose rows are compared with those beside them.
  private static let mostItems = 2_000
  /// How many rows a sum is looked for in.
  private static let longestBlock = 100

  /// Whether a row is the sum of some of the next rows in all columns but one.
  private func isNearSum(
    _ row: Int,
    of others: some Sequence<Int>,
    _ structure: RowStructure,
  ) -> Bool {
    var sums = ColumnSums(columns: structure.rows[row].figures.count)
    for (count, other) in others.prefix(Self.longestBlock).enumerated() {
      sums.add(structure.rows[other].figures)
      if count > 0, isNear(structure.rows[row], sums) { return true }
    }
    return false
  }

  private func isNear(_ row: RowStructure.Row, _ sums: ColumnSums) -> Bool {
    var equal = 0
    var off = 0
    for (column, figure) in row.figures.enumerated() {
      guard let figure, let sum = sums[column] else { continue }
      // Small figures are equal by chance.
      let isLarge = figure.magnitude >= 1_000 * row.lastPlaces[column].magnitude
      if Int128(figure) == sum, isLarge { equal += 1 } else { off += 1 }
    }
    return off == 1 && equal > 1
  }
}

extension Diagnostic {
  fileprivate static func nearSum(_ label: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      .warning,
      at: place,
      value: label,
      Phrase(
        sv: "\"\(label)\" är summan av raderna intill i alla kolumner utom en, och räknas som ett "
          + "område",
        en:
          "\"\(label)\" is the sum of the rows beside it in all columns but one, and counts as an "
          + "area",
      ),
      help: Phrase(
        sv:
          "rätta beloppet som avviker, eller ange rows: {\"\(label)\": item} i en mappning, eller "
          + "subtotal om det är en summa",
        en: "correct the figure that is off, or state rows: {\"\(label)\": item} in a mapping, or "
          + "subtotal if it is a sum",
      ),
    )
  }
}
