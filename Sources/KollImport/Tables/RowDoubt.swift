internal import KollModel

/// A doubt about what rows are, and the rows whose parts a mapping states to settle it.
struct RowDoubt {
  let finding: Diagnostic
  /// The rows; none where no mapping settles the doubt.
  let rows: [Int]
}
