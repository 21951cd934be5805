/// How the integers of a column relate to the numbers that people read.
///
/// The number shown is the integer divided by ten to the power of ``exponent``: 1 837 900 000 öre
/// with the scale of tkr (exponent 5) is 18 379.
public struct Scale: Hashable, Sendable {
  /// The unit of money, or `nil` when none is stated.
  public let unit: MoneyUnit?
  /// How many decimal places of the shown number the integer holds.
  public let exponent: Int

  /// The scale of money that is kept in öre and shown in a unit.
  /// - Parameter unit: The unit shown.
  public init(unit: MoneyUnit) {
    self.unit = unit
    self.exponent = unit.decimalsToOre
  }

  /// The scale of numbers whose unit nobody stated: their last decimal place is kept.
  /// - Parameter decimals: The most decimal places that the source uses.
  public init(unstatedWithDecimals decimals: Int) {
    self.unit = nil
    self.exponent = decimals
  }
}
