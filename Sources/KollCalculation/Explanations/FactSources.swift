public import KollModel

/// The facts that tables are computed from, found again by what they are about, each with the line
/// that states it.
public struct FactSources: Sendable {
  /// The facts, summed.
  let ledger: Ledger
  /// The tables as they were placed, before areas became others.
  private let tables: [ImportedTable]
  /// The tables as they were read.
  private let originals: OriginalTables
  /// The facts of each area and series.
  private var places: [Key: [Place]] = [:]
  /// How numbers of each series are kept.
  private var scales: [Series: Scale] = [:]

  private struct Key: Hashable {
    let area: AreaPath
    let series: Series
  }

  /// A fact of an area, and how it came there.
  private struct Place {
    let table: Int
    let fact: Int
    let moves: [AreaMove]
  }

  /// Gathers the facts.
  /// - Parameters:
  ///   - tables: The tables, placed in the organisation, with its signs.
  ///   - originals: The same tables as they were read.
  ///   - reorganisation: The areas that became others since.
  ///   - fiscalYear: Which months a year has.
  ///   - subject: The area that is taken as the whole.
  /// - Throws: ``AmountOverflow`` when a sum does not fit.
  public init(
    of tables: [ImportedTable],
    asRead originals: [ImportedTable],
    movedBy reorganisation: Reorganisation? = nil,
    in fiscalYear: FiscalYear = .calendar,
    about subject: AreaPath = .total,
  ) throws(AmountOverflow) {
    self.tables = tables
    self.originals = OriginalTables(originals)
    let moved = try reorganisation?.applied(to: tables, in: fiscalYear) ?? tables
    let steps = reorganisation?.stepsByArea ?? [:]
    var ledger = Ledger()
    for (number, table) in moved.enumerated() {
      try ledger.add(subject == .total ? table : table.narrowed(to: subject))
      for column in table.layout.columns where scales[column.series] == nil {
        scales[column.series] = column.scale
      }
      let parts = Set(table.layout.rows.filter { $0.role == .ofWhich }.map(\.area))
      func narrowed(_ path: AreaPath) -> AreaPath? {
        subject == .total ? path : path.narrowed(to: subject, isPart: parts.contains(path))
      }
      for (index, fact) in tables[number].facts.enumerated() {
        let series = tables[number].series[fact.series]
        let area = tables[number].areas[fact.area]
        let day = series.days(in: fiscalYear)?.last
        for way in try Reorganisation.ways(from: area, after: day, steps) {
          guard let path = narrowed(way.area) else { continue }
          places[Key(area: path, series: series), default: []]
            .append(Place(table: number, fact: index, moves: way.moves))
        }
      }
    }
    self.ledger = ledger
  }

  /// How numbers of a series are kept, when a source states it.
  func scale(of series: Series) -> Scale? { scales[series] }

  /// The lines that state an area's figures in a series.
  /// - Parameters:
  ///   - area: The area itself, without those below it.
  ///   - series: The series.
  ///   - isWanted: Whether what a fact is about is wanted.
  /// - Returns: The lines, file by file.
  func records(
    of area: AreaPath,
    _ series: Series,
    where isWanted: (Line?) -> Bool,
  ) -> [StatedRecord] {
    (places[Key(area: area, series: series)] ?? []).compactMap { place in
      let table = tables[place.table]
      let fact = table.facts[place.fact]
      guard isWanted(fact.line.map { table.lines[$0] }) else { return nil }
      var record = originals.record(of: fact, in: table)
      record.moves = place.moves
      return record
    }
  }

  /// What a line states of a series: a sum, or the figure of an area.
  func record(of series: Series, at origin: Origin) -> StatedRecord? {
    for table in tables {
      let claim = table.claims.first { claim in
        claim.origin == origin && table.series[claim.series] == series
      }
      if let claim { return originals.record(of: claim, in: table) }
      let fact = table.facts.first { fact in
        fact.origin == origin && table.series[fact.series] == series
      }
      if let fact { return originals.record(of: fact, in: table) }
    }
    return nil
  }
}
