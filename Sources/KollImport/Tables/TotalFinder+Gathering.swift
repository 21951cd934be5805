extension TotalFinder.Search {
  /// The longest block that is added up without a word to say that its sum is near.
  private static let longestUnnamedBlock = 100

  /// How deep groups stand in groups at most; no organisation has so many levels.
  private static let deepestGroup = 50

  /// Rows beside a row that may be its parts; a group counts as the one row that its sum is.
  private struct Gathered {
    private(set) var rows: [Int] = []
    /// How many groups stand in each other below each; none below an item.
    private(set) var depths: [Int] = []
    /// The figures as they are stated.
    private(set) var stated: RunningSums
    /// The same by the items of the groups; needed once there is one.
    private(set) var computed: RunningSums?

    init(columns: Int) {
      stated = RunningSums(columns: columns)
    }

    mutating func append(_ row: Int, _ figures: [Int64?], depth: Int, group: ColumnSums?) {
      if let group {
        computed = computed ?? stated
        computed?.append(group)
      } else {
        computed?.append(figures)
      }
      stated.append(figures)
      rows.append(row)
      depths.append(depth)
    }

    mutating func removeLast(_ count: Int) {
      rows.removeLast(count)
      depths.removeLast(count)
      stated.removeLast(count)
      computed?.removeLast(count)
    }
  }

  /// Gathers rows under the rows that are their sums, above them or below.
  ///
  /// Goes towards the sums, so that inner groups are known before outer ones. A group counts as
  /// the one row that its sum is.
  mutating func gather(isAbove: Bool) {
    var gathered = Gathered(columns: lastPlaces.count)
    let last = isAbove ? nil : outermost.last
    for row in isAbove ? outermost.reversed() : outermost where !isTooLarge {
      if canBeSum(row),
        let count = run(of: row, beside: gathered, isAbove: isAbove)
          ?? (row == last ? all(gathered, under: row) : nil),
        let deepest = gathered.depths.suffix(count).max(), deepest < Self.deepestGroup
      {
        depths[row] = deepest + 1
        let parts = gathered.rows.suffix(count).flatMap { totals[$0]?.parts ?? [$0] }.sorted()
        gathered.removeLast(count)
        let total = TotalFinder.Total(
          row: row,
          parts: parts,
          isAbove: isAbove,
          isNamed: false,
          isProven: true,
        )
        guard take(total) else { return }
      }
      gathered.append(
        row,
        rows[row].figures,
        depth: depths[row] ?? 0,
        group: totals[row].map { sums(of: $0.parts) },
      )
    }
    outermost = isAbove ? gathered.rows.reversed() : gathered.rows
  }

  func sums(of parts: [Int]) -> ColumnSums {
    var sums = ColumnSums(columns: lastPlaces.count)
    for part in parts { sums.add(rows[part].figures) }
    return sums
  }

  private func canBeSum(_ row: Int) -> Bool {
    totals[row] == nil && !reading.barred.contains(row) && rows[row].hasFigures
      && !rows[row].isGivenItem
      && (lastPlaces.count > 1 || rows[row].word == .perhaps)
  }

  /// How many of the rows beside a row it is the sum of: the fewest that agree.
  ///
  /// Rows that rounding hides may follow when the sum comes nearer with them.
  private func run(of row: Int, beside others: Gathered, isAbove: Bool) -> Int? {
    let isSingle = reading.singles.contains(isAbove ? row : row - 1)
    let end = others.rows.count
    var best: (count: Int, agreement: TotalFinder.Agreement)?
    var telling = 0
    var hasGroup = false
    for start in (max(0, end - Self.longestUnnamedBlock)..<end).reversed() {
      let other = others.rows[start]
      guard rows[other].block == rows[row].block, !isAbove || sections[other] == sections[row],
        best == nil || isHiddenByRounding(other, among: end - start - 1)
      else { break }
      if telling < 2, sharesColumn(row, other) { telling += 1 }
      hasGroup = hasGroup || others.depths[start] > 0
      guard telling > 1 || isSingle else { continue }
      let parts = start..<end
      let direct = agreement(of: row, with: others.stated, parts)
      let found =
        direct
        ?? (hasGroup ? others.computed.flatMap { agreement(of: row, with: $0, parts) } : nil)
      if let found, best.map({ found < $0.agreement }) ?? true { best = (parts.count, found) }
      if best == nil, isBeyond(row, others.stated, parts) { break }
    }
    return best?.count
  }

  /// How many rows stand above the last, under all headings, when it is the sum of them all.
  private func all(_ others: Gathered, under row: Int) -> Int? {
    let parts = others.rows.indices
    let isSum = parts.count > 1 && agreement(of: row, with: others.stated, parts) != nil
    return isSum ? parts.count : nil
  }

  private func sharesColumn(_ row: Int, _ other: Int) -> Bool {
    lastPlaces.indices.contains {
      rows[row].figures[$0] != nil && rows[other].figures[$0] != nil
    }
  }

  private func agreement(
    of row: Int,
    with sums: RunningSums,
    _ parts: Range<Int>,
  ) -> TotalFinder.Agreement? {
    TotalFinder.agreement(
      of: rows[row],
      parts: parts.count,
      lastPlaces: lastPlaces,
      atLeast: parts.count == 1 || rows[row].word == .perhaps ? 1 : reading.columns,
    ) { sums.sum(of: parts, column: $0) }
  }

  /// Whether a row is so small that a sum of so many rows may pass it over.
  private func isHiddenByRounding(_ row: Int, among count: Int) -> Bool {
    zip(rows[row].figures, lastPlaces).allSatisfy { figure, place in
      UInt128((figure ?? 0).magnitude) * 2 <= UInt128(count + 2) * UInt128(place.magnitude)
    }
  }

  /// Whether sums have passed a row's figures in more columns than may be off.
  private func isBeyond(_ row: Int, _ sums: RunningSums, _ parts: Range<Int>) -> Bool {
    let mayDiffer = lastPlaces.count > 3 ? 1 : 0
    var beyond = 0
    for column in columnsOfOneSign {
      guard let figure = rows[row].figures[column], let sum = sums.sum(of: parts, column: column)
      else { continue }
      let allowance =
        UInt128(parts.count) * UInt128(lastPlaces[column].magnitude)
        + UInt128(rows[row].lastPlaces[column].magnitude)
      if sum.magnitude > UInt128(figure.magnitude) + allowance { beyond += 1 }
      if beyond > mayDiffer { return true }
    }
    return false
  }
}
