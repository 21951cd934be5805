public import KollModel

extension TableDefinition {
  /// The tables' own rows and columns as one definition, joined on area, with a total last.
  ///
  /// Columns that state the same series are one. Rows come in the order in which the tables name
  /// their areas.
  /// - Parameter tables: The tables, at least one.
  public init(joining tables: [ImportedTable]) {
    var columns: [TableColumn] = []
    var rows: [RowDefinition] = []
    var knownSeries: Set<Series> = []
    var knownAreas: Set<AreaPath> = []
    for layout in tables.map(\.layout) {
      for column in layout.columns where knownSeries.insert(column.series).inserted {
        columns.append(TableColumn(column))
      }
      for row in layout.rows where knownAreas.insert(row.area).inserted {
        let origin = tables.count == 1 ? row.origin : nil
        rows.append(
          RowDefinition(
            label: row.label,
            path: row.area,
            role: row.role,
            content: .facts,
            origin: origin,
          )
        )
      }
    }
    let signs = Set(tables.map(\.layout.sign))
    self.init(
      title: tables.count == 1 ? tables.first?.layout.title : nil,
      areaTitle: tables.first?.layout.areaTitle ?? "",
      sign: signs.count == 1 ? signs.first ?? nil : nil,
      columns: columns,
      rows: rows,
    )
    addTotal()
  }

  /// Puts the sum of all items last.
  private mutating func addTotal() {
    let items = rows.indices.filter { rows[$0].role == .item }
    rows.append(
      RowDefinition(
        label: "Totalt",
        path: .total,
        role: .total,
        content: .terms(items.map { RowTerm($0) }),
      )
    )
  }
}

extension TableColumn {
  /// The column of a file's own table.
  /// - Parameter column: The column as the file has it.
  public init(_ column: LayoutColumn) {
    self.init(
      key: column.key,
      title: column.title,
      series: column.series,
      scale: column.scale,
      decimals: column.decimals,
      isChange: column.series.kind == .variance,
    )
  }

  /// The column in another unit or with other decimals.
  ///
  /// Money whose unit nobody stated keeps its scale. Without decimals, a column that changes its
  /// unit gets those customary for it.
  /// - Parameters:
  ///   - unit: The unit to show money in; `nil` keeps the column's own.
  ///   - decimals: The decimals to show; `nil` keeps the column's own where the unit stays.
  /// - Returns: The column as it is to be shown.
  public func showing(unit: MoneyUnit?, decimals: Int?) -> TableColumn {
    guard series.kind.isMoney else { return self }
    var column = self
    if let unit, let own = scale.unit, own != unit {
      column.scale = Scale(unit: unit)
      column.decimals = unit.customaryDecimals
    }
    if let decimals { column.decimals = min(decimals, column.scale.exponent) }
    return column
  }
}
