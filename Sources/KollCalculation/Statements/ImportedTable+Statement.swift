public import KollModel

extension ImportedTable {
  /// The table with its rows named and ordered as a statement's.
  ///
  /// What the source states for the statement's sums become claims, and what it states for other
  /// rows facts, whatever import took them for. "Varav" rows stay below their row.
  /// - Parameter statement: The statement.
  /// - Returns: The table, and a finding for each row that the statement does not have or that the
  ///   source has twice.
  public func arranged(
    as statement: Statement
  ) -> (table: ImportedTable, diagnostics: [Diagnostic]) {
    var arrangement = StatementArrangement(of: self, as: statement)
    arrangement.placeRows()
    arrangement.placeFigures()
    return (arrangement.table, arrangement.diagnostics)
  }
}

/// The naming of a table's rows by a statement.
private struct StatementArrangement {
  let source: ImportedTable
  let statement: Statement
  private(set) var table: ImportedTable
  private(set) var diagnostics: [Diagnostic] = []
  /// The statement's row that each of the source's paths is about.
  private var rows: [AreaPath: Int] = [:]
  /// The source's "varav" rows, by the statement's row that they are a part of.
  private var parts: [(row: Int, part: LayoutRow)] = []

  init(of source: ImportedTable, as statement: Statement) {
    self.source = source
    self.statement = statement
    table = source
    table.areas = statement.rows.map(\.path)
    table.facts = []
    table.claims = []
    table.layout.areaTitle = ""
    table.layout.untotalled = nil
  }

  mutating func placeRows() {
    var origins: [Int: Origin] = [:]
    for row in source.layout.rows {
      if row.role == .ofWhich {
        let above = AreaPath(Array(row.area.labels.dropLast()))
        if let owner = rows[above] ?? origins.keys.max() { parts.append((owner, row)) }
        continue
      }
      guard let index = statement.row(called: row.label) else {
        if row.role != .heading, let origin = row.origin {
          diagnostics.append(.lineUnknown(row.label, in: statement, at: origin))
        }
        continue
      }
      rows[row.area] = index
      guard row.role != .heading, let origin = row.origin else { continue }
      if let first = origins[index] {
        diagnostics.append(.lineTwice(row.label, first: first, at: origin))
      }
      origins[index] = origin
    }
    placeParts()
    table.layout.rows = layoutRows(origins)
  }

  private mutating func placeParts() {
    for (owner, part) in parts {
      let path = AreaPath(statement.rows[owner].path.labels + [part.label])
      rows[part.area] = table.areas.count
      table.areas.append(path)
    }
  }

  /// The rows in the statement's order, each with its parts below it.
  private func layoutRows(_ origins: [Int: Origin]) -> [LayoutRow] {
    statement.rows.indices.flatMap { index -> [LayoutRow] in
      let row = statement.rows[index]
      let own = LayoutRow(
        label: row.label,
        area: row.path,
        role: row.role,
        origin: origins[index],
      )
      let below = parts.filter { $0.row == index }.map { owner, part in
        var moved = part
        moved.area = AreaPath(statement.rows[owner].path.labels + [part.label])
        return moved
      }
      return [own] + below
    }
  }

  mutating func placeFigures() {
    for fact in source.facts {
      guard let row = rows[source.areas[fact.area]] else { continue }
      place(fact.amount, row, fact.series, fact.origin)
    }
    for claim in source.claims {
      guard case .rows = claim.coverage else {
        placeColumnClaim(claim)
        continue
      }
      guard let row = statement.row(called: claim.label) else {
        diagnostics.append(.lineUnknown(claim.label, in: statement, at: claim.origin))
        continue
      }
      place(claim.stated, row, claim.series, claim.origin)
    }
  }

  /// A derived column's figure stays with its row.
  private mutating func placeColumnClaim(_ claim: Claim) {
    guard let row = rows[claim.area] else { return }
    var claim = claim
    claim.area = table.areas[row]
    table.claims.append(claim)
  }

  /// A figure of a stated row is a fact; that of a sum is a claim on the rows below it.
  private mutating func place(_ amount: Money, _ row: Int, _ series: Int, _ origin: Origin) {
    guard row < statement.rows.count, case .sum = statement.rows[row].content else {
      table.facts.append(Fact(area: row, series: series, amount: amount, origin: origin))
      return
    }
    table.claims.append(
      Claim(
        label: statement.rows[row].label,
        area: statement.rows[row].path,
        coverage: .rows(statement.statedRows(below: row)),
        series: series,
        stated: amount,
        origin: origin,
        reason: Phrase(
          sv: "raden är en summa i \(statement.name)",
          en: "the row is a sum of the \(statement.name)",
        ),
      )
    )
  }
}

extension Statement.Row {
  /// The row's path in tables: its key, since labels are local.
  var path: AreaPath { AreaPath([key]) }

  /// The part that the row plays in a table.
  var role: RowRole {
    switch content {
    case .stated: .item
    case .optional: .memo
    case .sum: .subtotal
    case .heading: .heading
    }
  }
}

extension Diagnostic {
  fileprivate static func lineUnknown(
    _ label: String,
    in statement: Statement,
    at origin: Origin,
  ) -> Diagnostic {
    let nearest = label.nearest(among: statement.rows.map(\.label))
    return Diagnostic(
      .lineUnknown,
      at: Location(file: origin.file, line: origin.line),
      value: label,
      Phrase(
        sv: "\"\(label)\" är ingen rad i \(statement.name)",
        en: "\"\(label)\" is no row of the \(statement.name)",
      ),
      help: nearest.map {
        Phrase(sv: "menade du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Phrase(
          sv: "raderna är: \(statement.rows.map(\.label).joined(separator: ", "))",
          en: "the rows are: \(statement.rows.map(\.label).joined(separator: ", "))",
        ),
    )
  }

  fileprivate static func lineTwice(
    _ label: String,
    first: Origin,
    at origin: Origin,
  ) -> Diagnostic {
    Diagnostic(
      .duplicateFact,
      at: Location(file: origin.file, line: origin.line),
      value: label,
      Phrase(
        sv: "raden \"\(label)\" står redan på rad \(first.line)",
        en: "the row \"\(label)\" already stands on line \(first.line)",
      ),
    )
  }
}
