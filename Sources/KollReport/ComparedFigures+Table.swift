internal import KollCalculation
internal import KollModel

extension ComparedFigures {
  /// The areas that differ, the largest change first, those that do not as one row, and the whole.
  func table() -> ComputedTable {
    var rows = difference.changes.map { change in
      ComputedRow(
        label: label(of: change.area),
        path: AreaPath([change.area.fullName]),
        role: .item,
        cells: cells(change.before, change.after, change.amount, change),
      )
    }
    if let unchanged = difference.unchanged {
      let label = "Oförändrade områden, \(difference.unchangedCount) st"
      rows.append(
        ComputedRow(
          label: label,
          path: AreaPath([label]),
          role: .item,
          cells: cells(unchanged, unchanged, .zero),
        )
      )
    }
    if hasTotal {
      rows.append(
        ComputedRow(
          label: TableDefinition.totalLabel,
          path: .total,
          role: .total,
          terms: rows.indices.map { RowTerm($0) },
          cells: cells(difference.before, difference.after, difference.amount),
        )
      )
    }
    return ComputedTable(
      title: title,
      areaTitle: "Område",
      sign: sign,
      columns: columns,
      rows: rows,
    )
  }

  private var columns: [TableColumn] {
    let money = [(earlier.title, false), (later.title, false), ("Förändring", true)].map {
      (title, isChange) in
      TableColumn(
        key: title.key,
        title: title,
        series: Series(isChange ? .variance : .amount),
        scale: column.scale,
        decimals: column.decimals,
        isChange: isChange,
      )
    }
    return money + (["Vad"] + (hasSources ? ["Källa"] : [])).map(TableColumn.words(titled:))
  }

  /// Whether it is told where figures stand.
  private var hasSources: Bool {
    difference.changes.contains { !$0.linesBefore.isEmpty || !$0.linesAfter.isEmpty }
  }

  private func cells(
    _ before: Money?,
    _ after: Money?,
    _ amount: Money,
    _ change: AreaChange? = nil,
  ) -> [Cell] {
    let money = [before, after, amount].map { amount in
      Cell(amount.map(CellValue.money) ?? .absent(.notStated))
    }
    let words = [change?.kind.name] + (hasSources ? [change?.sourcesInWords] : [])
    return money + words.map { Cell(words: $0 ?? "") }
  }
}

extension AreaChange.Kind {
  /// What happened, in a word.
  var name: String {
    switch self {
    case .changed: "ändrad"
    case .new: "ny"
    case .gone: "borta"
    case .moved: "flyttad"
    case .remapped: "omförd"
    }
  }
}

extension AreaChange {
  /// Where the figure stood and stands: `före/budget.csv:12 → efter/budget.csv:14`.
  fileprivate var sourcesInWords: String {
    [linesBefore.inWords, linesAfter.inWords].filter { !$0.isEmpty }.joined(separator: " → ")
  }
}

extension [AreaSources.Lines] {
  /// `budget.csv:12`, and of several lines the first ones: `huvudbok.csv:2–9, 14 med flera`.
  fileprivate var inWords: String {
    map { file in
      let ranges = file.ranges.prefix(AreaSources.Lines.mostRanges).map { range in
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
      }
      let isMore = file.ranges.count > ranges.count
      return "\(file.file):\(ranges.joined(separator: ", "))" + (isMore ? " med flera" : "")
    }.joined(separator: "; ")
  }
}

extension AreaSources.Lines {
  /// The most runs of lines that a cell names.
  fileprivate static let mostRanges = 3
}
