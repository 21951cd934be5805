internal import KollCalculation
internal import KollModel
internal import KollReport

extension HTMLWriter {
  /// Writes a chart: its title, its picture, and the picture's figures as a table.
  mutating func figure(of chart: Chart) throws(AmountOverflow) -> HTML {
    let id = nextChart()
    let picture = try ChartPicture(chart)
    let svg = HTML(
      "svg",
      [
        "role": "img", "aria-labelledby": "\(id)-titel \(id)-text",
        "height": String(picture.height),
      ],
      lines: [
        HTML("title", ["id": "\(id)-titel"], text: chart.title),
        HTML("desc", ["id": "\(id)-text"], text: chart.description),
      ] + picture.shapes,
    )
    let caption = HTML(
      "figcaption",
      parts: [
        HTML("span", ["class": "title"], text: chart.title), HTML("span", text: chart.axisTitle),
      ],
    )
    return HTML("figure", lines: [caption, svg, try twin(of: chart)])
  }

  /// The figures of a chart as a table, a row for each label.
  private mutating func twin(of chart: Chart) throws(AmountOverflow) -> HTML {
    var rows = chart.labels.map { [HTML("th", ["scope": "row"], text: $0)] }
    for strip in chart.strips {
      for (row, (column, cell)) in strip.cells(in: chart.table).enumerated() {
        rows[row].append(column.cell(try column.text(of: cell)))
      }
    }
    let titles = [chart.titleOfLabels] + chart.strips.map { $0.name(in: chart.table) }
    let table = scrolled(
      titles: titles.map { HTML("th", ["scope": "col"], text: $0) },
      rows: rows.map { HTML("tr", parts: $0) },
      caption: chart.title,
      unit: chart.axisTitle,
    )
    return HTML("details", lines: [HTML("summary", text: "Bildens siffror"), table])
  }
}

extension Chart {
  /// What the labels are together.
  fileprivate var titleOfLabels: String {
    switch strips[0] {
    case .row: "Kolumn"
    case .column: table.areaTitle
    }
  }
}
