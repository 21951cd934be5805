public import KollCalculation
internal import KollImport
internal import KollModel

extension Koll {
  /// Reads files with rows per area and computes their one table.
  /// - Parameter request: The files and what to show.
  /// - Returns: The table, or the findings that stand in its way.
  /// - Throws: ``RunError`` when a file cannot be read.
  public static func table(
    _ request: TableRequest
  ) throws(RunError) -> Outcome<ComputedTable> {
    var request = request
    request.needsOneTable = true
    let outcome = try tables(request)
    return Outcome(outcome.value?.first, outcome.diagnostics)
  }

  /// Reads files with rows per area and computes their tables: the whole of `koll table`.
  ///
  /// Several files are one table, joined on area; the tables of one file are computed each by
  /// itself.
  /// - Parameter request: The files and what to show.
  /// - Returns: The tables in the file's order, or the findings that stand in their way.
  /// - Throws: ``RunError`` when a file cannot be read.
  public static func tables(
    _ request: TableRequest
  ) throws(RunError) -> Outcome<[ComputedTable]> {
    var run = TableRun(request: request)
    for file in request.files { try run.read(file) }
    run.requireOneTable()
    guard !run.hasErrors else { return Outcome(nil, run.diagnostics) }
    do throws(AmountOverflow) {
      var tables: [ComputedTable] = []
      for group in run.groups {
        if let table = try run.computed(group) { tables.append(table) }
      }
      if request.isStrict { run.diagnostics.countWarningsAsErrors() }
      return Outcome(tables, run.diagnostics)
    } catch {
      return Outcome(nil, run.diagnostics + [.overflow(request.files)])
    }
  }
}

/// The steps of `koll table`, in the order they are taken.
private struct TableRun {
  let request: TableRequest
  /// The tables of each file.
  private var files: [[ImportedTable]] = []
  /// What was found of the signs of tables and is not proven, each with its file.
  private var guessedSigns: [(sign: Detection, file: String)] = []
  /// The files read so far, by the SHA-256 of their bytes.
  private var fileOfDigest: [String: String] = [:]
  var diagnostics: [Diagnostic] = []

  init(request: TableRequest) {
    self.request = request
  }

  var hasErrors: Bool { diagnostics.haveErrors }

  /// The tables that are computed together: those of several files, or each of one file alone.
  var groups: [[ImportedTable]] {
    files.count > 1 ? [files.flatMap(\.self)] : files.flatMap(\.self).map { [$0] }
  }

  mutating func read(_ file: String) throws(RunError) {
    let (bytes, findings) = try InputReader.read(file)
    diagnostics += findings
    guard let bytes, try isNew(bytes, file) else { return }
    let result = TableReader.read(bytes, file: file, options: request.reading)
    diagnostics += result.diagnostics
    guard !result.tables.isEmpty else { return }
    diagnostics += result.detected.compactMap { .guess($0, in: file) }
    guessedSigns += result.readings.flatMap(\.detected)
      .filter { $0.setting == "sign" && !$0.isCertain }.prefix(1).map { ($0, file) }
    files.append(result.tables)
  }

  /// Whether the file was not read before, under this name or another.
  private mutating func isNew(_ bytes: [UInt8], _ file: String) throws(RunError) -> Bool {
    guard request.files.count > 1 else { return true }
    let digest = try InputReader.sha256(of: bytes)
    if let earlier = fileOfDigest[digest] {
      diagnostics.append(.twice(file, as: earlier))
      return false
    }
    fileOfDigest[digest] = file
    return true
  }

  /// Reports files with several tables where only one can be used.
  mutating func requireOneTable() {
    guard request.needsOneTable || request.files.count > 1 else { return }
    for tables in files where tables.count > 1 {
      guard let file = tables.first?.facts.first?.origin.file else { continue }
      diagnostics.append(.severalTables(tables.count, in: file))
    }
  }

  mutating func computed(_ tables: [ImportedTable]) throws(AmountOverflow) -> ComputedTable? {
    reportMixedUnits(of: tables)
    let (spelt, doubts) = try tables.inCommonScales().inCommonSpelling()
    diagnostics += doubts.map { .similar($0) }
    let tables = spelt
    var definition = TableDefinition(joining: tables)
    diagnostics += Overlap.all(in: tables).map { overlap in
      .overlap(overlap, tables[overlap.laterTable].layout.columns.map(\.title))
    }
    applyUnit(to: &definition, of: tables)
    applySign(to: &definition, of: tables)
    for added in request.added { add(added, to: &definition) }
    let chosen = chosenColumns(of: definition)
    guard !hasErrors else { return nil }
    var ledger = Ledger()
    for table in tables { try ledger.add(table) }
    var table = try definition.computed(from: ledger)
    for imported in tables { try table.addChecks(of: imported) }
    table.notes += tables.flatMap(\.notes)
    table.notes += Note.missingUnits(in: table)
    if let chosen { table = table.selecting(columns: chosen) }
    if let depth = request.depth { table = table.limited(toDepth: depth) }
    table.notes += try table.roundingNotes()
    diagnostics += table.checks.compactMap { .differing($0, in: table.columns) }
    return table.statingShownUnits
  }

  /// Reports series that one file states in a unit and another in none.
  private mutating func reportMixedUnits(of tables: [ImportedTable]) {
    for series in tables.seriesOfMixedUnits {
      guard let (column, file) = tables.columnWithoutUnit(where: { $0.series == series }) else {
        continue
      }
      diagnostics.append(.unitMixed(column.title, in: file))
    }
  }

  private mutating func applyUnit(
    to definition: inout TableDefinition,
    of tables: [ImportedTable],
  ) {
    if request.unit != nil, let (column, file) = tables.columnWithoutUnit(where: { _ in true }) {
      diagnostics.append(.unitUnknown(column.title, in: file))
    }
    definition.columns = definition.columns.map {
      $0.showing(unit: request.unit, decimals: request.decimals)
    }
  }

  private mutating func applySign(
    to definition: inout TableDefinition,
    of tables: [ImportedTable],
  ) {
    definition.shownSign = request.sign
    if request.sign != nil {
      diagnostics += guessedSigns.compactMap { .guess($0.sign, in: $0.file, option: "input-sign") }
      guessedSigns = []
    }
    if request.sign != nil, definition.sign == nil {
      let unknown = tables.first { $0.layout.sign == nil } ?? tables.last
      diagnostics.append(.signUnknown(in: unknown?.file))
    }
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
    let found = wanted.compactMap { name in
      let place = definition.columns.firstIndex {
        [$0.title, $0.key].map { $0.lowercased() }.contains(name.lowercased())
      }
      if place == nil {
        diagnostics.append(.unknownColumn(name, among: definition.columns.map(\.title)))
      }
      return place
    }
    let added = definition.columns.indices.suffix(request.added.count)
    return (found + added).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension ImportedTable {
  /// The file that the table stands in.
  fileprivate var file: String? { facts.first?.origin.file }
}

extension [ImportedTable] {
  /// The first column of money without a unit that a rule takes, with its file.
  fileprivate func columnWithoutUnit(
    where isWanted: (LayoutColumn) -> Bool
  ) -> (column: LayoutColumn, file: String)? {
    for table in self {
      let column = table.layout.columns.first { column in
        column.series.kind.isMoney && column.scale.unit == nil && isWanted(column)
      }
      if let column, let file = table.file { return (column, file) }
    }
    return nil
  }
}

extension ComputedTable {
  /// Adds the comparisons of a table's stated sums, in this table's columns.
  mutating func addChecks(of table: ImportedTable) throws(AmountOverflow) {
    var places: [Int: Int] = [:]
    for (index, series) in table.series.enumerated() {
      places[index] = columns.firstIndex { $0.series == series }
    }
    checks += try ComputedTable.checks(of: table).compactMap { $0.moved(to: places) }
  }
}
