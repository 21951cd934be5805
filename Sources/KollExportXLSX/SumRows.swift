/// The rows that a row is computed from, the same in all columns.
struct SumRows {
  /// The row that is computed.
  let row: Int
  /// The rows that are added.
  let added: [RowRange]
  /// The rows that are taken away.
  let taken: [RowRange]
  /// Whether there are so few rows, some of them taken away, that they are written one by one.
  let isShortDifference: Bool
}
