internal import KollCalculation
internal import KollModel

extension ReportBuilder {
  /// The areas that deviate or change most, a table for each comparison.
  func deviations() throws(AmountOverflow) -> Section? {
    let comparisons = moneyComparisons
    guard !comparisons.isEmpty else { return nil }
    let onWhole = try remarkOnWhole()
    var blocks = [limitsInWords, onWhole].compactMap(\.self).map(Block.paragraph)
    var told: Set<AreaPath> = []
    var isNothing = true
    for index in comparisons {
      let rows = rowsToTellOf(in: index)
      guard !rows.isEmpty else { continue }
      isNothing = false
      var part = largest(rows, in: index)
      let bars = part
      if hasRemarks(on: rows.map { table.rows[$0].path }) {
        part.columns.append(.words(titled: "Kommentar"))
        for (place, row) in rows.enumerated() {
          let remark = try remark(on: table.rows[row].path, told: &told)
          part.rows[place].cells.append(Cell(words: remark))
        }
      }
      blocks.append(.table(part))
      // Above its only bar a picture says nothing.
      if rows.count > 1 { blocks.append(.chart(try chart(of: bars))) }
    }
    if isNothing {
      guard definition.materiality != nil || onWhole != nil else { return nil }
      blocks.append(.paragraph("Inget område har en så stor avvikelse."))
    }
    return Section(title: "Största avvikelser och förändringar", tab: "Avvikelser", blocks: blocks)
  }

  /// The rows of areas that a column's figures tell of, the largest first: those above the limits, or
  /// where there are none so many of the largest.
  func rowsToTellOf(in index: Int) -> [Int] {
    guard let materiality = definition.materiality,
      materiality.limits.contains(where: { $0.level != 0 })
    else {
      return largestRows(in: index, count: definition.largestCount)
    }
    guard let comparison = table.columns[index].comparison else { return [] }
    let above = table.levelsAboveWidest
    let material = table.rows.indices.filter { place in
      let row = table.rows[place]
      guard row.isArea, let difference = row.cells[index].value.money,
        let limit = materiality.limit(ofLevel: max(0, row.level - above))
      else { return false }
      return limit.isPassed(by: difference, from: row.cells[comparison.base].value.money)
    }
    return sorted(material, by: index)
  }

  /// How large a difference is told of, level by level.
  private var limitsInWords: String? {
    guard let limits = definition.materiality?.limits.filter({ $0.level != 0 }), !limits.isEmpty
    else { return nil }
    let words = limits.map { limit in
      let level = limits.count > 1 ? limit.level.map { " (nivå \($0))" } : nil
      return limit.words + (level ?? "")
    }
    return "Här står områden som skiljer sig med mer än \(words.joined(separator: ", ")) från det "
      + "som de jämförs med."
  }

  /// A table of a comparison's largest rows.
  private func largest(_ rows: [Int], in index: Int) -> ComputedTable {
    let column = table.columns[index]
    let compared = column.comparison.map { [$0.base, $0.subject] } ?? []
    var part = table
    part.name = nil
    part.title = "\(column.title), störst först"
    part.rows = rows.map(repeatedRow)
    part.checks = []
    part.notes = []
    return part.selecting(columns: compared + [index] + [share(of: index)].compactMap(\.self))
  }

  /// The figures that a table of largest rows is sorted by, as bars.
  private func chart(of table: ComputedTable) throws(AmountOverflow) -> Chart {
    let difference = table.columns[2]
    let verb = difference.comparison?.isDeviation == true ? "avviker" : "ändras"
    let figure = try difference.text(of: table.rows[0].cells[2])
    return try Chart(
      title: "\(table.rows[0].label) \(verb) mest: \(figure)\u{A0}\(definition.unit.rawValue)",
      table: table,
      rows: 0..<table.rows.count,
      column: 2,
    )
  }

  /// A row of the areas' table, whose figures are those of that table, in a list without levels.
  private func repeatedRow(_ index: Int) -> ComputedRow {
    var row = table.rows[index]
    let isOnlyOne = table.rows.count { $0.isArea && $0.label == row.label } == 1
    row.label = isOnlyOne ? row.label : row.path.fullName
    row.path = AreaPath([row.label])
    (row.role, row.terms) = (.item, [])
    guard let name = table.name else { return row }
    for column in row.cells.indices {
      row.cells[column].terms = shown([CellTerm(CellPlace(name, row: index, column: column))])
    }
    return row
  }
}

extension ComputedRow {
  /// Whether the row is one of the areas, alone or with others below it.
  var isArea: Bool { role == .item || role == .subtotal }
}

extension ComputedTable {
  /// How many levels stand above those areas that count as the widest: one where an area alone holds
  /// all others.
  fileprivate var levelsAboveWidest: Int {
    (widestAreas.first.map { rows[$0].level } ?? 1) - 1
  }
}
