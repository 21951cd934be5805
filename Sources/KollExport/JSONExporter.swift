public import KollCalculation
public import KollModel

/// Writes tables as JSON in the shape that scripts rely on.
public struct JSONExporter: Sendable {
  /// Creates an exporter.
  public init() {}

  /// One table as an object, any other number of them as an array.
  /// - Parameter tables: The tables.
  /// - Returns: The object or the array.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func json(_ tables: [ComputedTable]) throws(AmountOverflow) -> JSON {
    var objects: [JSON] = []
    for table in tables { objects.append(try json(table)) }
    return objects.count == 1 ? objects[0] : .array(objects)
  }

  /// One table as an object.
  /// - Parameter table: The table.
  /// - Returns: The object.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func json(_ table: ComputedTable) throws(AmountOverflow) -> JSON {
    var rows: [JSON] = []
    for row in table.rows { rows.append(try json(row, of: table)) }
    var checks: [JSON] = []
    for check in table.checks { checks.append(try json(check, of: table)) }
    return .object([
      .init("title", .optional(table.title)),
      .init("unit", .optional(table.unit?.rawValue)),
      .init("decimals", .number(table.decimals)),
      .init("sign", .optional(table.sign?.rawValue)),
      .init("columns", .array(table.columns.map { .object(JSONExporter.members(of: $0)) })),
      .init("rows", .array(rows)),
      .init("checks", .array(checks)),
      .init("notes", .array(table.notes.map(json))),
    ])
  }

  /// What programs are told of a column.
  /// - Parameter column: The column.
  /// - Returns: The members of its object.
  public static func members(of column: TableColumn) -> [JSON.Member] {
    [
      .init("key", .text(column.key)),
      .init("title", .text(column.title)),
      .init("kind", .text(column.series.kind.rawValue)),
      .init("year", .optional(column.series.year)),
      .init("period", .optional(column.series.period?.description)),
      .init("round", .optional(column.series.round?.description)),
      .init("side", .optional(column.series.side?.rawValue)),
      .init("unit", .optional(column.unitName)),
      .init("derived", .boolean(column.isDerived)),
    ]
  }

  private func json(_ row: ComputedRow, of table: ComputedTable) throws(AmountOverflow) -> JSON {
    var values: [JSON] = []
    for (column, cell) in zip(table.columns, row.cells) {
      values.append(try json(cell.value, in: column))
    }
    return .object([
      .init("label", .text(row.label)),
      .init("path", .array(row.path.labels.map(JSON.text))),
      .init("level", .number(row.level)),
      .init("role", .text(row.role.rawValue)),
      .init("values", .array(values)),
      .init("source", JSONExporter.json(row.origin)),
    ])
  }

  private func json(_ check: Check, of table: ComputedTable) throws(AmountOverflow) -> JSON {
    let column = table.columns[check.column]
    return .object([
      .init("kind", .text(check.kind.rawValue)),
      .init("row", .text(check.row)),
      .init("path", .array(check.path.labels.map(JSON.text))),
      .init("column", .text(column.key)),
      .init("stated", try json(.money(check.stated), in: column)),
      .init("computed", try json(CellValue(check.computed), in: column)),
      .init("difference", try json(CellValue(check.difference), in: column)),
      .init("verdict", .text(check.verdict.rawValue)),
      .init("source", JSONExporter.json(check.origin)),
    ])
  }

  func json(_ value: CellValue, in column: TableColumn) throws(AmountOverflow) -> JSON {
    switch value {
    case .text(let words): .text(words)
    case .absent: .null
    case .money, .count:
      try value.number(in: column.scale).map { number throws(AmountOverflow) in
        .number(try number.exactDecimal(mark: "."))
      } ?? .null
    case .ratio(let share): .number(try share.perCentDecimal(mark: "."))
    }
  }

  private func json(_ note: Note) -> JSON {
    .object([
      .init("row", .optional(note.row)),
      .init("column", .optional(note.column)),
      .init("text", .text(note.text)),
    ])
  }

  static func json(_ origin: Origin?) -> JSON {
    guard let origin else { return .null }
    return .object([.init("file", .text(origin.file)), .init("line", .number(origin.line))])
  }
}

extension TableColumn {
  /// The unit that scripts see: of money, or per cent.
  var unitName: String? {
    series.kind == .ratio ? "%" : scale.unit?.rawValue
  }
}
