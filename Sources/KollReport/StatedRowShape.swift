internal import KollCalculation
internal import KollModel

/// Which columns the rows of some sources have: those that one of them has something in.
struct StatedRowShape: Hashable {
  /// The most labels that an area has.
  let levels: Int
  /// Which parts of lines the sources tell, by their places among ``Line/parts``.
  let lineParts: [Int]
  /// Which of the words of records the sources' series have, by their places.
  let seriesParts: [Int]
  /// The columns of words that are the sources' own, by their titles.
  let textTitles: [String]
  /// Whether a source states money in a known unit.
  let hasMoney: Bool
  /// Whether a source states anything else.
  let hasNumbers: Bool
  /// Whether a source says something of single figures.
  let hasComments: Bool
  /// The codes of areas.
  let codes: [AreaPath: String]

  private static let lineTitles = ["Konto", "Verksamhet", "Projekt", "Motpart"]

  init(of tables: [ImportedTable], in structure: Structure?) {
    levels = tables.flatMap(\.areas).map(\.labels.count).max() ?? 1
    let lines = tables.flatMap(\.lines).map(\.parts)
    lineParts = StatedRowShape.lineTitles.indices.filter { part in
      lines.contains { !$0[part].isEmpty }
    }
    let words = tables.flatMap(\.series).map(\.recordWords)
    seriesParts = Series.recordTitles.indices.filter { part in
      words.contains { !$0[part].isEmpty }
    }
    var seen: Set<String> = []
    textTitles = tables.flatMap(\.textColumns).map(\.title).filter { seen.insert($0).inserted }
    let scales = tables.flatMap { table in
      let scales = table.scalesOfNumbers
      return Set(table.facts.map(\.series)).map { scales[$0] }
    }
    hasMoney = scales.contains(nil)
    hasNumbers = scales.contains { $0 != nil }
    hasComments = tables.contains { $0.facts.contains { $0.comment != nil } }
    var codes: [AreaPath: String] = [:]
    for area in structure?.areas.indices ?? 0..<0 {
      guard let path = structure?.path(of: area), codes[path] == nil else { continue }
      codes[path] = structure?.areas[area].code
    }
    self.codes = codes
  }

  /// The columns behind that of the files.
  var columns: [TableColumn] {
    let levelTitles = levels > 1 ? (1...levels).map(AreaPath.title) : []
    let words =
      (codes.isEmpty ? [] : ["Kod"]) + ["Område"] + levelTitles
      + lineParts.map { StatedRowShape.lineTitles[$0] }
      + seriesParts.map { Series.recordTitles[$0] }
    let columns =
      [.numbers(titled: "Rad", decimals: 0)] + words.map(TableColumn.words)
      + (hasMoney ? [.amounts] : [])
      + (hasNumbers ? [.numbers(titled: "Annat tal", decimals: 2)] : [])
      + (textTitles + (hasComments ? ["Kommentar"] : [])).map(TableColumn.words)
    return columns.inDistinctTitles
  }

  /// An area's cells: its code, its name and its labels.
  func cells(of area: AreaPath) -> [Cell] {
    let labels = area.labels + [String](repeating: "", count: levels - area.labels.count)
    let words =
      (codes.isEmpty ? [] : [codes[area] ?? ""]) + [area.labels.last ?? ""]
      + (levels > 1 ? labels : [])
    return words.map(Cell.init(words:))
  }

  /// A figure's cells.
  /// - Parameters:
  ///   - amount: The figure.
  ///   - scale: How its integer relates to its number; `nil` for money in öre.
  /// - Returns: One cell for each column of figures.
  func cells(of amount: Money, in scale: Scale?) -> [Cell] {
    let blank = Cell(words: "")
    return (hasMoney ? [scale == nil ? Cell(.money(amount)) : blank] : [])
      + (hasNumbers ? [scale.map { Cell(.count(amount.shown(in: $0))) } ?? blank] : [])
  }

  /// A line's cells; none of them filled for what has no line.
  func cells(of line: Line?) -> [Cell] {
    let parts = line?.parts
    return lineParts.map { Cell(words: parts?[$0] ?? "") }
  }

  /// A series' cells.
  func cells(of series: Series) -> [Cell] {
    let words = series.recordWords
    return seriesParts.map { Cell(words: words[$0]) }
  }
}

extension Line {
  /// The parts in the order of their columns.
  fileprivate var parts: [String] { [account, activity, project, counterpart].map { $0 ?? "" } }
}

extension ImportedTable {
  /// The columns of words, in the file's order.
  var textColumns: [LayoutColumn] { layout.columns.filter { $0.series.kind == .text } }

  /// How the integers of each series relate to its numbers; `nil` for money, which is kept in öre.
  var scalesOfNumbers: [Scale?] {
    let known = Dictionary(layout.columns.map { ($0.series, $0.scale) }) { first, _ in first }
    return series.map { series in
      let scale = known[series] ?? Scale(unstatedWithDecimals: 0)
      return series.kind.isMoney && scale.unit != nil ? nil : scale
    }
  }
}

extension [TableColumn] {
  /// The columns, each under a title of its own: a later one gets a number.
  fileprivate var inDistinctTitles: [TableColumn] {
    var taken: Set<String> = [StatedRows.fileTitle]
    return map { column in
      var distinct = column
      var number = 1
      while !taken.insert(distinct.title).inserted {
        number += 1
        distinct.title = "\(column.title) (\(number))"
      }
      return distinct
    }
  }
}
