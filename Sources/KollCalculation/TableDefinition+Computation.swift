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
    var withoutProfile: Set<AreaPath> = []
    var rows = self.rows.map { definition in
      ComputedRow(
        label: definition.label,
        path: definition.path,
        role: definition.role,
        terms: definition.content.terms,
        cells: columns.map { _ in Cell(.absent(.notStated)) },
        origin: definition.origin,
      )
    }
    // Sums come after all that they may add, wherever they stand.
    for isSum in [false, true] {
      for (index, definition) in self.rows.enumerated() where definition.content.isTerms == isSum {
        guard definition.content != .none else { continue }
        rows[index].cells = try stated(definition, ledger, &withoutProfile, among: rows)
        try evaluateExpressions(in: &rows[index])
      }
    }
    return ComputedTable(
      title: title,
      areaTitle: areaTitle,
      sign: shownSign ?? sign,
      columns: columns,
      rows: rows,
      notes: columns.notesOnPeriodisation(withoutProfile: withoutProfile),
    )
  }

  private func stated(
    _ row: RowDefinition,
    _ ledger: Ledger,
    _ withoutProfile: inout Set<AreaPath>,
    among rows: [ComputedRow],
  ) throws(AmountOverflow) -> [Cell] {
    switch row.content {
    case .none: columns.map { _ in Cell(.absent(.notStated)) }
    case .given(let cells): spread(cells)
    case .facts: try lookedUp(row, in: ledger, &withoutProfile)
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

  private func lookedUp(
    _ row: RowDefinition,
    in ledger: Ledger,
    _ withoutProfile: inout Set<AreaPath>,
  ) throws(AmountOverflow) -> [Cell] {
    var cells: [Cell] = []
    for column in columns {
      cells.append(Cell(try lookedUp(row, column, in: ledger, &withoutProfile)))
    }
    return cells
  }

  private func lookedUp(
    _ row: RowDefinition,
    _ column: TableColumn,
    in ledger: Ledger,
    _ withoutProfile: inout Set<AreaPath>,
  ) throws(AmountOverflow) -> CellValue {
    guard column.expression == nil else { return .absent(.notStated) }
    if let words = row.texts[column.series] { return .text(words) }
    var lacksProfile = false
    let sum = try column.sum(of: row.path, in: ledger, lacksProfile: &lacksProfile)
    if lacksProfile { withoutProfile.insert(row.path) }
    guard let sum else { return .absent(.notStated) }
    let amount = isTurned(column) ? try -sum.amount : sum.amount
    return column.series.kind.value(of: amount, in: column.scale)
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
      guard let amount = try cell.value.amount(in: columns[column].scale) else { continue }
      let soFar = sum ?? .zero
      sum = term.isSubtracted ? try soFar - amount : try soFar + amount
      isApproximate = isApproximate || cell.isApproximate
    }
    guard let sum else { return Cell(.absent(.operandAbsent)) }
    let value = columns[column].series.kind.value(of: sum, in: columns[column].scale)
    return Cell(value, isApproximate: isApproximate)
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
  /// What an area states of the column's series, or else what follows from the facts about it.
  fileprivate func sum(
    of area: AreaPath,
    in ledger: Ledger,
    lacksProfile: inout Bool,
  ) throws(AmountOverflow) -> Ledger.Sum? {
    if let stated = try ledger.sum(area, series) { return stated }
    return try formula?.sum(
      { (series) throws(AmountOverflow) in try ledger.sum(area, series) },
      lacksProfile: &lacksProfile,
    )
  }

  fileprivate func value(of outcome: Expression.Outcome) throws(AmountOverflow) -> CellValue {
    switch outcome {
    case .absent(let reason): .absent(reason)
    case .number(let number):
      switch series.kind {
      case .ratio: .ratio(number)
      case .count, .rate: .count(number)
      default: .money(try Money(showing: number, in: scale))
      }
    }
  }
}

extension RowDefinition.Content {
  fileprivate var terms: [RowTerm] {
    if case .terms(let terms) = self { terms } else { [] }
  }

  fileprivate var isTerms: Bool {
    if case .terms = self { true } else { false }
  }
}

extension SeriesKind {
  /// An integer of a column as the value that its kind is.
  fileprivate func value(of amount: Money, in scale: Scale) -> CellValue {
    switch self {
    case .ratio: .ratio(amount.shown(in: scale))
    case .count, .rate: .count(amount.shown(in: scale))
    default: .money(amount)
    }
  }
}

extension CellValue {
  /// Money or a number as the integer that its column keeps; `nil` for the rest.
  fileprivate func amount(in scale: Scale) throws(AmountOverflow) -> Money? {
    switch self {
    case .money(let money): money
    case .count(let number): try Money(showing: number, in: scale)
    case .ratio, .text, .absent: nil
    }
  }
}
