/// How amounts of money are shown: in which unit, with how many decimals.
public struct MoneyDisplay: Hashable, Sendable {
  /// The unit.
  public let unit: MoneyUnit
  /// The decimals, 0 to 11.
  public let decimals: Int

  /// Creates a way of showing money.
  /// - Parameters:
  ///   - unit: The unit.
  ///   - decimals: The decimals; `nil` for those that people read in the unit.
  public init(_ unit: MoneyUnit, decimals: Int? = nil) {
    self.unit = unit
    self.decimals = decimals ?? unit.customaryDecimals
  }

  /// The same unit with as many decimals as some amounts need.
  /// - Parameter amounts: The amounts.
  /// - Returns: The display, with no fewer decimals.
  public func exact(for amounts: [Money]) -> MoneyDisplay {
    let most = unit.decimalsToOre
    guard decimals < most else { return self }
    let enough = (decimals..<most).first { decimals in
      let place = Int64(powerOfTen(most - decimals))
      return amounts.allSatisfy { $0.minorUnits % place == 0 }
    }
    return MoneyDisplay(unit, decimals: enough ?? most)
  }
}
