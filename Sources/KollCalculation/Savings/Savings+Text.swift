public import KollModel

extension Savings.Amount {
  /// The amount in a unit, with "ca" when it is approximate.
  /// - Parameter display: How to show it.
  /// - Returns: The amount with its unit.
  /// - Throws: `AmountOverflow` when it has too many digits to write.
  public func text(in display: MoneyDisplay) throws(AmountOverflow) -> String {
    (isApproximate ? "ca\u{A0}" : "") + (try money.text(in: display))
  }
}

extension Money {
  /// The amount in a unit, followed by the unit.
  func text(in display: MoneyDisplay) throws(AmountOverflow) -> String {
    let style = NumberStyle.swedish(decimals: display.decimals)
    let number = try style.format(shown(in: Scale(unit: display.unit)))
    return number + "\u{A0}" + display.unit.rawValue
  }
}
