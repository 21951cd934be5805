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
    let totals = rows.indices.filter { row in
      (isItemByName(row) || isGivenArea(row)) && rowsBelow[paths[row]] != nil
    }
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

  /// Whether the row is an area by its name that is said to be a sum.
  private func isGivenArea(_ row: Int) -> Bool {
    rows[row].role == .subtotal && !rows[row].isBlank && RowWords(label(row)).sum == nil
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
    let areAccounts =
      words.contains(where: \.isNet) && RowSide.areAccounts(paths.map { $0.last ?? "" })
    let finder = TotalFinder(
      rows: indices.map { row in
        TotalFinder.Row(
          figures: rows[row].figures,
          lastPlaces: rows[row].lastPlaces,
          word: words[row].sum,
          isLeftOut: isLeftOut(row) || structural.contains(row)
            || isDifference(row, areAccounts: areAccounts),
          endsTable: words[row].endsBalance,
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
  private func isDifference(_ row: Int, areAccounts: Bool) -> Bool {
    guard words[row].isNet, !rows[row].isBlank else { return false }
    var sums: [RowSide: ColumnSums] = [:]
    for (count, part) in sidesAbove(row, areAccounts).enumerated() {
      let none = ColumnSums(columns: rows[row].figures.count)
      sums[part.side, default: none].add(rows[part.row].figures)
      if let income = sums[.income], let cost = sums[.cost],
        isDifference(row, of: income, cost, parts: count + 1)
      {
        return true
      }
    }
    return false
  }

  private func isSum(_ row: Int, of parts: [Int]) -> Bool {
    var sums = ColumnSums(columns: rows[row].figures.count)
    for part in parts { sums.add(rows[part].figures) }
    return sums.equal(rows[row].figures)
  }

  private func isDifference(
    _ row: Int,
    of income: ColumnSums,
    _ cost: ColumnSums,
    parts: Int,
  ) -> Bool {
    var isCompared = false
    for (column, figure) in rows[row].figures.enumerated() {
      guard let figure, let income = income[column], let cost = cost[column] else { continue }
      let off = Int128((income - cost).magnitude) - Int128(figure.magnitude)
      let allowance = UInt128(rows[row].lastPlaces[column].magnitude) * UInt128(parts + 1)
      guard income.signum() * cost.signum() >= 0, off.magnitude * 2 <= allowance else {
        return false
      }
      isCompared = true
    }
    return isCompared
  }

  /// The rows directly above one, the nearest first, that are income or cost by their own label,
  /// their sum's or their heading's.
  private func sidesAbove(_ row: Int, _ areAccounts: Bool) -> [(row: Int, side: RowSide)] {
    var known: [(row: Int, side: RowSide)] = []
    var pending: [Int] = []
    var sideOfSum: RowSide?
    for other in (0..<row).reversed() {
      if headings.contains(other) {
        guard let side = RowSide(label: label(other)) else { break }
        known += pending.map { ($0, side) }
        pending = []
        sideOfSum = nil
      } else if words[other].isSum {
        guard pending.isEmpty, !words[other].isNet else { break }
        sideOfSum = RowSide(label: label(other))
      } else if isItemByName(other),
        let side = RowSide(paths[other], areAccounts: areAccounts) ?? sideOfSum
      {
        guard pending.isEmpty || isSum(other, of: pending), !words[other].isNet else { break }
        pending = []
        known.append((other, side))
      } else if isItemByName(other) {
        pending.append(other)
      }
    }
    return known
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
