internal import KollModel

extension Divider {
  /// What each area can get: within its own limits, and within what those below it can get.
  func boundsOfAreas() throws(AllocationRefusal) -> [(floor: Int64, cap: Int64?)] {
    var bounds = [(floor: Int64, cap: Int64?)](repeating: (0, nil), count: tree.areas.count)
    // Those below an area stand after it.
    for index in tree.areas.indices.reversed() {
      let area = tree.areas[index]
      let limit = plan.limits[area.path]
      if !area.children.isEmpty { bounds[index] = try sum(of: area.children.map { bounds[$0] }) }
      if let floor = try units(of: limit?.amount ?? limit?.floor, for: area.path) {
        bounds[index].floor = area.children.isEmpty ? floor : max(floor, bounds[index].floor)
      }
      if let cap = try units(of: limit?.amount ?? limit?.cap, for: area.path) {
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
