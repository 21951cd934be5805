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

  /// Whether people write in a cell.
  func isOpen(row: Int, column: Int) -> Bool {
    inputs.contains(column) && InputForm.isOpen(table.rows[row])
  }

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
    for row in table.rows {
      let isBold = row.isSum || row.role == .heading
      let text = TextMeasure.pixels(of: row.label, isBold: isBold)
      labels = max(labels, text + Double(indent(of: row)) * indentPixels)
    }
    let columns = table.columns.enumerated().map { index, column in
      width(
        of: column,
        cells: table.rows.lazy.filter { index < $0.cells.count }.map {
          $0.cells[index]
        },
      )
    }
    return [min(labels, widestLabel) + padding] + columns
  }

  private static func width(of column: TableColumn, cells: some Sequence<Cell>) -> Double {
    var extremes = Extremes()
    var texts = 0.0
    for cell in cells where !extremes.covers(cell) {
      guard let text = try? column.text(of: cell) else { continue }
      texts = max(texts, TextMeasure.pixels(of: text, isBold: true))
    }
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

  /// The largest amounts met, so that only those that may be the widest are written out.
  private struct Extremes {
    private var largest: [Bool: (positive: Int64, negative: Int64)] = [:]

    /// Whether an amount is no wider than one met before; otherwise it is remembered.
    mutating func covers(_ cell: Cell) -> Bool {
      guard case .money(let money) = cell.value else { return false }
      let amount = money.minorUnits
      var known = largest[cell.isApproximate] ?? (-1, 0)
      let isCovered = amount >= 0 ? amount <= known.positive : amount >= known.negative
      if isCovered { return true }
      if amount >= 0 { known.positive = amount } else { known.negative = amount }
      largest[cell.isApproximate] = known
      return false
    }
  }
}

extension ComputedRow {
  /// Whether the row is a sum, which stands out from the others.
  var isSum: Bool { role == .subtotal || role == .total }
}
