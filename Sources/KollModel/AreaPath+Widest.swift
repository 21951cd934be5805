extension Sequence<AreaPath> {
  /// The widest of the areas; where one alone holds all others, those next below it.
  ///
  /// They come in their order, as often as they are there.
  public var widest: [AreaPath] {
    let depth = depthOfWidest
    return filter { $0.labels.count == depth }
  }

  /// How many labels the ``widest`` of the areas have.
  public var depthOfWidest: Int {
    var highest: AreaPath?
    var hasNextBelow = false
    for area in self {
      if area.labels.count == 1 {
        guard highest == nil || area == highest else { return 1 }
        highest = area
      } else if area.labels.count == 2 {
        hasNextBelow = true
      }
    }
    return highest != nil && hasNextBelow ? 2 : 1
  }
}
