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
    /// Whether the sums cover more rows than are compared; then nothing else is known.
    private(set) var isTooLarge = false

    /// What stands beside each other once unnamed sums are gathered: items and sums of groups.
    var outermost: [Int] = []
    /// How many groups stand in each other below each row that is the sum of a group.
    var depths: [Int: Int] = [:]
    /// The columns whose figures are all of one sign.
    let columnsOfOneSign: [Int]
    /// How many more rows sums may cover.
    private var partsLeft = Search.mostParts
    /// How many rows that words call sums stand above each row.
    let sections: [Int]

    /// How many rows all sums may cover together, so that running totals need no square of them.
    private static let mostParts = 10_000_000

    init(_ rows: [Row], _ lastPlaces: [Int64], _ reading: Reading) {
      self.rows = rows
      self.lastPlaces = lastPlaces
      self.reading = reading
      columnsOfOneSign = lastPlaces.indices.filter { column in
        rows.allSatisfy { ($0.figures[column] ?? 0) >= 0 }
          || rows.allSatisfy { ($0.figures[column] ?? 0) <= 0 }
      }
      var named = 0
      sections = rows.map { row in
        if row.isNamed, row.word != .carried { named += 1 }
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
      if isTooLarge { return }
      setAsideRegrouped()
      setAsideAfterTotal()
      wholeness = totals.values.filter(isWhole).compactMap(agreement).min()
    }

    /// Keeps a sum; `false` when the sums now cover more rows than are compared.
    mutating func take(_ total: Total) -> Bool {
      partsLeft -= total.parts.count
      isTooLarge = isTooLarge || partsLeft < 0
      if !isTooLarge { totals[total.row] = total }
      return !isTooLarge
    }
  }
}

extension TotalFinder.Search {
  var finding: TotalFinder.Finding {
    TotalFinder.Finding(
      totals: totals.values.sorted { $0.row < $1.row },
      items: items,
      regrouped: regrouped,
      isTooLarge: isTooLarge,
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
}
