internal import KollModel

/// What the stated sums of a file with a row for each amount are the sums of.
struct LongCoverage {
  private let areas: [AreaPath]
  private let amounts: [LongAmount]
  /// How many amounts each area has.
  private var counts: [Int]
  /// The sums of each area by series; none where they are too large.
  private var sums: [[Int: Money]]
  /// The areas that each area consists of, itself among them.
  private var areasBelow: [AreaPath: [Int]] = [:]
  /// The areas by their labels, and by the codes and the names that those are made of.
  private var named: [String: Set<AreaPath>] = [:]

  /// An area and the areas that it consists of, as indices.
  struct Whole {
    let area: AreaPath
    let parts: [Int]
  }

  /// Looks at what was read.
  /// - Parameters:
  ///   - amounts: The amounts in the file's order.
  ///   - table: The table that they became.
  init(_ amounts: [LongAmount], in table: ImportedTable) {
    self.amounts = amounts
    areas = table.areas
    counts = table.areas.map { _ in 0 }
    sums = table.areas.map { _ in [:] }
    for amount in amounts { counts[amount.area] += 1 }
    for fact in table.facts {
      sums[fact.area][fact.series] = try? (sums[fact.area][fact.series] ?? .zero) + fact.amount
    }
    for (index, area) in table.areas.enumerated() {
      for depth in 0...area.labels.count {
        let path = AreaPath(Array(area.labels.prefix(depth)))
        areasBelow[path, default: []].append(index)
        for name in path.labels.last?.names ?? [] { named[name, default: []].insert(path) }
      }
    }
  }

  /// What a stated sum covers; `nil` when nothing tells.
  /// - Parameters:
  ///   - total: The row.
  ///   - stated: Its figures, by series.
  ///   - previous: The record of the sum before; the header's for the first.
  /// - Returns: The area and its parts.
  func whole(
    of total: TableReader.LongTotal,
    stating stated: [(series: Int, amount: Money)],
    after previous: Int,
  ) -> Whole? {
    if let subject = total.subject {
      let areas = areas(called: subject, below: total.path)
      return areas.count == 1 ? areas.first.flatMap(whole) : nil
    }
    guard total.mayBeNear, total.path == .total else { return whole(total.path) }
    let rows = amounts.index(after: previous)..<amounts.index(after: total.record)
    let all = whole(.total)
    let near = block(of: amounts[rows])
    guard !rows.isEmpty, near?.parts != all?.parts else { return all }
    // A word alone may stand for the block above it as well as for everything: the figures decide.
    return [near, all].compactMap(\.self).first { whole in
      stated.allSatisfy { sum(of: whole, in: $0.series) == $0.amount }
    }
  }

  private func whole(_ path: AreaPath) -> Whole? {
    areasBelow[path].map { Whole(area: path, parts: $0) }
  }

  /// The areas of a name, such as `3010`, `Ekonomi`, `3010 Ekonomi` or `ansvar 3010`.
  private func areas(called name: String, below path: AreaPath) -> [AreaPath] {
    let name = name.lowercased()
    let first = name.prefix { !$0.isWhitespace }
    let names =
      [name] + (String(first).namesArea ? [name.dropFirst(first.count + 1).lowercased()] : [])
    let found = names.lazy.compactMap { named[$0] }.first ?? []
    return found.filter { $0.labels.starts(with: path.labels) }
  }

  /// The areas of some amounts, when they have no others.
  private func block(of rows: ArraySlice<LongAmount>) -> Whole? {
    var left: [Int: Int] = [:]
    for amount in rows { left[amount.area, default: counts[amount.area]] -= 1 }
    guard !left.isEmpty, left.values.allSatisfy({ $0 == 0 }) else { return nil }
    let parts = left.keys.sorted()
    return Whole(area: parts.count == 1 ? areas[parts[0]] : .total, parts: parts)
  }

  private func sum(of whole: Whole, in series: Int) -> Money? {
    try? whole.parts.compactMap { sums[$0][series] }.reduce(.zero) { try $0 + $1 }
  }
}

extension [LongAmount] {
  /// The first amount of a later record than some.
  fileprivate func index(after record: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].record > record { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension String {
  /// What an area with the label is called: all of it, its code, its name without the code.
  fileprivate var names: Set<String> {
    let code = prefix { !$0.isWhitespace }
    let name = code.contains(where: \.isNumber) ? dropFirst(code.count + 1) : self[...]
    return Set([lowercased(), code.lowercased(), name.lowercased()]).subtracting([""])
  }
}
