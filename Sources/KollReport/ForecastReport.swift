public import KollCalculation
internal import KollModel

/// Where a year's forecasts lead: what each of them said of every area, and what moves them.
///
/// A deviation is plus where it is better, whatever the sign of the amounts.
public struct ForecastReport: Hashable, Sendable {
  /// The areas, each with the year's budget, its forecasts in order, and their deviations from it.
  let trail: ComputedTable
  /// The column with the year's budget; `nil` where no source states one.
  let budget: Int?
  /// The columns with forecasts, the earliest first.
  let forecasts: [Int]
  /// The columns with their deviations from the budget, in the same order.
  let deviations: [Int]

  /// For each column of deviations, the sums in which some item lacks the forecast.
  private let unequal: [Int: Set<AreaPath>]

  /// Creates a report; `nil` when the table has no forecast.
  /// - Parameter trail: The areas with the columns of `ColumnSet.Context.trail`.
  public init?(trail: ComputedTable) {
    let trail = trail.showingLoneRowsOnce
    let columns = trail.columns
    self.trail = trail
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
  /// - Parameters:
  ///   - count: How many areas are named where not all can be.
  ///   - depth: How many levels of areas the trail shows; `nil` shows all.
  /// - Returns: The section.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  func section(naming count: Int, toDepth depth: Int?) throws(AmountOverflow) -> Section {
    let whole = try trailTable()
    let table = depth.map(whole.limited) ?? whole
    var blocks = [Block.table(table)]
    if let chart = try trailChart(of: table, naming: count) { blocks.append(.chart(chart)) }
    if let newest = forecasts.last {
      for base in [budget] + forecasts.dropLast().suffix(1) {
        if let base { blocks += try bridge(from: base, to: newest, naming: count) }
      }
    }
    return Section(title: "Prognos för helåret", tab: "Prognos", blocks: blocks)
  }

  /// The rows that the total is the sum of.
  var areas: [Int] { trail.widestAreas }

  /// The row of the grand total, where it has figures.
  var total: Int? {
    trail.rows.lastIndex { row in
      row.role == .total && forecasts.contains { row.cells[$0].value.money != nil }
    }
  }

  /// Whether a column of deviations compares the same areas in a row: a sum does not where one of
  /// its items lacks the forecast.
  func isWhole(_ deviation: Int, in row: Int) -> Bool {
    trail.rows[row].role == .item
      || !(unequal[deviation]?.contains(trail.rows[row].path) ?? true)
  }
}

extension AreaPath {
  /// The groups that the area is in, the whole among them.
  fileprivate var groups: [AreaPath] { labels.indices.map { AreaPath(Array(labels.prefix($0))) } }
}
