internal import KollCalculation
internal import KollImport
internal import KollModel
internal import KollProject
internal import KollReport

/// A file of a project that has errors, and what stands on it.
struct FaultyFile {
  /// The file's path from where the command runs.
  let file: String
  let dependents: Dependents

  /// What a file's figures or words are shown in.
  enum Dependents {
    /// The reports about these areas, about those above and those below them.
    case areas([AreaPath])
    /// The reports with a section of that name.
    case section(String)
    /// The reports that a text of that name belongs to.
    case text(String)
    /// Every report.
    case everything
  }

  /// Whether it is a text, and no figure stands on it.
  var isText: Bool {
    if case .text = dependents { true } else { false }
  }
}

extension ProjectRun {
  /// The files that have errors; `nil` when something has that no report can do without.
  var faultyFiles: [FaultyFile]? {
    var faulty: [FaultyFile] = []
    for error in diagnostics where error.severity == .error {
      let files = namedFiles.filter { $0.source.isMeant(by: error, in: folder) }
      let texts = faultyTexts.filter { error.location?.file == textPath($0) }
      guard !files.isEmpty || !texts.isEmpty else { return nil }
      faulty += files.map(faultyFile)
      faulty += texts.sorted().map { FaultyFile(file: textPath($0), dependents: .text($0)) }
    }
    guard !faulty.isEmpty else { return [] }
    // A template is read when it is known that its areas are there.
    let read = files.filter { $0.role == .template && $0.recordCount != nil }.map(\.source)
    let unread = namedTemplates.filter { !read.contains($0.source) }
    return (faulty + unread.map(faultyFile)).reduce(into: []) { files, file in
      if !files.contains(where: { $0.file == file.file }) { files.append(file) }
    }
  }

  /// The files that a report stands on and that have errors.
  /// - Parameters:
  ///   - report: The report.
  ///   - area: Whom it is about.
  ///   - code: The word that the area's files get; `nil` for the organisation.
  ///   - faulty: The files that have errors.
  /// - Returns: Those that it stands on.
  func faultyFiles(
    of report: ReportDefinition,
    about area: AreaPath,
    _ code: String?,
    among faulty: [FaultyFile],
  ) -> [FaultyFile] {
    faulty.filter { file in
      switch file.dependents {
      case .everything: true
      case .section(let name): report.sections.contains { $0.ownTable?.name == name }
      case .text(let name):
        namesOfTexts(of: report, about: code).contains(name)
          || report.shows(.deviations) && name.hasPrefix(ProjectRun.comment)
      case .areas(let areas):
        // What an area is to save follows from the figures of all.
        area == .total || report.shows(.savings) && project?.savings != nil
          || areas.contains { $0.isRelated(to: area) }
      }
    }
  }

  /// The areas of the tables, with those that files with errors are about and those above them.
  var areasWithFaulty: [AreaPath] {
    let areas = (faultyFiles ?? []).flatMap { file in
      if case .areas(let areas) = file.dependents { areas } else { [] as [AreaPath] }
    }
    let above = areas.flatMap { area in
      area.labels.indices.map { AreaPath(Array(area.labels.prefix($0 + 1))) }
    }
    var known: Set<AreaPath> = []
    return (knownAreas + above).filter { known.insert($0).inserted }
  }

  private func textPath(_ name: String) -> String {
    path(in: folder, path(in: project?.texts ?? "", name))
  }

  /// The names of the texts that a report shows about an area; without a code about the organisation.
  private func namesOfTexts(of report: ReportDefinition, about code: String?) -> [String] {
    let words = report.sections.compactMap { section in
      if case .text(let text) = section { text.name } else { nil }
    }
    let summary = report.shows(.summary) ? [ProjectRun.summary] : []
    return (words + summary).map { ProjectRun.fileName(of: $0, about: code) }
  }

  /// A file that the project names, and what stands on it.
  private typealias NamedFile = (source: Project.Source, dependents: FaultyFile.Dependents)

  /// The files that the project names and that not every report stands on.
  private var namedFiles: [NamedFile] {
    guard let project else { return [] }
    return project.sources.map { ($0, dependents(on: $0)) } + namedTemplates
      + project.statements.map { ($0.source, .section($0.statement.name)) }
      + project.tables.map { ($0.source, .section($0.name)) }
  }

  private var namedTemplates: [NamedFile] {
    (project?.templates ?? []).map(\.source).map { source in
      (source, source.area.map { .areas([areaPath($0)]) } ?? .everything)
    }
  }

  private func faultyFile(_ named: NamedFile) -> FaultyFile {
    FaultyFile(file: path(in: folder, named.source.file), dependents: named.dependents)
  }

  /// The area that a file is said to be about, also where no sound file names it.
  private func areaPath(_ area: ReportDefinition.NamedArea) -> AreaPath {
    if case .area(let path) = areaNames.match(area.name) { path } else { AreaPath([area.name]) }
  }

  /// Tells of the rows of a file that are not about the area that it is said to be about.
  func rowsOutside(_ source: Project.Source, in table: ImportedTable) -> [Diagnostic] {
    guard let named = source.area else { return [] }
    let area = areaPath(named)
    return table.layout.rows.filter { row in
      row.role == .item
        && !(row.area.isRelated(to: area) && row.area.labels.count >= area.labels.count)
    }.map { row in
      .outside(
        row.label,
        named.name,
        at: Diagnostic.Location(file: source.file, line: row.origin?.line),
      )
    }
  }

  /// Whom a file with figures is about: whom the project says, else whom its rows name.
  private func dependents(on source: Project.Source) -> FaultyFile.Dependents {
    // Its convention of signs is that of all.
    if source == project?.sources.first, source.options.sign == nil { return .everything }
    if let area = source.area { return .areas([areaPath(area)]) }
    let read = files.filter { $0.source == source }.flatMap { $0.tables + $0.unsound }
    let named = read.flatMap { table in
      table.layout.rows.filter { $0.role == .item }.map(\.area)
    }
    let areas = structure.map { structure in named.flatMap(structure.paths) } ?? named
    return areas.isEmpty ? .everything : .areas(areas)
  }
}

extension Structure {
  /// The areas that the labels of a row may mean.
  fileprivate func paths(_ row: AreaPath) -> [AreaPath] {
    switch match(row.labels) {
    case .area(let area): [path(of: area)]
    case .ambiguous(let areas), .elsewhere(let areas): areas.map(path)
    case .unknown: []
    }
  }
}

extension Project.Source {
  /// Whether a finding is about the file: in it, or about what the project file says of it.
  fileprivate func isMeant(by finding: Diagnostic, in folder: String) -> Bool {
    guard let location = finding.location else { return false }
    return location.file == path(in: folder, file) || location == place
      || options.places.values.contains(location)
  }
}

extension AreaPath {
  /// Whether one of the two is a part of the other, however they are spelt.
  fileprivate func isRelated(to other: AreaPath) -> Bool {
    zip(labels, other.labels).allSatisfy { $0.areaKey == $1.areaKey }
  }
}

extension Diagnostic {
  /// A row of a file that is about another area than the file is said to be.
  fileprivate static func outside(
    _ label: String,
    _ area: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .areaUnknown,
      at: place,
      field: "area",
      value: label,
      Phrase(
        sv: "\"\(label)\" hör inte till \(area), som filen avser enligt koll.yaml",
        en: "\"\(label)\" is no part of \(area), which koll.yaml says that the file is about",
      ),
      help: Phrase(
        sv: "rätta raden, eller ta bort area under filen i koll.yaml",
        en: "correct the row, or take area away under the file in koll.yaml",
      ),
    )
  }
}
