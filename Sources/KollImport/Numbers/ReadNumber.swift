public import KollModel

/// A number as a cell states it: ``coefficient`` divided by ten to the power of ``decimals``.
public struct ReadNumber: Hashable, Sendable {
  /// All digits as one signed integer: -12345 for `-123,45`.
  public let coefficient: Int64
  /// How many of the digits are decimals, 0 to 18, as many as were written.
  public let decimals: Int
  /// The unit that was written behind it, when one was.
  public let unit: MoneyUnit?
  /// Whether a per cent sign was written behind it.
  public let isPercent: Bool
  /// The footnote mark that was written behind it, such as `*` or `²`.
  public let footnote: String?

  /// Creates a number.
  /// - Parameters:
  ///   - coefficient: All digits as one signed integer.
  ///   - decimals: How many of the digits are decimals.
  ///   - unit: The unit behind it.
  ///   - isPercent: Whether a per cent sign is behind it.
  ///   - footnote: The footnote mark behind it.
  public init(
    coefficient: Int64,
    decimals: Int = 0,
    unit: MoneyUnit? = nil,
    isPercent: Bool = false,
    footnote: String? = nil,
  ) {
    self.coefficient = coefficient
    self.decimals = decimals
    self.unit = unit
    self.isPercent = isPercent
    self.footnote = footnote
  }
}
