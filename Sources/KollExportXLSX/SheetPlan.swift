internal import KollCalculation
internal import KollModel
internal import KollReport

/// A section of a document, arranged on a sheet: what stands in which row, and how wide the
/// columns are.
struct SheetPlan {
  /// What the sheet holds, from top to bottom.
  private(set) var pieces: [Piece] = []
  /// How wide each column is, in pixels.
  private(set) var widths: [Double]
  /// The rows that are in use.
  private(set) var rowCount = 0
  /// How far texts may run, in pixels.
  private let measure: Double
  /// Where printed pages end; `nil` where no chart could be cut by that.
  private var pages: PrintedPages?
  /// How much higher the rows so far are than as many rows of one line, in points.
  private var extraHeight = 0.0
  /// How wide the sheet is with its charts, in pixels.
  private var width = 0.0
  /// How far the notes below a table run that has a chart beside it.
  private var noteRoom: Double?

  /// One piece of a sheet.
  enum Piece {
    /// A line of text in column A.
    case line(TextLine, row: Int)
    /// A line of text in column A that counts the controls that fail.
    case summary(TextLine, row: Int, CheckSummary)
    /// A line of text in column A that leads to a sheet.
    case link(TextLine, row: Int, sheet: String)
    /// A table.
    case table(TablePlan)
    /// A table of the program's own, with a filter.
    case records(TablePlan)
    /// Records below their header, each made when it is written.
    case rows(StatedRows, below: TablePlan)
    /// The table of the files that rows come from.
    case sources(TablePlan)
    /// A table in which people write.
    case form(TablePlan)
    /// A chart of a table above it.
    case chart(ChartPlan)
    /// The organisation's mark beside the titles.
    case logo(LogoPlan)
  }

  /// The least that texts may run: about ninety letters.
  private static let narrowestMeasure = 80 * TextMeasure.digitPixels
  /// A column that nobody set, in pixels, measured short.
  private static let untouchedColumn = 64.0
  /// The same column as programs show it: nine digits of the default font.
  private static let shownColumn = 72.0

  /// How wide a sheet with charts beside tables may be, in pixels: it is printed nearly in full size.
  private static let page = 1_100.0

  /// A sheet by its name and by what leads to it says.
  typealias Tab = (name: String, title: String)

  /// Arranges a section, or a part of one.
  /// - Parameters:
  ///   - part: The section or the part of it.
  ///   - document: The document, whose title and preamble stand on the first sheet.
  ///   - tabs: All sheets.
  ///   - place: The part's place among them.
  init(_ part: SheetPart, of document: Document, among tabs: [Tab], place: Int) {
    let section = part.section
    widths = SheetPlan.widths(of: section.blocks)
    measure = max(widths.reduce(0, +), SheetPlan.narrowestMeasure)
    let tables = section.blocks.compactMap(\.laidOutTable)
    let charted = section.blocks.indices.dropLast().compactMap { index in
      section.blocks[index + 1].chart == nil ? nil : section.blocks[index].laidOutTable
    }
    if charted.contains(where: { roomBeside($0) != nil }) { width = SheetPlan.page }
    width = max(width, measure)
    pages = charted.isEmpty ? nil : PrintedPages(of: tables, widths, printedWidth)
    addTitles(part, document, isFirst: place == 0)
    addContinuations(of: part, tabs, place)
    for (index, block) in section.blocks.enumerated() {
      if let table = block.laidOutTable,
        let chart = section.blocks.dropFirst(index + 1).first?.chart
      {
        if roomBeside(table) != nil {
          noteRoom = TablePlan.width(of: table, widths)
          keepTogether(max(height(of: table), ChartPlan.points(of: chart)))
        } else {
          keepTogether(height(of: table) + ChartPlan.points(of: chart))
          // Where no page holds both, each stands on one.
          keepTogether(height(of: table))
        }
      }
      if block == .contents {
        addContents(of: tabs, besides: place)
      } else {
        add(block, under: section.title)
      }
      if block.laidOutTable != nil { noteRoom = nil }
    }
  }

  /// Each column as wide as the table that needs most.
  private static func widths(of blocks: [Block]) -> [Double] {
    var widths: [Double] = []
    func widen(for table: ComputedTable) {
      for (column, width) in TablePlan.widths(of: table).enumerated() {
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    for block in blocks {
      if let table = block.laidOutTable { widen(for: table) }
      if case .rows(let rows) = block { rows.batches.forEach(widen) }
    }
    return widths.isEmpty ? [narrowestMeasure] : widths
  }
}

extension SheetPlan {
  /// The tables, from top to bottom.
  var tables: [TablePlan] {
    pieces.compactMap { piece in
      switch piece {
      case .table(let table), .records(let table), .sources(let table), .form(let table),
        .rows(_, let table):
        table
      case .line, .summary, .link, .chart, .logo: nil
      }
    }
  }

  /// Where each file that rows come from stands on the sheet.
  var placesOfFiles: [String: CellReference] {
    var places: [String: CellReference] = [:]
    for case .sources(let plan) in pieces {
      for (index, row) in plan.table.rows.enumerated() {
        places[row.label] = CellReference(row: plan.headerRow + 1 + index, column: 0)
      }
    }
    return places
  }

  /// The columns that are needed, those that only texts run over included.
  var columnCount: Int {
    var covered = widths.reduce(0, +)
    var count = widths.count
    while covered < width {
      covered += SheetPlan.untouchedColumn
      count += 1
    }
    return count
  }

  /// How wide the sheet is, in pixels, with untouched columns as programs show them.
  private var printedWidth: Double {
    widths.reduce(0, +) + Double(columnCount - widths.count) * SheetPlan.shownColumn
  }

  /// The title row of the one table of the sheet; `nil` when there is none or several.
  var onlyHeaderRow: Int? { tables.count == 1 ? tables.first?.headerRow : nil }

  private mutating func addTitles(_ part: SheetPart, _ document: Document, isFirst: Bool) {
    guard isFirst else {
      addLines(of: part.title, as: .title)
      return
    }
    let logo = document.theme.logo.map { LogoPlan($0, upTo: measure) }
    // Fonts differ in how wide their words are beside their digits, which the sheet is measured in.
    let room = logo.map { $0.offset * 0.85 } ?? measure
    addLines(of: document.title, as: .title, fitting: room)
    if let organisation = document.organisation {
      addLines(of: organisation, as: .organisation, fitting: room)
    }
    if let logo {
      pieces.append(.logo(logo))
      rowCount = max(rowCount, LogoPlan.rowCount)
    }
    for text in document.preamble { addLines(of: text, as: .text) }
    if part.title != document.title {
      rowCount += 1
      addLines(of: part.title, as: .heading)
    }
  }

  /// Leads to the sheets that a divided section was begun and goes on on.
  private mutating func addContinuations(of part: SheetPart, _ tabs: [Tab], _ place: Int) {
    if part.number > 1 {
      let name = tabs[place - 1].name
      addLink(to: name, "Fortsättning från bladet \(name)")
    }
    if part.isContinued {
      let name = tabs[place + 1].name
      addLink(to: name, "Fortsätter på bladet \(name)")
    }
  }

  private mutating func add(_ block: Block, under title: String) {
    switch block {
    case .paragraph(let text):
      rowCount += 1
      addLines(of: text, as: .text)
    case .list(let items):
      for item in items { addItem(item) }
    case .table(let table): add(table, under: title, as: Piece.table)
    case .records(let table): add(table, under: title, as: Piece.records)
    case .rows(let rows):
      add(rows.header, under: title) { .rows(rows, below: $0) }
      rowCount += rows.count
    case .sources(let table): add(table, under: title, as: Piece.sources)
    case .checkSummary(let summary):
      rowCount += 1
      pieces.append(
        .summary(TextLine(text: summary.text, kind: .caption), row: rowCount, summary)
      )
      rowCount += 1
    case .form(let form):
      widenInputs(of: form)
      add(form.table, under: title) { table in
        var plan = table
        plan.inputs = form.inputs
        return .form(plan)
      }
    case .chart(let chart): add(chart)
    // Each row leads to its own source.
    case .contents, .origins: break
    }
  }

  /// Gives open cells room for what people may write.
  private mutating func widenInputs(of form: InputForm) {
    for column in form.inputs {
      let isText = form.table.columns[column].isText
      let width = isText ? TablePlan.widestText : TablePlan.widestInput
      widths[column + 1] = max(widths[column + 1], width)
    }
  }

  /// The titles of the other sheets, each leading there.
  private mutating func addContents(of tabs: [Tab], besides place: Int) {
    rowCount += 1
    for (index, tab) in tabs.enumerated() where index != place {
      addLink(to: tab.name, tab.title)
    }
  }

  private mutating func addLink(to sheet: String, _ text: String) {
    let line = TextLine(text: text.cellText, kind: .link)
    pieces.append(.link(line, row: rowCount, sheet: sheet))
    rowCount += 1
  }

  private mutating func add(
    _ table: ComputedTable,
    under title: String,
    as piece: (TablePlan) -> Piece,
  ) {
    rowCount += 1
    if let caption = table.title, caption != title { addLines(of: caption, as: .caption) }
    if let unit = table.unitStatement { addLines(of: unit, as: .unit) }
    let plan = TablePlan(table: table, headerRow: rowCount, widths: widths)
    pieces.append(piece(plan))
    rowCount += 1 + table.rows.count
    if pages != nil {
      extraHeight += plan.points - Double(1 + table.rows.count) * PrintedPages.row
    }
    for note in table.notes {
      addLines(of: note.statement(in: table), as: .note, fitting: noteRoom)
    }
  }

  /// Puts a chart below what is there; one whose table is not on the sheet is left out.
  private mutating func add(_ chart: Chart) {
    let place = pieces.lastIndex { piece in
      if case .table(let plan) = piece { plan.table == chart.table } else { false }
    }
    guard let place, case .table(var table) = pieces[place] else { return }
    table.curves += chart.curves
    pieces[place] = .table(table)
    // A second chart of a table stands below the first.
    let isFirst = !pieces[place...].contains { if case .chart = $0 { true } else { false } }
    let plan: ChartPlan
    if isFirst, let room = roomBeside(table.table) {
      let cell = CellReference(row: table.headerRow, column: table.table.columns.count + 1)
      plan = ChartPlan(chart: chart, place: cell, table: table, width: room)
    } else {
      keepTogether(ChartPlan.points(of: chart))
      let cell = CellReference(row: rowCount + 1, column: 0)
      let width = min(measure * ChartPlan.share, ChartPlan.widest)
      plan = ChartPlan(chart: chart, place: cell, table: table, width: width)
    }
    pieces.append(.chart(plan))
    rowCount = max(rowCount, plan.place.row + plan.rowCount)
  }

  /// How wide a chart beside a table may be, in pixels; `nil` where it stands better below.
  private func roomBeside(_ table: ComputedTable) -> Double? {
    let taken = TablePlan.width(of: table, widths) + ChartPlan.gap
    let room = min((SheetPlan.page - taken) * ChartPlan.share, ChartPlan.widest)
    return room < ChartPlan.narrowest ? nil : room
  }

  /// Goes on below the end of the printed page when what follows would not stand whole on it.
  private mutating func keepTogether(_ points: Double) {
    let top = Double(rowCount) * PrintedPages.row + extraHeight
    rowCount += pages?.rows(before: points, at: top) ?? 0
  }

  /// How high a table is with its caption and its notes, in points.
  private func height(of table: ComputedTable) -> Double {
    let notes = table.notes.reduce(0) { lines, note in
      lines
        + TextMeasure.lines(of: note.statement(in: table).cellText, fitting: noteRoom ?? measure)
        .count
    }
    let plan = TablePlan(table: table, headerRow: 0, widths: widths)
    return plan.points + Double(3 + notes) * PrintedPages.row
  }

  private mutating func addLines(
    of text: String,
    as kind: TextLine.Kind,
    fitting room: Double? = nil,
  ) {
    let style = kind.style
    let lines = TextMeasure.lines(
      of: text.cellText,
      fitting: (room ?? measure) - TablePlan.padding,
      points: style.points,
      isBold: style.isBold,
    )
    for line in lines { add(TextLine(text: line, kind: kind)) }
  }

  private mutating func addItem(_ text: String) {
    let room = measure - TablePlan.padding - TablePlan.indentPixels
    for (number, line) in TextMeasure.lines(of: text.cellText, fitting: room).enumerated() {
      let isFirst = number == 0
      add(TextLine(text: isFirst ? "\u{2022} " + line : line, kind: isFirst ? .item : .itemRest))
    }
  }

  private mutating func add(_ line: TextLine) {
    pieces.append(.line(line, row: rowCount))
    rowCount += 1
    extraHeight += max(0, Double(line.kind.style.points) * 1.3 - PrintedPages.row)
  }
}

extension Note {
  /// The note with the row and the column that it is about.
  fileprivate func statement(in table: ComputedTable) -> String {
    let title = column.map { key in table.columns.first { $0.key == key }?.title ?? key }
    let place = [row, title].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? text : "\(place): \(text)"
  }
}

extension Chart {
  /// The figures that lines go through.
  fileprivate var curves: [Strip] {
    if case .lines = form { strips } else { [] }
  }
}

extension Block {
  /// The table whose columns the block has on a sheet: of rows that are still to be made, the header.
  fileprivate var laidOutTable: ComputedTable? {
    if case .rows(let rows) = self { rows.header } else { table }
  }

  /// The chart of the block, when it is one.
  fileprivate var chart: Chart? {
    if case .chart(let chart) = self { chart } else { nil }
  }
}

extension PrintedPages {
  /// Divides a sheet of tables; the titles of one that stands alone are printed on each page.
  fileprivate init(of tables: [ComputedTable], _ widths: [Double], _ width: Double) {
    let header = tables.count == 1 ? tables.first : nil
    let lines = header.map { TablePlan(table: $0, headerRow: 0, widths: widths).headerLines }
    self.init(width: width, repeated: lines.map(PrintedPages.height) ?? 0)
  }
}
