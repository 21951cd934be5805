/// Which way a table's signs point.
///
/// Deviations are never part of it: in every convention plus is better than budget.
public enum SignConvention: String, Sendable, CaseIterable {
  /// Net cost is positive; gross columns of cost and of income are each positive.
  case cost
  /// Income is positive and cost negative, as in the resultaträkning.
  case result
  /// Debit is positive and credit negative, as in a ledger: cost positive, income negative.
  case ledger
}
