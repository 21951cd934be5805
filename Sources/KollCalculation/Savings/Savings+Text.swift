public import KollModel

extension Savings.Amount {
  /// The amount in a unit, with "ca" when it is approximate.
  /// - Parameter unit: The unit to write it in.
  /// - Returns: The amount with its unit.
  /// - Throws: `AmountOverflow` when it has too many digits to write.
  public func text(in unit: MoneyUnit) throws(AmountOverflow) -> String {
    let style = NumberStyle.swedish(decimals: unit.customaryDecimals)
    let number = try style.format(money.shown(in: Scale(unit: unit)))
    return (isApproximate ? "ca\u{A0}" : "") + number + "\u{A0}" + unit.rawValue
  }
}
