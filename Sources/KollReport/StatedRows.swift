public import KollCalculation
public import KollModel

/// Every figure that sources state, a row each, made one by one as they are asked for.
///
/// Memory follows the areas, lines and series of the sources and never the rows. Rows come source by
/// source, each in the order of its file. Sums that a source states are left out: the rows may be
/// added up.
public struct StatedRows: Hashable, Sendable {
  /// The columns behind that of the files.
  public let columns: [TableColumn]
  /// The sources, with what their rows have in common.
  private let sources: [StatedSource]
  /// Which of all rows these are.
  private let range: Range<Int>

  /// What the first column is called.
  public static let fileTitle = "Fil"

  /// How many rows there are.
  public var count: Int { range.count }

  /// Gathers the rows of tables.
  /// - Parameters:
  ///   - tables: The tables, with the signs of their files.
  ///   - structure: The organisation, whose codes the areas get.
  public init(of tables: [ImportedTable], in structure: Structure? = nil) {
    let shape = StatedRowShape(of: tables, in: structure)
    columns = shape.columns
    sources = tables.map { StatedSource($0, shape) }
    range = 0..<tables.reduce(0) { $0 + $1.facts.count }
  }

  private init(_ rows: StatedRows, _ range: Range<Int>) {
    columns = rows.columns
    sources = rows.sources
    self.range = range
  }

  /// Some of the rows.
  /// - Parameter part: Which, counted from 0 for the first of these.
  /// - Returns: The rows, in the same order.
  public func rows(_ part: Range<Int>) -> StatedRows {
    precondition(0 <= part.lowerBound && part.upperBound <= count, "only rows that there are")
    let start = range.lowerBound
    return StatedRows(self, start + part.lowerBound..<start + part.upperBound)
  }
}

extension StatedRows {
  /// What the rows are called.
  static let title = "Underlagens rader"

  /// The rows as a document of their own.
  /// - Parameter report: The report that they belong to, whose title and looks they share.
  /// - Returns: The document, of one section.
  public func document(besides report: Document) -> Document {
    let words = """
      En rad för varje belopp som underlagen anger, med filens tecken. Summor som underlagen anger \
      är inte med.
      """
    return Document(
      title: report.title,
      organisation: report.organisation,
      dating: report.dating,
      theme: report.theme,
      sections: [
        Section(
          title: StatedRows.title,
          tab: "Rader",
          blocks: [.paragraph(words), .rows(self)],
          isAppendix: true,
        )
      ],
    )
  }

  /// The rows as tables of no more than some hundred rows, one after another.
  public var batches: some Sequence<ComputedTable> {
    stride(from: range.lowerBound, to: range.upperBound, by: StatedRows.batchSize).lazy
      .map { start in batch(start..<min(range.upperBound, start + StatedRows.batchSize)) }
  }

  /// Enough that a batch costs little beside its rows.
  private static let batchSize = 512

  /// The columns without rows.
  public var header: ComputedTable {
    ComputedTable(areaTitle: StatedRows.fileTitle, columns: columns, rows: [])
  }

  private func batch(_ range: Range<Int>) -> ComputedTable {
    var table = header
    table.rows.reserveCapacity(range.count)
    var first = 0
    for source in sources {
      let own = range.clamped(to: first..<first + source.count)
      for row in own { table.rows.append(source.row(row - first)) }
      first += source.count
    }
    return table
  }
}
