public import KollModel

/// A table with every figure decided: what exporters translate and nothing else computes.
///
/// Rows come in the order they are shown, each with one cell for every column.
public struct ComputedTable: Hashable, Sendable {
  /// What other tables of the document call it; `nil` when none has figures of it.
  public var name: TableName?
  /// What the table is about, when it has a title.
  public var title: String?
  /// What the column of labels is called.
  public var areaTitle: String
  /// The convention that the signs follow, when known.
  public var sign: SignConvention?
  /// The columns beside the labels.
  public var columns: [TableColumn]
  /// The rows in the order they are shown.
  public var rows: [ComputedRow]
  /// The ties that were tested.
  public var checks: [Check]
  /// What a reader must know.
  public var notes: [Note]

  /// Creates a table.
  /// - Parameters:
  ///   - title: What the table is about.
  ///   - areaTitle: What the column of labels is called.
  ///   - sign: The convention that the signs follow.
  ///   - columns: The columns beside the labels.
  ///   - rows: The rows, each with one cell for every column.
  ///   - checks: The ties that were tested.
  ///   - notes: What a reader must know.
  public init(
    title: String? = nil,
    areaTitle: String,
    sign: SignConvention? = nil,
    columns: [TableColumn],
    rows: [ComputedRow],
    checks: [Check] = [],
    notes: [Note] = [],
  ) {
    self.title = title
    self.areaTitle = areaTitle
    self.sign = sign
    self.columns = columns
    self.rows = rows
    self.checks = checks
    self.notes = notes
  }

  /// The one unit of all columns of money; `nil` when none is stated or they differ.
  public var unit: MoneyUnit? {
    let units = Set(columns.filter(\.series.kind.isMoney).map(\.scale.unit))
    return units.count == 1 ? units.first ?? nil : nil
  }

  /// The most decimals that a column of money shows.
  public var decimals: Int {
    columns.filter(\.series.kind.isMoney).map(\.decimals).max() ?? 0
  }

  /// The grand total, when the table has one.
  public var total: ComputedRow? {
    rows.last { $0.role == .total }
  }
}

/// A row of a computed table.
public struct ComputedRow: Hashable, Sendable {
  /// What the row is called.
  public var label: String
  /// The labels from the widest area down to this row; empty for the grand total.
  public var path: AreaPath
  /// The part that the row plays.
  public var role: RowRole
  /// The rows that this one is computed from; empty when its figures come from a source.
  public var terms: [RowTerm]
  /// One cell for every column, in the columns' order.
  public var cells: [Cell]
  /// The record it came from; `nil` when it has none or several.
  public var origin: Origin?

  /// Creates a row.
  /// - Parameters:
  ///   - label: What the row is called.
  ///   - path: The labels from the widest area down to this row.
  ///   - role: The part that the row plays.
  ///   - terms: The rows that this one is computed from.
  ///   - cells: One cell for every column.
  ///   - origin: The record it came from.
  public init(
    label: String,
    path: AreaPath,
    role: RowRole,
    terms: [RowTerm] = [],
    cells: [Cell],
    origin: Origin? = nil,
  ) {
    self.label = label
    self.path = path
    self.role = role
    self.terms = terms
    self.cells = cells
    self.origin = origin
  }

  /// How many levels below the total the row stands.
  public var level: Int { path.labels.count }
}

/// Another row of the same table, added or subtracted.
public struct RowTerm: Hashable, Sendable {
  /// The row, as an index into the table's rows.
  public let row: Int
  /// Whether it is taken away instead of added.
  public let isSubtracted: Bool

  /// Creates a term.
  /// - Parameters:
  ///   - row: An index into the table's rows.
  ///   - isSubtracted: Whether it is taken away.
  public init(_ row: Int, isSubtracted: Bool = false) {
    self.row = row
    self.isSubtracted = isSubtracted
  }
}
