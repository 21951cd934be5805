internal import KollCalculation
internal import KollModel

/// Tables with their figures summed: once, for all tables that are computed of them.
struct SummedTables {
  let tables: [ImportedTable]
  let ledger: Ledger

  /// Sums the figures of some tables.
  /// - Parameter tables: The tables.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  init(_ tables: [ImportedTable]) throws(AmountOverflow) {
    self.tables = tables
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    self.ledger = ledger
  }
}
