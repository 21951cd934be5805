public import KollModel

extension Savings.Amount {
  /// The amount in a unit, with "ca" when it is approximate.
  /// - Parameter unit: The unit to write it in.
  /// - Returns: The amount with its unit.
  /// - Throws: `AmountOverflow` when it has too many digits to write.
  public func text(in unit: MoneyUnit) throws(AmountOverflow) -> String {
    (isApproximate ? "ca\u{A0}" : "")
      + (try money.text(in: unit, decimals: unit.customaryDecimals))
  }
}

extension Money {
  /// The amount in a unit, followed by the unit.
  func text(in unit: MoneyUnit, decimals: Int) throws(AmountOverflow) -> String {
    let style = NumberStyle.swedish(decimals: decimals)
    return try style.format(shown(in: Scale(unit: unit))) + "\u{A0}" + unit.rawValue
  }
}
