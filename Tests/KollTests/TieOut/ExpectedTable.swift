import KollCalculation
import KollModel
import KollReport

/// A table that a page must show: what its titles are, and what each of its cells says.
struct ExpectedTable {
  /// The title of the labels, then those of the columns.
  let titles: [String]
  let rows: [Row]
  /// How many of the figures are those that programs read.
  private(set) var countOfExact = 0

  struct Row {
    let label: String
    let cells: [Cell]
  }

  enum Cell: Hashable {
    case figure(Figure)
    case words(String)
  }

  var countOfCells: Int { rows.reduce(0) { $0 + $1.cells.count } }

  /// A table of a document, with the exact figures that programs read of it where there are any.
  init(_ table: ComputedTable, exact: JSONTable?) {
    titles = [table.areaTitle] + table.columns.map(\.title)
    var count = 0
    rows = table.rows.indices.filter { !table.isHeadingOfNext($0) }.map { index in
      let row = table.rows[index]
      let values = exact?.values(of: row)
      let cells = zip(table.columns, row.cells).enumerated().map { place, pair in
        if let values {
          count += 1
          return Cell(values[place], in: pair.0, row.role, isApproximate: pair.1.isApproximate)
        }
        return Cell(pair.1, in: pair.0, row.role)
      }
      return Row(label: row.label, cells: cells)
    }
    countOfExact = count
  }

  /// The figures of a chart, as a page shows them that cannot draw.
  init(_ chart: Chart) {
    if case .row = chart.strips[0] {
      titles = ["Kolumn"] + chart.strips.map { $0.name(in: chart.table) }
    } else {
      titles = [chart.table.areaTitle] + chart.strips.map { $0.name(in: chart.table) }
    }
    let columns = chart.strips.map { strip in
      strip.cells(in: chart.table).map { Cell($0.cell, in: $0.column, .item) }
    }
    rows = chart.labels.enumerated().map { index, label in
      Row(label: label, cells: columns.map { $0[index] })
    }
  }
}

extension ExpectedTable.Cell {
  init(_ cell: Cell, in column: TableColumn, _ role: RowRole) {
    switch cell.value {
    case .text(let words): self = .words(words)
    case .absent: self = .absent(in: column, role)
    case .money, .count, .ratio:
      let number = cell.value.number(in: column.scale).flatMap { number in
        column.series.kind == .ratio
          ? Rational(number.numerator * 100, over: number.denominator) : number
      }
      self = .init(number, in: column, isApproximate: cell.isApproximate)
    }
  }

  init(_ value: JSONTable.Value?, in column: TableColumn, _ role: RowRole, isApproximate: Bool) {
    switch value {
    case nil: self = .absent(in: column, role)
    case .text(let words): self = .words(words)
    case .number(let decimal):
      self = .init(Rational(decimal), in: column, isApproximate: isApproximate)
    }
  }

  private init(_ number: Rational?, in column: TableColumn, isApproximate: Bool) {
    self =
      number.map { .figure(Figure($0, in: column, isApproximate: isApproximate)) }
      ?? .words("a number that is too large")
  }

  /// No figure is a dash; words that are not there are nothing, and nothing stands beside a heading.
  private static func absent(in column: TableColumn, _ role: RowRole) -> Self {
    .words(role == .heading || column.series.kind == .text ? "" : "\u{2013}")
  }

  /// Whether a page says it.
  func isPrinted(as text: String) -> Bool {
    switch self {
    case .figure(let figure): Figure(printed: text) == figure
    case .words(let words): text.withoutBlanks == words.withoutBlanks
    }
  }
}

extension ComputedTable {
  /// Whether a row is a heading right above the sum of its group, which says the same and more.
  fileprivate func isHeadingOfNext(_ row: Int) -> Bool {
    rows[row].role == .heading && row + 1 < rows.count && rows[row + 1].role == .subtotal
      && rows[row + 1].path == rows[row].path
  }
}

extension JSONTable {
  /// The exact values of a row that a page shows; one that stands for a group has both names.
  fileprivate func values(of row: ComputedRow) -> [Value?]? {
    let names = row.label.components(joinedBy: " / ")
    let paths = [row.path.labels, row.path.labels.dropLast() + names]
    let isHeading = row.role == .heading
    let same = rows.filter { paths.contains($0.path) && ($0.role == "heading") == isHeading }
    return (same.first { $0.role == row.role.rawValue } ?? same.first)?.values
  }
}

extension String {
  /// The text without its blanks: how it is broken over lines does not matter.
  var withoutBlanks: String { filter { !$0.isWhitespace } }

  fileprivate func components(joinedBy mark: String) -> [String] {
    split(separator: mark).map(String.init)
  }
}
