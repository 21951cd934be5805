public import KollModel

/// An area of one table that may be an area of another, by a name that is nearly the same.
public struct SpellingDoubt: Hashable, Sendable {
  /// The area as the later table spells it.
  public let area: AreaPath
  /// Where its first figure stands.
  public let origin: Origin
  /// The area of an earlier table.
  public let earlier: AreaPath
  /// Where the first figure of that stands.
  public let earlierOrigin: Origin
}

extension [ImportedTable] {
  /// The tables with their areas spelt as the first of them spells each.
  ///
  /// Names that differ in case, white space and kinds of dashes alone are the same area, unless one
  /// table has both. Names whose letters and digits alone are the same, as with a footnote mark or
  /// a missing hyphen, may be: they are left as they are and told of.
  /// - Returns: The tables, and the areas of the later that may be areas of an earlier.
  public func inCommonSpelling() -> (tables: [ImportedTable], doubts: [SpellingDoubt]) {
    var spelling = AreaSpelling()
    let tables = map { spelling.spelt($0) }
    return (tables, spelling.doubts)
  }
}

/// How the tables met so far spell their areas.
private struct AreaSpelling {
  private(set) var doubts: [SpellingDoubt] = []
  /// The last labels of areas, by the keys of all their labels.
  private var labels: [[String]: Set<String>] = [:]
  /// The areas with figures and where the first stands, by the letters of all their labels.
  private var areas: [[String]: [AreaPath: Origin]] = [:]

  /// A table in the spelling of those before it.
  mutating func spelt(_ table: ImportedTable) -> ImportedTable {
    let own = AreaSpelling.labels(of: table)
    func spelt(_ area: AreaPath) -> AreaPath {
      var keys: [String] = []
      return AreaPath(
        area.labels.map { label in
          keys.append(label.areaKey)
          guard let known = labels[keys], known.count == 1, own[keys]?.count == 1 else {
            return label
          }
          return known.first ?? label
        }
      )
    }
    var table = table
    table.areas = table.areas.map(spelt)
    for index in table.claims.indices {
      table.claims[index].area = spelt(table.claims[index].area)
    }
    for index in table.remarks.indices {
      table.remarks[index].area = spelt(table.remarks[index].area)
    }
    for index in table.layout.rows.indices {
      let row = table.layout.rows[index]
      let area = spelt(row.area)
      if row.label == row.area.labels.last, let label = area.labels.last {
        table.layout.rows[index].label = label
      }
      table.layout.rows[index].area = area
    }
    takeIn(table)
    return table
  }

  /// Keeps how a table spells its areas, and which of them may be areas of an earlier table.
  private mutating func takeIn(_ table: ImportedTable) {
    labels.merge(AreaSpelling.labels(of: table)) { $0.union($1) }
    var origins: [AreaPath: Origin] = [:]
    for fact in table.facts where origins[table.areas[fact.area]] == nil {
      origins[table.areas[fact.area]] = fact.origin
    }
    for area in table.areas {
      guard let origin = origins[area] else { continue }
      let known = areas[area.labels.map(\.areaLetters)] ?? [:]
      let others = known.filter { origins[$0.key] == nil }
      if known[area] == nil, let first = others.min(by: { $0.value.line < $1.value.line }) {
        doubts.append(
          SpellingDoubt(
            area: area,
            origin: origin,
            earlier: first.key,
            earlierOrigin: first.value,
          )
        )
      }
    }
    for (area, origin) in origins {
      let letters = area.labels.map(\.areaLetters)
      if areas[letters]?[area] == nil { areas[letters, default: [:]][area] = origin }
    }
  }

  private static func labels(of table: ImportedTable) -> [[String]: Set<String>] {
    var labels: [[String]: Set<String>] = [:]
    for area in table.areas {
      var keys: [String] = []
      for label in area.labels {
        keys.append(label.areaKey)
        labels[keys, default: []].insert(label)
      }
    }
    return labels
  }
}
