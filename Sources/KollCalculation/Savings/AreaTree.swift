internal import KollModel

/// The areas of a table's rows, each below the area that it is a part of.
struct AreaTree {
  /// The areas in the order of their rows.
  private(set) var areas: [Area] = []
  /// The highest areas.
  private(set) var roots: [Int] = []

  struct Area {
    let path: AreaPath
    /// The row in the table.
    let row: Int
    var children: [Int] = []
  }

  /// Takes the items of a table and the groups that they are parts of.
  /// - Parameters:
  ///   - table: The table; a group's row stands before those of its parts.
  ///   - depth: How many levels to take; `nil` for all.
  init(_ table: ComputedTable, depth: Int?) {
    var places: [AreaPath: Int] = [:]
    var heights: [Int] = []
    for (row, computed) in table.rows.enumerated() {
      guard computed.role == .item || computed.role == .subtotal, !computed.path.labels.isEmpty
      else { continue }
      let parent = computed.path.ancestors.lazy.compactMap { places[$0] }.first
      let height = parent.map { heights[$0] + 1 } ?? 1
      // A group's rows share its path only by mistake; the first is the area.
      guard height <= depth ?? .max, places[computed.path] == nil else { continue }
      let index = areas.count
      places[computed.path] = index
      heights.append(height)
      areas.append(Area(path: computed.path, row: row))
      if let parent { areas[parent].children.append(index) } else { roots.append(index) }
    }
  }
}

extension AreaPath {
  /// The areas above, the nearest first.
  var ancestors: some Sequence<AreaPath> {
    (1..<max(1, labels.count)).lazy.map { AreaPath(Array(labels.dropLast($0))) }
  }
}
