internal import KollCalculation
internal import KollImport
internal import KollModel
internal import KollProject
internal import KollReport

/// A project with everything that it names read in.
struct ProjectRun {
  let folder: String
  /// The project; when the run has errors, no more than what could be read of it.
  var project: Project?
  var tables: [ImportedTable] = []
  var savings: Savings?
  var sources: [SourceRecord] = []
  var diagnostics: [Diagnostic] = []

  /// Reads the project file, then every file that it names.
  init(folder: String) throws(RunError) {
    self.folder = folder
    let path = path(in: folder, "koll.yaml")
    let (bytes, findings) = try InputReader.read(path)
    diagnostics += findings
    guard let bytes else { return }
    let result = ProjectReader.read(bytes, file: path)
    diagnostics += result.diagnostics
    project = result.draft
    for source in project?.sources ?? [] { try read(source) }
    if let declaration = project?.savings { try read(declaration) }
  }

  /// Whether every file with figures could be read; without all, names may seem unknown.
  var hasAllTables: Bool { !tables.isEmpty && tables.count == project?.sources.count }

  private mutating func open(_ source: Project.Source) throws(RunError) -> [UInt8]? {
    let path = path(in: folder, source.file)
    let (bytes, findings) = try InputReader.read(path, name: source.file, namedAt: source.place)
    diagnostics += findings
    return bytes
  }

  private mutating func read(_ source: Project.Source) throws(RunError) {
    guard let bytes = try open(source) else { return }
    let result = TableReader.read(bytes, file: source.file, options: source.options)
    add(result.diagnostics)
    pin(result.detected, of: source)
    guard let table = result.table else { return }
    if source.options.sign == nil, table.layout.sign != nil {
      diagnostics.append(.unpinned("sign", table.layout.sign?.rawValue ?? "", source))
    }
    tables.append(table)
    sources.append(
      SourceRecord(
        file: source.file,
        recordCount: table.recordCount,
        sha256: try InputReader.sha256(of: bytes),
      )
    )
  }

  private mutating func read(_ declaration: Project.SavingsDeclaration) throws(RunError) {
    let source = declaration.measures
    guard let bytes = try open(source) else { return }
    let result = MeasureRegister.read(bytes, file: source.file, options: source.options)
    add(result.diagnostics)
    pin(result.detected, of: source)
    guard let register = result.register else { return }
    let areas = tables.flatMap(\.areas).compactMap(\.labels.last)
    if hasAllTables { add(MeasureRegister.unknownAreas(in: register, among: areas)) }
    add(MeasureRegister.duplicates(in: register))
    savings = Savings(
      title: declaration.title,
      year: declaration.year,
      unit: declaration.unit,
      task: declaration.task,
      measures: MeasureRegister.measures(register),
    )
    sources.append(
      SourceRecord(
        file: source.file,
        recordCount: register.rows.count,
        sha256: try InputReader.sha256(of: bytes),
      )
    )
  }

  /// Adds findings about files of the project, which are named from its folder.
  mutating func add(_ findings: [Diagnostic]) {
    diagnostics += findings.map { finding in
      finding.relocated { $0.inFolder(folder) }
    }
  }

  /// What was guessed about a file is an error in a project until it is pinned.
  private mutating func pin(_ detected: [Detection], of source: Project.Source) {
    for detection in detected where !detection.isCertain {
      diagnostics.append(.unpinned(detection.setting, detection.value, source))
    }
  }
}

extension Diagnostic.Location {
  /// The place with its file's path from where the command runs.
  fileprivate func inFolder(_ folder: String) -> Self {
    Self(file: path(in: folder, file), line: line, column: column, excerpt: excerpt)
  }
}

extension Diagnostic {
  fileprivate static func unpinned(
    _ setting: String,
    _ value: String,
    _ source: Project.Source,
  ) -> Diagnostic {
    Diagnostic(
      .guessNotPinned,
      at: source.place,
      field: setting,
      value: value,
      Phrase(
        sv: "\(setting) för \(source.file) är en gissning; ett projekt anger den",
        en: "\(setting) of \(source.file) is a guess; a project states it",
      ),
      help: Phrase(
        sv: "lägg till raden: \(setting): \(value.inYAML)",
        en: "add the line: \(setting): \(value.inYAML)",
      ),
    )
  }
}

extension String {
  /// The value as it is written in YAML.
  fileprivate var inYAML: String {
    allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } ? self : "\"\(self)\""
  }
}
