public import KollModel

/// Explains the figures of a document's tables: each by the others that it follows from, down to the
/// lines of files.
public struct FigureExplainer: Sendable {
  /// The tables that others repeat figures of, by their names.
  private let tables: [TableName: ComputedTable]
  /// The facts that the tables of areas are computed from.
  private let areas: FactSources
  /// The facts that other tables are computed from, by their names.
  private let others: [TableName: FactSources]

  /// Creates an explainer.
  /// - Parameters:
  ///   - tables: The tables that have names.
  ///   - areas: The facts that the tables of areas are computed from.
  ///   - others: The facts that other tables are computed from, by their names.
  public init(
    tables: [ComputedTable],
    areas: FactSources,
    others: [TableName: FactSources] = [:],
  ) {
    let named = tables.compactMap { table in table.name.map { ($0, table) } }
    self.tables = Dictionary(named) { first, _ in first }
    self.areas = areas
    self.others = others
  }

  /// Explains a figure.
  /// - Parameters:
  ///   - row: The row, as an index into the table's rows.
  ///   - column: The column, as an index into the table's columns.
  ///   - table: The table.
  /// - Returns: What it is and what it follows from.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  public func explanation(
    row: Int,
    column: Int,
    of table: ComputedTable,
  ) throws(AmountOverflow) -> Explanation {
    let title = "\(table.rows[row].label), \(table.columns[column].title)"
    return try explanation(row: row, column: column, of: table, called: title)
  }

  private func explanation(
    row: Int,
    column index: Int,
    of table: ComputedTable,
    called title: String,
  ) throws(AmountOverflow) -> Explanation {
    let (cell, column) = (table.rows[row].cells[index], table.columns[index])
    let figure = FigureTitle(title: title, column: column)
    func made(_ rule: Explanation.Rule, _ terms: [Explanation.Term] = []) -> Explanation {
      Explanation(title, cell, in: column, rule, terms: terms)
    }
    if let expression = column.expression {
      let operands = expression.columns
      var terms: [Explanation.Term] = []
      for operand in operands {
        let title = table.columns[operand].title
        terms.append(
          Explanation.Term(
            try explanation(row: row, column: operand, of: table, called: title)
          )
        )
      }
      let places = Dictionary(uniqueKeysWithValues: zip(operands, operands.indices))
      let ofTerms = expression.renumbered(by: places) ?? expression
      // What stands beside an expression, as a share of another whole, is not what it gives.
      let explanation = made(.expression(ofTerms), terms)
      if try explanation.isCombined { return explanation }
    }
    if let terms = try terms(ofRow: row, column: index, of: table) {
      let explanation = made(.sum, terms)
      if try explanation.isCombined { return explanation }
    }
    if let terms = try repeated(cell.terms), !terms.isEmpty {
      let explanation = made(.sum, terms).withoutRepetition
      if try explanation.isCombined { return explanation }
    }
    if let source = cell.source {
      let facts = table.name.flatMap { others[$0] } ?? areas
      let explanation = try facts.explanation(of: source, as: figure).of(cell)
      if try explanation.isCombined { return explanation }
    }
    if case .absent(let reason) = cell.value { return made(.absent(reason)) }
    return made(.remark(column.remark(on: table.rows[row])))
  }

  /// The rows that a cell is the sum of.
  private func terms(
    ofRow row: Int,
    column: Int,
    of table: ComputedTable,
  ) throws(AmountOverflow) -> [Explanation.Term]? {
    guard !table.rows[row].terms.isEmpty, table.columns[column].expression == nil else {
      return nil
    }
    var terms: [Explanation.Term] = []
    let rows = table.widestTerms(of: row)
    let labels = Dictionary(grouping: rows) { table.rows[$0.row].label }
    for term in rows {
      let other = table.rows[term.row]
      let isOnlyOne = labels[other.label]?.count == 1
      let explanation = try explanation(
        row: term.row,
        column: column,
        of: table,
        called: isOnlyOne ? other.label : other.path.fullName,
      )
      terms.append(Explanation.Term(explanation, isSubtracted: term.isSubtracted))
    }
    return terms
  }

  /// The cells of other tables that a cell repeats; `nil` when one of them is not there.
  private func repeated(
    _ cells: [CellTerm]
  ) throws(AmountOverflow) -> [Explanation.Term]? {
    var terms: [Explanation.Term] = []
    for cell in cells {
      guard let table = tables[cell.place.table], table.rows.indices.contains(cell.place.row),
        table.columns.indices.contains(cell.place.column)
      else { return nil }
      let explanation = try explanation(
        row: cell.place.row,
        column: cell.place.column,
        of: table,
      )
      terms.append(Explanation.Term(explanation, isSubtracted: cell.isSubtracted))
    }
    return terms
  }
}

extension Explanation {
  /// The explanation of a cell that shows the figure.
  fileprivate func of(_ cell: Cell) -> Explanation {
    Explanation(title, cell, in: column, rule, terms: terms, records: records)
  }

  /// Whether the terms and records come to the figure.
  public var isCombined: Bool {
    get throws(AmountOverflow) { try combined == number && rule.isArithmetic }
  }
}

extension ComputedTable {
  /// The rows that a sum adds up, those of groups together by the groups' own sums.
  fileprivate func widestTerms(of sum: Int) -> [RowTerm] {
    var rest = Set(rows[sum].terms)
    let groups = rows.indices.filter { rows[$0].role == .subtotal && !rows[$0].terms.isEmpty }
      .filter { $0 != sum && rows[$0].terms.count < rest.count }
      .sorted { (rows[$1].terms.count, $0) < (rows[$0].terms.count, $1) }
    var terms: [RowTerm] = []
    for group in groups where rows[group].terms.allSatisfy(rest.contains) {
      rest.subtract(rows[group].terms)
      terms.append(RowTerm(group))
    }
    return (terms + rest).sorted { $0.row < $1.row }
  }
}

extension Explanation.Rule {
  /// Whether the rule makes the figure of terms and records.
  fileprivate var isArithmetic: Bool {
    switch self {
    case .sum, .expression, .part, .projection: true
    case .remark, .absent: false
    }
  }
}

extension TableColumn {
  /// What is said of a figure that follows from no terms.
  fileprivate func remark(on row: ComputedRow) -> Explanation.Remark {
    key == TableColumn.toleranceKey ? .tolerance : .computed(besides: row.origin)
  }

  /// The key of columns that say how much rounding can explain.
  static var toleranceKey: String { "tolerans" }
}
