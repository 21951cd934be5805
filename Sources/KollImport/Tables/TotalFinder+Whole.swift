extension TotalFinder.Search {
  /// How many of the sums before it that are equal a sum is compared with.
  private static let mostSumsBack = 1_000

  /// Whether a sum is proven and covers every item.
  func isWhole(_ total: TotalFinder.Total) -> Bool {
    total.isProven && total.parts.count >= items.count && Set(total.parts).isSuperset(of: items)
  }

  func agreement(of total: TotalFinder.Total) -> TotalFinder.Agreement? {
    let sums = sums(of: total.parts)
    return TotalFinder.agreement(
      of: rows[total.row],
      parts: total.parts.count,
      lastPlaces: lastPlaces,
      atLeast: 1,
    ) { sums[$0] }
  }

  /// Takes out blocks that divide the money of an earlier sum another way: a sum of all that stands
  /// between them, equal to the earlier one, and none of both.
  mutating func setAsideRegrouped() {
    let sums = totals.values.filter { $0.isNamed && $0.isProven && !$0.isAbove }
      .sorted { $0.row < $1.row }
    // Only a sum with the same figures can be the earlier one.
    var sumsOfFigures: [[Int64?]: [TotalFinder.Total]] = [:]
    for sum in sums {
      let figures = rows[sum.row].figures
      defer { sumsOfFigures[figures, default: []].append(sum) }
      guard
        let earlier = sumsOfFigures[figures]?.suffix(Self.mostSumsBack)
          .last(where: { isRegrouped($0, by: sum) }),
        !totals.values.contains(where: { coversBoth($0, earlier, sum) })
      else { continue }
      regrouped.append(
        TotalFinder.Regrouping(earlier: earlier.row, sum: sum.row, rows: sum.parts)
      )
      setAside(sum.parts)
    }
  }

  /// Whether a sum is equal to an earlier one and each covers all the items of its own stretch.
  private func isRegrouped(_ earlier: TotalFinder.Total, by later: TotalFinder.Total) -> Bool {
    let first = rows[earlier.row]
    let second = rows[later.row]
    let isBare = first.word == .all && second.word == .all
    let isUnlimited = isBare || lastPlaces.count > 1
    guard isUnlimited,
      later.parts.first.map({ $0 > earlier.row }) ?? false
    else { return false }
    let before = items.position(of: earlier.row)
    return earlier.parts.count == before
      && later.parts.count == items.position(of: later.row) - before
  }

  /// Takes rows, which are sorted as the items are, out of the items.
  private mutating func setAside(_ rows: [Int]) {
    guard let first = rows.first, let last = rows.last else { return }
    let aside = Set(rows)
    let range = items.position(of: first)..<items.position(of: last + 1)
    items.replaceSubrange(range, with: items[range].filter { !aside.contains($0) })
  }

  private func coversBoth(
    _ total: TotalFinder.Total,
    _ first: TotalFinder.Total,
    _ second: TotalFinder.Total,
  ) -> Bool {
    total.isProven && total.parts.containsSorted(first.parts[0])
      && total.parts.containsSorted(second.parts[0])
  }

  /// Takes out what stands below the last sum of all and belongs to no sum, by word or not.
  mutating func setAsideAfterTotal() {
    let grand = totals.values.filter { total in
      let row = rows[total.row]
      return !total.isAbove && total.isNamed && (row.word == .all || row.endsTable)
    }
    guard let last = grand.map(\.row).max() else { return }
    let covered = Set(totals.values.filter { $0.isProven && $0.row > last }.flatMap(\.parts))
    items.removeAll { $0 > last && !covered.contains($0) }
    for row in totals.keys where row > last && totals[row]?.isProven == false {
      totals[row] = nil
    }
  }
}
