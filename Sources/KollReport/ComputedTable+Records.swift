internal import KollCalculation
internal import KollModel

extension ComputedTable {
  /// The table's items as records: a row for each figure, with what it is about in columns of words.
  ///
  /// Money is in kronor. Ratios and words are left out: they can be neither added nor pivoted.
  var asRecords: ComputedTable {
    let items = rows.filter { $0.role == .item }
    let levels = items.map { $0.path.labels.count }.max() ?? 1
    var records: [ComputedRow] = []
    for row in items {
      let labels = row.path.labels + [String](repeating: "", count: levels - row.path.labels.count)
      for (column, cell) in zip(columns, row.cells) {
        guard let values = RecordColumn.values(of: cell, in: column) else { continue }
        let words = labels.dropFirst() + column.series.recordWords
        records.append(
          ComputedRow(
            label: labels[0],
            path: AreaPath([labels[0]]),
            role: .item,
            cells: words.map(Cell.init(words:)) + values,
            origin: row.origin,
          )
        )
      }
    }
    return ComputedTable(
      areaTitle: levels == 1 ? "Område" : AreaPath.title(ofLevel: 1),
      sign: sign,
      columns: RecordColumn.columns(belowLevel: levels),
      rows: records,
    ).withoutEmptyColumns
  }

  /// The table without columns that no row has anything in.
  private var withoutEmptyColumns: ComputedTable {
    let filled = columns.indices.filter { column in
      rows.contains { $0.cells[column].value != .absent(.notStated) }
    }
    return selecting(columns: filled)
  }
}

/// The columns of records.
private enum RecordColumn {
  static func columns(belowLevel levels: Int) -> [TableColumn] {
    let words = (1..<max(1, levels)).map { AreaPath.title(ofLevel: $0 + 1) } + Series.recordTitles
    return words.map(TableColumn.words) + [.amounts, .numbers(titled: "Antal", decimals: 2)]
  }

  /// A figure in the column of money or in that of numbers; `nil` for what neither holds.
  static func values(of cell: Cell, in column: TableColumn) -> [Cell]? {
    let nothing = Cell(.absent(.notStated))
    let figure = Cell(cell.value, source: cell.source)
    switch cell.value {
    case .money where column.scale.unit != nil: return [figure, nothing]
    case .money(let number):
      return [nothing, Cell(.count(number.shown(in: column.scale)), source: cell.source)]
    case .count: return [nothing, figure]
    case .ratio, .text, .absent: return nil
    }
  }
}
