public import KollModel

extension Savings {
  /// An area's own part of the task with the measures of that area.
  /// - Parameter area: The area.
  /// - Returns: The task; `nil` when the area's part of it is not decided.
  public func narrowed(to area: AreaPath) -> Savings? {
    guard let part = division?.parts[area], part.isLocked, part.amount > .zero else { return nil }
    var own = self
    own.task = Amount(part.amount)
    own.measures = measures.compactMap { measure in
      guard let place = measure.area?.below(area) else { return nil }
      var measure = measure
      measure.area = place == .total ? nil : place
      return measure
    }
    own.division = nil
    return own
  }
}
