internal import KollCalculation
internal import KollModel
internal import KollReport

extension TablePlan {
  /// How high the table is, in points.
  var points: Double {
    lines.reduce(PrintedPages.height(ofLines: headerLines)) { points, lines in
      points + PrintedPages.height(ofLines: lines.row)
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

  /// How many lines each row needs, its label alone and all of it.
  var lines: [(label: Int, row: Int)] {
    var lines: [(label: Int, row: Int)] = []
    lines.reserveCapacity(table.rows.count)
    let rows = table.rows.span
    for row in rows.indices {
      let label = labelLines(of: rows[row])
      lines.append((label, self.lines(of: rows[row], labelLines: label)))
    }
    return lines
  }

  private func lines(of row: ComputedRow, labelLines: Int) -> Int {
    var lines = labelLines
    let cells = row.cells.span
    for index in cells.indices where index + 1 < widths.count {
      guard case .text(let words) = cells[index].value else { continue }
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

  private func labelLines(of row: ComputedRow) -> Int {
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
