import KollModel

/// The figures of a municipality at its delårsrapport: 12 nämnder with 400 areas in all, and what
/// their managers say.
enum Municipality {
  static let month = Month(year: 2025, month: 8)

  /// The budget, the outcome so far and that of the year before, two forecasts and the last bokslut.
  static let columns = [
    "budget 2025", "utfall 2025-01...2025-08", "utfall 2024-01...2024-08",
    "prognos 2025 per 2025-05", "prognos 2025 per 2025-08", "bokslut 2024",
  ].map { text in
    var series = Series(reading: text)
    series.side = .net
    return series
  }

  static var table: ImportedTable {
    let areas = (0..<400).map { number in
      AreaPath(["Nämnd \(number % 12 + 1)", "Verksamhetsområde \(number / 12 + 1) i nämnden"])
    }.sorted { left, right in left.labels[0] < right.labels[0] }
    return ImportedTable(
      areas: areas,
      series: columns,
      facts: areas.indices.flatMap(facts),
      claims: [],
      layout: Layout(
        title: nil,
        sign: .cost,
        areaTitle: "Nämnd / Område",
        columns: columns.map { series in
          LayoutColumn(
            key: series.title.key,
            title: series.title,
            series: series,
            scale: Scale(unit: .tkr),
            decimals: 0,
          )
        },
        rows: areas.enumerated().map { line, area in
          LayoutRow(label: area.labels[1], area: area, role: .item, origin: origin(line))
        },
      ),
      notes: [],
      recordCount: areas.count,
    )
  }

  /// The figures of an area, the same in every run.
  private static func facts(_ area: Int) -> [Fact] {
    let budget = 4_000 + area * 37 % 9_000
    let deviation = area * 101 % 400 - 200
    let amounts = [
      budget, budget * 2 / 3 + deviation / 2, budget * 5 / 8, budget + deviation / 3,
      budget + deviation, budget * 19 / 20,
    ]
    return amounts.enumerated().map { series, amount in
      Fact(
        area: area,
        series: series,
        amount: Money(minorUnits: Int64(amount) * 100_000),
        origin: origin(area),
        comment: series == 4 && area.isMultiple(of: 3)
          ? "Volymen är större än budgeten räknade med, och priserna har stigit mer än väntat."
          : nil,
      )
    }
  }

  private static func origin(_ line: Int) -> Origin {
    Origin(file: "underlag.csv", line: line + 2)
  }
}
