public import KollModel

/// An area whose budget is larger than the frame that it was given.
public struct FrameExcess: Hashable, Sendable {
  /// The area.
  public let area: AreaPath
  /// The year.
  public let year: Int
  /// The frame, as its table shows it.
  public let frame: Money
  /// The budgets together, as their table shows them.
  public let budget: Money
  /// The record that states the frame.
  public let origin: Origin

  /// Compares budgets with frames wherever a table has both.
  ///
  /// The whole is only compared where no area below it is.
  /// - Parameters:
  ///   - year: The year.
  ///   - tables: The tables.
  ///   - definition: Their rows, joined.
  ///   - rules: How time is counted.
  /// - Returns: The areas whose budgets are over their frames, in the tables' order.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public static func all(
    of year: Int,
    in tables: [ImportedTable],
    as definition: TableDefinition,
    rules: PeriodRules,
  ) throws(AmountOverflow) -> [FrameExcess] {
    let columns = [SeriesKind.frame, .budget].map { kind in
      ColumnDeclaration(content: .series(Series(kind, year: year)))
    }
    let (pair, findings) = definition.declaring(columns, rules: rules)
    guard findings.isEmpty, let sign = definition.sign else { return [] }
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    let moreIsWorse = !sign.moreIsBetter(side: .net)
    let all = try pair.computed(from: ledger).rows.filter { row in
      row.cells.allSatisfy { $0.value.money != nil }
    }
    let areas = all.filter { $0.role != .total }
    return (areas.isEmpty ? all : areas).compactMap { row in
      guard let frame = row.cells[0].value.money, let budget = row.cells[1].value.money,
        moreIsWorse ? budget > frame : budget < frame,
        let origin = tables.origin(ofFrame: year, below: row.path)
      else { return nil }
      return FrameExcess(area: row.path, year: year, frame: frame, budget: budget, origin: origin)
    }
  }
}

extension [ImportedTable] {
  /// The first record that states a frame of a year for an area or one below it.
  fileprivate func origin(ofFrame year: Int, below path: AreaPath) -> Origin? {
    for table in self {
      let fact = table.facts.first { fact in
        let series = table.series[fact.series]
        return series.kind == .frame && series.year == year
          && table.areas[fact.area].labels.starts(with: path.labels)
      }
      if let fact { return fact.origin }
    }
    return nil
  }
}
