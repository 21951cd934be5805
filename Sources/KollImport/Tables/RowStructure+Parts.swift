internal import KollModel

/// The rows below a line that says `varav` and nothing more.
extension RowStructure {
  /// A line that says `varav` alone, and what its parts may be.
  struct PartsBelow {
    let line: Int
    /// The rows that are read as parts, and the one behind them that is not.
    let rows: [Int]
  }

  /// The rows with the parts below a bare `varav` marked as such, and the lines where nothing tells
  /// how many rows below are parts.
  ///
  /// Indents tell, a stated sum that holds without them, and figures that make up the whole. Else
  /// as many rows are parts as have room in the row above.
  static func markingParts(
    _ rows: [Row],
    _ lastPlaces: [Int64],
  ) -> (
    rows: [Row], doubtful: [PartsBelow]
  ) {
    var marked = rows
    var doubtful: [PartsBelow] = []
    for line in rows.indices.dropFirst() where rows[line].isBlank && rows[line].saysParts {
      let whole = line - 1
      let next = rows[(line + 1)...].prefix { row in
        !row.isBlank && RowWords(row.name, given: row.role).sum == nil
          && (row.role == nil || row.role == .ofWhich)
      }
      guard !rows[whole].isBlank, !next.isEmpty else { continue }
      let given = next.prefix { $0.role == .ofWhich }
      let indented = next.prefix { $0.indent > rows[whole].indent }
      let certain =
        [given.count, indented.count].first { $0 > 0 }
        ?? countBySum(marked, whole, next.indices, lastPlaces)
      let count = certain ?? countWithRoom(rows, whole, next.indices)
      for part in next.indices.prefix(count) { marked[part].role = .ofWhich }
      if certain == nil {
        doubtful.append(PartsBelow(line: line, rows: Array(next.indices.prefix(count + 1))))
      }
    }
    return (marked, doubtful)
  }

  /// How many rows are parts when one count alone makes the next stated sum hold, or when they make
  /// up the whole.
  private static func countBySum(
    _ rows: [Row],
    _ whole: Int,
    _ next: Range<Int>,
    _ lastPlaces: [Int64],
  ) -> Int? {
    var parts = ColumnSums(columns: lastPlaces.count)
    for (count, row) in next.enumerated() {
      parts.add(rows[row].figures)
      if count > 0, parts.equal(rows[whole].figures) { return count + 1 }
    }
    guard let sum = rows[next.upperBound...].firstIndex(where: { RowWords($0.name).endsRows }),
      !rows[sum].isBlank
    else { return nil }
    let start = rows[..<whole].lastIndex { RowWords($0.name).endsRows }.map { $0 + 1 } ?? 0
    let counts = (1...next.count).filter { count in
      let left = Array(start..<next.lowerBound) + Array(next.lowerBound + count..<sum)
      var sums = ColumnSums(columns: lastPlaces.count)
      for row in left where !rows[row].isPart { sums.add(rows[row].figures) }
      return sums.equal(rows[sum].figures)
    }
    return counts.count == 1 ? counts[0] : nil
  }

  /// How many rows together are no larger than the whole in any column, but one at least.
  private static func countWithRoom(_ rows: [Row], _ whole: Int, _ next: Range<Int>) -> Int {
    var sums = ColumnSums(columns: rows[whole].figures.count)
    let count = next.prefix { row in
      sums.add(rows[row].figures)
      return rows[whole].figures.enumerated().allSatisfy { column, figure in
        guard let figure, let sum = sums[column] else { return true }
        return sum.magnitude <= UInt128(figure.magnitude)
      }
    }.count
    return max(1, count)
  }
}

extension RowStructure.Row {
  fileprivate var name: String { labels.last { !$0.isEmpty } ?? "" }
  fileprivate var saysParts: Bool { RowWords.saysPartsAlone(name) }
  fileprivate var isPart: Bool { RowWords(name, given: role).isPart }
}
