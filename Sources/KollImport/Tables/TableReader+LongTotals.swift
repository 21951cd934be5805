internal import KollModel

extension TableReader {
  /// A row that a word calls a sum, with its numbers by column.
  struct LongTotal {
    var record: Int
    /// The areas that stand beside the word.
    var path: AreaPath
    /// What the label says that it is the sum of, when it says so.
    var subject: String?
    /// Whether it may be the sum of the rows above it, from the sum before.
    var mayBeNear: Bool
    /// What the row says of its amounts' series.
    var stated: Series
    var numbers: [ReadNumber?]
  }

  /// Whether a field beside the figures holds a word for a sum or a balance.
  func holdsWordOfSum(
    _ record: Int,
    except figures: Set<Int>,
    _ plainTexts: inout Set<String>,
  ) -> Bool {
    for field in 0..<grid.width(record) where !figures.contains(field) {
      let text = grid.text(record, field)
      if text.isEmpty || plainTexts.contains(text) { continue }
      if RowWords.isSum(text) || RowWords.isBalance(text) { return true }
      if plainTexts.count < 100_000 { plainTexts.insert(text) }
    }
    return false
  }

  /// Reads a row that a word calls a sum; `false` when it is none.
  mutating func readTotal(
    _ record: Int,
    _ columns: LongColumns,
    _ header: Header,
    into body: inout LongBody,
  ) -> Bool {
    let field = grid.filled(record).first {
      !columns.figures.contains($0) && RowWords.isSum(grid.text(record, $0))
    }
    guard let field else { return false }
    let words = RowWords(grid.text(record, field))
    guard words.sum != .named || isNamedSum(words, field, record, columns) else { return false }
    let labels = columns.areas.map { areaLabel(record, $0) }
    let path = Array(labels.prefix { !$0.isEmpty && !RowWords.isSum($0) })
    // A code beside the word, such as "3010 Summa", is the area that it is the sum of.
    let label = path.count < labels.count ? labels[path.count] : ""
    let code = RowWords.isSum(label) ? label.prefix(while: \.isNumber) : ""
    let stated =
      columns.seriesFields.contains(field)
      ? Series(.amount) : statedSeries(record, columns, &body.statedSeries)
    guard let stated else { return true }
    body.totals.append(
      LongTotal(
        record: record,
        path: AreaPath(path),
        subject: code.isEmpty ? (words.sum == .named ? words.subject : nil) : String(code),
        mayBeNear: !words.isOfAll,
        stated: stated,
        numbers: header.columns.map {
          readCell(record, $0, label: grid.text(record, field), notes: &body.notes)
        },
      )
    )
    return true
  }

  /// Whether a word and a name are a sum, and not a name alone such as `Resultat bolag`.
  private func isNamedSum(
    _ words: RowWords,
    _ field: Int,
    _ record: Int,
    _ columns: LongColumns,
  ) -> Bool {
    let labels = columns.areas + columns.lines.values
    if words.saysSum,
      columns.seriesFields.contains(field)
        || labels.contains(where: { $0.fields.contains(field) })
    {
      return true
    }
    return grid.filled(record).allSatisfy {
      $0 == field || columns.figures.contains($0) || columns.seriesFields.contains($0)
    }
  }

  /// Whether a row states what an account held before or after its amounts, and tells of it.
  mutating func isBalance(_ record: Int, _ columns: LongColumns) -> Bool {
    let areas = columns.areas.flatMap(\.fields)
    let field = grid.filled(record).first { field in
      !areas.contains(field) && !columns.figures.contains(field)
        && RowWords.isBalance(grid.text(record, field))
    }
    guard let field else { return false }
    report(.rowAfterTotal, .warning) {
      .balance($0.grid.text(record, field), at: $0.grid.location(record, field))
    }
    return true
  }

  /// Makes a claim of every figure on a row that a word calls a sum.
  /// - Parameters:
  ///   - body: What the rows say.
  ///   - header: The header above them.
  ///   - columns: What the columns are for.
  ///   - places: The columns of the table, by the body's series.
  ///   - table: The table with its facts.
  mutating func claimTotals(
    of body: LongBody,
    _ header: Header,
    _ columns: LongColumns,
    _ places: [Int: Int],
    in table: inout ImportedTable,
  ) {
    guard !body.totals.isEmpty else { return }
    let coverage = LongCoverage(body.amounts, in: table)
    let series = seriesOfColumns(body, header)
    var previous = header.record
    for total in body.totals {
      defer { previous = total.record }
      guard let stated = figures(of: total, header, series, places, body, table) else { continue }
      guard let whole = coverage.whole(of: total, stating: stated, after: previous) else {
        reportUnchecked(total)
        continue
      }
      if let text = comment(total.record, columns) {
        remark(
          text,
          on: whole.area,
          total.record,
          stated.map { table.series[$0.series] },
          in: &table,
        )
      }
      for (series, amount) in stated {
        table.claims.append(
          Claim(
            label: grid.text(total.record, grid.filled(total.record).first ?? 0),
            area: whole.area,
            coverage: .rows(whole.parts),
            series: series,
            stated: amount,
            origin: grid.origin(total.record),
            reason: Phrase(sv: "ett ord kallar raden summa", en: "a word calls the row a sum"),
          )
        )
      }
    }
  }

  /// The series that each column has amounts of.
  private func seriesOfColumns(_ body: LongBody, _ header: Header) -> [Set<Int>] {
    body.amounts.reduce(into: header.columns.map { _ in [] }) { series, amount in
      series[amount.column].insert(amount.series)
    }
  }

  /// The figures of a stated sum by series; `nil`, and told of, where a figure may be of several.
  private mutating func figures(
    of total: LongTotal,
    _ header: Header,
    _ series: [Set<Int>],
    _ places: [Int: Int],
    _ body: LongBody,
    _ table: ImportedTable,
  ) -> [(series: Int, amount: Money)]? {
    var figures: [(Int, Money)] = []
    for (column, number) in total.numbers.enumerated() {
      guard let number else { continue }
      let meant = series[column].filter { body.series.values[$0].mayBe(total.stated) }
      guard meant.count == 1, let place = meant.first.flatMap({ places[$0] }) else {
        reportUnchecked(total)
        return nil
      }
      let field = header.columns[column].field
      if let amount = amount(number, total.record, field, table.layout.columns[place]) {
        figures.append((place, amount))
      }
    }
    return figures
  }

  private mutating func reportUnchecked(_ total: LongTotal) {
    report(.rowAfterTotal, .warning) { .uncheckedTotal(at: $0.grid.location(total.record, 0)) }
  }
}

extension Series {
  /// Whether nothing that a row says of its amounts speaks against the series.
  fileprivate func mayBe(_ stated: Series) -> Bool {
    (stated.kind == .amount || stated.kind == kind && stated.label == label)
      && (stated.year == nil || stated.year == year)
      && (stated.period == nil || stated.period == period)
      && (stated.round == nil || stated.round == round)
      && (stated.side == nil || stated.side == side)
  }
}

extension Diagnostic {
  fileprivate static func uncheckedTotal(at place: Location) -> Diagnostic {
    Diagnostic(
      .rowAfterTotal,
      .warning,
      at: place,
      Phrase(
        sv: "raden kallas summa men säger inte av vilka belopp; den räknas inte",
        en: "the line is called a sum but does not say of which amounts; it is not counted",
      ),
    )
  }

  fileprivate static func balance(_ words: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .rowAfterTotal,
      .warning,
      at: place,
      value: words,
      Phrase(
        sv: "\"\(words)\" är ett saldo före eller efter radernas belopp; raden räknas inte",
        en: "\"\(words)\" is a balance before or after the lines' amounts; it is not counted",
      ),
    )
  }
}
