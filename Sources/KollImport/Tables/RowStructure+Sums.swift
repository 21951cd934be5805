internal import KollModel

extension RowStructure {
  /// The rows that stop short of labels which others have below the same ones: a nämnd's own row
  /// beside its verksamheter, with the rows that it is the sum of.
  func structuralTotals() -> [TotalFinder.Total] {
    var rowsBelow: [[String]: [Int]] = [:]
    for row in rows.indices where rows[row].labels.count > 1 && isItemByName(row) {
      for depth in 1..<max(1, paths[row].count) {
        rowsBelow[Array(paths[row].prefix(depth)), default: []].append(row)
      }
    }
    let totals = rows.indices.filter { isItemByName($0) && rowsBelow[paths[$0]] != nil }
    let totalSet = Set(totals)
    return totals.map { row in
      let parts = (rowsBelow[paths[row]] ?? []).filter { !totalSet.contains($0) }
      return TotalFinder.Total(
        row: row,
        parts: parts,
        isAbove: row < parts[0],
        isNamed: true,
        isProven: false,
      )
    }
  }

  /// Whether figures alone may show that a row is a sum: not where columns of labels are levels,
  /// unless its word leaves it open.
  private func mayBeSumByFigures(_ row: Int) -> Bool {
    rows[row].labels.count == 1 || isIndented || words[row].sum == .perhaps
  }

  /// Whether the row has figures and no word calls it a sum or a part.
  private func isItemByName(_ row: Int) -> Bool {
    !rows[row].isBlank && !words[row].isSum && !isLeftOut(row)
  }

  /// Finds the sums among the rows with figures.
  func findTotals(
    _ lastPlaces: [Int64],
    leavingOut structural: Set<Int>,
  ) -> TotalFinder.Finding {
    let indices = rows.indices.filter { !rows[$0].isBlank }
    let places = Dictionary(uniqueKeysWithValues: zip(indices, indices.indices))
    var block = 0
    var blocks: [Int: Int] = [:]
    for row in rows.indices {
      if headings.contains(row) { block += 1 }
      blocks[row] = block
    }
    let named = rowsNamedBySums()
    let finder = TotalFinder(
      rows: indices.map { row in
        TotalFinder.Row(
          figures: rows[row].figures,
          lastPlaces: rows[row].lastPlaces,
          word: words[row].sum,
          isLeftOut: isLeftOut(row) || structural.contains(row) || isDifference(row),
          block: blocks[row] ?? 0,
          isGivenItem: rows[row].role == .item || !mayBeSumByFigures(row),
          named: (named[row] ?? []).compactMap { places[$0] },
        )
      },
      lastPlaces: lastPlaces,
      looksForUnnamed: looksForUnnamed,
    )
    return finder.find().mapped { indices[$0] }
  }

  /// The rows that sums name by their labels: those of an area that has a column of its own, or
  /// those under the heading of the name.
  private func rowsNamedBySums() -> [Int: [Int]] {
    let sums = rows.indices.filter { words[$0].isSum && !rows[$0].isBlank }
    guard !sums.isEmpty else { return [:] }
    var members: [[String]: [Int]] = [:]
    var membersOfHeading: [Int: [Int]] = [:]
    var open = OpenHeadings()
    for row in rows.indices {
      if headings.contains(row) { open.open(row, in: self) }
      if words[row].endsRows, !rows[row].isBlank { open.close(at: row, in: self) }
      guard isItemByName(row) else { continue }
      for depth in 1..<max(1, paths[row].count) {
        members[paths[row].prefix(depth).map { $0.lowercased() }, default: []].append(row)
      }
      for heading in open.rows { membersOfHeading[heading, default: []].append(row) }
    }
    var named: [Int: [Int]] = [:]
    for sum in sums {
      let above = paths[sum].dropLast().map { $0.lowercased() }
      let subject = words[sum].subject.lowercased()
      named[sum] = members[subject.isEmpty ? above : above + [subject]] ?? members[above]
    }
    for (heading, sum) in sumOfHeading where named[sum] == nil {
      named[sum] = membersOfHeading[heading]
    }
    return named
  }

  /// Whether the row states what remains of the income and the cost directly above it, both of one
  /// sign: then it is no sum of the two.
  private func isDifference(_ row: Int) -> Bool {
    guard words[row].isNet, row > 1 else { return false }
    let pair = [row - 2, row - 1]
    let names = pair.map { label($0).lowercased() }
    guard names.contains(where: { $0.contains("intäkt") }),
      names.contains(where: { $0.contains("kostnad") }), pair.allSatisfy({ isItemByName($0) })
    else { return false }
    let columns = rows[row].figures.indices.filter { column in
      ([row] + pair).allSatisfy { rows[$0].figures[column] != nil }
    }
    return !columns.isEmpty && columns.allSatisfy { isDifference(row, of: pair, column: $0) }
  }

  private func isDifference(_ row: Int, of pair: [Int], column: Int) -> Bool {
    let figures = (pair + [row]).map { Int128(rows[$0].figures[column] ?? 0) }
    let rest = (figures[0] - figures[1]).magnitude
    let off =
      rest > figures[2].magnitude ? rest - figures[2].magnitude : figures[2].magnitude - rest
    let isOneSign = figures[0].signum() * figures[1].signum() >= 0
    return isOneSign && off * 2 <= UInt128(rows[row].lastPlaces[column].magnitude) * 3
  }
}

extension TotalFinder.Finding {
  /// The finding with other numbers for its rows.
  fileprivate func mapped(_ row: (Int) -> Int) -> TotalFinder.Finding {
    TotalFinder.Finding(
      totals: totals.map { total in
        TotalFinder.Total(
          row: row(total.row),
          parts: total.parts.map(row),
          isAbove: total.isAbove,
          isNamed: total.isNamed,
          isProven: total.isProven,
        )
      },
      items: items.map(row),
      regrouped: regrouped.map { block in
        TotalFinder.Regrouping(
          earlier: row(block.earlier),
          sum: row(block.sum),
          rows: block.rows.map(row),
        )
      },
      isTooLarge: isTooLarge,
    )
  }
}
