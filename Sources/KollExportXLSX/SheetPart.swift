internal import KollCalculation
internal import KollReport

/// A section, or as much of it as one sheet holds.
///
/// Records and lists of files go on on the next sheet where they have more rows than a sheet; each
/// part has the table's own header. Tables with sums are never divided: a sum would then be far from
/// what it is the sum of, and a spreadsheet could not fold its rows.
struct SheetPart {
  /// What the sheet holds.
  let section: Section
  /// Which of the section's sheets it is, counted from 1.
  let number: Int
  /// Whether the section goes on on the next sheet.
  let isContinued: Bool

  /// What the sheet is headed by, and what leads to it says.
  var title: String { number == 1 ? section.title : "\(section.title), del \(number)" }

  /// The lines that lead to the sheets before and behind.
  private static let linesOfContinuation = 2

  /// Divides a section over as many sheets as it needs.
  /// - Parameters:
  ///   - section: The section.
  ///   - rowLimit: How many rows a sheet has.
  ///   - rowCount: How many rows a section needs on a sheet.
  /// - Returns: The parts in order; the section alone when nothing in it may be divided.
  static func parts(
    of section: Section,
    rowLimit: Int,
    rowCount: (Section) -> Int,
  ) -> [SheetPart] {
    var parts: [SheetPart] = []
    var rest = section
    while let (head, tail) = division(of: rest, rowLimit, rowCount) {
      parts.append(SheetPart(section: head, number: parts.count + 1, isContinued: true))
      rest = tail
    }
    return parts + [SheetPart(section: rest, number: parts.count + 1, isContinued: false)]
  }

  /// What of a section fits a sheet, and what is left; `nil` when all fits or none may be divided.
  private static func division(
    of section: Section,
    _ rowLimit: Int,
    _ rowCount: (Section) -> Int,
  ) -> (head: Section, tail: Section)? {
    guard let place = section.blocks.firstIndex(where: { $0.divisibleRows != nil }),
      let count = section.blocks[place].divisibleRows
    else { return nil }
    let block = section.blocks[place]
    var (head, tail) = (section, section)
    // Without rows the columns are narrower, so that texts need no fewer lines than with them.
    head.blocks[place] = block.with(rows: 0..<0)
    guard rowCount(head) + count > rowLimit else { return nil }
    head.blocks.removeSubrange((place + 1)...)
    // What stands below the table may be all that has no room: it follows the table's last row.
    let room = min(rowLimit - rowCount(head) - linesOfContinuation, count - 1)
    guard room > 0 else { return nil }
    head.blocks[place] = block.with(rows: 0..<room)
    tail.blocks[place] = block.with(rows: room..<count)
    tail.blocks.removeSubrange(..<place)
    return (head, tail)
  }
}

extension Block {
  /// How many rows the block has that may stand on several sheets, since they are no parts of sums;
  /// `nil` when it has none such.
  fileprivate var divisibleRows: Int? {
    switch self {
    case .records(let table), .sources(let table): table.rows.count
    case .rows(let rows): rows.count
    case .paragraph, .list, .table, .form, .chart, .origins, .checkSummary, .contents: nil
    }
  }

  /// The block with some of its rows alone.
  fileprivate func with(rows part: Range<Int>) -> Block {
    switch self {
    case .records(let table): .records(table.with(rows: part))
    case .sources(let table): .sources(table.with(rows: part))
    case .rows(let rows): .rows(rows.rows(part))
    case .paragraph, .list, .table, .form, .chart, .origins, .checkSummary, .contents: self
    }
  }
}

extension ComputedTable {
  fileprivate func with(rows part: Range<Int>) -> ComputedTable {
    var table = self
    table.rows = Array(rows[part])
    return table
  }
}
