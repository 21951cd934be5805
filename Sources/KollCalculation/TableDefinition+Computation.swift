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
    let (sums, exceptions) = try sumsOfFacts(in: ledger)
    var columns = columns
    for index in columns.indices {
      columns[index].wayOfSpreading = exceptions[index].wayOfSpreading
    }
    let order = evaluationOrder
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
        rows[index].cells = try stated(definition, sums[index], in: ledger, among: rows)
        try evaluateExpressions(order, in: &rows[index])
      }
    }
    var table = ComputedTable(
      title: title,
      areaTitle: areaTitle,
      sign: shownSign ?? sign,
      columns: columns,
      rows: rows,
      notes: columns.notes(on: exceptions),
    )
    table.notes += table.notesOnMissingForecasts()
    return table
  }

  /// What the areas of the rows with facts state in each column, or what follows from it.
  ///
  /// - Parameter ledger: The facts, summed.
  /// - Returns: For each row its sums by column, none for rows without facts, and for each column
  ///   the areas that its formula does otherwise with.
  /// - Throws: ``AmountOverflow`` when a figure does not fit.
  private func sumsOfFacts(
    in ledger: Ledger
  ) throws(AmountOverflow) -> (sums: [[Ledger.Sum?]], exceptions: [ColumnExceptions]) {
    let nothing = [Ledger.Sum?](repeating: nil, count: columns.count)
    var sums = rows.map { $0.content == .facts ? nothing : [] }
    let placed = rows.indices.compactMap { row in
      sums[row].isEmpty ? nil : ledger.place(of: rows[row].path).map { (row: row, area: $0) }
    }
    let areas = placed.map(\.area)
    var exceptions = columns.map { _ in ColumnExceptions() }
    for (index, column) in columns.enumerated() where column.expression == nil {
      var found = SeriesFormula.Exceptions()
      let figures = try column.sums(of: areas, in: ledger, &found)
      for (place, sum) in zip(placed, figures) { sums[place.row][index] = sum }
      func labels(of areas: Set<Int>) -> [String] {
        placed.filter { areas.contains($0.area) }.map { rows[$0.row].label }
      }
      exceptions[index] = ColumnExceptions(
        wayOfSpreading: column.formula?.wayOfSpreading(found.spread),
        withoutProfile: labels(of: found.withoutProfile),
        withoutLater: labels(of: found.withoutLater),
        withoutEarlier: labels(of: found.withoutEarlier),
      )
    }
    return (sums, exceptions)
  }

  private func stated(
    _ row: RowDefinition,
    _ sums: [Ledger.Sum?],
    in ledger: Ledger,
    among rows: [ComputedRow],
  ) throws(AmountOverflow) -> [Cell] {
    switch row.content {
    case .none: columns.map { _ in Cell(.absent(.notStated)) }
    case .given(let cells): spread(cells)
    case .facts: try shown(sums, in: row) { .facts(of: row.path, $0) }
    case .elimination(let items, let areas):
      try shown(eliminated(items, of: areas, in: ledger), in: row) {
        .internalItems(items, of: areas, $0)
      }
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

  /// The cells of a row with facts, each with what its figure follows from by a formula.
  private func shown(
    _ sums: [Ledger.Sum?],
    in row: RowDefinition,
    from source: (SeriesFormula) -> FigureSource,
  ) throws(AmountOverflow) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(columns.count)
    for (column, sum) in zip(columns, sums) {
      if let words = row.texts[column.series], column.expression == nil {
        cells.append(Cell(.text(words)))
      } else if let sum {
        let isTurned = isTurned(column)
        let amount = isTurned ? try -sum.amount : sum.amount
        let source = source(column.sourceFormula)
        cells.append(
          Cell(
            column.series.kind.value(of: amount, in: column.scale),
            source: isTurned ? source.turned : source,
          )
        )
      } else {
        cells.append(Cell(.absent(.notStated)))
      }
    }
    return cells
  }

  /// The internal items of areas, with the other sign.
  private func eliminated(
    _ items: InternalItems,
    of areas: [AreaPath],
    in ledger: Ledger,
  ) throws(AmountOverflow) -> [Ledger.Sum?] {
    let ledger = ledger.keeping(items.include)
    let places = areas.compactMap(ledger.place)
    var exceptions = SeriesFormula.Exceptions()
    var sums: [Ledger.Sum?] = []
    for column in columns {
      let isSummed = column.expression == nil && column.series.kind.isSummed
      var total: Ledger.Sum?
      for sum in try column.sums(of: isSummed ? places : [], in: ledger, &exceptions) {
        guard let sum else { continue }
        total = try total + Ledger.Sum(amount: -sum.amount, count: sum.count)
      }
      sums.append(total)
    }
    return sums
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
    var sources: [FigureSource.Term] = []
    var known = 0
    for term in terms {
      let cell = rows[term.row].cells[column]
      guard let amount = try cell.value.amount(in: columns[column].scale) else { continue }
      if let source = cell.source {
        sources.append(FigureSource.Term(source, isSubtracted: term.isSubtracted))
      }
      known += 1
      let soFar = sum ?? .zero
      sum = term.isSubtracted ? try soFar - amount : try soFar + amount
      isApproximate = isApproximate || cell.isApproximate
    }
    guard let sum else { return Cell(.absent(.operandAbsent)) }
    let value = columns[column].series.kind.value(of: sum, in: columns[column].scale)
    let isKnown = sources.count == known
    return Cell(value, isApproximate: isApproximate, source: isKnown ? .sum(sources) : nil)
  }

  /// Evaluates the expressions of a row in an order in which each has what it names.
  private func evaluateExpressions(
    _ order: [Int],
    in row: inout ComputedRow,
  ) throws(AmountOverflow) {
    guard !order.isEmpty else { return }
    var numbers = zip(columns, row.cells).map { $1.value.number(in: $0.scale) }
    for index in order {
      guard let expression = columns[index].expression else { continue }
      let isApproximate = expression.columns.contains { row.cells[$0].isApproximate }
      let value = try columns[index].value(of: expression.evaluate(on: numbers))
      row.cells[index] = Cell(value, isApproximate: isApproximate)
      numbers[index] = value.number(in: columns[index].scale)
    }
  }

  /// The columns with expressions, each after those that it names.
  private var evaluationOrder: [Int] {
    var order: [Int] = []
    var visited: Set<Int> = []
    func visit(_ index: Int) {
      guard visited.insert(index).inserted else { return }
      columns[index].expression?.columns.forEach(visit)
      if columns[index].expression != nil { order.append(index) }
    }
    columns.indices.forEach(visit)
    return order
  }
}

extension TableColumn {
  /// What the expression of the column gives, in the form of its figures.
  func value(of outcome: Expression.Outcome) throws(AmountOverflow) -> CellValue {
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

extension TableColumn {
  /// What areas state in the column's series, or what follows for them from others.
  fileprivate func sums(
    of areas: [Int],
    in ledger: Ledger,
    _ exceptions: inout SeriesFormula.Exceptions,
  ) throws(AmountOverflow) -> [Ledger.Sum?] {
    try sourceFormula.sums(of: areas, in: ledger, &exceptions)
  }

  /// How the series follows from those that sources state; the series itself where one states it.
  fileprivate var sourceFormula: SeriesFormula { formula ?? .stated(series) }
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
  func value(of amount: Money, in scale: Scale) -> CellValue {
    switch self {
    case .ratio: .ratio(amount.shown(in: scale))
    case .count, .rate: .count(amount.shown(in: scale))
    default: .money(amount)
    }
  }
}

extension CellValue {
  /// Money or a number as the integer that its column keeps; `nil` for the rest.
  func amount(in scale: Scale) throws(AmountOverflow) -> Money? {
    switch self {
    case .money(let money): money
    case .count(let number): try Money(showing: number, in: scale)
    case .ratio, .text, .absent: nil
    }
  }
}
