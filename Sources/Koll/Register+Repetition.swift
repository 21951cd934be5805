internal import KollImport

extension Register {
  /// The rows that are about the same as an earlier one, each with the first of its kind.
  /// - Parameter key: What a row is about; `nil` for a row that repeats nothing.
  /// - Returns: The rows in their order.
  func repeated<Key: Hashable>(by key: (Row) -> Key?) -> [(row: Row, first: Row)] {
    var firsts: [Key: Row] = [:]
    return rows.compactMap { row in
      guard let key = key(row) else { return nil }
      guard let first = firsts[key] else {
        firsts[key] = row
        return nil
      }
      return (row, first)
    }
  }
}
