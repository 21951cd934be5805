/// A file's own rows and columns, as a table that could be declared.
public struct Layout: Hashable, Sendable {
  /// The title above the header, when the file has one.
  public var title: String?
  /// The convention that the file's signs follow, when it is known.
  public var sign: SignConvention?
  /// What the column of labels is called.
  public var areaTitle: String
  /// The columns with figures, in the file's order.
  public var columns: [LayoutColumn]
  /// The rows without stated totals, in the file's order.
  public var rows: [LayoutRow]
  /// Why a sum of all rows would mean nothing; `nil` when it means something.
  public var untotalled: String?

  /// Creates a layout.
  /// - Parameters:
  ///   - title: The title above the header.
  ///   - sign: The convention of the signs, when known.
  ///   - areaTitle: What the column of labels is called.
  ///   - columns: The columns with figures.
  ///   - rows: The rows without stated totals.
  ///   - untotalled: Why a sum of all rows would mean nothing.
  public init(
    title: String?,
    sign: SignConvention?,
    areaTitle: String,
    columns: [LayoutColumn],
    rows: [LayoutRow],
    untotalled: String? = nil,
  ) {
    self.title = title
    self.sign = sign
    self.areaTitle = areaTitle
    self.columns = columns
    self.rows = rows
    self.untotalled = untotalled
  }
}

/// A column of a file's own table.
public struct LayoutColumn: Hashable, Sendable {
  /// The name that scripts use, such as `budget-2021`; unique in the table.
  public var key: String
  /// The header's text with white space collapsed; unique in the table.
  public var title: String
  /// What the column states.
  public var series: Series
  /// How its integers relate to the numbers shown.
  public var scale: Scale
  /// The most decimal places that the file writes in this column.
  public var decimals: Int
  /// Whether its figures follow from other columns of the file.
  public var isDerived: Bool
  /// Whether the column holds what people say of a row's figures.
  public var isComment: Bool

  /// Creates a column.
  /// - Parameters:
  ///   - key: The name that scripts use.
  ///   - title: The header's text.
  ///   - series: What the column states.
  ///   - scale: How its integers relate to the numbers shown.
  ///   - decimals: The most decimal places written in it.
  ///   - isDerived: Whether its figures follow from other columns.
  ///   - isComment: Whether the column holds what people say of a row's figures.
  public init(
    key: String,
    title: String,
    series: Series,
    scale: Scale,
    decimals: Int,
    isDerived: Bool = false,
    isComment: Bool = false,
  ) {
    self.key = key
    self.title = title
    self.series = series
    self.scale = scale
    self.decimals = decimals
    self.isDerived = isDerived
    self.isComment = isComment
  }
}

/// A row of a file's own table.
public struct LayoutRow: Hashable, Sendable {
  /// What the row is called.
  public var label: String
  /// The area that the row states figures for.
  public var area: AreaPath
  /// The part that the row plays.
  public var role: RowRole
  /// The words in columns of words, by series.
  public var texts: [Series: String]
  /// The record it came from; `nil` when it came from several.
  public var origin: Origin?

  /// Creates a row.
  /// - Parameters:
  ///   - label: What the row is called.
  ///   - area: The area it states figures for.
  ///   - role: The part it plays.
  ///   - texts: The words in columns of words, by series.
  ///   - origin: The record it came from; `nil` when it came from several.
  public init(
    label: String,
    area: AreaPath,
    role: RowRole,
    texts: [Series: String] = [:],
    origin: Origin?,
  ) {
    self.label = label
    self.area = area
    self.role = role
    self.texts = texts
    self.origin = origin
  }
}
