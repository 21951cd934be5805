internal import KollModel

/// Tables as they were read, to tell how a line of a file writes a figure.
struct OriginalTables: Sendable {
  private let tables: [ImportedTable]
  /// Each table's facts in the order of their lines, by file.
  private var facts: [String: [(table: Int, facts: [Int])]] = [:]
  /// What each table calls its rows, by where they stand.
  private let labels: [[Origin: String]]

  init(_ tables: [ImportedTable]) {
    self.tables = tables
    labels = tables.map { table in
      let rows = table.layout.rows.compactMap { row in row.origin.map { ($0, row.label) } }
      return Dictionary(rows) { first, _ in first }
    }
    for (number, table) in tables.enumerated() {
      let files = Dictionary(grouping: table.facts.indices) { table.facts[$0].origin.file }
      for (file, indices) in files {
        let ordered = indices.sorted { table.facts[$0].origin.line < table.facts[$1].origin.line }
        facts[file, default: []].append((number, ordered))
      }
    }
  }

  /// A fact as its line states it.
  func record(of fact: Fact, in table: ImportedTable) -> StatedRecord {
    let series = table.series[fact.series]
    let figure = Figure(series: fact.series, amount: fact.amount, origin: fact.origin)
    let area = table.areas[fact.area].labels.last ?? ""
    guard let (number, own) = original(of: fact, series) else {
      return record(of: figure, called: area, in: table, asReadIn: nil)
    }
    let original = tables[number]
    let label = labels[number][fact.origin] ?? original.areas[own.area].labels.last ?? area
    let line = own.line.map { original.lines[$0] }
    let words = [label, line?.account, line?.project].compactMap(\.self)
    return record(
      of: figure,
      called: words.joined(separator: ", "),
      in: table,
      asReadIn: original,
    )
  }

  /// A sum as its line states it.
  func record(of claim: Claim, in table: ImportedTable) -> StatedRecord {
    let figure = Figure(series: claim.series, amount: claim.stated, origin: claim.origin)
    let series = table.series[claim.series]
    let original = tables.first { original in
      original.claims.contains {
        $0.origin == claim.origin && original.series[$0.series] == series
      }
    }
    return record(of: figure, called: claim.label, in: table, asReadIn: original)
  }

  /// What a table has of a figure.
  private struct Figure {
    let series: Int
    let amount: Money
    let origin: Origin
  }

  private func record(
    of figure: Figure,
    called label: String,
    in table: ImportedTable,
    asReadIn original: ImportedTable?,
  ) -> StatedRecord {
    let placed = table.layout.columns[figure.series]
    let column =
      original?.layout.columns.first { $0.series == placed.series } ?? placed
    let isTurned =
      if let own = original?.layout.sign, let shown = table.layout.sign,
        placed.series.kind != .variance
      {
        own.turns(to: shown, side: placed.series.side)
      } else {
        false
      }
    // A figure that could be turned can be turned back.
    let stated = isTurned ? (try? -figure.amount) ?? figure.amount : figure.amount
    var record = StatedRecord(
      origin: figure.origin,
      label: label,
      column: column.title,
      stated: stated,
      scale: column.scale.unit == nil ? placed.scale : column.scale,
      decimals: column.decimals,
    )
    record.isTurned = isTurned
    record.isPercent = placed.series.kind == .ratio
    return record
  }

  /// The fact as it was read: on the same line, of the same series, and of several such the one with
  /// the same amount.
  private func original(of fact: Fact, _ series: Series) -> (table: Int, fact: Fact)? {
    var found: (table: Int, fact: Fact)?
    for (number, ordered) in facts[fact.origin.file] ?? [] {
      let table = tables[number]
      let first = ordered.firstIndex(from: fact.origin.line) { table.facts[$0].origin.line }
      for index in ordered[first...] {
        let own = table.facts[index]
        guard own.origin.line == fact.origin.line else { break }
        guard table.series[own.series] == series else { continue }
        if own.amount.minorUnits.magnitude == fact.amount.minorUnits.magnitude {
          return (number, own)
        }
        found = found ?? (number, own)
      }
    }
    return found
  }
}

extension [Int] {
  /// The place of the first element whose value is not below another, the elements being in the
  /// order of their values.
  fileprivate func firstIndex(from wanted: Int, value: (Int) -> Int) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if value(self[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
