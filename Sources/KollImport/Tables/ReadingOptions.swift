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
  /// What columns state, by header text.
  public var series: [String: Series]
  /// Whether something else says which rows are groups, so that no sums are looked for in figures.
  public var areGroupsKnown = false

  /// Creates options.
  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - encoding: The encoding of the file's text.
  ///   - unit: The unit of its money.
  ///   - sign: The convention of its signs.
  ///   - series: What columns state, by header text.
  public init(
    delimiter: UInt8? = nil,
    encoding: TextEncoding? = nil,
    unit: MoneyUnit? = nil,
    sign: SignConvention? = nil,
    series: [String: Series] = [:],
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.unit = unit
    self.sign = sign
    self.series = series
  }
}
