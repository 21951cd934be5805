public import KollModel

extension ImportedTable {
  /// A table as people write it down: a line of titles, then a line for each area, with `|` between.
  ///
  /// Figures are whole numbers of the unit; an empty place has none. `A/B` is the area B of A.
  /// - Parameters:
  ///   - text: The table.
  ///   - unit: The unit of the figures.
  ///   - sign: The convention of the signs; without one the figures' side is not known.
  ///   - file: The file's name.
  public init(
    text: String,
    unit: MoneyUnit = .tkr,
    sign: SignConvention? = .cost,
    file: String = "a.csv",
  ) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    }
    let factor = Int64(powerOfTen(Scale(unit: unit).exponent))
    self.init(
      titles: Array((lines.first ?? []).dropFirst()),
      rows: lines.dropFirst().map { cells in
        (label: cells.first ?? "", values: cells.dropFirst().map { Int64($0).map { $0 * factor } })
      },
      unit: unit,
      sign: sign,
      file: file,
    )
    areas = areas.map { AreaPath($0.labels.flatMap { $0.split(separator: "/").map(String.init) }) }
    for index in layout.rows.indices {
      layout.rows[index].area = areas[index]
      layout.rows[index].label = areas[index].labels.last ?? ""
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
