internal import KollCalculation
internal import KollModel
internal import KollReport

extension TextExporter {
  /// The most letters that the bars take, from the longest below zero to the longest above.
  private static let widestBars = 40
  /// What a label and a figure leave to bars at the least.
  private static let narrowestBars = 10
  /// The room that figures are given.
  private static let figureWidth = 14

  /// Writes a chart: its title, then a line for each row with its bar and its figure.
  ///
  /// Bars of figures below zero stand to the left of the others.
  func write(_ chart: Chart) throws(AmountOverflow) -> String {
    let column = chart.table.columns[chart.column]
    let rows = Array(chart.table.rows[chart.rows])
    let labels = rows.map { $0.label.printable }
    let widest = labels.map(\.displayWidth).max() ?? 0
    let room = max(Self.narrowestBars, width - widest - Self.figureWidth)
    let lengths = barLengths(
      of: rows.map { $0.cells[chart.column].value.number(in: column.scale) },
      within: min(Self.widestBars, room),
    )
    let before = lengths.map { max(0, -$0) }.max() ?? 0
    var text = wrapped(chart.title) + "\n"
    for (row, (label, length)) in zip(rows, zip(labels, lengths)) {
      let figure = try column.text(of: row.cells[chart.column])
      let left = before + min(0, length)
      text += label + String(repeating: " ", count: widest - label.displayWidth + 2 + left)
      text += String(repeating: "█", count: abs(length))
      text += (length == 0 ? "" : " ") + figure + "\n"
    }
    return text
  }

  /// The lengths of bars in one scale, those below zero and those above beside each other; a figure
  /// that is not zero has one.
  private func barLengths(of figures: [Rational?], within room: Int) -> [Int] {
    let known = figures.compactMap(\.self) + [Rational(0)]
    guard let lowest = known.min(by: isLess), let highest = known.max(by: isLess),
      let span = try? highest - lowest
    else { return figures.map { _ in 0 } }
    return figures.map { figure in
      guard let figure, figure.numerator != 0, let share = try? figure.divided(by: span),
        let length = try? (share * Rational(Int64(room))).rounded(toDecimals: 0)
      else { return 0 }
      return length == 0 ? Int(figure.numerator.signum()) : Int(length)
    }
  }

  private func isLess(_ left: Rational, _ right: Rational) -> Bool {
    (try? left - right).map { $0.numerator < 0 } ?? false
  }
}
