internal import KollModel

extension ExpressionParser {
  /// A part of an expression that was read, with what its result is.
  struct Operand {
    var expression: Expression
    /// `nil` for a number written in the expression, which goes with every kind.
    var kind: SeriesKind?
    var scale: Scale?
    var side: Side?
    var isChange = false
    var comparison: TableColumn.Comparison?
    /// The part of the text that it was read from.
    var part: Range<Int>

    init(_ column: Int, of columns: [TableColumn], at part: Range<Int>) {
      expression = .column(column)
      kind = columns[column].series.kind
      scale = columns[column].series.kind.isMoney ? columns[column].scale : nil
      side = columns[column].series.side
      isChange = columns[column].isChange
      self.part = part
    }

    init(_ number: Rational, at part: Range<Int>) {
      expression = .number(number)
      self.part = part
    }

    init(
      _ expression: Expression,
      kind: SeriesKind?,
      like other: Operand,
      isChange: Bool,
      at part: Range<Int>,
    ) {
      self.expression = expression
      self.kind = kind
      scale = kind?.isMoney == true ? other.scale : nil
      side = other.side
      self.isChange = isChange
      self.part = part
    }

    /// What the whole expression gives; a number alone is a count.
    var result: Result {
      Result(
        expression: expression,
        kind: kind ?? .count,
        scale: scale,
        side: side,
        isChange: isChange,
        comparison: comparison,
      )
    }

    func spanning(_ part: Range<Int>) -> Operand {
      var operand = self
      operand.part = part
      return operand
    }

    func negated(from start: Int) -> Operand {
      var operand = spanning(start..<part.upperBound)
      operand.expression = .negated(expression)
      operand.comparison = nil
      return operand
    }

    func magnitude(at part: Range<Int>) -> Operand {
      Operand(.magnitude(expression), kind: kind, like: self, isChange: false, at: part)
    }

    var isMoney: Bool { kind?.isMoney == true }

    /// The column, when the operand is nothing more.
    var column: Int? {
      if case .column(let index) = expression { index } else { nil }
    }
  }

  /// Takes two operands together, when their kinds go together.
  func combine(
    _ left: Operand,
    _ operation: Expression.Operator,
    _ right: Operand,
  ) throws(Failure) -> Operand {
    guard left.kind != .text, right.kind != .text else { throw mixed(left, right) }
    let part = left.part.lowerBound..<right.part.upperBound
    let expression = Expression.binary(operation, left.expression, right.expression)
    let kind: SeriesKind?
    switch operation {
    case .plus, .minus: kind = try sumKind(left, operation, right)
    case .times: kind = try productKind(left, right)
    case .over: kind = try quotientKind(left, right)
    }
    let leading = left.kind == nil ? right : left
    let isChange = kind == .variance || (leading.isChange && operation != .plus)
    var operand = Operand(expression, kind: kind, like: leading, isChange: isChange, at: part)
    if left.side != right.side, left.kind != nil, right.kind != nil { operand.side = nil }
    operand.comparison = comparison(left, operation, right, isChange: isChange)
    return operand
  }

  /// One figure against another, plus for better; as a share, of the size of the other.
  func deviation(
    of actual: Operand,
    from budget: Operand,
    asShare: Bool,
    at part: Range<Int>,
  ) throws(Failure) -> Operand {
    guard actual.isMoney, budget.isMoney, actual.scale == budget.scale else {
      throw mixed(actual, budget)
    }
    guard actual.side == budget.side else { throw mixedSides(part) }
    guard let sign, let side = actual.side else { throw unknownDirection(part) }
    let moreIsBetter = sign.moreIsBetter(side: side)
    var expression = Expression.binary(
      .minus,
      moreIsBetter ? actual.expression : budget.expression,
      moreIsBetter ? budget.expression : actual.expression,
    )
    if asShare { expression = .binary(.over, expression, .magnitude(budget.expression)) }
    let kind: SeriesKind = asShare ? .ratio : .variance
    var operand = Operand(expression, kind: kind, like: budget, isChange: true, at: part)
    if let subject = actual.column, let base = budget.column {
      operand.comparison = TableColumn.Comparison(subject: subject, base: base, isDeviation: true)
    }
    return operand
  }

  /// What a difference of two columns compares, or that difference as a share of its base.
  private func comparison(
    _ left: Operand,
    _ operation: Expression.Operator,
    _ right: Operand,
    isChange: Bool,
  ) -> TableColumn.Comparison? {
    guard isChange else { return nil }
    if operation == .minus, let subject = left.column, let base = right.column {
      return TableColumn.Comparison(subject: subject, base: base, isDeviation: false)
    }
    let isShare = operation == .over && right.expression.columns == [left.comparison?.base]
    return isShare ? left.comparison : nil
  }

  private func sumKind(
    _ left: Operand,
    _ operation: Expression.Operator,
    _ right: Operand,
  ) throws(Failure) -> SeriesKind? {
    guard let first = left.kind, let second = right.kind else { return left.kind ?? right.kind }
    if left.isMoney, right.isMoney {
      guard left.scale == right.scale else { throw mixed(left, right) }
      let isChange = operation == .minus && left.side == right.side && first != .amount
      if isChange { return .variance }
      return first == second && operation == .plus ? first : .amount
    }
    guard first == second else { throw mixed(left, right) }
    return first
  }

  private func productKind(_ left: Operand, _ right: Operand) throws(Failure) -> SeriesKind? {
    if left.isMoney, right.isMoney { throw mixed(left, right) }
    if left.isMoney { return left.kind }
    if right.isMoney { return right.kind }
    if left.kind == .count, right.kind == .count { throw mixed(left, right) }
    return left.kind == .count || right.kind == .count ? .count : left.kind ?? right.kind
  }

  private func quotientKind(_ left: Operand, _ right: Operand) throws(Failure) -> SeriesKind? {
    if left.isMoney, right.isMoney {
      guard left.scale == right.scale else { throw mixed(left, right) }
      return .ratio
    }
    if left.kind == .count, right.kind == .count { return .ratio }
    if right.isMoney || (left.kind == .ratio && right.kind == .count) { throw mixed(left, right) }
    return left.kind ?? right.kind
  }
}
