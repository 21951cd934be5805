public import KollCalculation
internal import KollImport
internal import KollModel

extension Koll {
  /// Reads files with rows per area and computes their table: the whole of `koll table`.
  /// - Parameter request: The files and what to show.
  /// - Returns: The table, or the findings that stand in its way.
  /// - Throws: ``RunError`` when a file cannot be read.
  public static func table(
    _ request: TableRequest
  ) throws(RunError) -> Outcome<ComputedTable> {
    var run = TableRun(request: request)
    for file in request.files { try run.read(file) }
    guard run.diagnostics.allSatisfy({ $0.severity != .error }) else {
      return Outcome(nil, run.diagnostics)
    }
    do throws(AmountOverflow) {
      let table = try run.computed()
      if request.isStrict { run.diagnostics.countWarningsAsErrors() }
      return Outcome(table, run.diagnostics)
    } catch {
      return Outcome(nil, run.diagnostics + [.overflow(request.files)])
    }
  }
}

/// The steps of `koll table`, in the order they are taken.
private struct TableRun {
  let request: TableRequest
  var tables: [ImportedTable] = []
  var diagnostics: [Diagnostic] = []

  mutating func read(_ file: String) throws(RunError) {
    let (bytes, findings) = try InputReader.read(file)
    diagnostics += findings
    guard let bytes else { return }
    let result = TableReader.read(bytes, file: file, options: request.reading)
    diagnostics += result.diagnostics
    if result.table != nil { diagnostics += result.detected.compactMap { .guess($0, in: file) } }
    if let table = result.table { tables.append(table) }
  }

  mutating func computed() throws(AmountOverflow) -> ComputedTable? {
    var definition = TableDefinition(joining: tables)
    diagnostics += Diagnostic.duplicates(in: tables)
    applyUnit(to: &definition)
    applySign(to: &definition)
    for added in request.added { add(added, to: &definition) }
    let chosen = chosenColumns(of: definition)
    guard diagnostics.allSatisfy({ $0.severity != .error }) else { return nil }
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    var table = try definition.computed(from: ledger)
    for imported in tables { try table.addChecks(of: imported) }
    table.notes += tables.flatMap(\.notes)
    if table.unit == nil { table.notes.append(.noUnit) }
    if let chosen { table = table.selecting(columns: chosen) }
    table.notes += try table.roundingNotes()
    diagnostics += table.checks.compactMap { .differing($0, in: table) }
    return table
  }

  private mutating func applyUnit(to definition: inout TableDefinition) {
    if request.unit != nil,
      let column = definition.columns.first(where: {
        $0.series.kind.isMoney && $0.scale.unit == nil
      })
    {
      diagnostics.append(.unitUnknown(column.title))
    }
    definition.columns = definition.columns.map {
      $0.showing(unit: request.unit, decimals: request.decimals)
    }
  }

  private mutating func applySign(to definition: inout TableDefinition) {
    definition.shownSign = request.sign
    if request.sign != nil, definition.sign == nil { diagnostics.append(.signUnknown) }
  }

  private mutating func add(
    _ added: TableRequest.AddedColumn,
    to definition: inout TableDefinition,
  ) {
    do throws(ExpressionParser.Failure) {
      try definition.addColumn(titled: added.title, expression: added.expression)
      if let decimals = request.decimals, let last = definition.columns.indices.last,
        definition.columns[last].series.kind.isMoney
      {
        definition.columns[last].decimals = decimals
      }
    } catch {
      diagnostics.append(.refused(error, added.expression))
    }
  }

  private mutating func chosenColumns(of definition: TableDefinition) -> [Int]? {
    guard let wanted = request.columns else { return nil }
    let added = request.added.map(\.title).filter { !wanted.contains($0) }
    return (wanted + added).compactMap { name in
      let found = definition.columns.firstIndex {
        [$0.title, $0.key].map { $0.lowercased() }.contains(name.lowercased())
      }
      if found == nil {
        diagnostics.append(.unknownColumn(name, among: definition.columns.map(\.title)))
      }
      return found
    }
  }
}

extension ComputedTable {
  /// Adds the comparisons of a table's stated sums, in this table's columns.
  mutating func addChecks(of table: ImportedTable) throws(AmountOverflow) {
    for check in try ComputedTable.checks(of: table) {
      let series = table.series[check.column]
      guard let column = columns.firstIndex(where: { $0.series == series }) else { continue }
      checks.append(check.moved(toColumn: column))
    }
  }
}
