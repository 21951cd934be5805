internal import KollModel

/// The areas that tables have, as the register `struktur.csv` states them.
struct StructureDraft {
  /// The register's records, the header first.
  let records: [[String]]

  /// Gathers the areas of tables, each before those that are part of it.
  /// - Parameter tables: The tables.
  init(_ tables: [ImportedTable]) {
    var areas: [Area] = []
    var known: Set<AreaPath> = []
    for table in tables {
      let rows = table.layout.rows.filter { $0.role == .item }
      let depth = rows.map(\.area.labels.count).max() ?? 0
      let titles = table.layout.areaTitle.split(separator: "/").map { $0.trimmingBlanks }
      for row in rows {
        for level in row.area.labels.indices {
          let path = AreaPath(Array(row.area.labels.prefix(level + 1)))
          guard known.insert(path).inserted else { continue }
          let type = titles.count == depth ? titles[level].lowercased() : ""
          areas.append(Area(path: path, type: type))
        }
      }
    }
    let codes = StructureDraft.codes(of: areas)
    let header = Structure.Entry.Field.allCases.map(\.rawValue)
    records =
      [header]
      + areas.map { area in
        let parent = AreaPath(Array(area.path.labels.dropLast()))
        let name = codes[area.path]?.name ?? area.label
        let parentName = codes[parent]?.code ?? parent.labels.last ?? ""
        return [codes[area.path]?.code ?? "", name, parentName, area.type, "", "", ""]
      }
  }

  private struct Area {
    let path: AreaPath
    let type: String

    var label: String { path.labels.last ?? "" }
  }

  private typealias Coded = (code: String, name: String)

  /// The codes that labels begin with, and codes made up for areas that share their name with
  /// another and have areas below them.
  private static func codes(of areas: [Area]) -> [AreaPath: Coded] {
    var codes: [AreaPath: Coded] = [:]
    for area in areas { codes[area.path] = area.label.coded }
    let counts = Dictionary(grouping: codes.values) { $0.code }.mapValues(\.count)
    codes = codes.filter { counts[$0.value.code] == 1 }
    let parents = Set(areas.map { AreaPath(Array($0.path.labels.dropLast())) })
    let names = Dictionary(grouping: areas) { $0.label.lowercased() }
    for area in areas
    where codes[area.path] == nil && parents.contains(area.path)
      && (names[area.label.lowercased()]?.count ?? 0) > 1
    {
      codes[area.path] = (area.path.labels.joined(separator: " ").key, area.label)
    }
    return codes
  }
}

extension String {
  /// The code that a label begins with and the name behind it; `nil` when it has none.
  fileprivate var coded: (code: String, name: String)? {
    let parts = split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].count > 1, parts[0].allSatisfy(\.isNumber),
      parts[1].contains(where: \.isLetter)
    else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
