internal import KollModel

/// Finds the rows that a table states as sums of others, by word or by arithmetic.
///
/// Works on the rows with figures, in minor units. A total's parts are item rows, never other
/// totals. The rules are those of the input format's article, under stated totals.
struct TotalFinder {
  /// A row as the finder sees it.
  struct Row {
    /// One for each column that is summed: the figure, or `nil` when there is none.
    var figures: [Int64?]
    /// Whether a word says that the row is a sum.
    var isNamed: Bool
    /// Whether the words say that the row is the sum of all.
    var isNamedGrand: Bool
    /// Whether a word for a sum stands alone, without saying of what.
    var isBareWord: Bool
    /// Whether the row is shown and never added.
    var isLeftOut: Bool
    /// Which block the row stands in: a heading begins a new one.
    var block: Int
  }

  /// A row that is a sum, the item rows that it covers, and how that was found.
  struct Total {
    let row: Int
    let parts: [Int]
    let isAbove: Bool
    let isNamed: Bool
  }

  private let rows: [Row]
  /// One in the last place shown of each column, in minor units.
  private let lastPlaces: [Int64]
  private var totals: [Int: Total] = [:]

  /// The longest block that is added up without a word to say that its sum is near.
  private static let longestUnnamedBlock = 100

  init(rows: [Row], lastPlaces: [Int64]) {
    self.rows = rows
    self.lastPlaces = lastPlaces
  }

  /// The totals of the table, by row.
  static func totals(
    of rows: [Row],
    lastPlaces: [Int64],
    looksForUnnamed: Bool,
  ) -> [Total] {
    var finder = TotalFinder(rows: rows, lastPlaces: lastPlaces)
    if looksForUnnamed, !finder.isWholeWithoutUnnamed {
      finder.findUnnamedAbove()
      finder.findUnnamedBelow()
    }
    finder.findNamed()
    return finder.totals.values.sorted { $0.row < $1.row }
  }

  /// Whether the stated grand total is exactly the sum of all rows that no word calls sums.
  ///
  /// Then none of them is a sum itself, however well its figures might fit.
  private var isWholeWithoutUnnamed: Bool {
    guard let grand = rows.lastIndex(where: \.isNamedGrand) else { return false }
    let items = rows.indices.filter { $0 < grand && isItem($0) }
    var sums = Sums(columns: lastPlaces.count)
    for item in items { sums.add(rows[item].figures) }
    return !items.isEmpty
      && zip(rows[grand].figures, sums.values).allSatisfy { figure, sum in
        figure.map { Int128($0) } == sum
      }
  }

  private func isItem(_ row: Int) -> Bool {
    totals[row] == nil && !rows[row].isNamed && !rows[row].isLeftOut
  }

  /// Rows above the block that they sum, as a nämnd above its verksamheter; from below upwards, so
  /// that inner blocks are known before outer ones.
  private mutating func findUnnamedAbove() {
    for row in rows.indices.reversed() {
      let below = rows.indices.suffix(from: row + 1).lazy.prefix { [rows] in !rows[$0].isNamed }
      guard let parts = unnamedParts(of: row, among: below) else { continue }
      totals[row] = Total(row: row, parts: parts, isAbove: true, isNamed: false)
    }
  }

  /// Rows below the block that they sum, without a word for it.
  private mutating func findUnnamedBelow() {
    for row in rows.indices {
      guard let parts = unnamedParts(of: row, among: rows.indices.prefix(upTo: row).reversed())
      else { continue }
      totals[row] = Total(row: row, parts: parts.reversed(), isAbove: false, isNamed: false)
    }
  }

  /// The shortest run of items, from the row onwards in its block, that the row is the sum of.
  private func unnamedParts(of row: Int, among others: some Sequence<Int>) -> [Int]? {
    guard lastPlaces.count > 1, isItem(row), rows[row].hasFigures else { return nil }
    var parts: [Int] = []
    var sums = Sums(columns: lastPlaces.count)
    for other in others {
      if rows[other].block != rows[row].block { break }
      guard isItem(other) else { continue }
      if parts.count == TotalFinder.longestUnnamedBlock { break }
      parts.append(other)
      sums.add(rows[other].figures)
      if parts.count > 1, agrees(row, sums, count: parts.count, isNamed: false) { return parts }
    }
    return nil
  }

  /// Rows that a word calls sums: the first of the blocks they may cover whose figures agree.
  private mutating func findNamed() {
    for row in rows.indices where rows[row].isNamed {
      let candidates = candidates(for: row)
      let found = candidates.first { parts in
        var sums = Sums(columns: lastPlaces.count)
        for part in parts.rows { sums.add(rows[part].figures) }
        return !parts.rows.isEmpty && agrees(row, sums, count: parts.rows.count, isNamed: true)
      }
      let chosen = found ?? candidates.first { !$0.rows.isEmpty }
      totals[row] = Total(
        row: row,
        parts: chosen?.rows ?? [],
        isAbove: chosen?.isBelowRow ?? false,
        isNamed: true,
      )
    }
  }

  private typealias Candidate = (rows: [Int], isBelowRow: Bool)

  /// The blocks that a named sum may cover, the likeliest first.
  private func candidates(for row: Int) -> [Candidate] {
    let above = rows.indices.filter { $0 < row && isItem($0) }
    let below = rows.indices.filter { $0 > row && isItem($0) }
    let start = (0..<row).last { rows[$0].isNamed || rows[$0].block != rows[row].block }
    let block = above.filter { $0 > start ?? -1 }
    let end = (row + 1..<max(row + 1, rows.count)).first {
      rows[$0].isNamed || rows[$0].block != rows[row].block
    }
    let following = below.filter { $0 < end ?? rows.count }
    var candidates: [Candidate] =
      rows[row].isNamedGrand || row == rows.count - 1
      ? [(above, false), (block, false)] : [(block, false), (above, false)]
    // The sum of all is never taken for the sum of a part that happens to agree.
    if !rows[row].isBareWord, row < rows.count - 1 {
      candidates += suffixes(of: above).map { ($0, false) }
    }
    candidates += [(following, true), (below, true)]
    return candidates
  }

  /// Every run of items that ends at the last one, the shortest first, as far as is worth trying.
  private func suffixes(of items: [Int]) -> [[Int]] {
    (1...max(1, min(items.count, 200))).map { Array(items.suffix($0)) }
  }

  /// Whether a row's figures are the sums, as far as it and they have any.
  ///
  /// Without a word, two columns must agree; one may be wholly off when three or more agree.
  private func agrees(_ row: Int, _ sums: Sums, count: Int, isNamed: Bool) -> Bool {
    var agreeing = 0
    var differing = 0
    var isAnyFigureAboveZero = false
    for (column, figure) in rows[row].figures.enumerated() {
      guard let figure, let sum = sums.values[column] else { continue }
      let twiceOff = (Int128(figure) - sum).magnitude * 2
      let allowance = UInt128(count + 1) * UInt128(lastPlaces[column].magnitude)
      // Among many small figures the allowance alone would let anything pass.
      if twiceOff == 0 || (twiceOff <= allowance && Int128(figure).magnitude > allowance) {
        agreeing += 1
        if figure != 0 { isAnyFigureAboveZero = true }
      } else {
        differing += 1
      }
    }
    guard isAnyFigureAboveZero, agreeing >= (isNamed ? 1 : 2) else { return false }
    return differing == 0 || (differing == 1 && agreeing >= 3)
  }

  /// Sums by column; a column without figures has none.
  private struct Sums {
    var values: [Int128?]

    init(columns: Int) {
      values = [Int128?](repeating: nil, count: columns)
    }

    mutating func add(_ figures: [Int64?]) {
      for (column, figure) in figures.enumerated() {
        if let figure { values[column] = (values[column] ?? 0) + Int128(figure) }
      }
    }
  }
}

extension TotalFinder.Row {
  var hasFigures: Bool { figures.contains { $0 != nil && $0 != 0 } }
}
