public import KollModel

extension ImportedTable {
  /// A table of whole tkr, as if read from a file: rows A, B, C … and the columns that are titled.
  /// - Parameters:
  ///   - titles: The columns' titles, which say what they state.
  ///   - rows: Each row's label and its figures in öre, absent where there are none.
  ///   - totals: The stated total's figures; none when the table states no total.
  ///   - unit: The unit shown.
  ///   - sign: The convention of the signs; without one the figures' side is not known.
  ///   - file: The file's name.
  public init(
    titles: [String],
    rows: [(label: String, values: [Int64?])],
    totals: [Int64?] = [],
    unit: MoneyUnit = .tkr,
    sign: SignConvention? = .cost,
    file: String = "a.csv",
  ) {
    let columns = titles.map { LayoutColumn(title: $0, unit: unit, hasSide: sign != nil) }
    self.init(
      areas: rows.map { AreaPath([$0.label]) },
      series: columns.map(\.series),
      facts: [],
      claims: [],
      layout: Layout(
        title: nil,
        sign: sign,
        areaTitle: "Område",
        columns: columns,
        rows: rows.enumerated().map { line, row in
          LayoutRow(
            label: row.label,
            area: AreaPath([row.label]),
            role: .item,
            origin: Origin(file: file, line: line + 2),
          )
        },
      ),
      notes: [],
      recordCount: rows.count,
    )
    for (area, row) in rows.enumerated() {
      for (series, value) in row.values.enumerated() {
        guard let value else { continue }
        let origin = Origin(file: file, line: area + 2)
        facts.append(
          Fact(area: area, series: series, amount: Money(minorUnits: value), origin: origin)
        )
      }
    }
    for (series, total) in totals.enumerated() {
      guard let total else { continue }
      claims.append(
        Claim(
          label: "Totalt",
          area: .total,
          coverage: .rows(Array(areas.indices)),
          series: series,
          stated: Money(minorUnits: total),
          origin: Origin(file: file, line: rows.count + 2),
          reason: Phrase(sv: "summa", en: "sum"),
        )
      )
    }
  }
}

extension LayoutColumn {
  fileprivate init(title: String, unit: MoneyUnit, hasSide: Bool) {
    var series = Series(reading: title)
    let takesSide = series.side == nil && series.kind != .variance && series.kind != .amount
    if hasSide, takesSide { series.side = .net }
    self.init(key: title.key, title: title, series: series, scale: Scale(unit: unit), decimals: 0)
  }
}

extension SeededGenerator {
  /// Rows of random figures of any sign, some absent.
  /// - Parameters:
  ///   - rows: The most rows, at least one.
  ///   - columns: How many figures each row has.
  ///   - digits: The most digits of a figure in öre.
  /// - Returns: The rows, each with a label of its own.
  public mutating func rows(
    atMost rows: Int,
    columns: Int,
    digits: Int,
  ) -> [(label: String, values: [Int64?])] {
    (0..<Int.random(in: 1...rows, using: &self)).map { row in
      let values = (0..<columns).map { _ -> Int64? in once(in: 5) ? nil : integer(digits: digits) }
      return (label: "Område \(row)", values: values)
    }
  }
}
