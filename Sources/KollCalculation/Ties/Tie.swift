public import KollModel

/// Two figures of a project's own tables that must be the same.
///
/// What a source states of its own sums is a ``Check``; a tie is between tables, or between parts
/// and a whole that different figures state.
public struct Tie: Hashable, Sendable {
  /// What is compared.
  public let title: String
  /// The first figure.
  public private(set) var left: Figure
  /// The second figure.
  public private(set) var right: Figure
  /// The first less the second.
  public let difference: Money
  /// The largest difference that rounding can explain.
  public let tolerance: Money
  /// What the comparison gave.
  public let verdict: Check.Verdict
  /// How the money relates to the numbers shown.
  public let scale: Scale
  /// How many decimals are shown; of figures that differ by less those of the sources.
  public let decimals: Int

  /// A figure of a tie.
  public struct Figure: Hashable, Sendable {
    /// Where the figure stands, such as "Resultaträkning, Årets resultat".
    public let label: String
    /// The figure.
    public let amount: Money
    /// The cells of the report's tables that it is read from; empty when no table shows it.
    public var terms: [CellTerm]

    /// Creates a figure.
    /// - Parameters:
    ///   - label: Where it stands.
    ///   - amount: The figure.
    ///   - terms: The cells of the report's tables that it is read from.
    public init(_ label: String, _ amount: Money, terms: [CellTerm] = []) {
      self.label = label
      self.amount = amount
      self.terms = terms
    }
  }

  /// Compares two figures.
  ///
  /// A difference of no more than one in the last place that the sources write may be rounding: each
  /// figure may have been rounded by itself before it was read. What is shown changes nothing.
  /// - Parameters:
  ///   - title: What is compared.
  ///   - left: The first figure.
  ///   - right: The second figure.
  ///   - scale: How the money relates to the numbers shown.
  ///   - decimals: How many decimals are shown.
  ///   - lastPlace: One in the last place that the sources write, the coarser of the figures'.
  /// - Throws: ``AmountOverflow`` when the difference does not fit.
  public init(
    _ title: String,
    _ left: Figure,
    _ right: Figure,
    scale: Scale,
    decimals: Int,
    lastPlace: Money,
  ) throws(AmountOverflow) {
    self.title = title
    self.left = left
    self.right = right
    self.scale = scale
    difference = try left.amount - right.amount
    tolerance = lastPlace
    verdict = Check.Verdict(
      of: Rational(left.amount.minorUnits),
      difference: Rational(difference.minorUnits),
      tolerance: Rational(tolerance.minorUnits),
    )
    // What differs by less than is shown is told as the sources write it.
    let isSeen = difference.minorUnits.magnitude >= scale.lastPlace(decimals: decimals).minorUnits
    let written = (0...scale.exponent).first { scale.lastPlace(decimals: $0) <= lastPlace }
    self.decimals = verdict == .differs && !isSeen ? max(decimals, written ?? 0) : decimals
  }
}

extension Tie {
  /// The tie without where its figures are read from: what it says, whichever table shows it.
  var statement: Tie {
    var tie = self
    (tie.left.terms, tie.right.terms) = ([], [])
    return tie
  }
}

extension Tie {
  /// A row of a table that is compared with one of another.
  public struct Row {
    /// The table.
    let table: ComputedTable
    /// The row, as an index into the table's rows.
    private let index: Int

    /// The row.
    var row: ComputedRow { table.rows[index] }

    /// The row of a statement with a key.
    /// - Parameters:
    ///   - key: The row's key.
    ///   - table: The statement's table.
    public init?(_ key: String, of table: ComputedTable) {
      guard let index = table.rows.firstIndex(where: { $0.path.labels == [key] }) else {
        return nil
      }
      self.table = table
      self.index = index
    }

    /// The grand total of a table.
    /// - Parameter table: The table.
    public init?(totalOf table: ComputedTable) {
      guard let index = table.rows.lastIndex(where: { $0.role == .total }) else { return nil }
      self.table = table
      self.index = index
    }

    /// The row's cell in a column, as a term of what repeats it; none in a table without a name.
    func terms(_ column: Int, isSubtracted: Bool = false) -> [CellTerm] {
      guard let name = table.name else { return [] }
      return [CellTerm(CellPlace(name, row: index, column: column), isSubtracted: isSubtracted)]
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
      let isTurned = right.isTurned(match, toSignOf: left)
      ties.append(
        try Tie(
          column.title,
          Figure("\(names.0), \(left.row.label)", first, terms: left.terms(index)),
          Figure(
            "\(names.1), \(right.row.label)",
            isTurned ? try -second : second,
            terms: right.terms(match, isSubtracted: isTurned),
          ),
          scale: column.scale,
          decimals: min(column.decimals, right.table.columns[match].decimals),
          lastPlace: max(column.lastPlace, right.table.columns[match].lastPlace),
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
  /// Whether a figure has the other sign in the convention of another row's table.
  fileprivate func isTurned(_ column: Int, toSignOf other: Tie.Row) -> Bool {
    guard let own = table.sign, let wanted = other.table.sign else { return false }
    return own.turns(to: wanted, side: table.columns[column].series.side ?? .net)
  }
}

extension Series {
  /// Whether two series are about the same in net, one of which may leave the side out.
  ///
  /// A budget of no stated month is the one in force, which decisions give a month.
  fileprivate func isSame(as other: Series) -> Bool {
    var (own, wanted) = (self, other)
    if own.side == .net { own.side = nil }
    if wanted.side == .net { wanted.side = nil }
    if kind == .budget, round == nil || other.round == nil {
      (own.round, wanted.round) = (nil, nil)
    }
    return own == wanted
  }
}
