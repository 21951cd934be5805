internal import KollModel

extension RowStructure {
  /// The labels of each row, those left empty taken over from the row above, or from the row below
  /// on a level whose labels stand on the rows of their sums, beneath what they are the sums of.
  static func carriedDown(_ rows: [Row]) -> [[String]] {
    let fromBelow = labelsFromBelow(rows)
    var above: [String] = []
    return rows.indices.map { index in
      let row = rows[index]
      var path = row.labels
      let deepest = path.lastIndex { !$0.isEmpty } ?? -1
      for level in path.indices where level < deepest && path[level].isEmpty {
        path[level] = fromBelow[level]?[index] ?? (level < above.count ? above[level] : "")
      }
      // What a sum is called is no area that rows below it could belong to.
      let isSum = deepest >= 0 && path.count > 1 && RowWords(path[deepest]).isSum
      if !row.isAlone, !isSum { above = path }
      return path.filter { !$0.isEmpty }
    }
  }

  /// For each level whose labels stand only on the rows of their sums, below what they are the sums
  /// of: the label that each row belongs to.
  private static func labelsFromBelow(_ rows: [Row]) -> [Int: [String]] {
    guard let levels = rows.first?.labels.count, levels > 1 else { return [:] }
    var labels: [Int: [String]] = [:]
    for level in 0..<levels - 1 where standsOnSums(level, rows) {
      var below = ""
      var reversed: [String] = []
      for row in rows.reversed() {
        let deepest = row.labels.lastIndex { !$0.isEmpty } ?? -1
        if deepest <= level, !row.isBlank {
          below = deepest == level ? areaOfSum(row.labels[level]) : ""
        }
        reversed.append(below)
      }
      labels[level] = reversed.reversed()
    }
    return labels
  }

  /// Whether no row has a label both on a level and on a deeper one, and the first rows have none
  /// above them that they could go on from.
  private static func standsOnSums(_ level: Int, _ rows: [Row]) -> Bool {
    let figured = rows.filter { row in
      !row.isBlank && !RowWords(row.labels.last { !$0.isEmpty } ?? "").isPart
    }
    guard let first = figured.first, first.labels[level...].dropFirst().contains(where: isFilled),
      rows.allSatisfy({ !isFilled($0.labels[level]) || !$0.isBlank })
    else { return false }
    let labelled = figured.filter { isFilled($0.labels[level]) }
    return labelled.contains { !areaOfSum($0.labels[level]).isEmpty }
      && labelled.allSatisfy { !$0.labels[level...].dropFirst().contains(where: isFilled) }
      && first.labels[...level].allSatisfy { !isFilled($0) }
  }

  private static func isFilled(_ label: String) -> Bool { !label.isEmpty }

  /// The area that a row's label is the sum of: `KS` for `KS` and `Summa KS`.
  private static func areaOfSum(_ label: String) -> String {
    RowWords(label).isSum ? RowWords(label).subject : label
  }
}
