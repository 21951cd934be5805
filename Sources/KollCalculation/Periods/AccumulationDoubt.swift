public import KollModel

/// Columns that are titled as months and grow as amounts do that are added up from January.
///
/// `Utfall jan`, `Utfall feb` … may be either. Where every month's outcome is larger than the one
/// before, for the whole and nearly all areas, they are hardly months.
public struct AccumulationDoubt: Hashable, Sendable {
  /// The columns, as indices into the table's columns, in the order of their months.
  public let columns: [Int]

  /// Finds such columns, four months or more in a row.
  /// - Parameter table: The table.
  /// - Returns: The doubts, one for each kind, year and side.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public static func all(in table: ImportedTable) throws(AmountOverflow) -> [AccumulationDoubt] {
    var groups: [Series: [(month: Month, column: Int)]] = [:]
    for (index, series) in table.series.enumerated() {
      guard series.kind == .actual, case .month(let month) = series.period else { continue }
      var year = series
      year.period = nil
      groups[year, default: []].append((month, index))
    }
    var doubts: [AccumulationDoubt] = []
    for months in groups.values where months.count >= 4 {
      let columns = months.sorted { $0.month < $1.month }.map(\.column)
      if try grow(columns, in: table) { doubts.append(AccumulationDoubt(columns: columns)) }
    }
    return doubts.sorted { $0.columns.lexicographicallyPrecedes($1.columns) }
  }

  /// Whether the whole more than doubles on the way and no month of it falls, and no more than one
  /// area in ten has a month that is smaller than the one before.
  private static func grow(
    _ columns: [Int],
    in table: ImportedTable,
  ) throws(AmountOverflow) -> Bool {
    var amounts: [[Money?]] = table.areas.map { _ in columns.map { _ in nil } }
    var totals = columns.map { _ in Money.zero }
    for fact in table.facts {
      guard let place = columns.firstIndex(of: fact.series) else { continue }
      amounts[fact.area][place] = try (amounts[fact.area][place] ?? .zero) + fact.amount
      totals[place] = try totals[place] + fact.amount
    }
    let sizes = totals.map(\.minorUnits.magnitude)
    guard let first = sizes.first, let last = sizes.last, first > 0, last / 2 > first,
      zip(sizes, sizes.dropFirst()).allSatisfy(<)
    else { return false }
    let areas = amounts.filter { $0.contains { $0 != nil } }
    let falling = areas.count { months in
      let sizes = months.compactMap { $0?.minorUnits.magnitude }
      return zip(sizes, sizes.dropFirst()).contains { $0 > $1 }
    }
    return falling * 10 <= areas.count
  }
}
