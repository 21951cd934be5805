internal import KollCalculation
internal import KollModel

/// A source with the cells that its rows share, made once for each area, line and series.
struct StatedSource: Hashable {
  private let table: ImportedTable
  private let areas: [[Cell]]
  private let lines: [[Cell]]
  private let series: [[Cell]]
  private let lineless: [Cell]
  /// How each series' integers relate to its numbers; `nil` for money, which is kept in öre.
  private let scales: [Scale?]
  /// The words in columns of words, by the record that they stand in.
  private let texts: [Origin: [Cell]]
  private let noTexts: [Cell]
  private let shape: StatedRowShape

  /// How many figures it states.
  var count: Int { table.facts.count }

  init(_ table: ImportedTable, _ shape: StatedRowShape) {
    self.table = table
    self.shape = shape
    areas = table.areas.map(shape.cells)
    lines = table.lines.map(shape.cells)
    series = table.series.map(shape.cells)
    lineless = shape.cells(of: nil as Line?)
    scales = table.scalesOfNumbers
    let columns = shape.textTitles.map { title in
      table.textColumns.first { $0.title == title }?.series
    }
    var texts: [Origin: [Cell]] = [:]
    for row in table.layout.rows where !row.texts.isEmpty {
      guard let origin = row.origin else { continue }
      texts[origin] = columns.map { Cell(words: $0.flatMap { row.texts[$0] } ?? "") }
    }
    self.texts = texts
    noTexts = columns.map { _ in Cell(words: "") }
  }

  /// The row of a figure.
  func row(_ index: Int) -> ComputedRow {
    let fact = table.facts[index]
    var cells = [Cell(.count(Rational(Int64(fact.origin.line))))]
    cells += areas[fact.area]
    cells += fact.line.map { lines[$0] } ?? lineless
    cells += series[fact.series]
    cells += shape.cells(of: fact.amount, in: scales[fact.series])
    cells += texts[fact.origin] ?? noTexts
    if shape.hasComments { cells.append(Cell(words: fact.comment ?? "")) }
    let file = fact.origin.file
    return ComputedRow(label: file, path: AreaPath([file]), role: .item, cells: cells)
  }
}
