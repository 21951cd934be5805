import KollModel

/// The figures of a municipality: costs, incomes and plans by month.
enum Municipality {
  private static let committees = 20
  private static let departments = 50
  static let years = 2019...2021

  /// What each area has for every month.
  private static let kinds: [(kind: SeriesKind, side: Side)] = [
    (.actual, .cost), (.actual, .income), (.budget, .cost), (.budget, .income), (.plan, .net),
  ]

  /// 1 000 areas below 20 nämnder × 12 months × 5 series × 3 years: 180 000 facts.
  static var table: ImportedTable {
    let areas = (1...committees).flatMap { committee in
      (1...departments).map { AreaPath(["Nämnd \(committee)", "Avdelning \(committee).\($0)"]) }
    }
    let columns = years.flatMap { year in
      (1...12).compactMap { Month(year: year, month: $0) }
    }.flatMap { month in
      kinds.map { kind, side in
        let series = Series(kind, year: month.year, period: .month(month), side: side)
        return LayoutColumn(
          key: series.title.key,
          title: series.title,
          series: series,
          scale: Scale(unit: .kr),
          decimals: 2,
        )
      }
    }
    return ImportedTable(
      areas: areas,
      series: columns.map(\.series),
      facts: facts(areas.count, columns.count),
      claims: [],
      layout: Layout(
        title: nil,
        sign: .cost,
        areaTitle: "Område",
        columns: columns,
        rows: areas.enumerated().map { line, area in
          LayoutRow(
            label: area.labels.last ?? "",
            area: area,
            role: .item,
            origin: Origin(file: "a.csv", line: line + 2),
          )
        },
      ),
      notes: [],
      recordCount: areas.count,
    )
  }

  /// A figure with öre for every area and series, the same in every run.
  private static func facts(_ areas: Int, _ series: Int) -> [Fact] {
    (0..<areas).flatMap { area in
      (0..<series).map { series in
        Fact(
          area: area,
          series: series,
          amount: Money(minorUnits: Int64((area * 7_919 + series * 104_729) % 100_000_007)),
          origin: Origin(file: "a.csv", line: area + 2),
        )
      }
    }
  }
}
