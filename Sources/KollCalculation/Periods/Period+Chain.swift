internal import KollModel

extension [Period] {
  /// Finds periods that follow each other, each month of a span once.
  /// - Parameters:
  ///   - span: The months to cover.
  ///   - isPreferred: Whether the period at a place is one to take before others.
  /// - Returns: The places of the periods in the order of time: those with the most months that are
  ///   preferred, and of these the fewest; `nil` where the months cannot be covered.
  func chain(through span: Period, preferring isPreferred: (Int) -> Bool) -> [Int]? {
    let count = span.first.distance(to: span.last) + 1
    // The best chain from each month of the span to its end; the last is that of no months.
    var best: [Chain?] = [Chain?](repeating: nil, count: count) + [Chain()]
    let byStart = Dictionary(grouping: indices) { span.first.distance(to: self[$0].first) }
    for start in (0..<count).reversed() {
      for place in byStart[start] ?? [] {
        let end = span.first.distance(to: self[place].last) + 1
        guard end <= count, var chain = best[end] else { continue }
        chain.places.append(place)
        if isPreferred(place) { chain.preferredMonths += end - start }
        if best[start].map(chain.isBetter) ?? true { best[start] = chain }
      }
    }
    return best[0]?.places.reversed()
  }

  /// Finds the periods that follow each other through a span for an area that states some of them.
  /// - Parameters:
  ///   - span: The months to cover.
  ///   - own: The places of the periods that the area states.
  /// - Returns: The places of the periods, in the order of time; none where a month that the area
  ///   does not state is a part of a longer period that it does.
  func chain(through span: Period, of own: Set<Int>) -> [Int] {
    let chain = chain(through: span, preferring: own.contains) ?? []
    // One of which the area states a later part is known part by part; accumulated amounts that
    // begin together are not.
    let undivided = own.filter { place in
      !own.contains { self[place].contains(self[$0]) && self[$0].first > self[place].first }
    }
    let isUnknown = chain.contains { place in
      !own.contains(place) && undivided.contains { self[$0].overlaps(self[place]) }
    }
    return isUnknown ? [] : chain
  }
}

/// Periods that follow each other, the last first.
private struct Chain {
  var places: [Int] = []
  var preferredMonths = 0

  func isBetter(than other: Chain) -> Bool {
    (preferredMonths, other.places.count) > (other.preferredMonths, places.count)
  }
}

extension Period: Comparable {
  /// Orders periods by their first month, then by their last; a month before the same as a range.
  static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last, left.isRange ? 1 : 0) < (
      right.first, right.last, right.isRange ? 1 : 0,
    )
  }

  /// Whether the periods have some month in common.
  func overlaps(_ other: Period) -> Bool { first <= other.last && other.first <= last }

  /// Whether all months of another period are this one's.
  fileprivate func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }

  private var isRange: Bool {
    if case .accumulated = self { true } else { false }
  }
}
