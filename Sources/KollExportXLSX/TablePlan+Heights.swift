internal import KollCalculation
internal import KollModel
internal import KollReport

extension TablePlan {
  /// How high the table is, in points.
  var points: Double {
    table.rows.reduce(PrintedPages.height(ofLines: headerLines)) { points, row in
      points + PrintedPages.height(ofLines: lines(of: row))
    }
  }

  /// How many lines the header needs.
  var headerLines: Int {
    var lines = TablePlan.lines(of: table.areaTitle, in: widths[0], isBold: true)
    for (index, column) in table.columns.enumerated() {
      let indent = column.isText ? TablePlan.textIndent : 0
      let needed = TablePlan.lines(
        of: column.title,
        in: widths[index + 1],
        indent: indent,
        isBold: true,
      )
      lines = max(lines, needed)
    }
    return lines
  }

  /// How many lines a row needs.
  func lines(of row: ComputedRow) -> Int { lines(of: row, labelLines: labelLines(of: row)) }

  /// How many lines a row needs whose label needs some.
  func lines(of row: ComputedRow, labelLines: Int) -> Int {
    var lines = labelLines
    for (index, cell) in row.cells.enumerated() where index + 1 < widths.count {
      guard case .text(let words) = cell.value else { continue }
      let width = widths[index + 1]
      let needed = TablePlan.lines(
        of: words,
        in: width,
        indent: TablePlan.textIndent,
        isBold: row.isSum,
      )
      lines = max(lines, needed)
    }
    return lines
  }

  /// How many lines a row's label needs.
  func labelLines(of row: ComputedRow) -> Int {
    TablePlan.lines(
      of: row.label,
      in: widths[0],
      indent: TablePlan.indent(of: row),
      isBold: row.isSum || row.role == .heading,
    )
  }

  private static func lines(
    of text: String,
    in width: Double,
    indent: Int = 0,
    isBold: Bool,
  ) -> Int {
    // Half a pixel, so that what a width was made for fits after the sums were taken.
    let room = width - padding - Double(indent) * indentPixels + 0.5
    // Most texts are short: one measurement tells.
    let isShort =
      TextMeasure.pixels(of: text, isBold: isBold) <= room
      && !text.utf8.contains(UInt8(ascii: "\n"))
    return isShort ? 1 : TextMeasure.lines(of: text, fitting: room, isBold: isBold).count
  }
}
