extension Sequence<AreaPath> {
  /// The widest of the areas; where one alone holds all others, those next below it.
  ///
  /// They come in their order, as often as they are there.
  public var widest: [AreaPath] {
    let highest = filter { $0.labels.count == 1 }
    let below = filter { $0.labels.count == 2 }
    return Set(highest).count == 1 && !below.isEmpty ? below : highest
  }
}
