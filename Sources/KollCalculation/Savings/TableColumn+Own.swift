internal import KollModel

extension TableColumn {
  /// A column of figures or words that no source states.
  /// - Parameters:
  ///   - key: The name that scripts use.
  ///   - title: What the column is called.
  ///   - kind: What its cells are; one of the kind `variance` shows changes.
  ///   - display: How to show money.
  ///   - expression: What it is computed by.
  /// - Returns: The column.
  static func own(
    _ key: String,
    _ title: String,
    _ kind: SeriesKind = .amount,
    in display: MoneyDisplay,
    expression: Expression? = nil,
  ) -> TableColumn {
    TableColumn(
      key: key,
      title: title,
      series: Series(kind, label: key),
      scale: kind.isMoney ? Scale(unit: display.unit) : Scale(unstatedWithDecimals: 0),
      decimals: kind == .ratio ? 1 : kind == .text ? 0 : display.decimals,
      expression: expression,
      isChange: kind == .variance,
    )
  }
}
