internal import KollCalculation
internal import KollModel
internal import KollReport

extension HTMLWriter {
  /// Writes a table, its notes, and where its rows come from.
  mutating func parts(
    of table: ComputedTable,
    in section: Section,
  ) throws(AmountOverflow) -> [HTML] {
    var rows: [HTML] = []
    for index in table.shownRows { rows.append(try line(of: table.rows[index], in: table)) }
    let titles =
      [HTML("th", ["scope": "col"], text: table.areaTitle)] + table.columns.map(\.header)
    let scrolled = scrolled(
      titles: titles,
      rows: rows,
      caption: table.title ?? section.title,
      unit: table.unitStatement,
    )
    let notes = table.notes.map { HTML("p", ["class": "note"], text: $0.statement(in: table)) }
    return [scrolled] + notes + sources(of: table)
  }

  /// A table that scrolls by itself where it is wider than the screen.
  mutating func scrolled(
    titles: [HTML],
    rows: [HTML],
    caption: String,
    unit: String?,
  ) -> HTML {
    let id = nextTable()
    let lines =
      [HTML("span", ["class": "title"], text: caption)]
      + [unit].compactMap(\.self).map { HTML("span", text: $0) }
    return HTML(
      "div",
      ["class": "scroll", "role": "region", "aria-labelledby": id, "tabindex": "0"],
      lines: [
        HTML(
          "table",
          lines: [
            HTML("caption", ["id": id], parts: lines),
            HTML("thead", parts: [HTML("tr", parts: titles)]),
            HTML("tbody", lines: rows),
          ],
        )
      ],
    )
  }

  private func line(
    of row: ComputedRow,
    in table: ComputedTable,
  ) throws(AmountOverflow) -> HTML {
    let label = HTML(
      "th",
      row.indent == 0
        ? ["scope": "row"] : ["scope": "row", "style": "--indent: \(row.indent)"],
      text: row.label,
    )
    let texts = try table.texts(ofRow: row)
    let cells = texts.indices.map { table.columns[$0].cell(texts[$0]) }
    return HTML("tr", row.role.styleClass.map { ["class": $0] } ?? [:], parts: [label] + cells)
  }

  /// The files and lines that the rows come from; nothing where none is known.
  private func sources(of table: ComputedTable) -> [HTML] {
    var lines: [String: [Int]] = [:]
    for origin in table.rows.compactMap(\.origin) {
      lines[origin.file, default: []].append(origin.line)
    }
    guard !lines.isEmpty else { return [] }
    let sources = lines.sorted { $0.key < $1.key }
      .map { AreaSources.Lines(file: $0.key, lines: $0.value) }
    return [details("Källor", sources)]
  }

  /// Where an area's figures stand.
  func details(_ origin: AreaOrigin) -> HTML { details(origin.area, origin.lines) }

  private func details(_ title: String, _ sources: [AreaSources.Lines]) -> HTML {
    let items = sources.map { HTML("li", text: $0.words) }
    return HTML("details", lines: [HTML("summary", text: title), HTML("ul", lines: items)])
  }
}

extension TableColumn {
  var header: HTML {
    HTML("th", isText ? ["scope": "col", "class": "words"] : ["scope": "col"], text: title)
  }

  /// A cell of the column; a figure below zero has a class beside its sign.
  func cell(_ text: String) -> HTML {
    if isText { return HTML("td", ["class": "words"], text: text) }
    return HTML(
      "td",
      text.unicodeScalars.contains("\u{2212}") ? ["class": "below"] : [:],
      text: text,
    )
  }
}

extension RowRole {
  fileprivate var styleClass: String? {
    switch self {
    case .heading: "heading"
    case .subtotal: "sum"
    case .total: "sum total"
    case .item, .ofWhich, .memo: nil
    }
  }
}

extension AreaSources.Lines {
  /// The most ranges that are told one by one.
  private static let mostRanges = 12

  /// The file, its lines and how many they are: `a.csv, rad 2–9 (8 rader)`; of many ranges the first
  /// line and the last.
  fileprivate var words: String {
    if ranges.count > Self.mostRanges, let first = ranges.first, let last = ranges.last {
      return "\(file), \(count) rader från rad \(first.lowerBound) till rad \(last.upperBound)"
    }
    let texts = ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return
      "\(file), rad \(texts.joined(separator: ", ")) (\(count) \(count == 1 ? "rad" : "rader"))"
  }
}
