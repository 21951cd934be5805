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
    let labels = table.rows.map { MeasuredLine($0.indentedLabel) }
    let title = MeasuredLine(table.areaTitle.printable)
    let leastLabelWidth = leastWidth(ofLabels: [title] + labels)
    let widestWord = width - leastLabelWidth - TextExporter.gap
    let bare = try bareColumns(of: table, widestWord: widestWord)
    var columns = headed(bare, mostWidth: min(TextExporter.widestForHeading, widestWord))
    if leastLabelWidth + widthNeeded(by: columns) > width {
      // Taller headings may save the table from being divided.
      let narrow = headed(bare, mostWidth: 0)
      if leastLabelWidth + widthNeeded(by: narrow) <= width { columns = narrow }
    }
    narrowWords(of: &columns, besideLabels: leastLabelWidth)
    let groups = divided(
      columns,
      labelWidth: ([title] + labels).map(\.width).max() ?? 0,
      least: leastLabelWidth,
    )
    return groups.map { lines(of: table, labels: labels, columns: $0) }.joined(separator: "\n")
  }

  /// A column of text: its heading's words and its cells, with the width that they need.
  private struct TextColumn {
    var title: String
    var heading: [MeasuredLine] = []
    var cells: [MeasuredLine]
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
    let least = max(TextExporter.narrowestWords, texts.map { $0.text.widestWord }.max() ?? 0)
    guard columns[widest].width - excess >= least else { return }
    columns[widest].width -= excess
  }

  /// The narrowest that labels are wrapped to: their words stay whole up to half of the page.
  private func leastWidth(ofLabels labels: [MeasuredLine]) -> Int {
    let widest = labels.map { $0.text.leastWrappedWidth }.max() ?? 0
    return max(TextExporter.narrowestLabel, min(widest, width / 2))
  }

  /// The columns without their headings, as wide as their cells and the words of their titles need.
  private func bareColumns(
    of table: ComputedTable,
    widestWord: Int,
  ) throws(AmountOverflow) -> [TextColumn] {
    var texts: [[String]] = []
    for row in table.rows { texts.append(try table.texts(ofRow: row)) }
    return table.columns.enumerated().map { index, column in
      let cells = texts.map { MeasuredLine($0[index].printable) }
      let title = column.title.printable.breakingWords(widerThan: widestWord)
      let widest = cells.map(\.width).max() ?? 0
      let least =
        column.isText
        ? max(
          min(widest, self.width / 2),
          min(cells.map { $0.text.widestWord }.max() ?? 0, widestWord),
        )
        : widest
      return TextColumn(
        title: title,
        cells: cells,
        width: max(least, title.widestWord),
        isText: column.isText,
      )
    }
  }

  /// The most lines that a heading takes while a wider column can spare some.
  private static let tallestHeading = 3
  /// The widest that a column grows for its heading's sake.
  private static let widestForHeading = 16

  /// The columns with their headings broken into lines, some grown for their headings' sake.
  private func headed(_ columns: [TextColumn], mostWidth: Int) -> [TextColumn] {
    columns.map { column in
      var column = column
      column.heading = column.title.lines(fitting: column.width)
      while column.heading.count > TextExporter.tallestHeading, column.width < mostWidth {
        column.width += 1
        column.heading = column.title.lines(fitting: column.width)
      }
      return column
    }
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

  private func lines(
    of table: ComputedTable,
    labels: [MeasuredLine],
    columns group: Group,
  ) -> String {
    var page = TextPage()
    setRow(
      label: table.areaTitle.printable.lines(fitting: group.labelWidth),
      cells: group.columns.map(\.heading),
      in: group,
      atBottom: true,
      on: &page,
    )
    let width = group.columns.reduce(group.labelWidth) { $0 + TextExporter.gap + $1.width }
    let rule = String(repeating: "-", count: width) + "\n"
    page.add(rule)
    for index in table.shownRows {
      if table.rows[index].role == .total, index > 0 { page.add(rule) }
      let cells = group.columns.map { column in
        column.isText
          ? column.cells[index].text.lines(fitting: column.width) : [column.cells[index]]
      }
      let isTooWide = labels[index].width > group.labelWidth
      let label =
        isTooWide ? table.rows[index].wrappedLabel(fitting: group.labelWidth) : [labels[index]]
      setRow(label: label, cells: cells, in: group, atBottom: false, on: &page)
    }
    return page.text
  }

  /// Sets one row of the table, over as many lines as its tallest cell; figures on the last line of
  /// the label, and in a header on the last of all.
  private func setRow(
    label: [MeasuredLine],
    cells: [[MeasuredLine]],
    in group: Group,
    atBottom: Bool,
    on page: inout TextPage,
  ) {
    var label = label
    if label.contains(where: { $0.width > group.labelWidth }) {
      // A word that is too long for its column has its lines to itself.
      for line in label { page.add(line.text + "\n") }
      label = []
      if cells.isEmpty { return }
    }
    let height = max(label.count, cells.map { $0.count }.max() ?? 1)
    let lastLine = atBottom ? height : max(label.count, 1)
    for number in 0..<height {
      let labelLine = atBottom ? number - (height - label.count) : number
      set(label, line: labelLine, width: group.labelWidth, on: &page)
      for (place, cell) in cells.enumerated() {
        let isAtTop = cell.count > 1 && !atBottom
        let cellLine = isAtTop ? number : number - (lastLine - cell.count)
        page.add(blanks: TextExporter.gap)
        set(
          cell,
          line: cellLine,
          width: group.columns[place].width,
          toTheRight: !group.columns[place].isText,
          on: &page,
        )
      }
      page.endLine()
    }
  }

  /// Sets one line of a cell with blanks up to the width of its column; blanks alone where the cell
  /// has no such line.
  private func set(
    _ cell: [MeasuredLine],
    line: Int,
    width: Int,
    toTheRight isToTheRight: Bool = false,
    on page: inout TextPage,
  ) {
    guard cell.indices.contains(line) else { return page.add(blanks: width) }
    let blanks = width - cell[line].width
    if isToTheRight { page.add(blanks: blanks) }
    page.add(cell[line].text)
    if !isToTheRight { page.add(blanks: blanks) }
  }
}

extension ComputedRow {
  /// The label behind two blanks for each level below the first.
  fileprivate var indentedLabel: String {
    String(repeating: "  ", count: indent) + label.printable
  }

  /// The label over several lines, those after the first further in.
  fileprivate func wrappedLabel(fitting width: Int) -> [MeasuredLine] {
    let blanks = String(repeating: "  ", count: indent)
    let lines = label.printable.lines(fitting: max(8, width - blanks.count - 2))
    return lines.enumerated().map { MeasuredLine(blanks + ($0 == 0 ? "" : "  ") + $1.text) }
  }
}
