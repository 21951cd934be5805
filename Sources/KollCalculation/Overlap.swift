public import KollModel

/// Figures about the same area and series in two tables, or twice in one.
public struct Overlap: Hashable, Sendable {
  /// The area that they are about.
  public let area: AreaPath
  /// The table that states them first, as an index.
  public let earlierTable: Int
  /// The table that states them again, as an index.
  public let laterTable: Int
  /// Where the first of them stands in the earlier table.
  public let earlier: Origin
  /// Where it stands in the later table.
  public let later: Origin
  /// Their columns in the later table, as indices.
  public private(set) var columns: [Int]

  /// Finds the figures that several tables state.
  ///
  /// Figures of one area in one pair of tables are one overlap, however many columns they fill.
  /// - Parameter tables: The tables.
  /// - Returns: The overlaps, by the later table and its order.
  public static func all(in tables: [ImportedTable]) -> [Overlap] {
    var known = KnownFacts()
    var found: [Overlap] = []
    var places: [Place: Int] = [:]
    var (areas, series) = (Interned<AreaPath>(), Interned<Series>())
    for (number, table) in tables.enumerated() {
      let placesOfAreas = table.areas.map { areas.index(of: $0) }
      let placesOfSeries = table.series.map { series.index(of: $0) }
      for fact in table.facts {
        let key = Key(area: placesOfAreas[fact.area], series: placesOfSeries[fact.series])
        let place = Earlier(table: number, row: fact.area, origin: fact.origin)
        guard let earlier = known.take(place, key, fact.line.map { table.lines[$0] }) else {
          continue
        }
        // One row may hold several amounts, which its file adds up.
        guard earlier.table != number || earlier.row != fact.area else { continue }
        let pair = Place(area: key.area, earlier: earlier.table, later: number)
        if let index = places[pair] {
          found[index].columns.append(fact.series)
          continue
        }
        places[pair] = found.count
        found.append(
          Overlap(
            area: table.areas[fact.area],
            earlierTable: earlier.table,
            laterTable: number,
            earlier: earlier.origin,
            later: fact.origin,
            columns: [fact.series],
          )
        )
      }
    }
    return found
  }

  private struct Key: Hashable {
    let area: Int
    let series: Int
  }

  private struct Earlier {
    let table: Int
    let row: Int
    let origin: Origin
  }

  /// The figures met so far.
  ///
  /// Those of different lines are different; one without a line is about
  /// all of them.
  private struct KnownFacts {
    private var whole: [Key: Earlier] = [:]
    private var firstOfLines: [Key: Earlier] = [:]
    private var ofLine: [Key: [Line: Earlier]] = [:]

    /// Takes a figure in, or returns the earlier one that it repeats.
    mutating func take(_ place: Earlier, _ key: Key, _ line: Line?) -> Earlier? {
      guard let line else {
        if let earlier = whole[key] ?? firstOfLines[key] { return earlier }
        whole[key] = place
        return nil
      }
      if let earlier = ofLine[key]?[line] ?? whole[key] { return earlier }
      ofLine[key, default: [:]][line] = place
      if firstOfLines[key] == nil { firstOfLines[key] = place }
      return nil
    }
  }

  private struct Place: Hashable {
    let area: Int
    let earlier: Int
    let later: Int
  }
}
