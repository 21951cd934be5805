extension TotalFinder.Search {
  /// A run of items that a sum may cover.
  private typealias Run = (items: Range<Int>, isBelowRow: Bool)

  /// How far from itself a sum looks for where its rows begin or end.
  private static let longestRun = 200

  /// Finds what each row covers that a word calls a sum.
  mutating func findNamed() {
    let named = rows.indices.filter(isNamed)
    if named.isEmpty { return }
    var sums = RunningSums(columns: lastPlaces.count)
    for item in items { sums.append(rows[item].figures) }
    let isItem = Set(items)
    for row in named {
      let total = total(of: row, sums, isItem: isItem.contains)
      guard take(total) else { return }
    }
  }

  /// The sum that a row is: of the rows that its label names when they agree, else of the first run
  /// of items that does; when none does, of what it most likely is the sum of.
  private func total(
    of row: Int,
    _ itemSums: RunningSums,
    isItem: (Int) -> Bool,
  ) -> TotalFinder.Total {
    let labelled = rows[row].named.filter(isItem)
    if !labelled.isEmpty {
      var sums = ColumnSums(columns: lastPlaces.count)
      for item in labelled { sums.add(rows[item].figures) }
      if agrees(row, labelled.count, { sums[$0] }) {
        return total(row, labelled, isProven: true)
      }
    }
    let (likely, others) = runs(around: row)
    for runs in [likely, others()] {
      let found = runs.first { run in
        !run.items.isEmpty
          && agrees(row, run.items.count) { itemSums.sum(of: run.items, column: $0) }
      }
      if let found {
        return total(row, Array(items[found.items]), found.isBelowRow, isProven: true)
      }
    }
    if !labelled.isEmpty { return total(row, labelled, isProven: false) }
    let first = (likely + others()).first { !$0.items.isEmpty }
    return total(
      row,
      Array(items[first?.items ?? 0..<0]),
      first?.isBelowRow ?? false,
      isProven: false,
    )
  }

  private func total(
    _ row: Int,
    _ parts: [Int],
    _ isAbove: Bool? = nil,
    isProven: Bool,
  ) -> TotalFinder.Total {
    TotalFinder.Total(
      row: row,
      parts: parts,
      isAbove: isAbove ?? (parts.first.map { $0 > row } ?? false),
      isNamed: true,
      isProven: isProven,
    )
  }

  private func agrees(_ row: Int, _ count: Int, _ sum: (Int) -> Int128?) -> Bool {
    TotalFinder.agreement(
      of: rows[row],
      parts: count,
      lastPlaces: lastPlaces,
      atLeast: 1,
      sum: sum,
    ) != nil
  }

  /// The runs of items that a sum may cover, the likeliest first; the others are made when asked for.
  private func runs(around row: Int) -> (likely: [Run], others: () -> [Run]) {
    let own = items.position(of: row)
    let above = items.position(of: (0..<row).last(where: { isBarrier($0, for: row) }) ?? 0)..<own
    let all = 0..<own
    let isLast = row == rows.count - 1
    let likely: [Run] =
      rows[row].word == .all || rows[row].word == .carried || isLast
      ? [(all, false), (above, false)] : [(above, false), (all, false)]
    return (
      likely,
      { [items] in
        let end = (row + 1..<rows.count).first { isBarrier($0, for: row) } ?? rows.count
        // The sum of all is never taken for the sum of a part that happens to agree.
        let isOfPart = rows[row].word == .named && !isLast
        let suffixes = isOfPart ? min(own, Self.longestRun) : 0
        let prefixes = isOfPart ? min(items.count - own, Self.longestRun) : 0
        return (0..<suffixes).map { (own - 1 - $0..<own, false) }
          + (0..<prefixes).map { (own..<own + 1 + $0, true) }
          + [(own..<items.position(of: end), true), (own..<items.count, true)]
      },
    )
  }

  private func isBarrier(_ other: Int, for row: Int) -> Bool {
    isNamed(other) && rows[other].word != .carried || rows[other].block != rows[row].block
  }
}
