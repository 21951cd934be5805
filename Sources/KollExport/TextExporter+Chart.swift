internal import KollCalculation
internal import KollModel
internal import KollReport

extension TextExporter {
  /// The most letters that the longest bar takes.
  private static let longestBar: Int64 = 40

  /// Writes a chart: its title, then a line for each row with its bar and its figure.
  ///
  /// Bars of figures below zero stand to the left of the others.
  func write(_ chart: Chart) throws(AmountOverflow) -> String {
    let column = chart.table.columns[chart.column]
    let rows = Array(chart.table.rows[chart.rows])
    let lengths = barLengths(of: rows.map { $0.cells[chart.column].value.number(in: column.scale) })
    let labels = rows.map { $0.label.printable }
    let widest = labels.map(\.displayWidth).max() ?? 0
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

  /// The lengths of bars, the longest as long as a bar gets; a figure that is not zero has one.
  private func barLengths(of figures: [Rational?]) -> [Int] {
    let largest = figures.compactMap { $0?.magnitude }.max { left, right in
      (try? left - right).map { $0.numerator < 0 } ?? false
    }
    return figures.map { figure in
      guard let figure, let largest, figure.numerator != 0,
        let share = try? figure.divided(by: largest),
        let length = try? (share * Rational(TextExporter.longestBar)).rounded(toDecimals: 0)
      else { return 0 }
      let whole = Int(length)
      return whole == 0 ? Int(figure.numerator.signum()) : whole
    }
  }
}
