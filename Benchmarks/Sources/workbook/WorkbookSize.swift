import KollCalculation
import KollModel
import KollReport

/// A workbook of a size: sheets with groups of areas below their sums, and a total.
///
/// The programs in Peers/ make the same workbook.
struct WorkbookSize {
  /// How many sheets it has.
  let sheets: Int
  /// How many groups a sheet has.
  let groups: Int
  /// How many areas a group has.
  let areas: Int
  /// Its columns.
  let columns: [TableColumn]

  /// The size of a name; `nil` when there is none of it.
  init?(named name: String) {
    switch name {
    case "small": self.init(sheets: 1, groups: 3, areas: 2, columns: Array(Self.allColumns[..<5]))
    case "large": self.init(sheets: 12, groups: 165, areas: 100, columns: Self.allColumns)
    default: return nil
    }
  }

  private init(sheets: Int, groups: Int, areas: Int, columns: [TableColumn]) {
    self.sheets = sheets
    self.groups = groups
    self.areas = areas
    self.columns = columns
  }

  /// The document, a table on each sheet.
  var document: Document {
    Document(
      title: "Uppföljning",
      organisation: "Provköping",
      sections: (0..<sheets).map { sheet in
        Section(title: "Blad \(sheet + 1)", blocks: [.table(table(onSheet: sheet))])
      },
    )
  }

  private func table(onSheet sheet: Int) -> ComputedTable {
    var rows: [ComputedRow] = []
    rows.reserveCapacity(groups * (areas + 1) + 1)
    var total = sums
    for group in 0..<groups {
      let items = (0..<areas).map { figures(sheet: sheet, row: group * areas + $0) }
      let sum = items.reduce(sums, adding)
      let path = AreaPath(["Nämnd \(group + 1)"])
      let first = rows.count + 1
      rows.append(
        ComputedRow(
          label: "Nämnd \(group + 1)",
          path: path,
          role: .subtotal,
          terms: (first..<first + areas).map { RowTerm($0) },
          cells: cells(of: sum),
        )
      )
      for (number, item) in items.enumerated() {
        let label = "Enhet \(group + 1).\(number + 1)"
        rows.append(
          ComputedRow(
            label: label,
            path: AreaPath(path.labels + [label]),
            role: .item,
            cells: cells(of: item),
          )
        )
      }
      total = adding(total, sum)
    }
    rows.append(
      ComputedRow(
        label: "Totalt",
        path: .total,
        role: .total,
        terms: (0..<groups).map { RowTerm($0 * (areas + 1)) },
        cells: cells(of: total),
      )
    )
    return ComputedTable(areaTitle: "Område", sign: .cost, columns: columns, rows: rows)
  }
}

extension WorkbookSize {
  private var sums: [Int64] { [Int64](repeating: 0, count: 7) }

  private func adding(_ sum: [Int64], _ figures: [Int64]) -> [Int64] {
    zip(sum, figures).map { $0 + $1 }
  }

  /// What a source would state of an area: amounts in öre, the same in every run.
  private func figures(sheet: Int, row: Int) -> [Int64] {
    (0..<7).map { column in
      Int64((sheet * 1_299_709 + row * 7_919 + column * 104_729) % 100_000_007 + 1)
    }
  }

  private func cells(of stated: [Int64]) -> [Cell] {
    let money = { (öre: Int64) in Cell(.money(Money(minorUnits: öre))) }
    let share = Rational(Int128(stated[0] - stated[1]), over: Int128(stated[0]))
    let cells =
      [money(stated[0]), money(stated[1]), money(stated[0] - stated[1])]
      + [Cell(share.map(CellValue.ratio) ?? .absent(.zeroBase)), money(stated[2])]
      + [money(stated[3]), money(stated[2] - stated[3]), money(stated[4]), money(stated[5])]
      + [money(stated[4] - stated[5]), money(stated[6])]
    return Array(cells.prefix(columns.count))
  }

  private static let allColumns: [TableColumn] = [
    column("Budget period"), column("Utfall period"),
    column("Avvikelse period", by: .binary(.minus, .column(0), .column(1))),
    column(
      "Avvikelse %",
      .ratio,
      by: .binary(.over, .binary(.minus, .column(0), .column(1)), .magnitude(.column(0))),
    ),
    column("Budget helår"), column("Prognos helår"),
    column("Avvikelse helår", by: .binary(.minus, .column(4), .column(5))),
    column("Fg prognos"), column("Bokslut fg år"),
    column("Skillnad", by: .binary(.minus, .column(7), .column(8))),
    column("Plan"),
  ]

  private static func column(
    _ title: String,
    _ kind: SeriesKind = .budget,
    by expression: Expression? = nil,
  ) -> TableColumn {
    TableColumn(
      key: title,
      title: title,
      series: Series(kind),
      scale: kind == .ratio ? Scale(unstatedWithDecimals: 0) : Scale(unit: .kr),
      decimals: kind == .ratio ? 1 : 2,
      expression: expression,
      isChange: expression != nil,
    )
  }
}
