internal import KollModel

extension Divider {
  /// What each area can get: within its own limits, and within what those below it can get.
  func boundsOfAreas() throws(AllocationRefusal) -> [(floor: Int64, cap: Int64?)] {
    var bounds = [(floor: Int64, cap: Int64?)](repeating: (0, nil), count: tree.areas.count)
    // Those below an area stand after it.
    for index in tree.areas.indices.reversed() {
      let area = tree.areas[index]
      let limit = limits[index]
      if !area.children.isEmpty { bounds[index] = try sum(of: area.children.map { bounds[$0] }) }
      // What is locked must lie within a floor and a cap that are stated beside it.
      let floors = [limit?.floor, limit?.amount].compactMap(\.self).max()
      let caps = [limit?.cap, limit?.amount].compactMap(\.self).min()
      if let floor = try units(of: floors, for: area.path) {
        bounds[index].floor = area.children.isEmpty ? floor : max(floor, bounds[index].floor)
        // What a group must have and those below it cannot take may stay with the group.
        if plan.remainder == .unallocated, let below = bounds[index].cap {
          bounds[index].cap = max(below, floor)
        }
      }
      if let cap = try units(of: caps, for: area.path) {
        bounds[index].cap = min(cap, bounds[index].cap ?? cap)
      }
    }
    return bounds
  }

  private func sum(
    of bounds: [(floor: Int64, cap: Int64?)]
  ) throws(AllocationRefusal) -> (floor: Int64, cap: Int64?) {
    do throws(Allocation.Failure) {
      var sum: (floor: Int64, cap: Int64?) = (0, 0)
      for bound in bounds {
        sum.floor = try sum.floor.adding(bound.floor)
        sum.cap =
          if let caps = sum.cap, let cap = bound.cap { try caps.adding(cap) } else { nil }
      }
      return sum
    } catch {
      throw .overflow
    }
  }

  private func units(
    of money: Money?,
    for area: AreaPath,
  ) throws(AllocationRefusal) -> Int64? {
    guard let money else { return nil }
    return try units(of: money, for: .some(area))
  }
}
