internal import KollModel

/// The tables of a placement while rows that are the sums of others are found among them.
struct PlacedSums {
  private let located: [LocatedTable]
  private let structure: Structure
  private var tables: [ImportedTable]
  private(set) var diagnostics: [Diagnostic] = []
  /// The areas that rows stand for, in any table.
  private let stated: Set<Int>
  /// The areas that others with rows are below.
  private let parents: Set<Int>

  init(_ located: [LocatedTable], in structure: Structure) {
    self.located = located
    self.structure = structure
    tables = located.map(\.table)
    stated = Set(located.flatMap(\.areas.values))
    parents = Set(stated.flatMap { structure.areas(above: $0) }).intersection(stated)
  }

  /// Makes claims of the figures that are the sums of those below them, the lowest areas first.
  mutating func claimSums() throws(AmountOverflow) {
    guard !parents.isEmpty else { return }
    let depths = structure.areas.indices.map { structure.areas(above: $0).count }
    let lowestFirst = parents.sorted { (depths[$1], $0) < (depths[$0], $1) }
    for parent in lowestFirst {
      let below = stated.filter { structure.areas(above: $0).contains(parent) }
      for table in tables.indices { try claimSums(of: parent, below: below, inTable: table) }
    }
  }

  private mutating func claimSums(
    of parent: Int,
    below: Set<Int>,
    inTable number: Int,
  ) throws(AmountOverflow) {
    let own = rows(of: [parent], inTable: number)
    guard !own.isEmpty else { return }
    let parts = rows(of: below, inTable: number)
    let figures = tables[number].facts.filter {
      own.contains($0.area) && tables[number].series[$0.series].kind.isSummed
    }
    let (sums, elsewhere) = try sumsBelow(parts, below, of: figures, inTable: number)
    let contested = figures.filter { sums[$0.series] != nil || elsewhere[$0.series] != nil }
    guard !contested.isEmpty else { return }
    let isSum = contested.allSatisfy { sums[$0.series] != nil } && contested.ties(with: sums)
    guard isSum else {
      diagnostics.append(
        .countedTwice(
          structure.fullName(of: parent),
          contested.map { tables[number].layout.columns[$0.series].title },
          contested[0].origin,
          below: contested.lazy.compactMap { elsewhere[$0.series] ?? sums[$0.series]?.origin }
            .first,
        )
      )
      return
    }
    claim(contested, of: parent, from: parts, inTable: number)
  }

  /// The rows of some areas in a table, as indices into the table's areas.
  private func rows(of areas: Set<Int>, inTable number: Int) -> [Int] {
    let table = tables[number]
    return table.areas.indices.filter { index in
      located[number].areas[table.areas[index]].map(areas.contains) ?? false
    }
  }

  /// What the areas below state in the same table, and where they do so in others.
  private func sumsBelow(
    _ parts: [Int],
    _ below: Set<Int>,
    of figures: [Fact],
    inTable number: Int,
  ) throws(AmountOverflow) -> (sums: [Int: PartSum], elsewhere: [Int: Origin]) {
    let table = tables[number]
    var sums: [Int: PartSum] = [:]
    let partSet = Set(parts)
    for fact in table.facts where partSet.contains(fact.area) {
      let lastPlace = table.layout.columns[fact.series].lastPlace
      var sum = sums[fact.series] ?? PartSum(origin: fact.origin, lastPlace: lastPlace)
      sum.amount = try sum.amount + fact.amount
      sum.count += 1
      sums[fact.series] = sum
    }
    var elsewhere: [Int: Origin] = [:]
    for (other, table) in tables.enumerated() where other != number {
      let rows = Set(rows(of: below, inTable: other))
      for fact in table.facts where rows.contains(fact.area) {
        for figure in figures
        where sums[figure.series] == nil && elsewhere[figure.series] == nil
          && tables[number].series[figure.series] == table.series[fact.series]
        {
          elsewhere[figure.series] = fact.origin
        }
      }
    }
    return (sums, elsewhere)
  }

  /// Makes claims of figures that are the sums of rows.
  private mutating func claim(
    _ figures: [Fact],
    of parent: Int,
    from parts: [Int],
    inTable number: Int,
  ) {
    let area = figures[0].area
    let path = tables[number].areas[area]
    let series = Set(figures.map(\.series))
    let reason = Phrase(
      sv: "strukturen lägger \(parts.count) rader under området, och beloppen är deras summa",
      en: "the structure has \(parts.count) rows below the area, and the figures are their sums",
    )
    tables[number].facts.removeAll { $0.area == area && series.contains($0.series) }
    tables[number].claims.removeAll { claim in
      guard case .columns(let terms) = claim.coverage, claim.area == path else { return false }
      return series.contains(claim.series) || terms.contains { series.contains($0.series) }
    }
    tables[number].claims += figures.map { figure in
      Claim(
        label: structure.areas[parent].name,
        area: path,
        coverage: .rows(parts),
        series: figure.series,
        stated: figure.amount,
        origin: figure.origin,
        reason: reason,
      )
    }
  }
}

extension PlacedSums {
  /// The tables with the paths of the structure.
  func placed() -> [ImportedTable] {
    tables.indices.map(placed)
  }

  private func placed(_ number: Int) -> ImportedTable {
    var table = tables[number]
    let paths = newPaths(inTable: number)
    func moved(_ path: AreaPath) -> AreaPath {
      if let new = paths[path] { return new }
      let above = AreaPath(Array(path.labels.dropLast()))
      // A "varav" row stands below its area; what is no area keeps its labels.
      guard let label = path.labels.last, let new = paths[above] ?? placedGroup(above) else {
        return path
      }
      return AreaPath(new.labels + [label])
    }
    let emptied = rowsWithoutFigures(inTable: number)
    table.notes += emptied.flatMap { notes(ofTextsIn: $0, table) }
    table.layout.rows.removeAll { row in
      row.role == .heading || (row.role == .item && emptied.contains { $0.area == row.area })
    }
    var labels: [String: Set<String>] = [:]
    for index in table.layout.rows.indices where table.layout.rows[index].role != .memo {
      table.layout.rows[index].area = moved(table.layout.rows[index].area)
      if table.layout.rows[index].role == .item {
        let label = table.layout.rows[index].area.labels.last ?? ""
        labels[table.layout.rows[index].label, default: []].insert(label)
        table.layout.rows[index].label = label
      }
    }
    table.notes = table.notes.map { note in
      guard let row = note.row, let new = labels[row], new.count == 1 else { return note }
      return Note(row: new.first, column: note.column, text: note.text)
    }
    let memos = Set(table.layout.rows.filter { $0.role == .memo }.map(\.area))
    table.areas = table.areas.map { memos.contains($0) ? $0 : moved($0) }
    func movedRowOrGroup(_ area: AreaPath) -> AreaPath {
      let isRow = paths[area] != nil || memos.contains(area)
      return isRow ? moved(area) : placedGroup(area) ?? moved(area)
    }
    for index in table.claims.indices {
      table.claims[index].area = movedRowOrGroup(table.claims[index].area)
    }
    for index in table.remarks.indices {
      table.remarks[index].area = movedRowOrGroup(table.remarks[index].area)
    }
    return table
  }

  /// Where each path with an area goes; a parent that keeps figures gets a row among its parts.
  private func newPaths(inTable number: Int) -> [AreaPath: AreaPath] {
    let table = tables[number]
    let withFigures = Set(table.facts.map { table.areas[$0.area] })
    return located[number].areas.reduce(into: [:]) { paths, entry in
      let (old, area) = entry
      let new = structure.path(of: area)
      let keepsFigures = parents.contains(area) && withFigures.contains(old)
      paths[old] =
        keepsFigures ? new.unallocated(of: structure.areas[area].name) : new
    }
  }

  /// The rows of areas with others below whose figures all became claims.
  private func rowsWithoutFigures(inTable number: Int) -> [LayoutRow] {
    let table = tables[number]
    let withFigures = Set(table.facts.map { table.areas[$0.area] })
    return table.layout.rows.filter { row in
      guard row.role == .item, let area = located[number].areas[row.area] else { return false }
      return parents.contains(area) && !withFigures.contains(row.area)
    }
  }

  /// The path of a group that a sum is about; `nil` when it is no area.
  private func placedGroup(_ path: AreaPath) -> AreaPath? {
    guard case .area(let area) = structure.match(path.labels) else { return nil }
    return structure.path(of: area)
  }

  /// The words of a row that is taken away, so that they are not lost.
  private func notes(ofTextsIn row: LayoutRow, _ table: ImportedTable) -> [Note] {
    table.layout.columns.compactMap { column in
      row.texts[column.series].map { Note(row: row.label, column: column.key, text: $0) }
    }
  }
}

/// What the areas below an area state together in one series.
private struct PartSum {
  /// Where the first of them stands.
  let origin: Origin
  /// One in the last place that the column shows.
  let lastPlace: Int64
  var amount = Money.zero
  var count = 0
}

extension [Fact] {
  /// Whether the figures are the sums of those below, as stated totals are: each within what
  /// rounding explains, and one of them wholly off when three or more agree.
  fileprivate func ties(with sums: [Int: PartSum]) -> Bool {
    let agreeing = count { fact in
      guard let sum = sums[fact.series] else { return false }
      let difference = Int128(fact.amount.minorUnits) - Int128(sum.amount.minorUnits)
      return difference.magnitude * 2 <= UInt128(sum.count + 1) * UInt128(sum.lastPlace.magnitude)
    }
    return agreeing == count || (agreeing >= 3 && agreeing == count - 1)
  }
}

extension LayoutColumn {
  /// One in the last place that the file writes, in minor units.
  fileprivate var lastPlace: Int64 {
    scale.lastPlace(decimals: decimals).minorUnits
  }
}

extension Diagnostic {
  fileprivate static func countedTwice(
    _ name: String,
    _ columns: [String],
    _ origin: Origin,
    below: Origin?,
  ) -> Diagnostic {
    let list = columns.prefix(3).joined(separator: ", ") + (columns.count > 3 ? " …" : "")
    let place = below.map { "\($0.file), rad \($0.line)" } ?? ""
    let english = below.map { "\($0.file), line \($0.line)" } ?? ""
    return Diagnostic(
      .areaCountedTwice,
      at: Location(file: origin.file, line: origin.line),
      field: columns.first,
      value: name,
      Phrase(
        sv: "\(list): både \"\(name)\" och områden under det har belopp (\(place)), "
          + "och de är inte summan av varandra",
        en: "\(list): both \"\(name)\" and areas below it have figures (\(english)), "
          + "and they are not each other's sum",
      ),
      help: Phrase(
        sv: "ta bort det ena; egna belopp hör till ett eget område under \"\(name)\" i strukturen",
        en: "take one away; figures of its own belong to an area of their own below \"\(name)\" "
          + "in the structure",
      ),
    )
  }
}
