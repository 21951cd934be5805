internal import KollModel

extension TableDefinition {
  /// Adds a column that an expression computes from those before it.
  /// - Parameters:
  ///   - title: What the column is called.
  ///   - text: The expression.
  /// - Throws: `ExpressionParser.Failure` when the text is no expression over the columns.
  public mutating func addColumn(
    titled title: String,
    expression text: String,
  ) throws(ExpressionParser.Failure) {
    let result = try ExpressionParser.read(text, columns: columns, sign: shownSign ?? sign)
    columns.append(TableColumn(key: title.key, title: title, result, among: columns))
    columns.makeNamesUnique()
  }
}

extension [TableColumn] {
  /// Gives a column whose title or key an earlier one has the first free number.
  package mutating func makeNamesUnique() {
    var titles: Set<String> = []
    var keys: Set<String> = []
    for index in indices {
      let (title, key) = (self[index].title, self[index].key)
      var number = 2
      while !titles.insert(self[index].title.lowercased()).inserted {
        self[index].title = "\(title) (\(number))"
        number += 1
      }
      number = 2
      while !keys.insert(self[index].key).inserted {
        self[index].key = "\(key)-\(number)"
        number += 1
      }
    }
  }
}

extension TableColumn {
  /// The column that an expression gives.
  /// - Parameters:
  ///   - key: The name that scripts use.
  ///   - title: What the column is called.
  ///   - result: The expression and what its result is.
  ///   - columns: The columns that the expression names.
  public init(
    key: String,
    title: String,
    _ result: ExpressionParser.Result,
    among columns: [TableColumn],
  ) {
    let operands = result.expression.columns.map { columns[$0] }
    let decimals =
      result.kind == .ratio
      ? 1 : operands.filter { $0.series.kind.isMoney }.map(\.decimals).max() ?? 0
    self.init(
      key: key,
      title: title,
      series: Series(result.kind, side: result.side),
      scale: result.scale ?? Scale(unstatedWithDecimals: decimals),
      decimals: decimals,
      expression: result.expression,
      isChange: result.isChange,
      comparison: result.comparison,
    )
  }
}

extension ComputedTable {
  /// The table with some of its columns, in the order given.
  ///
  /// A computed column whose operands are left out keeps its figures but no longer its expression.
  /// - Parameter indices: The columns to keep.
  /// - Returns: The smaller table.
  public func selecting(columns indices: [Int]) -> ComputedTable {
    var table = self
    let places = Dictionary(indices.enumerated().map { ($1, $0) }) { first, _ in first }
    table.columns = indices.map { columns[$0].renumbered(by: places) }
    table.rows = rows.map { row in
      var row = row
      row.cells = indices.map { row.cells[$0] }
      return row
    }
    table.checks = checks.compactMap { $0.moved(to: places) }
    return table
  }
}

extension TableColumn {
  /// The column where others stand in new places; what names one that has none is taken away.
  func renumbered(by places: [Int: Int]) -> TableColumn {
    var column = self
    column.expression = expression?.renumbered(by: places)
    column.comparison = comparison?.renumbered(by: places)
    column.judgement = judgement?.renumbered(by: places)
    return column
  }
}

extension TableColumn.Judgement {
  fileprivate func renumbered(by places: [Int: Int]) -> Self? {
    guard let figure = places[figure], let difference = places[difference],
      let tolerance = places[tolerance]
    else { return nil }
    return Self(figure: figure, difference: difference, tolerance: tolerance)
  }
}

extension TableColumn.Comparison {
  fileprivate func renumbered(by places: [Int: Int]) -> Self? {
    guard let subject = places[subject], let base = places[base] else { return nil }
    return Self(subject: subject, base: base, isDeviation: isDeviation)
  }
}

extension Expression {
  /// The expression over columns in other places; `nil` when one of its columns has none.
  func renumbered(by places: [Int: Int]) -> Expression? {
    switch self {
    case .column(let index): return places[index].map(Expression.column)
    case .number: return self
    case .magnitude(let inner): return inner.renumbered(by: places).map(Expression.magnitude)
    case .negated(let inner): return inner.renumbered(by: places).map(Expression.negated)
    case .binary(let operation, let left, let right):
      guard let left = left.renumbered(by: places), let right = right.renumbered(by: places) else {
        return nil
      }
      return .binary(operation, left, right)
    }
  }
}
