public import KollCalculation
internal import KollModel

/// Where a year's forecasts lead: what each of them said of every area, and what moves them.
///
/// A deviation is plus where it is better, whatever the sign of the amounts.
public struct ForecastReport: Hashable, Sendable {
  /// The areas, each with the year's budget, its forecasts in order, and their deviations from it.
  let trail: ComputedTable
  /// The same areas as the report's table shows them: to its depth, lone rows once.
  let shown: ComputedTable
  /// The column with the year's budget; `nil` where no source states one.
  let budget: Int?
  /// The columns with forecasts, the earliest first.
  let forecasts: [Int]
  /// The columns with their deviations from the budget, in the same order.
  let deviations: [Int]

  /// For each column of deviations, the sums in which some item lacks the forecast.
  private let unequal: [Int: Set<AreaPath>]

  /// Creates a report; `nil` when the table has no forecast.
  /// - Parameters:
  ///   - trail: The areas with the columns of `ColumnSet.Context.trail`.
  ///   - depth: How many levels of areas are shown; `nil` shows all.
  public init?(trail: ComputedTable, toDepth depth: Int? = nil) {
    let columns = trail.columns
    self.trail = trail
    shown = (depth.map(trail.limited) ?? trail).showingLoneRowsOnce
    budget = columns.firstIndex { $0.series.kind == .budget }
    forecasts = columns.indices.filter { index in
      columns[index].series.kind == .forecast
        && trail.rows.contains { $0.cells[index].value.money != nil }
    }
    let subjects = forecasts
    deviations = columns.indices.filter { index in
      guard let comparison = columns[index].comparison else { return false }
      return comparison.isDeviation && subjects.contains(comparison.subject)
    }
    unequal = deviations.reduce(into: [:]) { unequal, index in
      guard let comparison = columns[index].comparison else { return }
      let lacking = trail.itemsLacking(comparison.subject, beside: comparison.base)
      unequal[index] = Set(lacking.flatMap(\.path.groups))
    }
    guard !forecasts.isEmpty else { return nil }
  }

  /// The section: the trail, and the ways to the newest forecast from the budget and from the
  /// forecast before it.
  /// - Parameter count: How many areas are named where not all can be.
  /// - Returns: The section.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  func section(naming count: Int) throws(AmountOverflow) -> Section {
    let table = try trailTable()
    var blocks = [Block.table(table)]
    if let chart = try trailChart(of: table, naming: count) { blocks.append(.chart(chart)) }
    if let newest = forecasts.last {
      for base in [budget] + forecasts.dropLast().suffix(1) {
        if let base { blocks += try bridge(from: base, to: newest, naming: count) }
      }
    }
    return Section(title: "Prognos för helåret", tab: "Prognos", blocks: blocks)
  }

  /// The rows shown that the total is the sum of.
  var areas: [Int] { shown.widestAreas }

  /// The row shown of the grand total, where it has figures.
  var total: Int? {
    shown.rows.lastIndex { row in
      row.role == .total && forecasts.contains { row.cells[$0].value.money != nil }
    }
  }

  /// Whether a column of deviations compares the same areas in a row shown: a sum does not where one
  /// of its items lacks the forecast.
  func isWhole(_ deviation: Int, in row: Int) -> Bool {
    unequal[deviation]?.contains(shown.rows[row].path) != true
  }
}

extension AreaPath {
  /// The groups that the area is in, the whole among them.
  fileprivate var groups: [AreaPath] { labels.indices.map { AreaPath(Array(labels.prefix($0))) } }
}
