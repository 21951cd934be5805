import KollModel
import KollTestSupport

/// A table of random figures in öre for the leaves of an organisation.
struct RandomTable {
  /// The table as written: a line for each leaf.
  var table: ImportedTable
  /// What each leaf has in each column; `nil` where it has nothing.
  let figures: [AreaPath: [Int64?]]

  /// What an area and all below it have in a column; `nil` where none has anything.
  func sum(below area: AreaPath, column: Int) -> Money? {
    let leaves = figures.filter { $0.key.labels.starts(with: area.labels) }
    let present = leaves.values.compactMap { $0[column] }
    return present.isEmpty ? nil : Money(minorUnits: present.reduce(0, +))
  }
}

extension SeededGenerator {
  /// The leaves of a random organisation, in its order.
  /// - Parameter depth: How many levels the deepest of them has; others may have fewer.
  /// - Returns: The leaves' paths.
  mutating func leaves(depth: Int) -> [AreaPath] {
    var open = [AreaPath([])]
    var leaves: [AreaPath] = []
    while let area = open.popLast() {
      let isDeepest = leaves.isEmpty
      if area.labels.count == depth || (!isDeepest && !area.labels.isEmpty && once(in: 4)) {
        leaves.append(area)
        continue
      }
      let children = Int.random(in: 1...3, using: &self)
      let prefix = area.labels.last ?? "N"
      open += (1...children).reversed().map { AreaPath(area.labels + ["\(prefix).\($0)"]) }
    }
    return leaves
  }

  /// A table with a line for each area; one place in five is empty, unless all are to be full.
  /// - Parameters:
  ///   - titles: The columns' titles.
  ///   - areas: The areas.
  ///   - isFull: Whether every place has a figure.
  /// - Returns: The table and what it holds.
  mutating func table(
    _ titles: [String],
    of areas: [AreaPath],
    isFull: Bool = false,
  ) -> RandomTable {
    var lines = ["Område | " + titles.joined(separator: " | ")]
    var figures: [AreaPath: [Int64?]] = [:]
    for area in areas {
      let values = titles.map { _ -> Int64? in !isFull && once(in: 5) ? nil : integer(digits: 12) }
      figures[area] = values
      let cells = values.map { $0.map(String.init) ?? "" }
      lines.append(([area.labels.joined(separator: "/")] + cells).joined(separator: " | "))
    }
    let text = lines.joined(separator: "\n")
    return RandomTable(table: ImportedTable(text: text, unit: .öre), figures: figures)
  }

  /// The table with each amount split on some of five accounts.
  mutating func splitOnAccounts(_ table: ImportedTable) -> ImportedTable {
    var split = table
    split.lines = (0..<5).map { Line(account: "40\($0)0") }
    split.facts = table.facts.flatMap { fact in
      var rest = fact.amount.minorUnits
      let accounts = split.lines.indices.shuffled(using: &self).dropLast(2)
      return accounts.enumerated().map { number, account in
        let part = number == 2 ? rest : integer(digits: 9)
        rest -= part
        return Fact(
          area: fact.area,
          line: account,
          series: fact.series,
          amount: Money(minorUnits: part),
          origin: fact.origin,
        )
      }
    }
    return split
  }
}
