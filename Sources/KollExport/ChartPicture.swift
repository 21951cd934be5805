internal import KollCalculation
internal import KollModel
internal import KollReport

/// A chart as shapes: as wide as the page gives it, so that its letters keep their size on every
/// screen, and of a height of its own.
///
/// Places across are thousandths of the width, places down are dots.
struct ChartPicture {
  /// The shapes, in the order they are drawn.
  private(set) var shapes: [HTML] = []
  /// How high the picture is, in dots.
  private(set) var height = ChartPicture.top

  /// Room above the figures.
  private static let top = 16
  /// What bars take of the width; their figures stand in the rest.
  private static let widestBars = 550
  /// What a bar takes with its label above it.
  private static let barHeight = 44
  /// Where lines begin, to the right of the figures of their scale.
  private static let startOfLines = 120
  /// What lines take from the lowest figure to the highest.
  private static let curveHeight = 160
  /// What a line of text takes.
  private static let lineHeight = 22
  /// The most letters of a label that the narrowest screen has room for.
  private static let longestLabel = 40

  init(_ chart: Chart) throws(AmountOverflow) {
    switch chart.form {
    case .bars:
      try addBars(
        chart,
        between: chart.strips[0].numbers(in: chart.table).map { (Rational(0), $0) },
      )
    case .lines(let joinsGaps): try addLines(chart, joiningGaps: joinsGaps)
    case .bridge:
      let ends = chart.strips.map { $0.numbers(in: chart.table) }
      try addBars(chart, between: zip(ends[0], ends[1]).map { ($0 ?? Rational(0), $1) })
    }
  }
}

// MARK: - Bars

extension ChartPicture {
  /// A bar between two figures for each label, all in one scale, with the line of zero through them.
  private mutating func addBars(
    _ chart: Chart,
    between spans: [(from: Rational, to: Rational?)],
  ) throws(AmountOverflow) {
    let scale = BarScale(
      spans.flatMap { [$0.from, $0.to] }.compactMap(\.self),
      width: ChartPicture.widestBars,
    )
    let zero = scale.place(of: Rational(0))
    let bottom = height + chart.labels.count * ChartPicture.barHeight
    line(from: (zero, height), to: (zero, bottom), class: "axis")
    for (index, label) in chart.labels.enumerated() {
      var figures: [String] = []
      for strip in chart.strips {
        let (column, cell) = strip.cells(in: chart.table)[index]
        figures.append(try column.text(of: cell))
      }
      text(label, x: 0, y: height + 14)
      if let to = spans[index].to { addBar(from: spans[index].from, to: to, in: scale) }
      text(figures.joined(separator: " → "), x: 1_000, y: height + 32, isAtEnd: true)
      height += ChartPicture.barHeight
    }
  }

  private mutating func addBar(from first: Rational, to last: Rational, in scale: BarScale) {
    let bar = scale.bar(from: first, to: last)
    let isBelow = scale.place(of: last) < scale.place(of: first)
    shapes.append(
      HTML(
        empty: "rect",
        [
          "class": isBelow ? "bar below" : "bar", "x": across(bar.start), "y": String(height + 20),
          "width": across(bar.length), "height": "14",
        ],
      )
    )
  }
}

// MARK: - Lines

extension ChartPicture {
  /// A line for each strip, each with its own dashes and marks, and what they mean below.
  private mutating func addLines(
    _ chart: Chart,
    joiningGaps joinsGaps: Bool,
  ) throws(AmountOverflow) {
    let start = ChartPicture.startOfLines
    let numbers = chart.strips.map { $0.numbers(in: chart.table) }
    let scale = BarScale(
      numbers.flatMap(\.self).compactMap(\.self),
      width: ChartPicture.curveHeight,
    )
    try addGuides(chart, in: scale)
    for (index, numbers) in numbers.enumerated() {
      let points = numbers.enumerated().map { place, number in
        number.map {
          (
            x: start + place * (1_000 - start) / max(1, numbers.count - 1),
            y: ChartPicture.depth(of: $0, in: scale),
          )
        }
      }
      addLine(index, through: joinsGaps ? points.filter { $0 != nil } : points)
    }
    height += ChartPicture.curveHeight + ChartPicture.lineHeight
    let labels = chart.labels
    text(labels[0], x: start, y: height, most: ChartPicture.longestLabel / 2)
    if labels.count > 1 {
      text(
        labels[labels.count - 1],
        x: 1_000,
        y: height,
        isAtEnd: true,
        most: ChartPicture.longestLabel / 2,
      )
    }
    for (index, strip) in chart.strips.enumerated() {
      height += ChartPicture.lineHeight
      addLine(index, through: [(x: 0, y: height - 4), (x: 100, y: height - 4)])
      text(strip.name(in: chart.table), x: 120, y: height)
    }
    height += ChartPicture.lineHeight / 2
  }

  /// Lines across at zero and at the lowest and the highest figure, as far as there is room for
  /// their figures.
  private mutating func addGuides(_ chart: Chart, in scale: BarScale) throws(AmountOverflow) {
    var used = [ChartPicture.depth(of: Rational(0), in: scale)]
    addGuide("0", at: used[0])
    let cells = chart.strips.flatMap { $0.cells(in: chart.table) }
    let depths = cells.map { column, cell in
      cell.value.number(in: column.scale).map { ChartPicture.depth(of: $0, in: scale) }
    }
    for extreme in [depths.compactMap(\.self).min(), depths.compactMap(\.self).max()] {
      guard let extreme, let index = depths.firstIndex(of: extreme),
        used.allSatisfy({ abs($0 - extreme) >= ChartPicture.lineHeight })
      else { continue }
      used.append(extreme)
      addGuide(try cells[index].column.text(of: cells[index].cell), at: extreme)
    }
  }

  private mutating func addGuide(_ figure: String, at depth: Int) {
    line(from: (0, depth), to: (1_000, depth), class: "axis guide")
    text(figure, x: 0, y: depth - 3)
  }

  /// The parts of a line between points that stand side by side, and a mark at each point.
  private mutating func addLine(_ index: Int, through points: [(x: Int, y: Int)?]) {
    let dashes = ["none", "7 4", "2 4", "12 4 2 4"][index % 4]
    let style = ["line", index % 2 == 1 ? "odd" : nil, index < 4 ? "full" : nil]
      .compactMap(\.self).joined(separator: " ")
    for (first, last) in zip(points, points.dropFirst()) {
      guard let first, let last else { continue }
      line(from: first, to: last, class: style, dashes: dashes)
    }
    for case (let x, let y)? in points {
      shapes.append(
        HTML(empty: "circle", ["class": style, "cx": across(x), "cy": String(y), "r": "3"])
      )
    }
  }

  /// How far down a figure stands.
  private static func depth(of figure: Rational, in scale: BarScale) -> Int {
    top + curveHeight - scale.place(of: figure)
  }
}

// MARK: - Shapes

extension ChartPicture {
  private mutating func line(
    from first: (x: Int, y: Int),
    to last: (x: Int, y: Int),
    class style: String,
    dashes: String = "none",
  ) {
    shapes.append(
      HTML(
        empty: "line",
        [
          "class": style, "stroke-dasharray": dashes, "x1": across(first.x), "y1": String(first.y),
          "x2": across(last.x), "y2": String(last.y),
        ],
      )
    )
  }

  /// A text of so many letters at most; the table beside the picture has it whole.
  private mutating func text(
    _ text: String,
    x: Int,
    y: Int,
    isAtEnd: Bool = false,
    most: Int = ChartPicture.longestLabel,
  ) {
    let short = text.count > most ? text.prefix(most - 1) + "…" : text
    let place: HTML.Attributes = ["x": across(x), "y": String(y)]
    let atEnd: HTML.Attributes = ["class": "end", "x": across(x), "y": String(y)]
    shapes.append(HTML("text", isAtEnd ? atEnd : place, text: short))
  }

  /// A place across as a share of the width.
  private func across(_ place: Int) -> String { "\(place / 10).\(place % 10)%" }
}
