public import KollModel

/// What is known of a file beforehand; what is not given is detected.
public struct ReadingOptions: Hashable, Sendable {
  /// The byte between fields.
  public var delimiter: UInt8?
  /// The encoding of the file's text.
  public var encoding: TextEncoding?
  /// The unit of its money.
  public var unit: MoneyUnit?
  /// The convention of its signs.
  public var sign: SignConvention?
  /// The decimal mark of its numbers.
  public var decimalMark: DecimalMark?
  /// Whether parentheses around a number mean minus.
  public var allowsParentheses: Bool
  /// What columns state, by header text.
  public var series: [String: Series]

  /// Creates options.
  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - encoding: The encoding of the file's text.
  ///   - unit: The unit of its money.
  ///   - sign: The convention of its signs.
  ///   - decimalMark: The decimal mark of its numbers.
  ///   - allowsParentheses: Whether parentheses around a number mean minus.
  ///   - series: What columns state, by header text.
  public init(
    delimiter: UInt8? = nil,
    encoding: TextEncoding? = nil,
    unit: MoneyUnit? = nil,
    sign: SignConvention? = nil,
    decimalMark: DecimalMark? = nil,
    allowsParentheses: Bool = false,
    series: [String: Series] = [:],
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.unit = unit
    self.sign = sign
    self.decimalMark = decimalMark
    self.allowsParentheses = allowsParentheses
    self.series = series
  }
}
