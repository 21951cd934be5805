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
  /// rounding explains; the others are then errors of the source that checks show.
  /// - Parameters:
  ///   - columns: The table's columns.
  ///   - rows: The rows' figures by column, in minor units.
  /// - Returns: The derived columns in the table's order.
  static func find(in columns: [LayoutColumn], rows: [[Money?]]) -> [DerivedColumn] {
    columns.indices.compactMap { index in
      candidates(for: index, columns)
        .map { (terms: $0, score: score($0, for: index, columns, rows)) }
        .filter { $0.score > 0 }
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
    guard column.series.kind.isMoney else { return [] }
    let others = columns.indices.filter {
      $0 != index && columns[$0].series.kind.isMoney && columns[$0].series.kind != .variance
        && columns[$0].scale == column.scale
    }
    if column.series.kind == .variance { return differences(of: others) }
    if column.series.side == .net || column.title.namesTotal {
      return sums(of: others.filter { $0 < index })
        + pairs(of: others.filter { columns[$0].isGross })
    }
    return []
  }

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

  /// How many rows agree; nothing when too few do.
  private static func score(
    _ terms: [Claim.Term],
    for column: Int,
    _ columns: [LayoutColumn],
    _ rows: [[Money?]],
  ) -> Int {
    let lastPlace = powerOfTen(
      min(18, max(0, columns[column].scale.exponent - columns[column].decimals))
    )
    var agreeing = 0
    var differing = 0
    var isAnyAboveZero = false
    for row in rows {
      guard let stated = row[column], terms.allSatisfy({ row[$0.series] != nil }) else { continue }
      let sum = terms.reduce(Int128(0)) { sum, term in
        let amount = Int128(row[term.series]?.minorUnits ?? 0)
        return term.isSubtracted ? sum - amount : sum + amount
      }
      let twiceOff = (Int128(stated.minorUnits) - sum).magnitude * 2
      if twiceOff <= UInt128(terms.count + 1) * lastPlace.magnitude {
        agreeing += 1
        isAnyAboveZero = isAnyAboveZero || stated != .zero
      } else {
        differing += 1
      }
    }
    return agreeing > 1 && agreeing >= differing * 4 && isAnyAboveZero ? agreeing : 0
  }
}

extension LayoutColumn {
  /// Whether the column holds income or cost alone.
  fileprivate var isGross: Bool { series.side == .income || series.side == .cost }
}
