internal import KollModel

/// A column of figures that follow from others, as its title suggests and its figures prove.
struct DerivedColumn {
  /// The column.
  let column: Int
  /// The columns that it is the sum of.
  let terms: [Claim.Term]

  /// Finds the columns that are derived: deviations, nets and sums of columns to their left.
  ///
  /// A relation counts when at least two rows can test it and four of five agree, each within what
  /// rounding explains; the others are then errors of the source that checks show. Columns far away
  /// from a column are not tried, so that the work follows the table's size.
  /// - Parameters:
  ///   - columns: The table's columns.
  ///   - rows: The rows' figures by column, in minor units.
  /// - Returns: The derived columns in the table's order.
  static func find(in columns: [LayoutColumn], rows: [[Money?]]) -> [DerivedColumn] {
    columns.indices.compactMap { index in
      candidates(for: index, columns)
        .compactMap { terms in
          score(terms, for: index, columns, rows).map { (terms: terms, score: $0) }
        }
        .max { $0.score < $1.score }
        .map { DerivedColumn(column: index, terms: $0.terms) }
    }
  }

  /// The relations that a column's title lets expect, the likeliest last.
  private static func candidates(
    for index: Int,
    _ columns: [LayoutColumn],
  ) -> [[Claim.Term]] {
    let column = columns[index]
    let isSum = column.series.side == .net || RowWords(column.title).sum != nil
    guard column.series.kind == .variance || column.series.kind.isMoney && isSum else { return [] }
    func isTerm(_ other: Int) -> Bool {
      columns[other].series.kind.isMoney && columns[other].series.kind != .variance
        && columns[other].scale == column.scale
    }
    let left = columns[..<index].indices.reversed().lazy.filter(isTerm).prefix(reach)
    let right = columns[(index + 1)...].indices.lazy.filter(isTerm).prefix(reach)
    let others = left.reversed() + right
    if column.series.kind == .variance { return differences(of: others) }
    return sums(of: others.filter { $0 < index }) + pairs(of: others.filter { columns[$0].isGross })
  }

  /// How many columns on each side of a column it is related to.
  private static let reach = 24

  private static func differences(of columns: [Int]) -> [[Claim.Term]] {
    columns.flatMap { first in
      columns.filter { $0 != first }.map { second in
        [Claim.Term(first), Claim.Term(second, isSubtracted: true)]
      }
    }
  }

  /// Income and cost taken together, whichever way their signs point.
  private static func pairs(of columns: [Int]) -> [[Claim.Term]] {
    differences(of: columns)
      + columns.flatMap { first in
        columns.filter { $0 > first }.map { [Claim.Term(first), Claim.Term($0)] }
      }
  }

  /// The runs of columns directly to the left, two or more.
  private static func sums(of columns: [Int]) -> [[Claim.Term]] {
    guard columns.count > 1 else { return [] }
    return (2...columns.count).map { columns.suffix($0).map { Claim.Term($0) } }
  }

  /// How well a relation holds.
  private struct Score: Comparable {
    /// How many rows agree.
    var agreeing = 0
    /// Twice what rounding has to explain in them.
    var twiceOff: UInt128 = 0
    /// How many columns the relation takes in.
    var terms: Int

    static func < (first: Score, second: Score) -> Bool {
      (first.agreeing, second.twiceOff, first.terms)
        < (second.agreeing, first.twiceOff, second.terms)
    }
  }

  /// How well a relation holds; `nil` when too few rows agree.
  private static func score(
    _ terms: [Claim.Term],
    for column: Int,
    _ columns: [LayoutColumn],
    _ rows: [[Money?]],
  ) -> Score? {
    let lastPlace = powerOfTen(
      min(18, max(0, columns[column].scale.exponent - columns[column].decimals))
    )
    let allowance = UInt128(terms.count + 1) * lastPlace.magnitude
    var score = Score(terms: terms.count)
    var differing = 0
    var isAnyAboveZero = false
    for row in rows {
      guard let stated = row[column], let sum = sum(of: terms, in: row) else { continue }
      let twiceOff = (Int128(stated.minorUnits) - sum).magnitude * 2
      if twiceOff <= allowance {
        score.agreeing += 1
        score.twiceOff += twiceOff
        isAnyAboveZero = isAnyAboveZero || stated != .zero
      } else {
        differing += 1
        if differing * 5 > rows.count { return nil }
      }
    }
    return score.agreeing > 1 && score.agreeing >= differing * 4 && isAnyAboveZero ? score : nil
  }

  /// What the terms give in a row that states all of them.
  private static func sum(of terms: [Claim.Term], in row: [Money?]) -> Int128? {
    var sum: Int128 = 0
    for term in terms {
      guard let amount = row[term.series]?.minorUnits else { return nil }
      sum += term.isSubtracted ? -Int128(amount) : Int128(amount)
    }
    return sum
  }
}

extension LayoutColumn {
  /// Whether the column holds income or cost alone.
  fileprivate var isGross: Bool { series.side == .income || series.side == .cost }
}
