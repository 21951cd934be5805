extension TotalFinder {
  /// The sums of a table under one way to read it.
  struct Search {
    let rows: [Row]
    let lastPlaces: [Int64]
    let reading: Reading
    var totals: [Int: Total] = [:]
    var regrouped: [Regrouping] = []
    /// The rows that are added, in order.
    var items: [Int] = []
    /// How near the stated total of all items is to their sum; `nil` when none is stated that holds.
    var wholeness: Agreement?

    /// What stands beside each other once unnamed sums are gathered: items and sums of groups.
    private var outermost: [Int] = []
    /// Whether all figures of a column are of one sign.
    private let isOneSign: [Bool]
    /// How many rows that words call sums stand above each row.
    private let sections: [Int]

    /// The longest block that is added up without a word to say that its sum is near.
    private static let longestUnnamedBlock = 100

    init(_ rows: [Row], _ lastPlaces: [Int64], _ reading: Reading) {
      self.rows = rows
      self.lastPlaces = lastPlaces
      self.reading = reading
      isOneSign = lastPlaces.indices.map { column in
        rows.allSatisfy { ($0.figures[column] ?? 0) >= 0 }
          || rows.allSatisfy { ($0.figures[column] ?? 0) <= 0 }
      }
      var named = 0
      sections = rows.map { row in
        if row.isNamed { named += 1 }
        return named
      }
    }

    mutating func run() {
      outermost = rows.indices.filter { !isNamed($0) && !rows[$0].isLeftOut }
      switch reading.order {
      case .none: break
      case .aboveFirst:
        gather(isAbove: true)
        gather(isAbove: false)
      case .belowFirst:
        gather(isAbove: false)
        gather(isAbove: true)
      }
      items = rows.indices.filter { totals[$0] == nil && !isNamed($0) && !rows[$0].isLeftOut }
      findNamed()
      setAsideRegrouped()
      setAsideAfterTotal()
      wholeness = totals.values.filter(isWhole).compactMap(agreement).min()
    }
  }
}

extension TotalFinder.Search {
  var finding: TotalFinder.Finding {
    TotalFinder.Finding(
      totals: totals.values.sorted { $0.row < $1.row },
      items: items,
      regrouped: regrouped,
    )
  }

  var isExact: Bool { wholeness == TotalFinder.Agreement() }

  func isBetter(than other: TotalFinder.Search?) -> Bool {
    guard let wholeness else { return false }
    return other?.wholeness.map { wholeness < $0 } ?? true
  }

  /// Whether a sum without a word has several rows.
  var hasGroups: Bool { totals.values.contains { !$0.isNamed && $0.parts.count > 1 } }

  /// Whether more of the sums without a word stand below their rows than above.
  ///
  /// The sum of all tells nothing of the others.
  var hasMostSumsBelow: Bool {
    let unnamed = totals.values.filter {
      !$0.isNamed && $0.parts.count > 1 && !isWhole($0)
    }
    return unnamed.count { !$0.isAbove } > unnamed.count { $0.isAbove }
  }

  /// Rows whose figures are those of the row below.
  var equalNeighbours: Set<Int> {
    let plain = rows.indices.filter { !isNamed($0) && !rows[$0].isLeftOut }
    return Set(
      zip(plain, plain.dropFirst()).filter { first, second in
        second == first + 1 && rows[first].block == rows[second].block && rows[first].hasFigures
          && rows[first].figures == rows[second].figures
      }.map(\.0)
    )
  }

  func isNamed(_ row: Int) -> Bool {
    rows[row].isNamed && !rows[row].isLeftOut && !reading.barred.contains(row)
  }

  /// Gathers rows under the rows that are their sums, above them or below.
  ///
  /// Goes towards the sums, so that inner groups are known before outer ones. A group counts as
  /// the one row that its sum is.
  private mutating func gather(isAbove: Bool) {
    var gathered: [Int] = []
    let last = isAbove ? nil : outermost.last
    for row in isAbove ? outermost.reversed() : outermost {
      if canBeSum(row),
        let count = run(of: row, beside: gathered.reversed(), isAbove: isAbove)
          ?? (row == last ? all(gathered, under: row) : nil)
      {
        let parts = gathered.suffix(count).flatMap { totals[$0]?.parts ?? [$0] }.sorted()
        gathered.removeLast(count)
        totals[row] = TotalFinder.Total(
          row: row,
          parts: parts,
          isAbove: isAbove,
          isNamed: false,
          isProven: true,
        )
      }
      gathered.append(row)
    }
    outermost = isAbove ? gathered.reversed() : gathered
  }

  private func canBeSum(_ row: Int) -> Bool {
    totals[row] == nil && !reading.barred.contains(row) && rows[row].hasFigures
      && !rows[row].isGivenItem && (lastPlaces.count > 1 || rows[row].word == .perhaps)
  }

  /// How many of the rows beside a row it is the sum of: the fewest that agree.
  ///
  /// Rows that rounding hides may follow when the sum comes nearer with them.
  private func run(of row: Int, beside others: some Sequence<Int>, isAbove: Bool) -> Int? {
    var stated = ColumnSums(columns: lastPlaces.count)
    // The same by the items of the groups among them; needed once there is one.
    var computed: ColumnSums?
    var best: (count: Int, agreement: TotalFinder.Agreement)?
    var count = 0
    var telling = 0
    for other in others.prefix(Self.longestUnnamedBlock) {
      guard rows[other].block == rows[row].block, !isAbove || sections[other] == sections[row],
        best == nil || isHiddenByRounding(other, among: count)
      else { break }
      count += 1
      if sharesColumn(row, other) { telling += 1 }
      if let parts = totals[other]?.parts {
        computed = computed ?? stated
        for part in parts { computed?.add(rows[part].figures) }
      } else {
        computed?.add(rows[other].figures)
      }
      stated.add(rows[other].figures)
      guard telling > 1 || reading.singles.contains(isAbove ? row : row - 1) else { continue }
      let direct = agreement(of: row, with: stated, parts: count)
      let found = direct ?? computed.flatMap { agreement(of: row, with: $0, parts: count) }
      if let found, best.map({ found < $0.agreement }) ?? true { best = (count, found) }
      if best == nil, isBeyond(row, stated, parts: count) { break }
    }
    return best?.count
  }

  /// How many rows stand above the last, under all headings, when it is the sum of them all.
  private func all(_ others: [Int], under row: Int) -> Int? {
    var sums = ColumnSums(columns: lastPlaces.count)
    for other in others { sums.add(rows[other].figures) }
    let isSum = others.count > 1 && agreement(of: row, with: sums, parts: others.count) != nil
    return isSum ? others.count : nil
  }

  private func sharesColumn(_ row: Int, _ other: Int) -> Bool {
    lastPlaces.indices.contains {
      rows[row].figures[$0] != nil && rows[other].figures[$0] != nil
    }
  }

  private func agreement(
    of row: Int,
    with sums: ColumnSums,
    parts: Int,
  ) -> TotalFinder.Agreement? {
    TotalFinder.agreement(
      of: rows[row],
      with: sums,
      parts: parts,
      lastPlaces: lastPlaces,
      atLeast: parts == 1 || rows[row].word == .perhaps ? 1 : reading.columns,
    )
  }

  /// Whether a row is so small that a sum of so many rows may pass it over.
  private func isHiddenByRounding(_ row: Int, among count: Int) -> Bool {
    zip(rows[row].figures, lastPlaces).allSatisfy { figure, place in
      UInt128((figure ?? 0).magnitude) * 2 <= UInt128(count + 2) * UInt128(place.magnitude)
    }
  }

  /// Whether sums have passed a row's figures in more columns than may be off.
  private func isBeyond(_ row: Int, _ sums: ColumnSums, parts: Int) -> Bool {
    var beyond = 0
    for column in lastPlaces.indices where isOneSign[column] {
      guard let figure = rows[row].figures[column], let sum = sums[column] else { continue }
      let allowance =
        UInt128(parts) * UInt128(lastPlaces[column].magnitude)
        + UInt128(rows[row].lastPlaces[column].magnitude)
      if sum.magnitude > UInt128(figure.magnitude) + allowance { beyond += 1 }
    }
    return beyond > (lastPlaces.count > 3 ? 1 : 0)
  }
}

extension TotalFinder.Search {
  /// Whether a sum is proven and covers every item.
  private func isWhole(_ total: TotalFinder.Total) -> Bool {
    total.isProven && total.parts.count >= items.count && Set(total.parts).isSuperset(of: items)
  }

  private func agreement(of total: TotalFinder.Total) -> TotalFinder.Agreement? {
    var sums = ColumnSums(columns: lastPlaces.count)
    for part in total.parts { sums.add(rows[part].figures) }
    return TotalFinder.agreement(
      of: rows[total.row],
      with: sums,
      parts: total.parts.count,
      lastPlaces: lastPlaces,
      atLeast: 1,
    )
  }

  /// Takes out blocks that divide the money of an earlier sum another way: a sum of all that stands
  /// between them, equal to the earlier one, and none of both.
  private mutating func setAsideRegrouped() {
    let sums = totals.values.filter { $0.isNamed && $0.isProven && !$0.isAbove }
      .sorted { $0.row < $1.row }
    for (index, sum) in sums.enumerated() {
      guard
        let earlier = sums.prefix(index).last(where: { isRegrouped($0, by: sum) }),
        !totals.values.contains(where: { coversBoth($0, earlier, sum) })
      else { continue }
      regrouped.append(
        TotalFinder.Regrouping(earlier: earlier.row, sum: sum.row, rows: sum.parts)
      )
      let aside = Set(sum.parts)
      items.removeAll(where: aside.contains)
    }
  }

  /// Whether a sum is equal to an earlier one and each covers all the items of its own stretch.
  private func isRegrouped(_ earlier: TotalFinder.Total, by later: TotalFinder.Total) -> Bool {
    let first = rows[earlier.row]
    let second = rows[later.row]
    let isBare = first.word == .all && second.word == .all
    let isUnlimited = isBare || lastPlaces.count > 1
    guard isUnlimited, second.figures == first.figures,
      later.parts.first.map({ $0 > earlier.row }) ?? false
    else { return false }
    return earlier.parts.count == items.count { $0 < earlier.row }
      && later.parts.count == items.count { $0 > earlier.row && $0 < later.row }
  }

  private func coversBoth(
    _ total: TotalFinder.Total,
    _ first: TotalFinder.Total,
    _ second: TotalFinder.Total,
  ) -> Bool {
    total.isProven && total.parts.contains(first.parts[0])
      && total.parts.contains(second.parts[0])
  }

  /// Takes out what stands below the last sum of all and belongs to no sum, by word or not.
  private mutating func setAsideAfterTotal() {
    let grand = totals.values.filter { !$0.isAbove && rows[$0.row].word == .all && $0.isNamed }
    guard let last = grand.map(\.row).max() else { return }
    let covered = Set(totals.values.filter { $0.isProven && $0.row > last }.flatMap(\.parts))
    items.removeAll { $0 > last && !covered.contains($0) }
    for row in totals.keys where row > last && totals[row]?.isProven == false {
      totals[row] = nil
    }
  }
}
