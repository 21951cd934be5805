internal import KollCalculation
public import KollModel
public import KollReport

extension TextExporter {
  /// The most lines of files that are listed of one figure; those left are told of together.
  private static let mostRecords = 20

  /// Writes where a figure comes from: under each figure those that it follows from, set in, and
  /// last the lines of files.
  /// - Parameter figure: The figure.
  /// - Returns: The text, lines ended by LF.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ figure: ExplainedFigure) throws(AmountOverflow) -> String {
    var lines: [String] = []
    var told: Set<Explanation> = []
    try write(figure.explanation, mark: "", indent: 0, &told, into: &lines)
    return wrapped(figure.context) + "\n" + lines.map { $0.withoutTrailingBlanks + "\n" }.joined()
  }

  private func write(
    _ explanation: Explanation,
    mark: String,
    indent: Int,
    _ told: inout Set<Explanation>,
    into lines: inout [String],
  ) throws(AmountOverflow) {
    let column = explanation.column
    let unit = explanation.cell.value.money == nil ? nil : column.scale.unit?.rawValue
    let figure = [try column.text(of: explanation.cell), unit].compactMap(\.self)
      .joined(separator: "\u{A0}")
    let end = explanation.isCut ? " …" : ""
    lines += line(mark + explanation.title + end, figure, indent: indent)
    let isTold = !told.insert(explanation).inserted && !explanation.terms.isEmpty
    if isTold {
      lines += line("se ovan", "", indent: indent + 2)
      return
    }
    if let words = explanation.words { lines += line("= \(words)", "", indent: indent) }
    for record in explanation.records.prefix(TextExporter.mostRecords) {
      try write(record, indent: indent + 2, into: &lines)
    }
    let left = explanation.records.dropFirst(TextExporter.mostRecords)
    if !left.isEmpty { lines += line(left.inWords, "", indent: indent + 2) }
    for term in explanation.terms {
      let mark = term.isSubtracted ? "\u{2212} " : ""
      try write(term.explanation, mark: mark, indent: indent + 2, &told, into: &lines)
    }
  }

  private func write(
    _ record: StatedRecord,
    indent: Int,
    into lines: inout [String],
  ) throws(AmountOverflow) {
    let place = "\(record.origin.file):\(record.origin.line)"
    let words = "\(place)  \(record.label), \(record.column)"
    lines += line(
      words + (record.isTurned ? " (omvänt tecken i tabellen)" : ""),
      try record.text(of: record.stated),
      indent: indent,
    )
    guard let last = record.moves.last else { return }
    for move in record.moves.map(\.move) {
      let share = try move.share.perCentDecimal(mark: ",")
      let words =
        "därav \(share)\u{A0}% till \(move.to.fullName) från \(move.date) "
        + "(\(move.origin.file):\(move.origin.line))"
      let isLast = move == last.move
      lines += line(
        words,
        isLast ? try record.text(of: record.amount) : "",
        indent: indent + 2,
      )
    }
  }

  /// A text and a figure at the end of its last line.
  private func line(_ text: String, _ figure: String, indent: Int) -> [String] {
    let indent = min(indent, width / 2)
    let room = max(20, width - indent - (figure.isEmpty ? 0 : figure.displayWidth + 2))
    var lines = text.lines(fitting: room).map(\.text)
    let blanks = String(repeating: " ", count: indent)
    for place in lines.indices { lines[place] = blanks + (place > 0 ? "  " : "") + lines[place] }
    if !figure.isEmpty, let last = lines.popLast() {
      lines.append(last.aligned(left: width - figure.displayWidth) + figure)
    }
    return lines
  }
}

extension StatedRecord {
  /// The unit that the file's numbers are in, where there is one.
  var unitName: String? { isPercent ? "%" : scale.unit?.rawValue }

  /// An amount as the file writes it, with its unit.
  fileprivate func text(of amount: Money) throws(AmountOverflow) -> String {
    let number = number(of: amount)
    let decimals = (0...18).first { places in
      (try? number.rounded(toDecimals: places)).map {
        Rational($0, over: powerOfTen(places)) == number
      } ?? false
    }
    let text = try NumberStyle.swedish(decimals: max(self.decimals, decimals ?? 0)).format(number)
    return [text, unitName].compactMap(\.self).joined(separator: "\u{A0}")
  }
}

extension ArraySlice<StatedRecord> {
  /// Records that are not listed, in words.
  fileprivate var inWords: String {
    let files = Dictionary(grouping: self, by: \.origin.file).sorted { $0.key < $1.key }
    let places = files.map { file, records in
      let lines = records.map(\.origin.line)
      return "\(file):\(lines.min() ?? 0)–\(lines.max() ?? 0)"
    }
    return "… och \(count) rader till (\(places.joined(separator: ", "))); alla med --format json"
  }
}

extension ExplainedFigure {
  /// Which report the figure is of, its time and its signs, in words.
  fileprivate var context: String {
    [
      cell.map { "Cellen \($0)." },
      report.map { "Rapporten \($0), avser \(period)." } ?? "Avser \(period).",
      sign.map { "\($0.explanation)." },
    ].compactMap(\.self).joined(separator: " ")
  }
}
