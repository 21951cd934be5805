internal import KollCalculation
internal import KollModel

/// A table of a report whose figures texts may name.
struct FigureTable {
  let table: ComputedTable
  /// The rows by all that they may be called, blanks and case set aside.
  private let rows: [String: [Int]]
  private let titles: [String]

  /// Takes a table.
  /// - Parameters:
  ///   - table: The table.
  ///   - codes: The codes of areas.
  init(_ table: ComputedTable, codes: [AreaPath: String]) {
    self.table = table
    titles = table.columns.map(\.title.areaKey)
    var rows: [String: [Int]] = [:]
    for (index, row) in table.rows.enumerated() where row.role != .heading {
      let names = [row.label, codes[row.path]].compactMap(\.self) + row.path.names
      for name in Set(names.map(\.areaKey)) { rows[name, default: []].append(index) }
    }
    self.rows = rows
  }

  /// The rows that a name may mean; of an empty one the total.
  func rows(called name: String) -> [Int] {
    guard !name.isEmpty else {
      return table.rows.lastIndex { $0.role == .total }.map { [$0] } ?? []
    }
    return rows[name.areaKey] ?? []
  }

  /// The columns with figures that are called so, or where none is, that have the series that is
  /// named so; and those whose titles begin so.
  func columns(called name: String) -> (exact: [Int], beginning: [Int]) {
    let key = name.areaKey
    let figures = table.columns.indices.filter { !table.columns[$0].isText }
    let titled = figures.filter { titles[$0] == key || table.columns[$0].key == key }
    return (
      titled.isEmpty ? columns(of: Series(reading: name), among: figures) : titled,
      figures.filter { titles[$0].hasPrefix(key) },
    )
  }

  /// The columns of a series; of a forecast whose month is not told, those of the newest.
  private func columns(of series: Series, among figures: [Int]) -> [Int] {
    guard series.year != nil, series.kind != .variance else { return [] }
    let same = figures.filter { place in
      let own = table.columns[place].series
      return own.kind == series.kind && own.year == series.year && own.period == series.period
        && own.label == series.label && (series.side == nil || own.side == series.side)
        && (series.round == nil || own.round == series.round)
    }
    let newest = same.compactMap { table.columns[$0].series.round }.max()
    return same.filter { table.columns[$0].series.round == newest }
  }

  /// What its rows are called.
  var rowNames: [String] { table.rows.filter { $0.role != .heading }.map(\.label) }
}

extension TableColumn {
  /// Whether its figures can be told in a unit; without one they always can.
  func takes(_ unit: TextUnit?) -> Bool {
    switch unit {
    case nil: true
    case .money: series.kind.isMoney && scale.unit != nil
    case .percent: series.kind == .ratio
    }
  }
}
