/// Columns of a table in plain text that stand side by side, cut where all lines have blanks.
struct ColumnGroup {
  /// The title of the labels, then those of the columns.
  let header: [String]
  /// What each line has of the labels and of each column.
  let lines: [[String]]

  /// The groups of a text, each from its header to the next empty line.
  static func all(in text: String) -> [ColumnGroup] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    var groups: [ColumnGroup] = []
    var next = 0
    while next < lines.count {
      let end = lines[next...].firstIndex(where: \.isEmpty) ?? lines.count
      let block = lines[next..<end]
      // A rule with nothing below it is the line under a heading.
      if let rule = block.firstIndex(where: \.isRule), rule > next, rule < end - 1 {
        groups.append(ColumnGroup(block[next..<rule], block[(rule + 1)...]))
      }
      next = end + 1
    }
    return groups
  }

  private init(_ header: ArraySlice<[Character]>, _ body: ArraySlice<[Character]>) {
    let body = body.filter { !$0.isRule }
    let all = header + body
    let width = all.map(\.count).max() ?? 0
    let isBlank = (0..<width).map { place in
      all.allSatisfy { place >= $0.count || $0[place] == " " }
    }
    var columns: [Range<Int>] = []
    for place in 0..<width where !isBlank[place] {
      if let last = columns.last, place - last.upperBound < 2 {
        columns[columns.count - 1] = last.lowerBound..<place + 1
      } else {
        columns.append(place..<place + 1)
      }
    }
    func cut(_ line: [Character]) -> [String] {
      columns.map { column in
        let part = line[min(column.lowerBound, line.count)..<min(column.upperBound, line.count)]
        return String(part).trimmingBlanks
      }
    }
    let titles = header.map(cut)
    self.header = columns.indices.map { column in titles.map(\.[column]).joined(separator: " ") }
    lines = body.map(cut)
  }
}

extension [Character] {
  fileprivate var isRule: Bool { !isEmpty && allSatisfy { $0 == "-" } }
}

extension String {
  /// The text without the blanks at its ends that a column is filled up with.
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
