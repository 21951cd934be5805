/// Rows one after another, with the sums by column of any that follow each other.
///
/// The sums from the first row on are kept behind each row, so that those of a run are a difference
/// of two, however long it is.
struct RunningSums {
  private let columns: Int
  /// For each column, before the first row and behind each row: the sum so far.
  private var sums: [Int128]
  /// The same: how many of the rows have a figure.
  private var counts: [Int32]

  init(columns: Int) {
    self.columns = columns
    sums = [Int128](repeating: 0, count: columns)
    counts = [Int32](repeating: 0, count: columns)
  }

  /// Takes in a row.
  mutating func append(_ figures: [Int64?]) {
    for column in 0..<columns {
      let figure = figures[column]
      let place = sums.count - columns
      sums.append(sums[place] + Int128(figure ?? 0))
      counts.append(counts[place] + (figure == nil ? 0 : 1))
    }
  }

  /// Takes in the sums of some rows as one row.
  mutating func append(_ other: ColumnSums) {
    for column in 0..<columns {
      let sum = other[column]
      let place = sums.count - columns
      sums.append(sums[place] + (sum ?? 0))
      counts.append(counts[place] + (sum == nil ? 0 : 1))
    }
  }

  mutating func removeLast(_ rows: Int) {
    sums.removeLast(rows * columns)
    counts.removeLast(rows * columns)
  }

  /// The sum of a column over some rows, or `nil` when none has a figure there.
  func sum(of rows: Range<Int>, column: Int) -> Int128? {
    let first = rows.lowerBound * columns + column
    let last = rows.upperBound * columns + column
    return counts[last] > counts[first] ? sums[last] - sums[first] : nil
  }
}
