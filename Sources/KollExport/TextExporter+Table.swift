internal import KollCalculation
internal import KollModel
internal import KollReport

extension TextExporter {
  /// The blanks between two columns.
  private static let gap = 2
  /// The narrowest that labels are wrapped to before a table is divided.
  private static let narrowestLabel = 24

  /// Writes a table with its caption above and its notes below.
  func write(_ table: ComputedTable) throws(AmountOverflow) -> String {
    let caption = [table.title, table.unitStatement].compactMap(\.self).map { wrapped($0) }
    var text = caption.joined() + (caption.isEmpty ? "" : "\n")
    let columns = try textColumns(of: table)
    let labels = ([table.areaTitle] + table.rows.map(\.indentedLabel)).map(\.displayWidth)
    let groups = divided(columns, labelWidth: labels.max() ?? 0)
    for (number, group) in groups.enumerated() {
      text += (number == 0 ? "" : "\n") + lines(of: table, columns: group)
    }
    for note in table.notes { text += "\n" + wrapped(note.statement(in: table)) }
    return text
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

  private func textColumns(of table: ComputedTable) throws(AmountOverflow) -> [TextColumn] {
    var columns: [TextColumn] = []
    for (index, column) in table.columns.enumerated() {
      var cells: [String] = []
      for row in table.rows {
        cells.append(
          row.role == .heading ? "" : try column.text(of: row.cells[index]).printable
        )
      }
      let widest = cells.map(\.displayWidth).max() ?? 0
      let words = column.title.printable.split(separator: " ").map(\.displayWidth)
      let least = max(min(widest, self.width / 2), words.max() ?? 0)
      let (heading, width) = heading(column.title.printable, leastWidth: least)
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
  private func heading(_ title: String, leastWidth: Int) -> (lines: [String], width: Int) {
    var width = leastWidth
    var lines = title.lines(fitting: width)
    while lines.count > TextExporter.tallestHeading, width < TextExporter.widestForHeading {
      width += 1
      lines = title.lines(fitting: width)
    }
    return (lines, width)
  }

  /// Divides columns into groups that fit the page, each with the labels before it.
  private func divided(_ columns: [TextColumn], labelWidth: Int) -> [Group] {
    let needed = columns.reduce(0) { $0 + $1.width + TextExporter.gap }
    let roomForLabels = max(TextExporter.narrowestLabel, width - needed)
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
    for (index, row) in table.rows.enumerated() {
      if row.role == .total, index > 0 { text += rule }
      let cells = group.columns.map { column in
        column.isText ? column.cells[index].lines(fitting: column.width) : [column.cells[index]]
      }
      let label = row.wrappedLabel(fitting: group.labelWidth)
      text += line(label: label, cells: cells, in: group, atBottom: false)
    }
    return text
  }

  /// One row of the table, over as many lines as its tallest cell; figures on its last line.
  private func line(
    label: [String],
    cells: [[String]],
    in group: Group,
    atBottom: Bool,
  ) -> String {
    let height = max(label.count, cells.map(\.count).max() ?? 1)
    var text = ""
    for number in 0..<height {
      let labelLine = atBottom ? number - (height - label.count) : number
      var line = (label.indices.contains(labelLine) ? label[labelLine] : "")
        .aligned(left: group.labelWidth)
      for (column, cell) in zip(group.columns, cells) {
        let isAtTop = cell.count > 1 && !atBottom
        let cellLine = isAtTop ? number : number - (height - cell.count)
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
    String(repeating: "  ", count: max(0, level - 1)) + label.printable
  }

  /// The label over several lines, those after the first further in.
  fileprivate func wrappedLabel(fitting width: Int) -> [String] {
    let indent = String(repeating: "  ", count: max(0, level - 1))
    let lines = label.printable.lines(fitting: max(8, width - indent.count - 2))
    guard indentedLabel.displayWidth > width else { return [indentedLabel] }
    return lines.enumerated().map { indent + ($0 == 0 ? "" : "  ") + $1 }
  }
}

extension Note {
  /// The note with the row and the column that it is about.
  fileprivate func statement(in table: ComputedTable) -> String {
    let title = table.columns.first { $0.key == column }?.title
    let place = [row, title].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? text : "\(place): \(text)"
  }
}
