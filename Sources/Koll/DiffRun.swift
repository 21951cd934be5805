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
    var writer = OutputWriter()
    do throws(AmountOverflow) {
      var document = try result.report.document(of: result.organisation)
      document.theme = result.theme
      for output in outputs {
        switch output.format {
        case .text: writer.add(try TextExporter().write(document), at: output.path)
        case .list: writer.add(try TextExporter.list.write(document), at: output.path)
        case .markdown: writer.add(try MarkdownExporter().write(document), at: output.path)
        case .html: writer.add(try HTMLExporter().write(document), at: output.path)
        case .csv: writer.add(try CSVExporter().write(result.report.records()), at: output.path)
        case .json:
          writer.add(try JSONExporter().json(result.report.tables).document, at: output.path)
        case .xlsx:
          writer.add(
            document,
            created: CalendarDate(of: ReportPeriod(year: 2000)),
            author: result.organisation,
            at: output.path,
          )
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
  private var missing: [String] = []

  init(depth: Int?) {
    self.depth = depth
  }

  /// The state that figures are compared with, and the one that they are in; the same for series.
  struct Inputs {
    let old: ProjectRun
    let new: ProjectRun
  }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

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
    )
  }
}

// MARK: - Series and months

extension DiffRun {
  /// Two series of a project compared; tells why where one is not there.
  private mutating func series(
    _ old: Series,
    _ new: Series,
    in run: ProjectRun,
  ) throws(AmountOverflow) -> [ComparedFigures] {
    let (compared, findings) = try run.compared(old, new, toDepth: depth)
    diagnostics += findings.filter { !diagnostics.contains($0) }
    return [compared].compactMap(\.self)
  }

  /// What reports of two months show: the year's forecast made in each, and the outcome to its end.
  private mutating func months(
    _ old: Month,
    _ new: Month,
    in run: ProjectRun,
  ) throws(AmountOverflow) -> [ComparedFigures] {
    let kinds: [(name: String, series: (Month, FiscalYear) -> Series)] = [
      ("årets prognos från", Series.forecast), ("utfall till och med", Series.outcome),
    ]
    var compared: [ComparedFigures] = []
    for (name, series) in kinds {
      let (old, new) = (series(old, run.fiscalYear), series(new, run.fiscalYear))
      if let figures = try run.compared(old, new, toDepth: depth).figures {
        compared.append(figures)
      } else {
        missing.append(name)
      }
    }
    if compared.isEmpty { diagnostics.append(.monthsMissing(old, new, in: run)) }
    return compared
  }
}

extension Series {
  fileprivate static func forecast(madeIn month: Month, _ fiscalYear: FiscalYear) -> Series {
    Series(.forecast, year: fiscalYear.year(of: month), round: month)
  }

  fileprivate static func outcome(to month: Month, _ fiscalYear: FiscalYear) -> Series {
    let year = fiscalYear.year(of: month)
    return Series(.actual, year: year, period: fiscalYear.period(to: month))
  }
}

extension ProjectRun {
  /// Whether a folder has a project file.
  fileprivate static func isProject(_ folder: String) -> Bool {
    fileNames(in: folder, endingIn: "koll.yaml").contains("koll.yaml")
  }

  /// Two series compared over the project's areas; `nil` where one is not there, and why.
  fileprivate func compared(
    _ old: Series,
    _ new: Series,
    toDepth depth: Int?,
  ) throws(AmountOverflow) -> (figures: ComparedFigures?, diagnostics: [Diagnostic]) {
    let areas = areas(arranged: .groups)
    let maker = tableMaker(showing: areas)
    let columns = [old, new].map { ColumnDeclaration(content: .series($0)) }
    let (definition, findings) = maker.definition(areas, .declared(columns))
    guard definition.columns.count == 2 else { return (nil, findings) }
    let table = try maker.computed(definition, of: tables)
    let names = areaNames
    func figures(_ column: Int) throws(AmountOverflow) -> AreaFigures {
      try AreaFigures(of: table, column: column, toDepth: depth, code: names.code)
    }
    let compared = ComparedFigures(
      series: (table.columns[0], table.columns[1]),
      sign: table.sign,
      difference: try Difference(from: figures(0), to: figures(1)),
      hasTotal: table.hasTotal(in: [0, 1]),
    )
    return (compared, findings)
  }

  /// What makes tables in the unit of the project's first report.
  func tableMaker(showing areas: TableDefinition) -> TableMaker {
    let report = project?.reports.first
    return TableMaker(
      unit: report?.unit ?? areas.columns.lazy.compactMap(\.scale.unit).first ?? .tkr,
      decimals: report?.decimals,
      rules: PeriodRules(
        fiscalYear: fiscalYear,
        periodisation: project?.periodisation ?? .weights(.even),
      ),
      period: ReportPeriod(year: report?.year ?? 2000),
    )
  }
}

extension ComputedTable {
  /// Whether some of the columns are added up to a whole.
  func hasTotal(in columns: [Int]) -> Bool {
    columns.contains { total?.cells[$0].value.money != nil }
  }
}

// MARK: - Words

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

extension Diagnostic {
  /// A folder that is not there, with those that are.
  fileprivate static func folderMissing(_ folder: String) -> Diagnostic {
    let parent = folder.split(separator: "/").dropLast().joined(separator: "/")
    let around = (folder.hasPrefix("/") ? "/" : "") + (parent.isEmpty ? "." : parent)
    let names = fileNames(in: around, endingIn: "")
      .filter { isFolder(path(in: around, $0)) }.joined(separator: ", ")
    return Diagnostic(
      .fileMissing,
      at: Location(file: folder),
      value: folder,
      Phrase(sv: "hittar inte mappen \"\(folder)\"", en: "cannot find the folder \"\(folder)\""),
      help: names.isEmpty
        ? Phrase(
          sv: "ange två månader, två serier eller två mappar som finns",
          en: "give two months, two series or two folders that are there",
        )
        : Phrase(sv: "där finns: \(names)", en: "there are: \(names)"),
    )
  }

  /// A folder without any of the files that a project names.
  fileprivate static func withoutFiles(of project: Project, in folder: String) -> Diagnostic {
    let files = project.sources.map(\.file).joined(separator: ", ")
    return Diagnostic(
      .fileMissing,
      at: Location(file: folder),
      value: folder,
      Phrase(
        sv: "mappen \"\(folder)\" har ingen av filerna som koll.yaml namnger",
        en: "the folder \"\(folder)\" has none of the files that koll.yaml names",
      ),
      help: Phrase(
        sv: "lägg dit filer med samma namn: \(files)",
        en: "put files of the same names there: \(files)",
      ),
    )
  }

  /// Two months that the project has nothing for.
  fileprivate static func monthsMissing(
    _ old: Month,
    _ new: Month,
    in run: ProjectRun,
  ) -> Diagnostic {
    let series = run.tables.flatMap(\.series)
    let rounds = Set(series.filter { $0.kind == .forecast }.compactMap(\.round)).sorted().map(
      \.description
    )
    let list = rounds.joined(separator: ", ")
    let latest = run.latestOutcome(in: nil)?.description
    return Diagnostic(
      .periodMissing,
      at: Location(file: path(in: run.folder, "koll.yaml")),
      Phrase(
        sv:
          "underlagen har varken en prognos från både \(old) och \(new) eller utfall till och med "
          + "båda",
        en:
          "the sources have neither a forecast of both \(old) and \(new) nor an outcome to the end "
          + "of both",
      ),
      help: Phrase(
        sv: (rounds.isEmpty ? "prognoser saknas" : "prognoser finns från \(list)")
          + (latest.map { ", utfall till och med \($0)" } ?? ", utfall saknas"),
        en: (rounds.isEmpty ? "there are no forecasts" : "there are forecasts of \(list)")
          + (latest.map { ", outcome to the end of \($0)" } ?? ", no outcome"),
      ),
    )
  }
}
