public import KollModel

/// Areas that became others, so that figures from before can be shown in the new organisation.
///
/// Money is moved and never lost: the shares of an area are the whole, and what is split is split
/// so that its parts are what it was.
public struct Reorganisation: Hashable, Sendable {
  /// What became of areas, in the register's order.
  public let moves: [Move]

  /// What became of an area, or of a share of it.
  public struct Move: Hashable, Sendable {
    /// The area that was.
    public let from: AreaPath
    /// The area that is.
    public let to: AreaPath
    /// The share of the old area's figures, above 0 and at most 1.
    public let share: Rational
    /// The first day of the new organisation.
    public let date: Day
    /// The record that states it.
    public let origin: Origin

    /// Creates a move.
    /// - Parameters:
    ///   - from: The area that was.
    ///   - to: The area that is.
    ///   - share: The share of the old area's figures.
    ///   - date: The first day of the new organisation.
    ///   - origin: The record that states it.
    public init(from: AreaPath, to: AreaPath, share: Rational, date: Day, origin: Origin) {
      self.from = from
      self.to = to
      self.share = share
      self.date = date
      self.origin = origin
    }
  }

  /// Creates a reorganisation.
  /// - Parameter moves: What became of areas, in the register's order.
  public init(_ moves: [Move]) {
    self.moves = moves
  }

  /// The areas whose shares on a date are not the whole, each with where the last of them stands.
  /// - Throws: ``AmountOverflow`` when the shares are too fine to be added.
  public var incomplete: [(area: AreaPath, sum: Rational, origin: Origin)] {
    get throws(AmountOverflow) {
      var found: [(area: AreaPath, sum: Rational, origin: Origin)] = []
      var seen: Set<Step> = []
      for move in moves where seen.insert(move.step).inserted {
        let shares = moves.filter { $0.step == move.step }
        var sum = Rational(0)
        for share in shares { sum = try sum + share.share }
        if sum != Rational(1), let last = shares.last {
          found.append((move.from, sum, last.origin))
        }
      }
      return found
    }
  }

  /// The tables with the figures from before a move shown for the new areas.
  ///
  /// Figures of the day of the move and later stay where they are stated.
  /// - Parameters:
  ///   - tables: The tables, placed in the organisation.
  ///   - fiscalYear: Which months a year has.
  /// - Returns: The tables; the sum of each series is what it was.
  /// - Throws: ``AmountOverflow`` when a step of the arithmetic does not fit.
  public func applied(
    to tables: [ImportedTable],
    in fiscalYear: FiscalYear = .calendar,
  ) throws(AmountOverflow) -> [ImportedTable] {
    var applied: [ImportedTable] = []
    for table in tables { applied.append(try self.applied(to: table, in: fiscalYear)) }
    return applied
  }

  private func applied(
    to table: ImportedTable,
    in fiscalYear: FiscalYear,
  ) throws(AmountOverflow) -> ImportedTable {
    let steps = stepsByArea
    var result = table
    result.facts = []
    var places = Dictionary(zip(table.areas, table.areas.indices)) { first, _ in first }
    for fact in table.facts {
      let area = table.areas[fact.area]
      guard let day = table.series[fact.series].days(in: fiscalYear)?.last, steps[area] != nil
      else {
        result.facts.append(fact)
        continue
      }
      for way in try Reorganisation.ways(from: area, after: day, steps) {
        let place = places[way.area] ?? result.areas.count
        if place == result.areas.count { result.areas.append(way.area) }
        places[way.area] = place
        var amount = fact.amount
        for move in way.moves { amount = try move.part(of: amount) }
        result.facts.append(fact.moved(to: place, amount: amount))
      }
    }
    result.layout.rows = result.rowsOfMovedFacts(from: table)
    return result
  }

  /// The areas that an area became after a day, and that those became later, each with the moves that
  /// lead there; the area itself where nothing became of it.
  /// - Throws: ``AmountOverflow`` when the shares are too fine to be added.
  static func ways(
    from area: AreaPath,
    after day: Day?,
    _ steps: [AreaPath: [[Move]]],
  ) throws(AmountOverflow) -> [(area: AreaPath, moves: [AreaMove])] {
    guard let day, let moves = steps[area]?.first(where: { $0[0].date > day }) else {
      return [(area, [])]
    }
    var ways: [(area: AreaPath, moves: [AreaMove])] = []
    var before = Rational(0)
    for move in moves {
      let first = AreaMove(move: move, before: before)
      for way in try self.ways(from: move.to, after: move.date, steps) {
        ways.append((way.area, [first] + way.moves))
      }
      before = try before + move.share
    }
    return ways
  }

  /// What became of each area, step by step in the order of their dates.
  var stepsByArea: [AreaPath: [[Move]]] {
    Dictionary(grouping: moves, by: \.from).mapValues { moves in
      Dictionary(grouping: moves, by: \.date).sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// What became of an area on a day.
  fileprivate struct Step: Hashable {
    let from: AreaPath
    let date: Day
  }
}

extension Reorganisation.Move {
  fileprivate var step: Reorganisation.Step { Reorganisation.Step(from: from, date: date) }
}

extension ImportedTable {
  /// The rows with those that figures were moved to, and without those that they all left.
  fileprivate func rowsOfMovedFacts(from old: ImportedTable) -> [LayoutRow] {
    let hadFigures = Set(old.facts.map { old.areas[$0.area] })
    let haveFigures = Set(facts.map { areas[$0.area] })
    var rows = layout.rows.filter { row in
      !hadFigures.contains(row.area) || haveFigures.contains(row.area) || row.role != .item
    }
    let known = Set(rows.map(\.area))
    rows += areas.filter { haveFigures.contains($0) && !known.contains($0) }.map { area in
      LayoutRow(label: area.labels.last ?? "", area: area, role: .item, origin: nil)
    }
    return rows
  }
}

extension Fact {
  fileprivate func moved(to area: Int, amount: Money) -> Fact {
    Fact(
      area: area,
      line: line,
      series: series,
      amount: amount,
      origin: origin,
      comment: comment,
    )
  }
}
