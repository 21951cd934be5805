public import KollModel

extension TableDefinition {
  /// Computes the table's figures from a ledger.
  ///
  /// Sums skip absent parts and are absent when all parts are. Expressions are evaluated on every
  /// row with figures, on sum rows on the sums.
  /// - Parameter ledger: The facts, summed.
  /// - Returns: The table, its rows and columns as declared.
  /// - Throws: ``AmountOverflow`` when a figure does not fit; nothing wraps.
  public func computed(from ledger: Ledger) throws(AmountOverflow) -> ComputedTable {
    var rows: [ComputedRow] = []
    for definition in self.rows {
      var row = ComputedRow(
        label: definition.label,
        path: definition.path,
        role: definition.role,
        cells: try stated(definition, ledger: ledger, above: rows),
        origin: definition.origin,
      )
      if case .terms(let terms) = definition.content { row.terms = terms }
      if definition.content != .none { try evaluateExpressions(in: &row) }
      rows.append(row)
    }
    return ComputedTable(
      title: title,
      areaTitle: areaTitle,
      sign: shownSign ?? sign,
      columns: columns,
      rows: rows,
    )
  }

  private func stated(
    _ row: RowDefinition,
    ledger: Ledger,
    above rows: [ComputedRow],
  ) throws(AmountOverflow) -> [Cell] {
    switch row.content {
    case .none: columns.map { _ in Cell(.absent(.notStated)) }
    case .given(let cells): spread(cells)
    case .facts: try lookedUp(row.path, in: ledger)
    case .terms(let terms): try summed(terms, of: rows)
    }
  }

  /// Puts given cells in the columns that have no expression.
  private func spread(_ cells: [Cell]) -> [Cell] {
    var given = cells.makeIterator()
    return columns.map { column in
      let next = column.expression == nil ? given.next() : nil
      return next ?? Cell(.absent(.notStated))
    }
  }

  private func lookedUp(_ area: AreaPath, in ledger: Ledger) throws(AmountOverflow) -> [Cell] {
    var cells: [Cell] = []
    for column in columns {
      guard column.expression == nil, let sum = ledger.sum(area, column.series) else {
        cells.append(Cell(.absent(.notStated)))
        continue
      }
      cells.append(Cell(.money(isTurned(column) ? try -sum.amount : sum.amount)))
    }
    return cells
  }

  private func isTurned(_ column: TableColumn) -> Bool {
    guard let sign, let shownSign, column.series.kind != .variance else { return false }
    return sign.turns(to: shownSign, side: column.series.side)
  }

  private func summed(
    _ terms: [RowTerm],
    of rows: [ComputedRow],
  ) throws(AmountOverflow) -> [Cell] {
    var cells: [Cell] = []
    for (index, column) in columns.enumerated() {
      let isSummed = column.expression == nil && column.series.kind.isSummed
      cells.append(
        isSummed ? try sum(terms, of: rows, column: index) : Cell(.absent(.notStated))
      )
    }
    return cells
  }

  private func sum(
    _ terms: [RowTerm],
    of rows: [ComputedRow],
    column: Int,
  ) throws(AmountOverflow) -> Cell {
    var sum: Money?
    var isApproximate = false
    for term in terms {
      let cell = rows[term.row].cells[column]
      guard let money = cell.value.money else { continue }
      let soFar = sum ?? .zero
      sum = term.isSubtracted ? try soFar - money : try soFar + money
      isApproximate = isApproximate || cell.isApproximate
    }
    guard let sum else { return Cell(.absent(.operandAbsent)) }
    return Cell(.money(sum), isApproximate: isApproximate)
  }

  private func evaluateExpressions(in row: inout ComputedRow) throws(AmountOverflow) {
    for index in evaluationOrder {
      guard let expression = columns[index].expression else { continue }
      let numbers = zip(columns, row.cells).map { $1.value.number(in: $0.scale) }
      let isApproximate = expression.columns.contains { row.cells[$0].isApproximate }
      let value = try columns[index].value(of: expression.evaluate(on: numbers))
      row.cells[index] = Cell(value, isApproximate: isApproximate)
    }
  }

  /// The columns with expressions, each after those that it names.
  private var evaluationOrder: [Int] {
    var order: [Int] = []
    var visited: Set<Int> = []
    func visit(_ index: Int) {
      guard visited.insert(index).inserted else { return }
      columns[index].expression?.columns.forEach(visit)
      order.append(index)
    }
    columns.indices.forEach(visit)
    return order
  }
}

extension TableColumn {
  fileprivate func value(of outcome: Expression.Outcome) throws(AmountOverflow) -> CellValue {
    switch outcome {
    case .absent(let reason): .absent(reason)
    case .number(let number):
      switch series.kind {
      case .ratio: .ratio(number)
      case .count: .count(number)
      default: .money(try Money(showing: number, in: scale))
      }
    }
  }
}
