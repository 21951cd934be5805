internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

extension DiffRun {
  /// Every series of money in two folders compared: those that differ, and the titles of the others.
  mutating func folders(
    _ inputs: Inputs
  ) throws(AmountOverflow) -> (compared: [ComparedFigures], unchanged: [String]) {
    var compared: [ComparedFigures] = []
    var unchanged: [String] = []
    let states = [inputs.old, inputs.new].map(ComparedState.init)
    let names = states.map(\.tableNames)
    let same = inputs.old.namesOfFilesThatAre(in: inputs.new)
    for name in names[0] + names[1].filter({ !names[0].contains($0) }) {
      let groups = try ComparedState.groups(called: name, in: states, unchangedFiles: same)
      for figures in try groups[0].compared(with: groups[1], toDepth: depth) {
        if figures.difference.changes.isEmpty {
          unchanged.append(figures.title)
        } else {
          compared.append(figures)
        }
      }
    }
    return (compared, unchanged)
  }
}

extension ProjectRun {
  /// The names of the files with figures that are byte for byte the same in another state.
  fileprivate func namesOfFilesThatAre(in other: ProjectRun) -> Set<String> {
    let others = Dictionary(other.files.map { ($0.source.file, $0.sha256) }) { first, _ in first }
    return Set(files.filter { others[$0.source.file] == $0.sha256 }.map(\.source.file))
  }
}

/// A project with what its tables are compared by.
private struct ComparedState {
  let run: ProjectRun
  /// What the files themselves call the areas of their records.
  let statedAreas: [Origin: AreaPath]

  init(_ run: ProjectRun) {
    self.run = run
    var areas: [Origin: AreaPath] = [:]
    for table in run.files.compactMap(\.tables.first) {
      for fact in table.facts { areas[fact.origin] = table.areas[fact.area] }
    }
    statedAreas = areas
  }

  /// What the project's tables are called, that of the areas first.
  var tableNames: [TableOfProject] {
    let statements = run.statements.map { TableOfProject.statement($0.statement) }
    let own = (run.project?.tables ?? []).map { TableOfProject.own($0.name) }
    return ([.areas] + statements + own).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// A project's tables of one name in both states, with their figures in one scale and one sign.
  static func groups(
    called name: TableOfProject,
    in states: [ComparedState],
    unchangedFiles: Set<String>,
  ) throws(AmountOverflow) -> [ComparedGroup] {
    let own = states.map { $0.run.tables(called: name) }
    let common = try own.flatMap(\.self).inCommonScales()
    let parts = [Array(common.prefix(own[0].count)), Array(common.dropFirst(own[0].count))]
    let sign = (parts[1] + parts[0]).lazy.compactMap(\.layout.sign).first
    var groups: [ComparedGroup] = []
    for (state, part) in zip(states, parts) {
      var tables: [ImportedTable] = []
      for table in part { tables.append(try sign.map(table.inSign) ?? table) }
      groups.append(
        try ComparedGroup(name, tables, of: state.run, state.statedAreas, unchangedFiles)
      )
    }
    return groups
  }
}

/// One of a project's tables.
private enum TableOfProject: Hashable {
  case areas
  case statement(Statement)
  case own(String)

  /// What a reader calls it, beside the table of the areas.
  var title: String? {
    switch self {
    case .areas: nil
    case .statement(let statement): statement.name
    case .own(let name): name
    }
  }
}

extension ProjectRun {
  fileprivate func tables(called name: TableOfProject) -> [ImportedTable] {
    switch name {
    case .areas: tables
    case .statement(let statement):
      statements.filter { $0.statement == statement }.map(\.table)
    case .own(let name): ownTables[name] ?? []
    }
  }

  fileprivate func definition(
    of name: TableOfProject,
    _ tables: [ImportedTable],
  ) -> TableDefinition {
    switch name {
    case .areas:
      var run = self
      run.tables = tables
      return run.areas(arranged: .groups)
    case .statement(let statement): return TableDefinition(statement, of: tables)
    case .own: return TableDefinition(joining: tables)
    }
  }
}

/// A project's tables of one name, computed, with the places of their figures.
private struct ComparedGroup {
  private let name: TableOfProject
  private let table: ComputedTable
  private let columns: [LayoutColumn]
  private let names: AreaNames
  /// The records of each series' figures, with what they send to which area.
  private var records: [Series: [(row: AreaFigures.SourceRow, origin: Origin)]] = [:]

  init(
    _ name: TableOfProject,
    _ tables: [ImportedTable],
    of run: ProjectRun,
    _ statedAreas: [Origin: AreaPath],
    _ unchangedFiles: Set<String>,
  ) throws(AmountOverflow) {
    self.name = name
    names = run.areaNames
    columns = tables.flatMap(\.layout.columns).filter { column in
      column.series.kind.isMoney && !column.isDerived && !column.isComment
    }
    let available = run.definition(of: name, tables)
    let maker = run.tableMaker(showing: available)
    table = try maker.computed(
      maker.definition(available, .own).definition,
      of: SummedTables(tables),
    )
    for table in tables {
      for fact in table.facts {
        let area = table.areas[fact.area]
        let identity: AreaFigures.SourceRow.Identity =
          unchangedFiles.contains(fact.origin.file)
          ? .record(fact.origin)
          : .named(statedAreas[fact.origin] ?? area, fact.line.map { table.lines[$0] })
        let origin = Origin(file: run.pathOfFile(fact.origin.file), line: fact.origin.line)
        records[table.series[fact.series], default: []]
          .append((AreaFigures.SourceRow(identity, area, fact.amount), origin))
      }
    }
  }

  /// Every series of money that either has, with what differs from this to the other.
  func compared(
    with new: ComparedGroup,
    toDepth depth: Int?,
  ) throws(AmountOverflow) -> [ComparedFigures] {
    var known: Set<Series> = []
    var compared: [ComparedFigures] = []
    for column in columns + new.columns where known.insert(column.series).inserted {
      let (before, after) = (place(of: column.series), new.place(of: column.series))
      guard
        let shown = after.map({ new.table.columns[$0] }) ?? before.map({ table.columns[$0] })
      else { continue }
      compared.append(
        ComparedFigures(
          folders: shown,
          of: name.title,
          sign: new.table.sign ?? table.sign,
          difference: try Difference(
            from: figures(of: column.series, at: before, toDepth: depth),
            to: new.figures(of: column.series, at: after, toDepth: depth),
          ),
          hasTotal: table.hasTotal(in: before.map { [$0] } ?? [])
            || new.table.hasTotal(in: after.map { [$0] } ?? []),
        )
      )
    }
    return compared
  }

  private func place(of series: Series) -> Int? {
    table.columns.firstIndex { $0.series == series && $0.expression == nil }
  }

  private func figures(
    of series: Series,
    at column: Int?,
    toDepth depth: Int?,
  ) throws(AmountOverflow) -> AreaFigures {
    guard let column else { return AreaFigures([]) }
    let records = records[series] ?? []
    var figures = try AreaFigures(of: table, column: column, toDepth: depth, code: names.code)
    let origins = Dictionary(grouping: records) { $0.row.area.limited(toDepth: depth) }
    for index in figures.areas.indices {
      let own = origins[figures.areas[index].path] ?? []
      figures.areas[index].lines = Dictionary(grouping: own, by: \.origin.file)
        .sorted { $0.key < $1.key }
        .map { AreaSources.Lines(file: $0.key, lines: $0.value.map(\.origin.line)) }
    }
    figures.sourceRows = records.map { record in
      let (row, area) = (record.row, record.row.area.limited(toDepth: depth))
      return AreaFigures.SourceRow(row.identity, area, row.amount)
    }
    return figures
  }
}
