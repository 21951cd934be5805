internal import KollModel

extension ComputedTable {
  /// What a reader must know of deviations whose sums compare the forecasts of some areas with the
  /// figures of more.
  /// - Returns: A note for each forecast that some area lacks and is compared with what it has.
  func notesOnMissingForecasts() -> [Note] {
    var told: Set<[Int]> = []
    return columns.compactMap(\.comparison).filter(\.isDeviation).flatMap { comparison in
      [(comparison.subject, comparison.base), (comparison.base, comparison.subject)]
        .compactMap { forecast, other in
          told.insert([forecast, other]).inserted ? noteOnMissing(forecast, beside: other) : nil
        }
    }
  }

  private func noteOnMissing(_ forecast: Int, beside other: Int) -> Note? {
    guard columns[forecast].series.kind == .forecast,
      rows.contains(where: { $0.role == .item && $0.cells[forecast].value.money != nil })
    else { return nil }
    let lacking = itemsLacking(forecast, beside: other)
    guard !lacking.isEmpty else { return nil }
    return Note(
      text: "\(columns[forecast].title) saknas för \(lacking.map(\.label).namingFirst), som har "
        + "\(columns[other].title). Avvikelsen på summorna jämför därför olika områden."
    )
  }

  /// The items without money in a column that have other than zero in another: sums of the two
  /// columns are then about different areas.
  /// - Parameters:
  ///   - column: The column that may lack it.
  ///   - other: The column beside it.
  /// - Returns: The rows in the table's order.
  public func itemsLacking(_ column: Int, beside other: Int) -> [ComputedRow] {
    rows.filter { row in
      row.role == .item && row.cells[column].value.money == nil
        && row.cells[other].value.money.map { $0 != .zero } ?? false
    }
  }
}
