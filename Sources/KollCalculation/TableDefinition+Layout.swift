public import KollModel

extension TableDefinition {
  /// What the row of everything is called.
  public static let totalLabel = "Totalt"

  /// The tables' own rows and columns as one definition, joined on area, with a total last.
  ///
  /// Columns that state the same series are one. Rows come in the order of the structure, or without
  /// one in the order in which the tables name their areas.
  /// - Parameters:
  ///   - tables: The tables, at least one.
  ///   - structure: The organisation that the tables' rows are placed in.
  public init(joining tables: [ImportedTable], inOrderOf structure: Structure? = nil) {
    var columns: [TableColumn] = []
    var known: [Series: Int] = [:]
    for column in tables.flatMap(\.layout.columns).map(TableColumn.init) {
      if let place = known[column.series] {
        columns[place].lastPlace = max(columns[place].lastPlace, column.lastPlace)
      } else {
        known[column.series] = columns.count
        columns.append(column)
      }
    }
    let layoutRows = tables.flatMap(\.layout.rows)
    var rows = GroupedRows(of: layoutRows)
    for row in structure.map({ layoutRows.inOrder(of: $0) }) ?? layoutRows {
      rows.add(row, keepingOrigin: tables.count == 1)
    }
    let signs = Set(tables.map(\.layout.sign))
    self.init(
      title: tables.count == 1 ? tables.first?.layout.title : nil,
      areaTitle: tables.first?.layout.areaTitle ?? "",
      sign: signs.count == 1 ? signs.first ?? nil : nil,
      columns: columns,
      rows: rows.withSums(hasTotal: tables.allSatisfy { $0.layout.untotalled == nil }),
    )
  }
}

/// Rows in the order of their tables, with each group's sum before the group and the total last.
private struct GroupedRows {
  private var rows: [RowDefinition] = []
  /// The rows with figures, by their areas.
  private var known: [AreaPath: Int] = [:]
  /// The groups that items are in.
  private let groups: Set<AreaPath>
  /// The rows that hold the sums of groups, by the groups' paths.
  private var sums: [AreaPath: Int] = [:]
  /// The items of each group, and under the total's path all of them.
  private var items: [AreaPath: [RowTerm]] = [:]

  init(of rows: [LayoutRow]) {
    groups = rows.filter { $0.role == .item }.reduce(into: []) { groups, row in
      for depth in row.area.labels.indices.dropFirst() { groups.insert(row.area.prefix(depth)) }
    }
  }

  /// Adds a row, and before it the sums of the groups that it is the first of.
  mutating func add(_ row: LayoutRow, keepingOrigin: Bool) {
    if row.role != .heading {
      if let index = known[row.area] {
        rows[index].texts.merge(row.texts) { $0 == $1 ? $0 : "\($0); \($1)" }
        return
      }
    }
    if row.role == .ofWhich { addSum(ofPart: row.area) }
    if row.role == .item {
      addSums(above: row.area)
      for depth in row.area.labels.indices {
        items[row.area.prefix(depth), default: []].append(RowTerm(rows.count))
      }
    }
    if row.role != .heading { known[row.area] = rows.count }
    rows.append(
      RowDefinition(
        label: row.label,
        path: row.area,
        role: row.role,
        content: row.role == .heading ? .none : .facts,
        texts: row.texts,
        origin: keepingOrigin ? row.origin : nil,
      )
    )
  }

  /// Adds the sum that a "varav" row is a part of, when it is a group's and not a row's.
  private mutating func addSum(ofPart path: AreaPath) {
    let group = path.prefix(path.labels.count - 1)
    if known[group] == nil, groups.contains(group) { addSums(above: path) }
  }

  private mutating func addSums(above path: AreaPath) {
    for depth in path.labels.indices.dropFirst() {
      let group = path.prefix(depth)
      guard sums[group] == nil, let label = group.labels.last else { continue }
      sums[group] = rows.count
      rows.append(RowDefinition(label: label, path: group, role: .subtotal, content: .none))
    }
  }

  /// The rows, each sum with its terms, and the total last; no terms where sums mean nothing.
  ///
  /// - Parameter hasTotal: Whether sums of rows mean anything.
  /// - Returns: The rows of the definition.
  func withSums(hasTotal: Bool) -> [RowDefinition] {
    var rows = rows
    for (group, row) in sums { rows[row].content = .terms(hasTotal ? items[group] ?? [] : []) }
    rows.append(
      RowDefinition(
        label: TableDefinition.totalLabel,
        path: .total,
        role: .total,
        content: .terms(hasTotal ? items[.total] ?? [] : []),
      )
    )
    return rows
  }
}

extension [LayoutRow] {
  /// The rows by the places of their areas, those that belong to no area last.
  fileprivate func inOrder(of structure: Structure) -> [LayoutRow] {
    let ranks = map { $0.role == .memo ? Int.max : structure.rank(of: $0.area) }
    // The index beside the rank keeps rows of one area in the order they were in.
    return indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { self[$0] }
  }
}

extension AreaPath {
  /// The area some levels down from the top.
  fileprivate func prefix(_ depth: Int) -> AreaPath {
    AreaPath(Array(labels.prefix(depth)))
  }
}

extension TableColumn {
  /// The column of a file's own table.
  /// - Parameter column: The column as the file has it.
  public init(_ column: LayoutColumn) {
    self.init(
      key: column.key,
      title: column.title,
      series: column.series,
      scale: column.scale,
      decimals: column.decimals,
      isChange: column.series.kind == .variance,
      isDerived: column.isDerived,
    )
  }

  /// The column in another unit or with other decimals.
  ///
  /// Money whose unit nobody stated keeps its scale. Without decimals, a column that changes its
  /// unit gets those customary for it.
  /// - Parameters:
  ///   - unit: The unit to show money in; `nil` keeps the column's own.
  ///   - decimals: The decimals to show; `nil` keeps the column's own where the unit stays.
  /// - Returns: The column as it is to be shown.
  public func showing(unit: MoneyUnit?, decimals: Int?) -> TableColumn {
    guard series.kind.isMoney else { return self }
    var column = self
    if let unit, let own = scale.unit, own != unit {
      column.scale = Scale(unit: unit)
      column.decimals = unit.customaryDecimals
    }
    if let decimals { column.decimals = min(decimals, column.scale.exponent) }
    return column
  }
}
