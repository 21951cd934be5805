internal import KollCalculation
internal import KollExport
internal import KollExportXLSX
internal import KollFiles
public import KollModel
internal import KollProject
public import KollReport

extension Koll {
  /// What differs between two states of a project.
  public struct DiffResult: Sendable {
    /// What differs.
    public let report: DifferenceReport
    /// Whom it is about.
    public let organisation: String
    /// How its document looks.
    public let theme: Theme
    /// The paths of the files that it was made of.
    let inputs: [String]
  }

  /// Compares months, series or folders: the whole of `koll diff` but writing.
  /// - Parameters:
  ///   - subject: What to compare.
  ///   - project: The project's folder; for folders that are no projects the one that names their
  ///     files. Without it the current folder, or the project among the folders.
  ///   - depth: How many levels of areas are told apart; `nil` for all.
  ///   - isStrict: Whether warnings count as errors.
  /// - Returns: What differs, or the findings that stand in the way.
  /// - Throws: ``RunError`` when reading fails.
  public static func diff(
    _ subject: DiffSubject,
    project: String? = nil,
    depth: Int? = nil,
    isStrict: Bool = false,
  ) throws(RunError) -> Outcome<DiffResult> {
    var run = DiffRun(depth: depth)
    let inputs = try run.inputs(of: subject, project: project)
    do throws(AmountOverflow) { try run.compare(inputs, subject) } catch { throw .overflow }
    if isStrict { run.diagnostics.countWarningsAsErrors() }
    return Outcome(run.result, run.diagnostics)
  }

  /// Writes what differs to its places: all of them, or none.
  ///
  /// As CSV it is one table, which says of each row which series it is of where there are several;
  /// as JSON a table for each comparison.
  /// - Parameters:
  ///   - result: What differs.
  ///   - outputs: Where to write it, and in which format; a workbook's day of creation is fixed.
  /// - Returns: What a workbook had to shorten.
  /// - Throws: ``RunError`` when it cannot be written; the places then hold what they held.
  @discardableResult
  public static func write(
    _ result: DiffResult,
    to outputs: [Output],
  ) throws(RunError) -> [Diagnostic] {
    var writer = OutputWriter(keeping: result.inputs)
    do throws(AmountOverflow) {
      var document = try result.report.document(of: result.organisation)
      document.theme = result.theme
      for output in outputs {
        try writer.add(
          document,
          to: output,
          created: CalendarDate(of: ReportPeriod(year: 2000)),
          author: result.organisation,
        ) { () throws(AmountOverflow) in
          try CSVExporter().write(result.report.records())
        } json: { () throws(AmountOverflow) in
          try JSONExporter().json(result.report.tables)
        }
      }
    } catch {
      throw .overflow
    }
    return try writer.write().warnings
  }
}

/// The steps of `koll diff`.
struct DiffRun {
  /// How many levels of areas are told apart; `nil` for all.
  let depth: Int?
  var diagnostics: [Diagnostic] = []
  private(set) var result: Koll.DiffResult?
  /// What reports of months show that the project does not have for both.
  var missing: [String] = []

  init(depth: Int?) {
    self.depth = depth
  }

  /// The state that figures are compared with, and the one that they are in; the same for series.
  struct Inputs {
    let old: ProjectRun
    let new: ProjectRun
  }

  private var hasErrors: Bool { diagnostics.haveErrors }

  /// Reads what is compared.
  mutating func inputs(
    of subject: DiffSubject,
    project: String?,
  ) throws(RunError) -> Inputs? {
    var runs: [ProjectRun] = []
    switch subject {
    case .months, .series: runs.append(try ProjectRun(folder: project ?? "."))
    case .folders(let old, let new):
      let missing = [old, new].filter { !isFolder($0) }
      diagnostics += missing.map(Diagnostic.folderMissing)
      guard missing.isEmpty else { return nil }
      let other = project ?? [new, old].first(where: ProjectRun.isProject) ?? "."
      guard ProjectRun.isProject(other) else {
        diagnostics.append(.projectMissing(other, naming: [old, new]))
        return nil
      }
      for folder in [old, new] {
        let isProject = ProjectRun.isProject(folder)
        let run = try ProjectRun(
          folder: isProject ? folder : other,
          figuresIn: isProject ? nil : folder,
        )
        if let project = run.project, !isProject, !run.files.contains(where: \.role.hasFigures) {
          diagnostics.append(.withoutFiles(of: project, in: folder))
        }
        runs.append(run)
      }
    }
    for run in runs {
      diagnostics += run.diagnostics.filter { !diagnostics.contains($0) }
    }
    guard let old = runs.first, let new = runs.last, !hasErrors else { return nil }
    return Inputs(old: old, new: new)
  }

  /// Compares what was read; leaves no result when there are errors.
  mutating func compare(_ inputs: Inputs?, _ subject: DiffSubject) throws(AmountOverflow) {
    guard let inputs, let project = inputs.new.project else { return }
    var unchanged: [String] = []
    var compared: [ComparedFigures] = []
    switch subject {
    case .series(let old, let new): compared = try series(old, new, in: inputs.new)
    case .months(let old, let new): compared = try months(old, new, in: inputs.new)
    case .folders: (compared, unchanged) = try folders(inputs)
    }
    guard !hasErrors else { return }
    let unit = project.reports.first.map { ["Belopp i \($0.unit.rawValue) om inget annat anges."] }
    result = Koll.DiffResult(
      report: DifferenceReport(
        title: subject.title(of: compared),
        preamble: subject.preamble(telling: missing) + (unit ?? []),
        compared: compared,
        unchanged: unchanged,
        largestCount: project.reports.first?.largestCount ?? 10,
      ),
      organisation: project.organisation.name,
      theme: inputs.new.theme,
      inputs: inputs.old.pathsOfInputs + inputs.new.pathsOfInputs,
    )
  }
}

extension ProjectRun {
  /// Whether a folder has a project file.
  fileprivate static func isProject(_ folder: String) -> Bool {
    fileNames(in: folder, endingIn: "koll.yaml").contains("koll.yaml")
  }
}

extension DiffSubject {
  fileprivate func title(of compared: [ComparedFigures]) -> String {
    switch self {
    case .months(let old, let new): "\(new.longWords) jämfört med \(old.longWords)".capitalised
    case .series:
      compared.first.map { "\($0.later.title) jämfört med \($0.earlier.title.lowercasedFirst)" }
        ?? "Jämförelse"
    case .folders(let old, let new): "Underlagen i \(new) jämförda med dem i \(old)"
    }
  }

  fileprivate func preamble(telling missing: [String]) -> [String] {
    switch self {
    case .months(let old, let new):
      missing.map { "Underlagen har inte \($0) både \(old.longWords) och \(new.longWords)." }
    case .series: []
    case .folders(let old, let new): ["Det tidigare underlaget är i \(old), det nya i \(new)."]
    }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
