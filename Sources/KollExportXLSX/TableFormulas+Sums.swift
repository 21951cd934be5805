internal import KollCalculation
internal import KollModel

extension TableFormulas {
  /// The rows that a row is computed from; `nil` when they are not all in the table.
  func sumRows(of row: Int) -> SumRows? {
    let terms = table.rows[row].terms
    guard terms.allSatisfy({ table.rows.indices.contains($0.row) && $0.row != row }) else {
      return nil
    }
    let taken = terms.filter { $0.isSubtracted }
    return SumRows(
      row: row,
      // Where rows are taken away, a row inserted between is no clear part of the sum.
      added: ranges(of: terms.filter { !$0.isSubtracted }, growingTo: taken.isEmpty ? row : nil),
      taken: ranges(of: taken, growingTo: nil),
      isShortDifference: terms.count < 10 && !taken.isEmpty,
    )
  }

  /// The formula of a row that is computed from other rows.
  ///
  /// It skips cells without a value, as the table's own sums do, and says so when all lack one.
  func sumFormula(of rows: SumRows, column: Int) -> String? {
    guard sumAgrees(row: rows.row, column: column) else { return nil }
    if rows.isShortDifference,
      let difference = differenceFormula(row: rows.row, column: column)
    {
      return difference
    }
    let letters = letters[column + 1]
    let added = rows.added.map { $0.text(inColumn: letters) }
    let subtracted = rows.taken.map { $0.text(inColumn: letters) }
    let count = calls("COUNT", added + subtracted)
    let sum = added.isEmpty ? "" : calls("SUM", added)
    let rest = subtracted.isEmpty ? "" : "-" + calls("SUM", subtracted, joinedBy: "-")
    return "IF(\(count)=0,\"\(TableFormulas.noValue)\",\(sum)\(rest))"
  }

  /// A short row with something taken away, written as people would write it: `B14-B13`.
  private func differenceFormula(row: Int, column: Int) -> String? {
    let terms = table.rows[row].terms
    guard terms.allSatisfy({ fraction(row: $0.row, column: column) != nil }) else { return nil }
    var formula = ""
    var cells: [String] = []
    for term in terms {
      let cell = cell(row: term.row, column: column).description
      formula += term.isSubtracted ? "-" : (formula.isEmpty ? "" : "+")
      formula += cell
      cells.append(cell)
    }
    let mark = TableFormulas.noValue
    return "IF(COUNT(\(cells.joined(separator: ",")))<\(cells.count),\"\(mark)\",\(formula))"
  }

  private func sumAgrees(row: Int, column: Int) -> Bool {
    let scale = scales[column]
    var sum: Fraction?
    var magnitude: UInt64 = 0
    for term in table.rows[row].terms {
      let value = value(row: term.row, column: column)
      guard let number = value?.fraction(in: scale) else { continue }
      // Past this a spreadsheet's own sum may be off in the last place, however small the result.
      magnitude += min(value?.money?.minorUnits.magnitude ?? 0, Figure.limit)
      if magnitude >= Figure.limit { return false }
      var next = term.isSubtracted ? -number : number
      if let sum {
        guard let longer = try? sum + next else { return false }
        next = longer
      }
      sum = next
    }
    switch value(row: row, column: column) {
    case .absent, nil: return sum == nil
    case let figure?:
      guard let sum, let figure = figure.fraction(in: scale) else { return false }
      return sum.isEqual(to: figure)
    }
  }

  /// One call for as many arguments as a function takes, several calls when there are more.
  private func calls(
    _ function: String,
    _ arguments: [String],
    joinedBy separator: String = "+",
  ) -> String {
    var calls: [String] = []
    var rest = arguments[...]
    while !rest.isEmpty {
      let some = rest.prefix(SheetLimits.arguments)
      calls.append("\(function)(\(some.joined(separator: ",")))")
      rest = rest.dropFirst(some.count)
    }
    return calls.joined(separator: separator)
  }

  /// The rows of a sum as ranges, rows that follow each other taken together.
  ///
  /// A sum row is given when rows inserted at the ranges' edges are to be counted.
  private func ranges(of terms: [RowTerm], growingTo sumRow: Int?) -> [RowRange] {
    var ranges: [RowRange] = []
    var first: Int?
    let rows = terms.map { $0.row }.sorted()
    for (position, current) in rows.enumerated() {
      let start = first ?? current
      first = start
      let next = position + 1 < rows.count ? rows[position + 1] : nil
      if next == current + 1 { continue }
      ranges.append(range(from: start, through: current, growingTo: sumRow))
      first = nil
    }
    return ranges
  }

  /// One range of a sum.
  ///
  /// One that grows begins in the title or heading above it, a text that no sum counts, and ends in
  /// whatever row stands above the sum. A sum at its edge grows by itself: what stands beyond it may
  /// be another block with a sum of its own, which would count twice.
  private func range(from first: Int, through last: Int, growingTo sumRow: Int?) -> RowRange {
    let startsAbove = sumRow != nil && (first == 0 || hasNoFigures(first - 1)) && !isSum(first)
    let endsAboveSum = last + 1 == sumRow && !isSum(last)
    return RowRange(
      first: cell(row: startsAbove ? first - 1 : first, column: 0).row,
      last: endsAboveSum ? nil : cell(row: last, column: 0).row,
    )
  }

  private func isSum(_ row: Int) -> Bool { !table.rows[row].terms.isEmpty }

  /// Whether a row is a heading, whose cells are empty.
  private func hasNoFigures(_ row: Int) -> Bool {
    table.rows[row].role == .heading
      && table.columns.indices.allSatisfy { column in
        fraction(row: row, column: column) == nil
      }
  }
}
