internal import KollCalculation
internal import KollModel
internal import KollReport

extension TextExporter {
  /// The most letters that the bars take, from the lowest figure to the highest.
  private static let widestBars = 40
  /// What a label and a figure leave to bars at the least.
  private static let narrowestBars = 10
  /// The room that a figure is given.
  private static let figureWidth = 14

  /// Writes a chart: its title, then a line for each bar, line or step with its figures.
  func write(_ chart: Chart) throws(AmountOverflow) -> String {
    let lines =
      layout == .list ? try list(chart) : try picture(of: chart).map(fitted).joined()
    return wrapped(chart.title) + "\n" + lines
  }

  /// A line of a picture, ended by a line break; what is too wide goes on below its figures' place.
  private func fitted(_ line: String) -> String {
    guard line.displayWidth > width, let gap = line.ranges(of: "  ").last else {
      return line + "\n"
    }
    return String(line[..<gap.lowerBound]).withoutTrailingBlanks + "\n"
      + wrapped(String(line[gap.upperBound...]), first: "  ", following: "  ")
  }

  /// A line for each bar, line or step of a chart, with its figures.
  func picture(of chart: Chart) throws(AmountOverflow) -> [String] {
    switch chart.form {
    case .bars: try bars(of: chart)
    case .lines: try curves(of: chart)
    case .bridge: try steps(of: chart)
    }
  }

  /// A bar for each figure, those below zero to the left of the others.
  private func bars(of chart: Chart) throws(AmountOverflow) -> [String] {
    let numbers = chart.strips[0].numbers(in: chart.table)
    return try hanging(numbers.map { (Rational(0), $0) }, in: chart)
  }

  /// A bar for each step, from the figure before it to the one after.
  private func steps(of chart: Chart) throws(AmountOverflow) -> [String] {
    let ends = chart.strips.map { $0.numbers(in: chart.table) }
    let spans = zip(ends[0], ends[1]).map { ($0 ?? Rational(0), $1) }
    return try hanging(spans, in: chart)
  }

  /// Bars between two figures each, in one scale, beside their labels, with the figures behind them.
  private func hanging(
    _ spans: [(from: Rational, to: Rational?)],
    in chart: Chart,
  ) throws(AmountOverflow) -> [String] {
    let (labels, widest) = labels(chart.labels)
    let room = max(Self.narrowestBars, width - widest - Self.figureWidth * chart.strips.count)
    let scale = BarScale(
      spans.flatMap { [$0.from, $0.to] }.compactMap(\.self),
      width: min(Self.widestBars, room),
    )
    var lines: [String] = []
    for index in spans.indices {
      var figures: [String] = []
      for strip in chart.strips {
        let (column, cell) = strip.cells(in: chart.table)[index]
        figures.append(try column.text(of: cell))
      }
      let bar = spans[index].to.map { scale.bar(from: spans[index].from, to: $0) } ?? scale.nothing
      let blanks = String(repeating: " ", count: 2 + bar.start)
      let blocks = String(repeating: "█", count: bar.length) + (bar.length == 0 ? "" : " ")
      lines.append(labels[index] + blanks + blocks + figures.joined(separator: " → "))
    }
    return lines
  }

  /// A curve for each line, all in one scale, with its first and its last figure.
  private func curves(of chart: Chart) throws(AmountOverflow) -> [String] {
    let (labels, _) = labels(chart.strips.map { $0.name(in: chart.table) })
    let numbers = chart.strips.map { $0.numbers(in: chart.table) }
    let scale = BarScale(numbers.flatMap(\.self).compactMap(\.self), width: 7)
    var lines: [String] = []
    for (strip, (label, numbers)) in zip(chart.strips, zip(labels, numbers)) {
      let curve = numbers.map { $0.map(scale.height) ?? " " }.joined()
      let cells = strip.cells(in: chart.table)
      let ends = [numbers.firstIndex { $0 != nil }, numbers.lastIndex { $0 != nil }]
      var figures: [String] = []
      for end in Set(ends.compactMap(\.self)).sorted() {
        let figure = try cells[end].column.text(of: cells[end].cell)
        figures.append("\(chart.labels[end].printable) \(figure)")
      }
      lines.append("\(label)  \(curve)  \(figures.joined(separator: ", "))")
    }
    return lines
  }

  /// Labels made equally wide.
  private func labels(_ labels: [String]) -> (labels: [String], width: Int) {
    let labels = labels.map(\.printable)
    let widest = labels.map(\.displayWidth).max() ?? 0
    return (labels.map { $0.aligned(left: widest) }, widest)
  }
}
