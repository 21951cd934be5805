internal import KollModel
internal import KollProject

extension ProjectRun {
  /// The newest month that some source has utfall for other than zero, alone or accumulated.
  /// - Parameter year: The year that the month is to belong to; any without one.
  /// - Returns: The month, or `nil` when there is none.
  func latestOutcome(in year: Int?) -> Month? {
    let fiscalYear = project?.fiscalYear ?? .calendar
    let months = tables.flatMap { table in
      let withFigures = Set(table.facts.lazy.filter { $0.amount != .zero }.map(\.series))
      return withFigures.compactMap { index -> Month? in
        let series = table.series[index]
        return series.kind == .actual ? series.period?.last : nil
      }
    }
    return months.filter { year == nil || fiscalYear.year(of: $0) == year }.max()
  }
}
