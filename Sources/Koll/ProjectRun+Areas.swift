internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

extension ProjectRun {
  /// The rows of the project's areas, with internal items taken from the total.
  /// - Parameter arrangement: Where the sums of groups stand.
  /// - Returns: The definition, with the columns that the sources have.
  func areas(arranged arrangement: ReportDefinition.Arrangement) -> TableDefinition {
    var areas = TableDefinition(joining: tables, inOrderOf: structure)
    if let items = project?.internalItems, tables.contains(where: items.areIn) {
      areas = areas.eliminating(items)
    }
    return areas.arranged(as: arrangement)
  }

  /// The newest month that some source has utfall for other than zero, alone or accumulated.
  ///
  /// Without sources, statements and other tables are asked.
  /// - Parameter year: The year that the month is to belong to; any without one.
  /// - Returns: The month, or `nil` when there is none.
  func latestOutcome(in year: Int?) -> Month? {
    let figures =
      tables.isEmpty
      ? statements.map(\.table) + ownTables.flatMap(\.value)
      : tables + files.flatMap(\.unsound)
    let months = figures.flatMap { table in
      let withFigures = Set(table.facts.lazy.filter { $0.amount != .zero }.map(\.series))
      return withFigures.compactMap { index -> Month? in
        let series = table.series[index]
        return series.kind == .actual ? series.period?.last : nil
      }
    }
    return months.filter { year == nil || fiscalYear.year(of: $0) == year }.max()
  }
}

extension TableDefinition {
  /// The definition with the sums of its groups where a report wants them.
  func arranged(as arrangement: ReportDefinition.Arrangement) -> TableDefinition {
    switch arrangement {
    case .groups: self
    case .blocks: inBlocks
    }
  }
}
