internal import KollCalculation
internal import KollModel
internal import KollReport

/// A table with its place on a sheet and the looks of its columns.
struct TablePlan {
  /// The table.
  let table: ComputedTable
  /// The sheet's row that holds the columns' titles, counted from 0.
  let headerRow: Int
  /// How wide each column of the sheet is, labels first, in pixels.
  let widths: [Double]
  /// The figures that the lines of charts go through.
  var curves: [Chart.Strip] = []
  /// The columns in which people write, on rows that are no sums.
  var inputs: [Int] = []

  /// The cell of the sheet that a figure stands in.
  /// - Parameters:
  ///   - row: The table's row.
  ///   - column: The table's column.
  /// - Returns: The cell.
  func cell(row: Int, column: Int) -> CellReference {
    CellReference(row: headerRow + 1 + row, column: column + 1)
  }

  /// The first and the last cell of the column of verdicts; `nil` when the table has none.
  var verdicts: (first: CellReference, last: CellReference)? {
    guard let column = table.columns.firstIndex(where: { $0.judgement != nil }),
      !table.rows.isEmpty
    else { return nil }
    return (cell(row: 0, column: column), cell(row: table.rows.count - 1, column: column))
  }

  /// Room for a figure in an open cell, which is shown as it is written.
  static let widestInput = 16 * TextMeasure.digitPixels
  /// The most that labels are given before they are wrapped.
  static let widestLabel = 60 * TextMeasure.digitPixels
  /// The most that a column of words is given before it is wrapped.
  static let widestText = 45 * TextMeasure.digitPixels
  /// The most that a title asks for.
  private static let widestTitle = 24 * TextMeasure.digitPixels
  /// The least that a column of figures is given.
  private static let narrowest = 9 * TextMeasure.digitPixels
  /// What a cell needs beside its text.
  static let padding = 12.0
  /// What a step of indent takes.
  static let indentPixels = 11.0

  /// How many steps words are set in, so that they stand clear of the figures before them.
  static let textIndent = 1

  /// How far a row's label is set in.
  static func indent(of row: ComputedRow) -> Int { min(15, max(0, row.level - 1)) }

  /// Whether a row's cells stay empty: a heading without figures.
  static func isEmpty(_ row: ComputedRow) -> Bool {
    row.role == .heading
      && row.cells.allSatisfy { if case .absent = $0.value { true } else { false } }
  }

  /// Whether a cell is a point of a line: programs draw words there at zero, and no words as a gap.
  func isPoint(row: Int, column: Int) -> Bool {
    curves.contains { $0.contains(row: row, column: column) }
  }
}

extension TablePlan {
  /// How wide a table is on a sheet with columns of some widths.
  static func width(of table: ComputedTable, _ widths: [Double]) -> Double {
    widths.prefix(1 + table.columns.count).reduce(0, +)
  }

  /// How wide a table's columns are, labels first, from the texts that they show.
  static func widths(of table: ComputedTable) -> [Double] {
    var labels = titleWidth(table.areaTitle)
    var columns = table.columns.map { WidestCell(in: $0) }
    // Row by row, as cells stand in memory, and none of them copied.
    let rows = table.rows.span
    for row in rows.indices {
      labels = max(labels, labelWidth(of: rows[row]))
      let cells = rows[row].cells.span
      for column in 0..<min(cells.count, columns.count) { columns[column].measure(cells[column]) }
    }
    return [min(labels, widestLabel) + padding]
      + columns.map { width(of: $0.column, texts: $0.pixels) }
  }

  private static func labelWidth(of row: ComputedRow) -> Double {
    let isBold = row.isSum || row.role == .heading
    return TextMeasure.pixels(of: row.label, isBold: isBold) + Double(indent(of: row))
      * indentPixels
  }

  private static func width(of column: TableColumn, texts: Double) -> Double {
    let needed = column.isText ? min(texts, widestText) : max(texts, narrowest)
    let indent = column.isText ? Double(textIndent) * indentPixels : 0
    return max(needed, titleWidth(column.title)) + indent + padding
  }

  /// Room for the longest word of a title, and for all of it on three lines.
  private static func titleWidth(_ title: String) -> Double {
    let words = title.split(whereSeparator: { $0 == " " || $0 == "-" })
    let longest = words.map { TextMeasure.pixels(of: $0 + "-", isBold: true) }.max() ?? 0
    let third = TextMeasure.pixels(of: title, isBold: true) / 2.5
    return min(max(longest, third), widestTitle)
  }
}

extension ComputedRow {
  /// Whether the row is a sum, which stands out from the others.
  var isSum: Bool { role == .subtotal || role == .total }
}
