public import KollModel

/// Two figures of a project's own tables that must be the same.
///
/// What a source states of its own sums is a ``Check``; a tie is between tables, or between parts
/// and a whole that different figures state.
public struct Tie: Hashable, Sendable {
  /// What is compared.
  public let title: String
  /// The first figure.
  public let left: Figure
  /// The second figure.
  public let right: Figure
  /// The first less the second.
  public let difference: Money
  /// What the comparison gave.
  public let verdict: Check.Verdict
  /// How the money relates to the numbers shown.
  public let scale: Scale
  /// How many decimals are shown.
  public let decimals: Int

  /// A figure of a tie.
  public struct Figure: Hashable, Sendable {
    /// Where the figure stands, such as "Resultaträkning, Årets resultat".
    public let label: String
    /// The figure.
    public let amount: Money

    /// Creates a figure.
    /// - Parameters:
    ///   - label: Where it stands.
    ///   - amount: The figure.
    public init(_ label: String, _ amount: Money) {
      self.label = label
      self.amount = amount
    }
  }

  /// Compares two figures.
  ///
  /// A difference of no more than one in the last place shown may be rounding: each figure may have
  /// been rounded by itself before it was read.
  /// - Parameters:
  ///   - title: What is compared.
  ///   - left: The first figure.
  ///   - right: The second figure.
  ///   - scale: How the money relates to the numbers shown.
  ///   - decimals: How many decimals are shown.
  /// - Throws: ``AmountOverflow`` when the difference does not fit.
  public init(
    _ title: String,
    _ left: Figure,
    _ right: Figure,
    scale: Scale,
    decimals: Int,
  ) throws(AmountOverflow) {
    self.title = title
    self.left = left
    self.right = right
    self.scale = scale
    self.decimals = decimals
    difference = try left.amount - right.amount
    let lastPlace = powerOfTen(min(18, max(0, scale.exponent - decimals)))
    verdict =
      difference == .zero
      ? .equal : Int128(difference.minorUnits.magnitude) <= lastPlace ? .rounding : .differs
  }
}

extension Tie {
  /// A row of a table that is compared with one of another.
  public struct Row {
    /// The table.
    let table: ComputedTable
    /// The row.
    let row: ComputedRow

    /// The row of a statement with a key.
    /// - Parameters:
    ///   - key: The row's key.
    ///   - table: The statement's table.
    public init?(_ key: String, of table: ComputedTable) {
      guard let row = table.rows.first(where: { $0.path.labels == [key] }) else { return nil }
      self.table = table
      self.row = row
    }

    /// The grand total of a table.
    /// - Parameter table: The table.
    public init?(totalOf table: ComputedTable) {
      guard let row = table.total else { return nil }
      self.table = table
      self.row = row
    }
  }

  /// Compares two rows in every series that both have figures for.
  /// - Parameters:
  ///   - left: The first row.
  ///   - right: The second row, in the other's unit.
  ///   - names: What the tables are called.
  /// - Returns: A tie for each such series, in the first table's order.
  /// - Throws: ``AmountOverflow`` when a difference does not fit.
  public static func all(
    _ left: Row,
    _ right: Row,
    named names: (String, String),
  ) throws(AmountOverflow) -> [Tie] {
    var ties: [Tie] = []
    for (index, column) in left.table.columns.enumerated() where column.isTied {
      let match = right.table.columns.firstIndex { other in
        other.isTied && other.series.isSame(as: column.series) && other.isComparable(with: column)
      }
      guard column.series.kind.isMoney, let match,
        let first = left.row.cells[index].value.money,
        let second = right.row.cells[match].value.money
      else { continue }
      let turned = try right.turned(second, match, toSignOf: left)
      ties.append(
        try Tie(
          column.title,
          Figure("\(names.0), \(left.row.label)", first),
          Figure("\(names.1), \(right.row.label)", turned),
          scale: column.scale,
          decimals: min(column.decimals, right.table.columns[match].decimals),
        )
      )
    }
    return ties
  }
}

extension TableColumn {
  /// Whether the column's figures are stated or added up; a year that is spread says nothing new.
  fileprivate var isTied: Bool { expression == nil && formula?.spreadsYear != true }

  /// Whether the money of two columns can be compared: both state units, or the same scale.
  func isComparable(with other: TableColumn) -> Bool {
    scale == other.scale || scale.unit != nil && other.scale.unit != nil
  }
}

extension Tie.Row {
  /// A figure in the signs of another row's table.
  fileprivate func turned(
    _ amount: Money,
    _ column: Int,
    toSignOf other: Tie.Row,
  ) throws(AmountOverflow) -> Money {
    guard let own = table.sign, let wanted = other.table.sign,
      own.turns(to: wanted, side: table.columns[column].series.side ?? .net)
    else { return amount }
    return try -amount
  }
}

extension Series {
  /// Whether two series are about the same in net, one of which may leave the side out.
  fileprivate func isSame(as other: Series) -> Bool {
    var (own, wanted) = (self, other)
    if own.side == .net { own.side = nil }
    if wanted.side == .net { wanted.side = nil }
    return own == wanted
  }
}
