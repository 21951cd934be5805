/// The part that a row plays in its table.
public enum RowRole: String, Sendable, CaseIterable {
  /// A row without figures above others: the first part of their paths.
  case heading
  /// A row that is counted in the sums.
  case item
  /// A "varav" row: shown, never added.
  case ofWhich
  /// A row that belongs to no sum, such as Budgetavvikelse under the total: shown, never added.
  case memo
  /// The sum of a group.
  case subtotal
  /// The sum of all.
  case total
}
