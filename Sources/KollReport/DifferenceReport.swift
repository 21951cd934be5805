public import KollCalculation
public import KollModel

/// What differs between two states of a project: months, forecasts, budgets or folders of input.
public struct DifferenceReport: Hashable, Sendable {
  /// What is compared, such as "Prognos 2025: mars och augusti".
  public var title: String
  /// What a reader must know before the first figure.
  public var preamble: [String]
  /// The comparisons that show a difference, or are all that was asked for.
  public var compared: [ComparedFigures]
  /// The titles of the series that are the same; none where a single one was asked for.
  public var unchanged: [String]
  /// How many areas a bridge names.
  public var largestCount: Int

  /// Creates a report.
  /// - Parameters:
  ///   - title: What is compared.
  ///   - preamble: What a reader must know before the first figure.
  ///   - compared: The comparisons to show.
  ///   - unchanged: The titles of the series that are the same.
  ///   - largestCount: How many areas a bridge names.
  public init(
    title: String,
    preamble: [String],
    compared: [ComparedFigures],
    unchanged: [String] = [],
    largestCount: Int = 10,
  ) {
    self.title = title
    self.preamble = preamble
    self.compared = compared
    self.unchanged = unchanged
    self.largestCount = largestCount
  }

  /// The tables of the comparisons, one each.
  public var tables: [ComputedTable] { compared.map { $0.table() } }

  /// The report as a document: a section for each comparison, after a summary where there are several.
  /// - Parameter organisation: Whom it is about.
  /// - Returns: The document.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func document(of organisation: String) throws(AmountOverflow) -> Document {
    var sections: [Section] = []
    if compared.count != 1 || !unchanged.isEmpty { sections.append(try summary()) }
    for figures in compared { sections.append(try section(of: figures)) }
    let signs = compared.compactMap(\.sign)
    let rules = signs.first.map { sign in
      signs.allSatisfy { $0 == sign } ? [sign.explanation + "."] : []
    }
    return Document(
      title: title,
      organisation: organisation,
      preamble: preamble + (rules ?? []),
      sections: sections,
    )
  }

  private func summary() throws(AmountOverflow) -> Section {
    var lines: [String] = []
    for figures in compared {
      let whole = try figures.sentenceOnWhole().map { sentence in
        [figures.tableName, sentence].compactMap(\.self).joined(separator: ": ")
      }
      lines.append("\(whole ?? figures.title). \(figures.countInWords).")
    }
    var blocks: [Block] = lines.isEmpty ? [.paragraph("Inget belopp skiljer.")] : [.list(lines)]
    if !unchanged.isEmpty {
      blocks.append(.paragraph("Lika i båda: \(unchanged.joined(separator: ", "))."))
    }
    return Section(title: "Sammanfattning", blocks: blocks)
  }

  private func section(of figures: ComparedFigures) throws(AmountOverflow) -> Section {
    let difference = figures.difference
    let whole = try figures.sentenceOnWhole()
    var table = figures.table()
    table.title = nil
    let opening = (whole.map { "\($0). " } ?? "") + "\(figures.countInWords)."
    var sentences: [String] = []
    for change in difference.changes { sentences.append(try figures.sentence(on: change)) }
    return Section(
      title: figures.title,
      blocks: [.paragraph(opening), .table(table)] + (try bridge(of: figures, title: whole))
        + (sentences.isEmpty ? [] : [.list(sentences)]),
    )
  }

  /// The way from the one whole to the other; nothing where there is none, or no area differs.
  private func bridge(
    of figures: ComparedFigures,
    title: String?,
  ) throws(AmountOverflow) -> [Block] {
    let bridge =
      try figures.hasTotal
      ? figures.difference.bridge(
        "Från \(figures.earlier.noun) till \(figures.later.noun)",
        between: (figures.earlier.title, figures.later.title),
        in: figures.column,
        naming: largestCount,
        label: figures.label,
      ) : nil
    guard let bridge, let title, !bridge.steps.isEmpty else { return [] }
    var table = try bridge.changeTable()
    table.notes = [Note(text: DifferenceReport.rule)]
    let chart = try Chart(
      .bridge,
      title: title,
      table: table,
      strips: [1, 2].map { .column($0, rows: 1..<table.rows.count) },
      measure: "Sammanlagd förändring från \(figures.earlier.noun)",
    )
    return [.table(table), .chart(chart)]
  }

  private static let rule =
    "Förändring: plus är ett högre belopp och minus ett lägre. Före och Efter är den sammanlagda "
    + "förändringen före och efter steget; Belopp är vad som då är nått."
}

extension DifferenceReport {
  /// All comparisons as one table, as a file of records is: a column says which series a row is of.
  ///
  /// Amounts of series that share no unit are the numbers that their own tables show.
  /// - Returns: The table.
  /// - Throws: `AmountOverflow` when an amount does not fit.
  public func records() throws(AmountOverflow) -> ComputedTable {
    let tables = tables
    guard tables.count != 1 else { return tables[0] }
    let scale = tables.commonScale
    var columns = ["Före", "Efter", "Förändring"].map { title in
      TableColumn(
        key: title.key,
        title: title,
        series: Series(.amount),
        scale: scale,
        decimals: tables.map(\.decimals).max() ?? 0,
      )
    }
    let words = ["Serie", "Vad", "Källa"].map(TableColumn.words(titled:))
    columns = [words[0]] + columns + words.dropFirst()
    var rows: [ComputedRow] = []
    for table in tables {
      for var row in table.rows {
        var cells: [Cell] = []
        for (column, cell) in zip(table.columns, row.cells) {
          let money = try cell.value.money.map { (money) throws(AmountOverflow) in
            try Money(showing: money.shown(in: column.scale), in: scale)
          }
          cells.append(money.map { Cell(.money($0)) } ?? cell)
        }
        let missing = columns.count - 1 - cells.count
        cells += [Cell](repeating: Cell(words: ""), count: missing)
        row.cells = [Cell(.text(table.title ?? ""))] + cells
        row.terms = []
        rows.append(row)
      }
    }
    return ComputedTable(title: title, areaTitle: "Område", columns: columns, rows: rows)
  }
}

extension [ComputedTable] {
  /// A scale that holds the amounts of all tables; of no unit where they differ.
  fileprivate var commonScale: Scale {
    let scales = compactMap { $0.columns.first?.scale }
    if let first = scales.first, scales.allSatisfy({ $0 == first }) { return first }
    return Scale(unstatedWithDecimals: scales.map(\.exponent).max() ?? 0)
  }
}
