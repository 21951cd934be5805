internal import KollModel

extension RowStructure {
  /// Gives every row its role and its place under headings and under sums that stand above.
  mutating func place(_ finding: TotalFinder.Finding, _ structural: [TotalFinder.Total]) {
    let totals = (finding.totals + structural).sorted { $0.row < $1.row }
    let totalOfRow = Dictionary(totals.map { ($0.row, $0) }) { first, _ in first }
    let groups = Groups(finding, names: groupNames(finding))
    let items = Set(finding.items).union(unfigured)
    var open = OpenHeadings()
    var latest: [String] = []
    var itemPaths: [Int: [String]] = [:]
    var sumPaths: [Int: [String]] = [:]
    for row in rows.indices where !notes.contains(row) && !repeatedHeadings.contains(row) {
      if headings.contains(row) {
        open.open(row, in: self)
        let above = OpenHeadings(rows: open.rows.dropLast())
        placed.append(
          Placed(row: row, role: .heading, path: prefix(of: row, under: above) + paths[row])
        )
        continue
      }
      let prefix = prefix(of: row, under: open) + groups.above(row)
      if let total = totalOfRow[row] {
        sumPaths[row] = prefix + (groups.names[row].map { [$0] } ?? paths[row])
        latest = total.isAbove ? sumPaths[row] ?? prefix : prefix
        if words[row].endsRows, !total.isAbove { open.close(at: row, in: self) }
      } else if words[row].isPart {
        placed.append(Placed(row: row, role: .ofWhich, path: latest + [label(row)]))
      } else if items.contains(row) {
        latest = prefix + paths[row]
        itemPaths[row] = latest
        placed.append(Placed(row: row, role: .item, path: latest))
      } else {
        itemPaths[row] = prefix + paths[row]
        placed.append(Placed(row: row, role: .memo, path: prefix + paths[row]))
      }
    }
    let isGroup = Set(groups.names.keys).union(structural.map(\.row))
    for total in totals {
      let area = isGroup.contains(total.row) ? sumPaths[total.row] : nil
      stated.append(
        Stated(
          row: total.row,
          path: area ?? commonPath(of: total, itemPaths, itemCount: finding.items.count),
          parts: total.parts,
          isNamed: total.isNamed,
          isAbove: total.isAbove,
        )
      )
    }
  }

  /// What the groups are called whose sums stand above their rows, by the sum's row.
  ///
  /// The sum of all by its words is no group.
  private func groupNames(_ finding: TotalFinder.Finding) -> [Int: String] {
    let groups = finding.totals.filter { total in
      total.isAbove && !total.parts.isEmpty
        && !(words[total.row].sum != nil && total.parts.count >= finding.items.count)
    }
    return Dictionary(
      groups.map { total in
        let name = words[total.row].sum == nil ? "" : words[total.row].subject
        return (total.row, name.isEmpty ? label(total.row) : name)
      }
    ) { first, _ in first }
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
    let subject = words[total.row].subject.withoutOutline
    let own = common.lastIndex { $0.withoutOutline == subject }
    return own.map { Array(common[...$0]) } ?? common
  }
}

/// The groups whose sums stand above their rows, and which of them each row belongs to.
private struct Groups {
  /// What each group is called, by the row of its sum.
  let names: [Int: String]
  /// The sums above each item, the widest first.
  private var sums: [Int: [Int]] = [:]
  private var firstPart: [Int: Int] = [:]
  private let items: [Int]

  init(_ finding: TotalFinder.Finding, names: [Int: String]) {
    self.names = names
    items = finding.items
    let groups = finding.totals.filter { names[$0.row] != nil }
    for group in groups.sorted(by: { ($1.parts.count, $0.row) < ($0.parts.count, $1.row) }) {
      for part in group.parts { sums[part, default: []].append(group.row) }
      firstPart[group.row] = group.parts.first
    }
  }

  /// The names of the groups that a row belongs to; one without figures to those around it.
  func above(_ row: Int) -> [String] {
    let inside: [Int]
    if let own = sums[row] {
      inside = own
    } else if let first = firstPart[row] {
      inside = Array((sums[first] ?? []).prefix { $0 != row })
    } else {
      let next = items[items.position(of: row)...].first.flatMap { sums[$0] } ?? []
      inside = next.filter { $0 < row }
    }
    return inside.compactMap { names[$0] }
  }
}
