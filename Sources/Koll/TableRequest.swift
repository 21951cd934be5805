public import KollImport
public import KollModel

/// What `koll table` is asked for.
public struct TableRequest: Hashable, Sendable {
  /// The files with rows per area; several are one table.
  public var files: [String]
  /// What is known of the files beforehand.
  public var reading: ReadingOptions
  /// Whether the result must be one table, as a file of records is.
  public var needsOneTable: Bool
  /// How many levels of areas to show; `nil` shows all.
  public var depth: Int?
  /// The unit to show; `nil` keeps the files' own.
  public var unit: MoneyUnit?
  /// The decimals to show; `nil` keeps the files' own.
  public var decimals: Int?
  /// The sign convention to show; `nil` keeps the files' own.
  public var sign: SignConvention?
  /// The titles or keys of the columns to show, in order; `nil` shows all.
  public var columns: [String]?
  /// Columns to compute, in order.
  public var added: [AddedColumn]
  /// Whether warnings count as errors.
  public var isStrict: Bool

  /// A column to compute.
  public struct AddedColumn: Hashable, Sendable {
    /// What the column is called.
    public let title: String
    /// The expression.
    public let expression: String

    /// Creates a column.
    /// - Parameters:
    ///   - title: What the column is called.
    ///   - expression: The expression.
    public init(title: String, expression: String) {
      self.title = title
      self.expression = expression
    }
  }

  /// Creates a request.
  /// - Parameters:
  ///   - files: The files with rows per area.
  ///   - reading: What is known of the files beforehand.
  ///   - needsOneTable: Whether the result must be one table.
  ///   - depth: How many levels of areas to show.
  ///   - unit: The unit to show.
  ///   - decimals: The decimals to show.
  ///   - sign: The sign convention to show.
  ///   - columns: The columns to show.
  ///   - added: Columns to compute.
  ///   - isStrict: Whether warnings count as errors.
  public init(
    files: [String],
    reading: ReadingOptions = ReadingOptions(),
    needsOneTable: Bool = false,
    depth: Int? = nil,
    unit: MoneyUnit? = nil,
    decimals: Int? = nil,
    sign: SignConvention? = nil,
    columns: [String]? = nil,
    added: [AddedColumn] = [],
    isStrict: Bool = false,
  ) {
    self.files = files
    self.reading = reading
    self.needsOneTable = needsOneTable
    self.depth = depth
    self.unit = unit
    self.decimals = decimals
    self.sign = sign
    self.columns = columns
    self.added = added
    self.isStrict = isStrict
  }
}
