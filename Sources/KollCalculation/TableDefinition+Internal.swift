public import KollModel

/// Which items are internal: those whose counterpart is a part of the same organisation.
public struct InternalItems: Hashable, Sendable {
  /// How the codes of counterparts of the same organisation begin.
  public let counterparts: [String]

  /// Creates a rule.
  /// - Parameter counterparts: How the codes of counterparts of the same organisation begin.
  public init(counterparts: [String]) {
    self.counterparts = counterparts
  }

  /// Whether what a line is about is an internal item.
  func include(_ line: Line?) -> Bool {
    guard let counterpart = line?.counterpart else { return false }
    return counterparts.contains { counterpart.hasPrefix($0) }
  }

  /// Whether a table has internal items.
  /// - Parameter table: The table.
  /// - Returns: Whether it has.
  public func areIn(_ table: ImportedTable) -> Bool {
    table.lines.contains { include($0) }
  }
}

extension TableDefinition {
  /// What the row of internal items is called.
  static let internalLabel = "Eliminering av interna poster"

  /// The same table with its internal items, which areas show, taken from the total.
  ///
  /// Source: RKR R14 (driftredovisning): internal items are shown per nämnd and taken away so that
  /// the total is that of the resultaträkning.
  /// - Parameter items: Which items are internal.
  /// - Returns: The definition, with a row for them before the total.
  public func eliminating(_ items: InternalItems) -> TableDefinition {
    guard let last = rows.lastIndex(where: { $0.role == .total }),
      case .terms(let terms) = rows[last].content
    else { return self }
    var definition = self
    definition.rows[last].content = .terms(terms + [RowTerm(last)])
    definition.rows.insert(
      RowDefinition(
        label: TableDefinition.internalLabel,
        path: AreaPath([TableDefinition.internalLabel]),
        role: .item,
        content: .elimination(items, of: terms.map { rows[$0.row].path }),
      ),
      at: last,
    )
    return definition
  }
}

extension Tie {
  /// What internal income and internal costs come to, which must be nothing, in each net column.
  /// - Parameter table: A table that internal items were taken from.
  /// - Returns: A tie for each net column with internal items.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  public static func internalItems(in table: ComputedTable) throws(AmountOverflow) -> [Tie] {
    guard let row = Row(TableDefinition.internalLabel, of: table) else { return [] }
    var ties: [Tie] = []
    for (index, column) in table.columns.enumerated() {
      guard column.expression == nil, column.series.side != .cost, column.series.side != .income,
        column.series.kind.isMoney, let amount = row.row.cells[index].value.money
      else { continue }
      ties.append(
        try Tie(
          column.title,
          Figure(
            "interna intäkter och kostnader tillsammans",
            try -amount,
            terms: row.terms(index, isSubtracted: true),
          ),
          Figure("väntat", .zero),
          scale: column.scale,
          decimals: column.decimals,
          lastPlace: column.lastPlace,
        )
      )
    }
    return ties
  }
}
