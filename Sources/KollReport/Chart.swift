public import KollCalculation
public import KollModel

/// A picture of some figures of the table that stands above it.
///
/// It shows nothing that the table does not: who cannot see it misses no figure.
public struct Chart: Hashable, Sendable {
  /// What the figures show, in a sentence.
  public var title: String
  /// The picture in words, for those who cannot see it.
  public let description: String
  /// The table above.
  public var table: ComputedTable
  /// How the figures are drawn.
  public let form: Form
  /// The figures that are drawn, all of them along the same labels.
  public let strips: [Strip]
  /// What the figures are, without their unit, such as "Avvikelse från budget".
  public let measure: String

  /// How figures are drawn.
  public enum Form: Hashable, Sendable {
    /// A bar for each figure of the one strip.
    case bars
    /// A line for each strip, through its figures in order.
    ///
    /// Where there is no figure the line has a gap; when gaps are joined, it goes on to the next one.
    case lines(joiningGaps: Bool)
    /// Bars that hang between the figure before a step and the one after it, in two strips.
    case bridge
  }

  /// Figures that stand side by side in the table.
  public enum Strip: Hashable, Sendable {
    /// Figures of one row, with the columns' titles as labels.
    case row(Int, columns: Range<Int>)
    /// Figures of one column, with the rows' labels.
    case column(Int, rows: Range<Int>)
  }

  /// The most lines that are told apart at a glance.
  public static let mostLines = 8

  /// Creates a chart, described by its title, its unit, and each figure with its label.
  /// - Parameters:
  ///   - form: How the figures are drawn.
  ///   - title: What the figures show, in a sentence.
  ///   - table: The table above.
  ///   - strips: The figures: one strip of bars, at most ``mostLines`` lines, or the two of a bridge.
  ///   - measure: What the figures are, without their unit.
  ///   - remark: What the picture leaves out, as a sentence of the description.
  /// - Throws: `AmountOverflow` when a figure has too many digits to write.
  public init(
    _ form: Form,
    title: String,
    table: ComputedTable,
    strips: [Strip],
    measure: String = "Belopp",
    remark: String? = nil,
  ) throws(AmountOverflow) {
    precondition(
      strips.allSatisfy { $0.isWithin(table) } && form.countsOfStrips.contains(strips.count),
      "a chart shows figures of its table",
    )
    let unit = strips.first.flatMap { table.columns[$0.firstColumn].scale.unit?.rawValue }
    let parts = try form.parts(of: strips, in: table).joined(separator: "; ")
    description =
      "\(title). \(form.name)\(unit.map { " i \($0)" } ?? ""): \(parts)."
      + (remark.map { " \($0)" } ?? "")
    self.form = form
    self.title = title
    self.table = table
    self.strips = strips
    self.measure = measure
  }

  /// Creates a chart of bars.
  /// - Parameters:
  ///   - title: What the figures show, in a sentence.
  ///   - table: The table above.
  ///   - rows: The rows that have a bar each, at least one.
  ///   - column: The column that is shown.
  /// - Throws: `AmountOverflow` when a figure has too many digits to write.
  public init(
    title: String,
    table: ComputedTable,
    rows: Range<Int>,
    column: Int,
  ) throws(AmountOverflow) {
    try self.init(.bars, title: title, table: table, strips: [.column(column, rows: rows)])
  }
}

extension Chart {
  /// The column that says how the figures are written.
  public var column: TableColumn { table.columns[strips[0].firstColumn] }

  /// What the axis of the figures is called: what they are, and their unit.
  public var axisTitle: String {
    column.scale.unit.map { "\(measure) i \($0.rawValue)" } ?? measure
  }

  /// The labels along the figures, in order.
  public var labels: [String] { strips[0].places.map { table.label(of: $0, along: strips[0]) } }
}

extension Chart.Strip {
  /// How many figures there are, those without a value included.
  public var count: Int { range.count }

  /// What the figures are together: the row's label or the column's title.
  /// - Parameter table: The chart's table.
  /// - Returns: The name.
  public func name(in table: ComputedTable) -> String {
    switch self {
    case .row(let row, _): table.rows[row].label
    case .column(let column, _): table.columns[column].title
    }
  }

  /// The figures in order, each with the column that it stands in.
  /// - Parameter table: The chart's table.
  /// - Returns: The cells.
  public func cells(in table: ComputedTable) -> [(column: TableColumn, cell: Cell)] {
    places.map { place in
      switch self {
      case .row(let row, _): (table.columns[place], table.rows[row].cells[place])
      case .column(let column, _): (table.columns[column], table.rows[place].cells[column])
      }
    }
  }

  /// Whether a place of the table is one of the figures.
  /// - Parameters:
  ///   - row: The table's row.
  ///   - column: The table's column.
  /// - Returns: Whether it is.
  public func contains(row: Int, column: Int) -> Bool {
    switch self {
    case .row(let own, let columns): own == row && columns.contains(column)
    case .column(let own, let rows): own == column && rows.contains(row)
    }
  }

  private var range: Range<Int> {
    switch self {
    case .row(_, let range), .column(_, let range): range
    }
  }

  /// The rows or the columns that the figures stand in, one after the other.
  fileprivate var places: [Int] { Array(range) }

  fileprivate var firstColumn: Int {
    switch self {
    case .row(_, let columns): columns.lowerBound
    case .column(let column, _): column
    }
  }

  fileprivate func isWithin(_ table: ComputedTable) -> Bool {
    guard !range.isEmpty else { return false }
    switch self {
    case .row(let row, let columns):
      return table.rows.indices.contains(row) && columns.upperBound <= table.columns.count
    case .column(let column, let rows):
      return table.columns.indices.contains(column) && rows.upperBound <= table.rows.count
    }
  }
}

extension Chart.Form {
  fileprivate var countsOfStrips: ClosedRange<Int> {
    switch self {
    case .bars: 1...1
    case .lines: 1...Chart.mostLines
    case .bridge: 2...2
    }
  }

  /// What is drawn, in a word.
  fileprivate var name: String {
    switch self {
    case .bars: "Staplar"
    case .lines: "Linjer"
    case .bridge: "Steg"
    }
  }

  /// The picture's bars, lines or steps in words.
  fileprivate func parts(
    of strips: [Chart.Strip],
    in table: ComputedTable,
  ) throws(AmountOverflow) -> [String] {
    var series: [[String]] = []
    for strip in strips {
      var texts: [String] = []
      for (column, cell) in strip.cells(in: table) { texts.append(try column.text(of: cell)) }
      series.append(texts)
    }
    let labels = strips[0].places.map { table.label(of: $0, along: strips[0]) }
    switch self {
    case .bars: return zip(labels, series[0]).map { "\($0) \($1)" }
    case .lines:
      return zip(strips, series).map { strip, texts in
        let points = zip(labels, texts).map { "\($0) \($1)" }.joined(separator: ", ")
        return "\(strip.name(in: table)): \(points)"
      }
    case .bridge:
      return labels.indices.map { "\(labels[$0]) från \(series[0][$0]) till \(series[1][$0])" }
    }
  }
}

extension ComputedTable {
  /// The label that a strip's place has.
  fileprivate func label(of place: Int, along strip: Chart.Strip) -> String {
    switch strip {
    case .row: columns[place].title
    case .column: rows[place].label
    }
  }
}
