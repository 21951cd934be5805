internal import KollCalculation
internal import KollModel
internal import KollReport

extension MarkdownExporter {
  /// What a level stands to the right: programs that show Markdown trim blanks, not references.
  private static let step = "&nbsp;&nbsp;"

  /// A table with its caption above and its notes below.
  func parts(of table: ComputedTable) throws(AmountOverflow) -> [String] {
    let caption = [table.title?.markdownBold, table.unitStatement?.markdownLine]
    var lines = [
      line([table.areaTitle.markdown] + table.columns.map(\.title.markdown)),
      line(["---"] + table.columns.map { $0.isText ? "---" : "---:" }),
    ]
    for index in table.shownRows {
      let row = table.rows[index]
      lines.append(line([label(of: row)] + (try cells(of: row, in: table))))
    }
    return caption.compactMap(\.self) + [lines.joined(separator: "\n")]
      + table.notes.map { $0.statement(in: table).markdownLine }
  }

  private func label(of row: ComputedRow) -> String {
    let label = row.isProminent ? row.label.markdownBold : row.label.markdown
    return String(repeating: MarkdownExporter.step, count: row.indent) + label
  }

  private func cells(
    of row: ComputedRow,
    in table: ComputedTable,
  ) throws(AmountOverflow) -> [String] {
    try table.texts(ofRow: row).map { row.isProminent ? $0.markdownBold : $0.markdown }
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
