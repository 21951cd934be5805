internal import KollModel

/// Why an amount cannot be divided as planned, and where.
enum AllocationRefusal: Error {
  /// An amount that is no whole number of the plan's unit: the whole, or an area's limit.
  case notWhole(Money, AreaPath?)
  /// Areas that something is decided for and that the plan does not divide down to.
  case beyondDepth([AreaPath])
  /// Areas with a basis of another sign than the others.
  case mixedSigns([AreaPath])
  /// Areas without a basis.
  case missingBasis([AreaPath])
  /// Areas without a driver.
  case missingDriver([AreaPath])
  /// Shares below an area that are not the whole.
  case shares(below: AreaPath, sum: Rational)
  /// The amount of an area cannot be divided over those below it.
  case impossible(below: AreaPath, amount: Int64, Allocation.Failure)
  /// A figure does not fit.
  case overflow
}
