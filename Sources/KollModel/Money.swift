/// An exact amount of money: a whole number of minor units.
///
/// A minor unit is one öre. Only where the source states no unit of money is it instead one in the
/// last decimal place that the source uses; the column's ``Scale`` says which. There is no way in
/// from `Double`: amounts are parsed from digits and stay integers.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in minor units, signed as its column says.
  public let minorUnits: Int64

  /// No money, which is not the same as no value.
  public static let zero = Money(minorUnits: 0)

  /// Creates an amount.
  /// - Parameter minorUnits: The amount in minor units.
  public init(minorUnits: Int64) {
    self.minorUnits = minorUnits
  }

  /// The smaller amount first.
  public static func < (left: Money, right: Money) -> Bool {
    left.minorUnits < right.minorUnits
  }
}

/// An amount grew past what 64 bits hold.
public struct AmountOverflow: Error, Hashable {
  /// Creates the error.
  public init() {}
}
