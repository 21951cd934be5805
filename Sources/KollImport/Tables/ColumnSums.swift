/// Sums by column of some rows; a column without figures has none.
struct ColumnSums {
  private var values: [Int128]
  private var counts: [Int]

  init(columns: Int) {
    values = [Int128](repeating: 0, count: columns)
    counts = [Int](repeating: 0, count: columns)
  }

  /// The sum of a column, or `nil` when no row has a figure there.
  subscript(column: Int) -> Int128? { counts[column] > 0 ? values[column] : nil }

  mutating func add(_ figures: [Int64?]) {
    for column in values.indices {
      guard let figure = figures[column] else { continue }
      values[column] += Int128(figure)
      counts[column] += 1
    }
  }
}
