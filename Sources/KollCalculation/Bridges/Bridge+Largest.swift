public import KollModel

extension [Bridge.Step] {
  /// The largest steps first, equal ones in their order, and those that are not named as one step.
  /// - Parameter count: How many are named where not all can be.
  /// - Returns: The steps, with the same sum.
  /// - Throws: `AmountOverflow` when the sum of the others does not fit.
  public func naming(largest count: Int) throws(AmountOverflow) -> [Bridge.Step] {
    let ordered = largestFirst(by: \.amount)
    guard ordered.count > count + 1 else { return ordered }
    let others = ordered.dropFirst(count)
    let sum = try others.map(\.amount).sum()
    let sources = others.compactMap(\.source).map { FigureSource.Term($0) }
    return ordered.prefix(count) + [
      Bridge.Step(
        "Övriga \(others.count) områden",
        sum,
        source: sources.count == others.count ? .sum(sources) : nil,
      )
    ]
  }
}

extension Array {
  /// The elements by the size of an amount, the largest first, equal ones in their order.
  func largestFirst(by amount: (Element) -> Money) -> [Element] {
    enumerated().sorted { left, right in
      let sizes = [left, right].map { amount($0.element).minorUnits.magnitude }
      return sizes[0] == sizes[1] ? left.offset < right.offset : sizes[0] > sizes[1]
    }.map(\.element)
  }
}
