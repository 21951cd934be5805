public import KollModel

/// A table as it is declared: which rows, which columns, in which unit and sign.
public struct TableDefinition: Hashable, Sendable {
  /// What the table is about.
  public var title: String?
  /// What the column of labels is called.
  public var areaTitle: String
  /// The convention that the facts follow, when known.
  public var sign: SignConvention?
  /// The convention to show; `nil` keeps the facts' own.
  public var shownSign: SignConvention?
  /// The columns beside the labels.
  public var columns: [TableColumn]
  /// The rows in the order they are shown.
  public var rows: [RowDefinition]

  /// Creates a definition.
  /// - Parameters:
  ///   - title: What the table is about.
  ///   - areaTitle: What the column of labels is called.
  ///   - sign: The convention that the facts follow.
  ///   - shownSign: The convention to show; `nil` keeps the facts' own.
  ///   - columns: The columns beside the labels.
  ///   - rows: The rows in the order they are shown.
  public init(
    title: String? = nil,
    areaTitle: String,
    sign: SignConvention? = nil,
    shownSign: SignConvention? = nil,
    columns: [TableColumn],
    rows: [RowDefinition],
  ) {
    self.title = title
    self.areaTitle = areaTitle
    self.sign = sign
    self.shownSign = shownSign
    self.columns = columns
    self.rows = rows
  }
}

/// A row as it is declared.
public struct RowDefinition: Hashable, Sendable {
  /// What the row is called.
  public var label: String
  /// The labels from the widest area down to this row; empty for the grand total.
  public var path: AreaPath
  /// The part that the row plays.
  public var role: RowRole
  /// Where its figures come from.
  public var content: Content
  /// The words in columns of words, by series.
  public var texts: [Series: String]
  /// The record it came from.
  public var origin: Origin?

  /// Where a row's figures come from.
  public enum Content: Hashable, Sendable {
    /// The facts about the row's area.
    case facts
    /// The internal items of some areas, taken away.
    case elimination(InternalItems, of: [AreaPath])
    /// Cells that are given, one for every column without an expression, in order.
    case given([Cell])
    /// Other rows of the table; those that are terms themselves are declared before this one.
    case terms([RowTerm])
    /// Nothing: a heading.
    case none
  }

  /// Creates a row.
  /// - Parameters:
  ///   - label: What the row is called.
  ///   - path: The labels from the widest area down to this row.
  ///   - role: The part that the row plays.
  ///   - content: Where its figures come from.
  ///   - texts: The words in columns of words, by series.
  ///   - origin: The record it came from.
  public init(
    label: String,
    path: AreaPath,
    role: RowRole,
    content: Content,
    texts: [Series: String] = [:],
    origin: Origin? = nil,
  ) {
    self.label = label
    self.path = path
    self.role = role
    self.content = content
    self.texts = texts
    self.origin = origin
  }
}
