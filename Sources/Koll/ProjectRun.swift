internal import KollCalculation
internal import KollImport
internal import KollModel
internal import KollProject
internal import KollReport

/// A project with everything that it names read in.
struct ProjectRun {
  let folder: String
  /// The folder with the files that the project names, where they are not in its own; those that it
  /// lacks have no figures.
  let folderOfFigures: String?
  /// Where files were read that are not where the project names them, by their names.
  private var movedFiles: [String: String] = [:]
  /// The project; when the run has errors, no more than what could be read of it.
  var project: Project?
  /// The organisation, when the project names one.
  var structure: Structure?
  /// The SHA-256 of every file that was read and of the names in every folder, by its path from the
  /// project's folder; that of a folder ends in a slash.
  var digests: [String: String] = [:]
  /// The files that could be opened, in the order they were read.
  var files: [FileReading] = []
  /// The tables with figures, placed in the organisation as it was in the time of the figures.
  var statedTables: [ImportedTable] = []
  /// The tables with their figures in today's organisation.
  var tables: [ImportedTable] = []
  /// The statements that the project has figures for, with their rows named as theirs.
  var statements: [(statement: Statement, table: ImportedTable)] = []
  /// The project's tables beside that of the areas, by their names.
  var ownTables: [String: [ImportedTable]] = [:]
  /// The decisions about budgets, when the project has a register of them.
  var decisions: BudgetDecisions?
  /// The unit that the register of decisions is written in.
  var unitOfDecisions: MoneyUnit?
  /// The areas that became others, when figures were moved.
  var reorganisation: Reorganisation?
  /// How the project's documents look.
  var theme = Theme()
  var savings: Savings?
  /// The texts that people wrote, by the names of their files; those with nothing in them left out.
  var texts: [String: WrittenText] = [:]
  /// What managers write about the areas, by area.
  var comments: [AreaPath: WrittenText] = [:]
  /// The files of the texts that were read, each with its lines.
  var textRecords: [SourceRecord] = []
  /// The names of the texts that have errors.
  var faultyTexts: Set<String> = []
  /// What is wrong or doubtful about texts, which concerns reports alone.
  var findingsOfTexts: [Diagnostic] = []
  /// The task divided as each of its plans says, as far as that is possible.
  var divisions: [PlannedDivision] = []
  var diagnostics: [Diagnostic] = []

  /// Reads the project file, then every file that it names.
  /// - Parameters:
  ///   - folder: The project's folder.
  ///   - figures: The folder with the files that it names, where that is another.
  /// - Throws: ``RunError`` when reading fails.
  init(folder: String, figuresIn figures: String? = nil) throws(RunError) {
    self.folder = folder
    folderOfFigures = figures
    let path = path(in: folder, "koll.yaml")
    let (bytes, findings) = try InputReader.read(path)
    diagnostics += findings
    guard let bytes else { return }
    try note(bytes, of: "koll.yaml")
    let result = ProjectReader.read(bytes, file: path)
    diagnostics += result.diagnostics
    project = result.draft
    try readTheme()
    if let source = project?.structure { try readStructure(source) }
    for source in project?.sources ?? [] { try readFigures(source) }
    if let source = project?.decisions { try readDecisions(source) }
    placeTables()
    try readTemplates()
    tables = judgingOverlaps(
      in: tables,
      of: files.filter { $0.role == .figures && !$0.tables.isEmpty }.map(\.source),
    )
    statedTables = tables
    if let source = project?.reorganisation { try readReorganisation(source) }
    for declaration in project?.statements ?? [] { try readStatement(declaration) }
    try readOwnTables()
    if let declaration = project?.savings { try readSavings(declaration) }
    try readTexts()
  }

  /// Which months the project's years have.
  var fiscalYear: FiscalYear { project?.fiscalYear ?? .calendar }

  /// Whether every file with figures could be read; without all, names may seem unknown.
  var hasAllTables: Bool {
    let count = files.count { $0.role == .template && $0.recordCount != nil }
    return hasAllSources && count == project?.templates.count
  }

  /// Whether every file with figures could be read, those left aside that came back filled in.
  var hasAllSources: Bool {
    let count = files.count { $0.role == .figures && !$0.tables.isEmpty }
    return count == project?.sources.count
  }

  /// What was read, as the report names it.
  var sources: [SourceRecord] {
    let ofFigures = files.filter { $0.role != .structure }
    return (ofFigures + files.filter { $0.role == .structure }).compactMap { file in
      file.recordCount.map { count in
        SourceRecord(file: file.source.file, recordCount: count, sha256: file.sha256)
      }
    }
  }

  /// Adds findings about files of the project, which are named from its folder.
  ///
  /// What the project can state and leaves to guess is an error in it. What it states amiss is found
  /// in the project file itself.
  mutating func add(_ findings: [Diagnostic]) {
    let projectFile = path(in: folder, "koll.yaml")
    diagnostics += findings.map { finding in
      var finding = finding
      if !finding.pins.isEmpty { finding.severity = .error }
      return finding.relocated { $0.file == projectFile ? $0 : $0.at(pathOfFile($0.file)) }
    }
  }

  /// The paths of everything that was read, from where the command runs.
  var pathsOfInputs: [String] { digests.keys.sorted().map(pathOfFile) }

  /// The path of a file that the project names, from where the command runs.
  func pathOfFile(_ name: String) -> String { movedFiles[name] ?? path(in: folder, name) }
}

extension ProjectRun {
  /// Opens a file that the project names; `nil` when it is not there.
  mutating func open(_ source: Project.Source) throws(RunError) -> [UInt8]? {
    if let bytes = try openMoved(source) { return bytes }
    let path = path(in: folder, source.file)
    let (bytes, findings) = try InputReader.read(path, name: source.file, namedAt: source.place)
    diagnostics += findings
    if let bytes { try note(bytes, of: source.file) }
    return bytes
  }

  /// Notes that a file was read, and its fingerprint.
  mutating func note(_ bytes: [UInt8], of file: String) throws(RunError) {
    digests[file] = try InputReader.sha256(of: bytes)
  }

  /// Opens a file with figures, which are of no other folder than the one that has them.
  mutating func openFigures(_ source: Project.Source) throws(RunError) -> [UInt8]? {
    folderOfFigures == nil ? try open(source) : try openMoved(source)
  }

  /// Opens a file in the folder that has the project's files in its place, by its name there or by
  /// the last part of it; `nil` when it is not there.
  private mutating func openMoved(_ source: Project.Source) throws(RunError) -> [UInt8]? {
    guard let folderOfFigures else { return nil }
    let last = source.file.split(separator: "/").last.map(String.init)
    for name in [source.file, last].compactMap(\.self) {
      let path = path(in: folderOfFigures, name)
      guard let bytes = try InputReader.read(path).bytes else { continue }
      try note(bytes, of: source.file)
      movedFiles[source.file] = path
      return bytes
    }
    return nil
  }

  /// Keeps how a file was read; what was guessed is an error in a project until it is pinned.
  mutating func keep(_ file: FileReading) {
    diagnostics += file.guesses.map { .unpinned($0, file.source) }
    files.append(file)
  }

  private mutating func readFigures(_ source: Project.Source) throws(RunError) {
    var options = source.options
    // Small figures tie by chance; the structure says what is a part of what.
    options.areGroupsKnown = project?.structure != nil
    _ = try readTable(source, .figures, options)
  }

  /// Reads the figures of a statement, whose rows and signs are known beforehand.
  private mutating func readStatement(
    _ declaration: Project.StatementSource
  ) throws(RunError) {
    let source = declaration.source
    var options = source.options
    options.areGroupsKnown = true
    options.sign = options.sign ?? .result
    guard let table = try readTable(source, .statement, options) else { return }
    do throws(AmountOverflow) {
      let (arranged, findings) = try table.inSign(.result).arranged(as: declaration.statement)
      add(findings)
      try tellOfDifferences(in: [arranged])
      statements.append((declaration.statement, arranged))
    } catch {
      diagnostics.append(.overflow([source.file]))
    }
  }

  /// Reads the tables that are kept apart from that of the areas, those of one name together.
  private mutating func readOwnTables() throws(RunError) {
    var read: [String: [(source: Project.Source, table: ImportedTable)]] = [:]
    let declarations = project?.tables ?? []
    for declaration in declarations {
      guard let table = try readTable(declaration.source, .table, declaration.source.options) else {
        continue
      }
      read[declaration.name, default: []].append((declaration.source, table))
    }
    for name in declarations.map(\.name) {
      guard let files = read.removeValue(forKey: name) else { continue }
      let (sources, tables) = (files.map(\.source), files.map(\.table))
      do throws(AmountOverflow) {
        let comparable = try tables.inCommonScales()
        let turned = try comparable.inCommonSign().tellingOfTurns(from: comparable)
        let spelt = inCommonSpelling(turned)
        try tellOfDifferences(in: spelt)
        ownTables[name] = judgingOverlaps(in: spelt, of: sources)
      } catch {
        diagnostics.append(.overflow(sources.map(\.file)))
      }
    }
  }

  /// Reads a file with figures; `nil` when it has errors or is another named again.
  private mutating func readTable(
    _ source: Project.Source,
    _ role: FileReading.Role,
    _ options: ReadingOptions,
  ) throws(RunError) -> ImportedTable? {
    guard let bytes = try openFigures(source), let sha256 = digests[source.file] else { return nil }
    let twin = files.first { file in
      file.role == role && file.source.options.table == source.options.table
        && (file.source.file == source.file || file.sha256 == sha256)
    }
    if let twin {
      diagnostics.append(.twice(source, as: twin.source))
      return nil
    }
    let result = TableReader.read(bytes, file: source.file, options: options)
    // What plays which part in a statement is known.
    let isStatement = role == .statement
    add(
      result.diagnostics.filter { finding in
        !isStatement || !finding.pins.contains { $0.key == "rows" }
      }
    )
    var file = FileReading(
      source: source,
      role: role,
      detected: result.detected,
      sha256: sha256,
      tables: result.tables,
      unsound: result.unsound,
    )
    if let table = result.table {
      file.recordCount = table.recordCount
      file.guessedSign = options.sign == nil ? table.layout.sign : nil
      file.pinsOfTables = result.readings.flatMap(\.pins).filter { pin in
        !isStatement || pin.key != "rows"
      }
      diagnostics += Diagnostic.unstated(in: table, of: source, isSignKnown: options.sign != nil)
      let doubts = monthsInDoubt(of: table, source)
      add(doubts)
      file.pinsOfTables += doubts.flatMap(\.pins)
    }
    if result.tables.count > 1 {
      diagnostics.append(.severalTables(result.tables.count, in: source))
    }
    keep(file)
    return result.table
  }
}

extension ProjectRun {
  /// Makes the tables' figures comparable, and places them in the organisation.
  private mutating func placeTables() {
    let figures = files.filter { $0.role == .figures && !$0.tables.isEmpty }
    tables = figures.compactMap(\.tables.first)
    if let decisions { tables.append(decisions.table(path: pathOfArea)) }
    guard !tables.isEmpty else { return }
    do throws(AmountOverflow) {
      tables = try tables.inCommonScales()
      tables = try tables.inCommonSign(stated: signOfFaultyFirst).tellingOfTurns(from: tables)
      var findings: [Diagnostic] = []
      if let structure {
        let placement = try Placement(of: tables, in: structure, fiscalYear)
        tables = placement.tables
        // An area may be in a file that could not be read.
        findings = placement.diagnostics.filter { hasAllSources || $0.code != .areaWithoutFigures }
      } else if project?.structure == nil {
        tables = inCommonSpelling(tables)
      }
      if setAside(findings) { return placeTables() }
      // Whom a row is about is known when it has its place.
      if structure != nil || project?.structure == nil {
        findings += zip(figures, tables).flatMap { rowsOutside($0.source, in: $1) }
        if setAside(findings) { return placeTables() }
      }
      add(findings)
      try tellOfDifferences(in: tables)
      add(try StatedOriginals(in: tables).findings)
    } catch {
      diagnostics.append(.overflow(figures.map(\.source.file)))
    }
  }

  /// The convention that the project states of its first source when that has errors: it is that of
  /// all sources still.
  private var signOfFaultyFirst: SignConvention? {
    guard let first = project?.sources.first else { return nil }
    let isSound = files.contains { $0.source == first && !$0.tables.isEmpty }
    return isSound ? nil : first.options.sign
  }

  /// Tells of the errors in sources whose rows have no place in the organisation, and leaves their
  /// figures out; whether there were any.
  private mutating func setAside(_ findings: [Diagnostic]) -> Bool {
    let faulty = Set(findings.filter { $0.severity == .error }.compactMap(\.location?.file))
    var isSetAside = false
    for index in files.indices where faulty.contains(files[index].source.file) {
      guard files[index].role == .figures, !files[index].tables.isEmpty else { continue }
      files[index].unsound = files[index].tables
      files[index].tables = []
      isSetAside = true
    }
    if isSetAside { add(findings.filter { $0.location.map { faulty.contains($0.file) } ?? false }) }
    return isSetAside
  }

  /// The tables with their areas spelt alike; tells of those that may be the same.
  private mutating func inCommonSpelling(_ tables: [ImportedTable]) -> [ImportedTable] {
    let (spelt, doubts) = tables.inCommonSpelling()
    add(doubts.map { .similar($0) })
    return spelt
  }

  /// Tells of stated sums that differ from the computed ones.
  ///
  /// Here and not where reports are computed: one difference is told once, in the file's own unit.
  mutating func tellOfDifferences(in tables: [ImportedTable]) throws(AmountOverflow) {
    for table in tables {
      let columns = table.layout.columns.map { TableColumn($0) }
      add(try ComputedTable.checks(of: table).compactMap { .differing($0, in: columns) })
    }
  }

  /// The area that a name or code means, the total standing for the organisation, which has its own
  /// name and that of the row with it; `nil` for none.
  func area(called name: String, in names: AreaNames) -> AreaPath? {
    if case .area(let area) = names.match(name) { return area }
    guard let organisation = project?.organisation else { return nil }
    let own = [organisation.code, organisation.name, TableDefinition.totalLabel].map(\.areaKey)
    return own.contains(name.areaKey) ? .total : nil
  }

  /// What registers may call the project's areas.
  var areaNames: AreaNames { AreaNames(structure: structure, areas: knownAreas) }

  /// Where the area that a register names stands in the tables; at the top where it does not.
  var pathOfArea: (String) -> AreaPath {
    let names = areaNames
    return { names.path(of: $0) }
  }

  /// The areas of the tables, those that others are parts of included.
  var knownAreas: [AreaPath] {
    var known: Set<AreaPath> = []
    return tables.flatMap(\.areas).flatMap { area in
      (1...max(1, area.labels.count)).map { AreaPath(Array(area.labels.prefix($0))) }
    }.filter { known.insert($0).inserted }
  }

  /// Figures that two files state are an error, or added up where the project says so.
  private mutating func judgingOverlaps(
    in tables: [ImportedTable],
    of sources: [Project.Source],
  ) -> [ImportedTable] {
    var tables = tables
    var added: [[Int]: Int] = [:]
    for overlap in Overlap.all(in: tables) {
      let pair = [overlap.earlierTable, overlap.laterTable]
      let columns = tables[overlap.laterTable].layout.columns
      // The table behind those of the sources is the register of decisions.
      let isOfSources = pair.allSatisfy(sources.indices.contains)
      let isAdded =
        isOfSources && pair.contains { sources[$0].options.duplicates == .add }
        && overlap.columns.allSatisfy { columns[$0].series.kind.isSummed }
      if isAdded {
        added[pair, default: 0] += overlap.columns.count
      } else {
        add([.overlap(overlap, columns.map(\.title), isInProject: isOfSources)])
      }
    }
    for (pair, count) in added.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      tables[pair[1]].notes.append(
        .added(count, from: sources[pair[1]].file, to: sources[pair[0]].file)
      )
    }
    return tables
  }
}

extension ProjectRun {
  /// Columns titled as months whose amounts grow as if they were added up, where the project does
  /// not say what they are.
  private func monthsInDoubt(of table: ImportedTable, _ source: Project.Source) -> [Diagnostic] {
    let doubts = (try? AccumulationDoubt.all(in: table)) ?? []
    return doubts.compactMap { doubt in
      let columns = doubt.columns.map { table.layout.columns[$0] }
      let isStated = columns.allSatisfy { column in
        source.options.columns.keys.contains { $0.comparedTitle == column.title.comparedTitle }
      }
      guard !isStated, let origin = table.facts.first?.origin else { return nil }
      return .monthsInDoubt(columns, in: origin.file)
    }
  }
}

extension Diagnostic.Location {
  /// The place with its file's path from where the command runs.
  fileprivate func at(_ path: String) -> Self {
    Self(file: path, line: line, column: column, excerpt: excerpt)
  }
}

extension [ImportedTable] {
  /// The tables with a note where their signs are no longer those of their files.
  fileprivate func tellingOfTurns(from originals: [ImportedTable]) -> [ImportedTable] {
    zip(self, originals).map { table, original in
      guard let file = table.facts.first?.origin.file, table.facts != original.facts else {
        return table
      }
      var table = table
      table.notes.append(Note(text: "Tecknen i \(file) är vända till de andra underlagens regel."))
      return table
    }
  }
}

extension Note {
  fileprivate static func added(_ count: Int, from later: String, to earlier: String) -> Note {
    Note(
      text: count == 1
        ? "1 belopp i \(later) gäller samma område och serie som i \(earlier) och är adderat till det."
        : "\(count) belopp i \(later) gäller samma områden och serier som i \(earlier) och är "
          + "adderade till dem."
    )
  }
}
