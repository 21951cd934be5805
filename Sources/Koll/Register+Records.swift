internal import KollCalculation
internal import KollImport
internal import KollModel

extension Register.Row {
  /// A figure of the row, with the line that it stands on.
  /// - Parameters:
  ///   - amount: The figure.
  ///   - column: The column.
  ///   - label: What the row calls what it is about.
  ///   - unit: The register's unit.
  /// - Returns: The record.
  func record(
    of amount: Money,
    in column: String,
    called label: String,
    unit: MoneyUnit?,
  ) -> StatedRecord {
    StatedRecord(
      origin: origin,
      label: label,
      column: column,
      stated: amount,
      scale: Scale(unit: unit ?? .kr),
      decimals: 0,
    )
  }
}
