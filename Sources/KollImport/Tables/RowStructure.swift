internal import KollModel

/// What the rows below a header are to each other: groups, items, sums, and rows beside them.
struct RowStructure {
  /// A row as it was read.
  struct Row {
    /// The labels, one for each leading column of words; empty where the cell is.
    var labels: [String]
    /// One for each column of figures that is summed, in minor units.
    var figures: [Int64?]
    /// Whether every cell beside the labels is blank.
    var isBlank: Bool
  }

  /// A row that is shown.
  struct Placed {
    let row: Int
    let role: RowRole
    let path: [String]
  }

  /// A row that is a stated sum.
  struct Stated {
    let row: Int
    let path: [String]
    let parts: [Int]
    let isNamed: Bool
    let isAbove: Bool
  }

  private(set) var placed: [Placed] = []
  private(set) var stated: [Stated] = []
  /// Rows without figures below the last one with any: notes.
  private(set) var notes: [Int] = []

  private let rows: [Row]
  private let paths: [[String]]
  private let headings: Set<Int>
  /// Whether sums that no word tells of are looked for in the figures.
  private let looksForUnnamed: Bool

  init(_ rows: [Row], lastPlaces: [Int64], looksForUnnamed: Bool = true) {
    self.rows = rows
    self.looksForUnnamed = looksForUnnamed
    paths = RowStructure.carriedDown(rows)
    let lastWithFigures = rows.lastIndex { !$0.isBlank } ?? -1
    notes = rows.indices.filter { rows[$0].isBlank && $0 > lastWithFigures }
    headings = Set(rows.indices.filter { rows[$0].isBlank && $0 < lastWithFigures })
    let structural = structuralTotals()
    let found = findTotals(lastPlaces, leavingOut: Set(structural.map(\.row)))
    place(found, structural)
  }
}

extension RowStructure {
  /// The labels of each row, those left empty taken over from the row above.
  private static func carriedDown(_ rows: [Row]) -> [[String]] {
    var above: [String] = []
    return rows.map { row in
      var path = row.labels
      let deepest = path.lastIndex { !$0.isEmpty } ?? -1
      for level in path.indices where level < deepest && path[level].isEmpty {
        path[level] = level < above.count ? above[level] : ""
      }
      above = path
      return path.filter { !$0.isEmpty }
    }
  }

  private func label(_ row: Int) -> String { paths[row].last ?? "" }

  /// The rows that stop short of labels which others have below the same ones: a nämnd's own row
  /// beside its verksamheter, with the rows that it is the sum of.
  private func structuralTotals() -> [TotalFinder.Total] {
    var rowsBelow: [[String]: [Int]] = [:]
    for row in rows.indices where rows[row].labels.count > 1 && isItemByName(row) {
      for depth in 1..<max(1, paths[row].count) {
        rowsBelow[Array(paths[row].prefix(depth)), default: []].append(row)
      }
    }
    let totals = rows.indices.filter { isItemByName($0) && rowsBelow[paths[$0]] != nil }
    let totalSet = Set(totals)
    return totals.map { row in
      let parts = (rowsBelow[paths[row]] ?? []).filter { !totalSet.contains($0) }
      return TotalFinder.Total(row: row, parts: parts, isAbove: row < parts[0], isNamed: true)
    }
  }

  /// Whether the row is shown and never added: a part of another, or an average.
  private func isLeftOut(_ row: Int) -> Bool {
    label(row).namesPart || label(row).namesAverage
  }

  /// Whether the row has figures and no word calls it a sum or a part.
  private func isItemByName(_ row: Int) -> Bool {
    !rows[row].isBlank && !label(row).namesTotal && !isLeftOut(row)
  }

  private func findTotals(
    _ lastPlaces: [Int64],
    leavingOut structural: Set<Int>,
  ) -> [TotalFinder.Total] {
    var indices: [Int] = []
    var seen: [TotalFinder.Row] = []
    var block = 0
    for row in rows.indices where !notes.contains(row) {
      if headings.contains(row) {
        block += 1
        continue
      }
      indices.append(row)
      seen.append(
        TotalFinder.Row(
          figures: rows[row].figures,
          isNamed: label(row).namesTotal,
          isNamedGrand: label(row).namesGrandTotal,
          isBareWord: label(row).isBareTotal,
          isLeftOut: isLeftOut(row) || structural.contains(row),
          block: block,
        )
      )
    }
    return TotalFinder.totals(
      of: seen,
      lastPlaces: lastPlaces,
      looksForUnnamed: looksForUnnamed && rows.allSatisfy { $0.labels.count == 1 },
    ).map { total in
      TotalFinder.Total(
        row: indices[total.row],
        parts: total.parts.map { indices[$0] },
        isAbove: total.isAbove,
        isNamed: total.isNamed,
      )
    }
  }

  /// Gives every row its role and its place under headings and under sums that stand above.
  private mutating func place(_ found: [TotalFinder.Total], _ structural: [TotalFinder.Total]) {
    let totals = (found + structural).sorted { $0.row < $1.row }
    let totalRows = Dictionary(totals.map { ($0.row, $0) }) { first, _ in first }
    let lastGrand = totals.last { !$0.isAbove && $0.isNamed && label($0.row).namesGrandTotal }?.row
    let items = rows.indices.filter {
      totalRows[$0] == nil && !headings.contains($0) && !notes.contains($0)
        && !isLeftOut($0) && !($0 > lastGrand ?? rows.count)
    }
    let groups = found.filter { $0.isAbove && $0.parts.count < items.count }
    var parents: [Int: [String]] = [:]
    for group in groups.sorted(by: { $0.parts.count > $1.parts.count }) {
      for part in group.parts { parents[part, default: []].append(label(group.row)) }
      for inner in groups
      where group.parts.contains(inner.parts.first ?? -1)
        && inner.parts.count < group.parts.count
      {
        parents[inner.row, default: []].append(label(group.row))
      }
    }
    var heading: String?
    var itemPaths: [Int: [String]] = [:]
    var latest: [String] = []
    let itemSet = Set(items)
    for row in rows.indices where !notes.contains(row) {
      if headings.contains(row) {
        heading = label(row)
        placed.append(Placed(row: row, role: .heading, path: [label(row)]))
        continue
      }
      if let total = totalRows[row] {
        let prefix = [heading].compactMap(\.self) + (parents[row] ?? [])
        latest = total.isAbove ? prefix + [label(row)] : prefix
        if total.isNamed, !total.isAbove { heading = nil }
        continue
      }
      let prefix = [heading].compactMap(\.self) + (parents[row] ?? [])
      if label(row).namesPart {
        placed.append(Placed(row: row, role: .ofWhich, path: latest + [label(row)]))
      } else if itemSet.contains(row) {
        let path = prefix + paths[row]
        itemPaths[row] = path
        latest = path
        placed.append(Placed(row: row, role: .item, path: path))
      } else {
        placed.append(Placed(row: row, role: .memo, path: [label(row)]))
      }
    }
    for total in totals {
      stated.append(
        Stated(
          row: total.row,
          path: commonPath(of: total, itemPaths, itemCount: items.count),
          parts: total.parts,
          isNamed: total.isNamed,
          isAbove: total.isAbove,
        )
      )
    }
  }

  /// The area that a sum is about: what the paths of its parts share; nothing when it covers all.
  private func commonPath(
    of total: TotalFinder.Total,
    _ paths: [Int: [String]],
    itemCount: Int,
  ) -> [String] {
    guard total.parts.count < itemCount, let first = total.parts.first.flatMap({ paths[$0] }) else {
      return []
    }
    var common = Array(first.dropLast())
    for part in total.parts {
      let path = paths[part] ?? []
      while !path.starts(with: common) { common.removeLast() }
    }
    return common
  }
}
