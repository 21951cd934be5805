public import KollCalculation
public import KollModel

/// Writes a table as the CSV that Koll reads back: UTF-8 with BOM, `;`, CRLF, decimal comma.
///
/// Figures are exact, in the shown unit that the first header cell names, without separators between
/// thousands. Each level of areas has a column of labels. Words that a spreadsheet could run as a
/// formula are prefixed by an apostrophe, which import removes.
public struct CSVExporter: Sendable {
  /// Creates an exporter.
  public init() {}

  /// Writes a table: one header row, then its rows.
  /// - Parameter table: The table.
  /// - Returns: The file's text, with its byte order mark.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ table: ComputedTable) throws(AmountOverflow) -> String {
    var lines: [String] = []
    let labels = labelTitles(of: table)
    let header = labels + table.columns.map(\.title)
    lines.append(CSVText.record(header.map(\.safeInSpreadsheets)))
    // Rows that belong to no sum stand below the total, where import looks for them.
    let rows = table.rows.filter { $0.role != .memo } + table.rows.filter { $0.role == .memo }
    for row in rows where row.role != .heading {
      var fields = self.labels(of: row, levels: labels.count).map(\.safeInSpreadsheets)
      // Without any figure the row would read as a heading of those below it.
      let noFigure = row.cells.allSatisfy { $0.value.isAbsent } ? "-" : ""
      for (column, cell) in zip(table.columns, row.cells) {
        let isBlank = cell.value.isAbsent && column.series.kind != .text
        fields.append(isBlank ? noFigure : try field(cell.value, in: column))
      }
      lines.append(CSVText.record(fields))
    }
    return CSVText.byteOrderMark + lines.joined()
  }

  /// The titles of the columns of labels, one for each level of areas, the unit in the first.
  private func labelTitles(of table: ComputedTable) -> [String] {
    let levels = max(1, table.rows.filter { $0.role != .heading }.map(\.level).max() ?? 1)
    var titles = table.areaTitle.components(separatedBy: " / ")
    if titles.count > levels { titles = [table.areaTitle] }
    while titles.count < levels { titles.append(AreaPath.title(ofLevel: titles.count + 1)) }
    if let unit = table.unit { titles[0] += ", belopp i \(unit.rawValue)" }
    return titles
  }

  private func labels(of row: ComputedRow, levels: Int) -> [String] {
    let labels = row.path.labels.isEmpty ? [row.label] : row.path.labels
    return labels + [String](repeating: "", count: levels - labels.count)
  }

  private func field(_ value: CellValue, in column: TableColumn) throws(AmountOverflow) -> String {
    switch value {
    case .text(let words): words.safeInSpreadsheets
    case .absent: ""
    case .money, .count: try value.number(in: column.scale)?.exactDecimal(mark: ",") ?? ""
    case .ratio(let share): try share.perCentDecimal(mark: ",") + " %"
    }
  }
}

extension CellValue {
  fileprivate var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }
}

extension String {
  /// The parts of the text between separators.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts = [""]
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    return parts
  }
}
