internal import KollCalculation
internal import KollModel
internal import KollReport

extension TextExporter {
  /// The blanks between two columns.
  private static let gap = 2
  /// The narrowest that labels are wrapped to before a table is divided.
  private static let narrowestLabel = 24
  /// The narrowest that words in a cell are wrapped to for the same reason.
  private static let narrowestWords = 20

  /// Writes a table with its caption above and its notes below.
  func write(_ table: ComputedTable) throws(AmountOverflow) -> String {
    let caption = [table.title, table.unitStatement].compactMap(\.self).map { wrapped($0) }
    var text = caption.joined() + (caption.isEmpty ? "" : "\n")
    text += layout == .list ? try list(table) : try columns(of: table)
    for note in table.notes { text += "\n" + wrapped(note.statement(in: table)) }
    return text
  }

  /// The rows under the headings of their columns, divided where the page is too narrow for all.
  private func columns(of table: ComputedTable) throws(AmountOverflow) -> String {
    let labels = [table.areaTitle.printable] + table.rows.map(\.indentedLabel)
    let leastLabelWidth = leastWidth(ofLabels: labels)
    var columns = try textColumns(of: table, besideLabels: leastLabelWidth)
    if leastLabelWidth + widthNeeded(by: columns) > width {
      // Taller headings may save the table from being divided.
      let narrow = try textColumns(of: table, besideLabels: leastLabelWidth, widened: false)
      if leastLabelWidth + widthNeeded(by: narrow) <= width { columns = narrow }
    }
    narrowWords(of: &columns, besideLabels: leastLabelWidth)
    let groups = divided(
      columns,
      labelWidth: labels.map(\.displayWidth).max() ?? 0,
      least: leastLabelWidth,
    )
    return groups.map { lines(of: table, columns: $0) }.joined(separator: "\n")
  }

  /// A column of text: its heading's words and its cells, with the width that they need.
  private struct TextColumn {
    var heading: [String]
    var cells: [String]
    var width: Int
    var isText: Bool
  }

  /// Columns that stand side by side after the labels.
  private struct Group {
    var labelWidth: Int
    var columns: [TextColumn]
  }

  /// Breaks the widest column of words over more lines, where that saves the table from being divided.
  private func narrowWords(of columns: inout [TextColumn], besideLabels labelWidth: Int) {
    let excess = labelWidth + widthNeeded(by: columns) - width
    let widest = columns.indices.filter { columns[$0].isText }.max {
      columns[$0].width < columns[$1].width
    }
    guard excess > 0, let widest else { return }
    let texts = columns[widest].cells + columns[widest].heading
    let least = max(TextExporter.narrowestWords, texts.map(\.widestWord).max() ?? 0)
    guard columns[widest].width - excess >= least else { return }
    columns[widest].width -= excess
  }

  /// The narrowest that labels are wrapped to: their words stay whole up to half of the page.
  private func leastWidth(ofLabels labels: [String]) -> Int {
    let widest = labels.map(\.leastWrappedWidth).max() ?? 0
    return max(TextExporter.narrowestLabel, min(widest, width / 2))
  }

  private func textColumns(
    of table: ComputedTable,
    besideLabels labelWidth: Int,
    widened isWidened: Bool = true,
  ) throws(AmountOverflow) -> [TextColumn] {
    let widestWord = self.width - labelWidth - TextExporter.gap
    var texts: [[String]] = []
    for row in table.rows { texts.append(try table.texts(ofRow: row)) }
    var columns: [TextColumn] = []
    for (index, column) in table.columns.enumerated() {
      let cells = texts.map(\.[index].printable)
      let title = column.title.printable.breakingWords(widerThan: widestWord)
      let widest = cells.map(\.displayWidth).max() ?? 0
      let least =
        column.isText
        ? max(min(widest, self.width / 2), min(cells.map(\.widestWord).max() ?? 0, widestWord))
        : widest
      let (heading, width) = heading(
        title,
        leastWidth: max(least, title.widestWord),
        mostWidth: isWidened ? min(TextExporter.widestForHeading, widestWord) : 0,
      )
      columns.append(
        TextColumn(
          heading: heading,
          cells: cells,
          width: width,
          isText: column.isText,
        )
      )
    }
    return columns
  }

  /// The most lines that a heading takes while a wider column can spare some.
  private static let tallestHeading = 3
  /// The widest that a column grows for its heading's sake.
  private static let widestForHeading = 16

  /// A column's heading, broken into lines, and the width that the column gets.
  private func heading(
    _ title: String,
    leastWidth: Int,
    mostWidth: Int,
  ) -> (lines: [String], width: Int) {
    var width = leastWidth
    var lines = title.lines(fitting: width)
    while lines.count > TextExporter.tallestHeading, width < mostWidth {
      width += 1
      lines = title.lines(fitting: width)
    }
    return (lines, width)
  }

  private func widthNeeded(by columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width + TextExporter.gap }
  }

  /// Divides columns into groups that fit the page, each with the labels before it.
  private func divided(_ columns: [TextColumn], labelWidth: Int, least: Int) -> [Group] {
    let roomForLabels = max(least, width - widthNeeded(by: columns))
    let labelWidth = min(labelWidth, roomForLabels)
    var groups: [Group] = [Group(labelWidth: labelWidth, columns: [])]
    var used = labelWidth
    for column in columns {
      if used + TextExporter.gap + column.width > width, groups.last?.columns.isEmpty == false {
        groups.append(Group(labelWidth: labelWidth, columns: []))
        used = labelWidth
      }
      groups[groups.count - 1].columns.append(column)
      used += TextExporter.gap + column.width
    }
    return groups
  }

  private func lines(of table: ComputedTable, columns group: Group) -> String {
    var text = line(
      label: table.areaTitle.printable.lines(fitting: group.labelWidth),
      cells: group.columns.map(\.heading),
      in: group,
      atBottom: true,
    )
    let width = group.columns.reduce(group.labelWidth) { $0 + TextExporter.gap + $1.width }
    let rule = String(repeating: "-", count: width) + "\n"
    text += rule
    for index in table.shownRows {
      let row = table.rows[index]
      if row.role == .total, index > 0 { text += rule }
      let cells = group.columns.map { column in
        column.isText ? column.cells[index].lines(fitting: column.width) : [column.cells[index]]
      }
      let label = row.wrappedLabel(fitting: group.labelWidth)
      text += line(label: label, cells: cells, in: group, atBottom: false)
    }
    return text
  }

  /// One row of the table, over as many lines as its tallest cell; figures on the last line of the
  /// label, and in a header on the last of all.
  private func line(
    label: [String],
    cells: [[String]],
    in group: Group,
    atBottom: Bool,
  ) -> String {
    var text = ""
    var label = label
    if label.contains(where: { $0.displayWidth > group.labelWidth }) {
      // A word that is too long for its column has its lines to itself.
      text = label.map { $0 + "\n" }.joined()
      label = []
      if cells.isEmpty { return text }
    }
    let height = max(label.count, cells.map(\.count).max() ?? 1)
    let lastLine = atBottom ? height : max(label.count, 1)
    for number in 0..<height {
      let labelLine = atBottom ? number - (height - label.count) : number
      var line = (label.indices.contains(labelLine) ? label[labelLine] : "")
        .aligned(left: group.labelWidth)
      for (column, cell) in zip(group.columns, cells) {
        let isAtTop = cell.count > 1 && !atBottom
        let cellLine = isAtTop ? number : number - (lastLine - cell.count)
        let part = cell.indices.contains(cellLine) ? cell[cellLine] : ""
        line += String(repeating: " ", count: TextExporter.gap)
        line += column.isText ? part.aligned(left: column.width) : part.aligned(right: column.width)
      }
      text += line.withoutTrailingBlanks + "\n"
    }
    return text
  }
}

extension ComputedRow {
  /// The label behind two blanks for each level below the first.
  fileprivate var indentedLabel: String {
    String(repeating: "  ", count: indent) + label.printable
  }

  /// The label over several lines, those after the first further in.
  fileprivate func wrappedLabel(fitting width: Int) -> [String] {
    let blanks = String(repeating: "  ", count: indent)
    let lines = label.printable.lines(fitting: max(8, width - blanks.count - 2))
    guard indentedLabel.displayWidth > width else { return [indentedLabel] }
    return lines.enumerated().map { blanks + ($0 == 0 ? "" : "  ") + $1 }
  }
}
