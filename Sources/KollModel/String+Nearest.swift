extension String {
  /// The candidate that is spelled most like this one, when one is near enough to be meant.
  /// - Parameter candidates: The names known, the likeliest first among equals.
  /// - Returns: The candidate, or `nil` when none is near.
  public func nearest(among candidates: [String]) -> String? {
    let wanted = Array(lowercased().unicodeScalars.prefix(100))
    let allowance = max(1, wanted.count / 3)
    let distances = candidates.compactMap { candidate -> (name: String, distance: Int)? in
      let other = Array(candidate.lowercased().unicodeScalars.prefix(100))
      // Texts are at least as far apart as their lengths are.
      guard abs(other.count - wanted.count) <= allowance else { return nil }
      return (name: candidate, distance: wanted.editDistance(to: other))
    }
    return distances.filter { $0.distance <= allowance }.min { $0.distance < $1.distance }?.name
  }
}

extension [Unicode.Scalar] {
  /// How many scalars must be put in, taken out or changed to make one text the other.
  fileprivate func editDistance(to other: [Unicode.Scalar]) -> Int {
    var previous = [Int](0...other.count)
    for (row, scalar) in enumerated() {
      var current = [row + 1]
      for (column, candidate) in other.enumerated() {
        let change = previous[column] + (scalar == candidate ? 0 : 1)
        current.append(Swift.min(change, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[other.count]
  }
}
