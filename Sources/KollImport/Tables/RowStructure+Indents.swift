internal import KollModel

/// Indents as the levels of an organisation, where the figures prove that they are.
extension RowStructure {
  /// The rows with a label on the level of their indent; `nil` where indents prove no levels.
  ///
  /// They do when every row with figures that stands out from the rows below it, or above it, is
  /// their sum; and where headings without figures stand on two levels.
  static func dividedByIndents(_ rows: [Row], _ lastPlaces: [Int64]) -> [Row]? {
    guard rows.contains(where: { $0.indent > 0 }), rows.allSatisfy({ $0.labels.count == 1 }),
      Set(rows.filter(\.isArea).map(\.indent)).count > 1
    else { return nil }
    let isBelow = [false, true].first { isBelow in
      let tree = IndentTree(rows, isBelow: isBelow)
      return tree.isProven(lastPlaces) || !isBelow && tree.hasHeadingsOnTwoLevels
    }
    guard let isBelow else { return nil }
    let levels = IndentTree(rows, isBelow: isBelow).levels
    let deepest = levels.max() ?? 0
    return zip(rows, levels).map { row, level in
      var divided = row
      divided.labels = [String](repeating: "", count: deepest + 1)
      divided.labels[level] = level > 0 ? row.labels[0].withoutBullet : row.labels[0]
      return divided
    }
  }
}

/// Which rows stand out from which others.
private struct IndentTree {
  /// How many rows that stand out each row belongs to, one inside the other.
  private(set) var levels: [Int]
  /// The areas directly inside each row that has any.
  private var children: [Int: [Int]] = [:]
  private let rows: [RowStructure.Row]

  init(_ rows: [RowStructure.Row], isBelow: Bool) {
    self.rows = rows
    levels = [Int](repeating: 0, count: rows.count)
    var open: [Int] = []
    for row in isBelow ? rows.indices.reversed() : Array(rows.indices) {
      while let last = open.last, rows[last].indent >= rows[row].indent { open.removeLast() }
      levels[row] = open.count
      guard rows[row].isArea else { continue }
      if let parent = open.last { children[parent, default: []].append(row) }
      open.append(row)
    }
  }

  /// Whether some rows with figures stand out and each is the sum of those inside it.
  func isProven(_ lastPlaces: [Int64]) -> Bool {
    let parents = children.filter { !rows[$0.key].isBlank }
    return !parents.isEmpty
      && parents.allSatisfy { parent, children in
        var sums = ColumnSums(columns: lastPlaces.count)
        for child in children { add(child, to: &sums) }
        let row = TotalFinder.Row(rows[parent])
        return TotalFinder.agreement(
          of: row,
          parts: children.count,
          lastPlaces: lastPlaces,
          atLeast: 1,
        ) { sums[$0] } != nil
      }
  }

  /// Adds a row's figures, or where it is a heading those of the rows inside it.
  private func add(_ row: Int, to sums: inout ColumnSums) {
    guard rows[row].isBlank else { return sums.add(rows[row].figures) }
    for child in children[row] ?? [] { add(child, to: &sums) }
  }

  /// Whether headings have headings inside them, and all rows with figures stand inside one.
  var hasHeadingsOnTwoLevels: Bool {
    let headings = children.keys.filter { rows[$0].isBlank }
    return children.count == headings.count && headings.contains { levels[$0] > 0 }
      && rows.indices.allSatisfy { !rows[$0].isArea || rows[$0].isBlank || levels[$0] > 0 }
  }
}

extension RowStructure.Row {
  /// Whether the row is one that others may belong to: no sum, no part and no remark.
  fileprivate var isArea: Bool {
    // A row that is said to be the sum of those inside it is an area all the same.
    let words = RowWords(labels[0], given: role == .subtotal ? nil : role)
    return !isAlone && !words.isSum && !words.isPart && !words.isAverage
  }
}

extension TotalFinder.Row {
  fileprivate init(_ row: RowStructure.Row) {
    self.init(figures: row.figures, lastPlaces: row.lastPlaces, isLeftOut: false, block: 0)
  }
}

extension String {
  /// Whether the text begins with a mark of a list, as `- Kansli` does.
  var hasBullet: Bool {
    guard let first, ["-", "–", "—", "•", "·", "▪", "◦"].contains(first) else { return false }
    return dropFirst().first?.isWhitespace == true
  }

  /// The text without the mark of a list that it begins with.
  fileprivate var withoutBullet: String {
    hasBullet ? String(dropFirst().drop(while: \.isWhitespace)) : self
  }
}
