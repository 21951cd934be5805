extension SignConvention {
  /// Whether figures of a side change sign when a table turns from this convention to another.
  ///
  /// A side that is not known is never turned.
  /// - Parameters:
  ///   - other: The convention to turn to.
  ///   - side: The side that the figures stand on.
  /// - Returns: Whether the sign changes.
  public func turns(to other: SignConvention, side: Side?) -> Bool {
    guard let side else { return false }
    return isNegative(side) != other.isNegative(side)
  }

  /// Whether more of a figure means a better result.
  /// - Parameter side: The side that the figure stands on.
  /// - Returns: Whether a higher figure is the better one.
  public func moreIsBetter(side: Side) -> Bool {
    switch self {
    case .result: true
    case .cost: side == .income
    case .ledger: false
    }
  }

  /// Whether the side's usual figures, costs above income, are below zero.
  private func isNegative(_ side: Side) -> Bool {
    switch (self, side) {
    case (.cost, _), (.result, .income), (.ledger, .cost), (.ledger, .net): false
    case (.result, .cost), (.result, .net), (.ledger, .income): true
    }
  }
}
