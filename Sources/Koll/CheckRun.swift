internal import KollCalculation
internal import KollImport
public import KollModel
internal import KollProject
internal import KollReport

extension Koll {
  /// What `koll check` tells of a project: how its files were read, and everything that is wrong.
  public struct ProjectCheck: Sendable {
    /// The project's folder as it was given.
    public let project: String
    /// The files that could be opened, in the order they were read.
    public let files: [CheckedFile]
    /// The reports that the project can write; none when it has errors.
    public let reports: [String]
    /// Everything that was found wrong or doubtful.
    public let diagnostics: [Diagnostic]

    /// Whether every report can be written.
    public var isSound: Bool { !diagnostics.haveErrors }
  }

  /// How a file of a project was read.
  public struct CheckedFile: Sendable {
    /// The file's path from the project's folder.
    public let file: String
    /// `figures`, `structure` or `measures`.
    public let role: String
    /// How many records with figures or areas were read; `nil` when it has errors.
    public let rowCount: Int?
    /// How many tables it has; `nil` when it is a register or has errors.
    public let tableCount: Int?
    /// Its encoding, as the project states it or as it was found.
    public let encoding: String?
    /// Its separator, as the project states it or as it was found.
    public let delimiter: String?
    /// The units of its money, in the order of its columns.
    public let units: [MoneyUnit]
    /// The convention of its signs, as the project states it or as it was found.
    public let sign: SignConvention?
    /// How many stated sums gave each verdict: equal, rounding, differs; `nil` without tables.
    public let checks: Verdicts?
    /// What to paste into `koll.yaml` so that nothing is guessed, line by line; empty when nothing is.
    public let linesToPaste: [String]

    /// Whether nothing about the file is guessed.
    public var isPinned: Bool { linesToPaste.isEmpty }
  }

  /// How many comparisons of stated sums gave what.
  public struct Verdicts: Hashable, Sendable {
    /// The figures are the same.
    public var equal = 0
    /// The difference is within what rounding can explain.
    public var rounding = 0
    /// The figures differ by more.
    public var differs = 0
  }

  /// Reads a project and does all that its reports need except writing them.
  /// - Parameters:
  ///   - project: The project's folder.
  ///   - isStrict: Whether warnings count as errors.
  /// - Returns: How its files were read, and everything that is wrong.
  /// - Throws: ``RunError`` when a file cannot be read.
  public static func check(
    _ project: String,
    isStrict: Bool = false,
  ) throws(RunError) -> ProjectCheck {
    let request = ReportRequest(project: project, isStrict: isStrict)
    var run = ReportRun(request: request, inputs: try ProjectRun(folder: project))
    let reports = run.reports()
    if isStrict { run.inputs.diagnostics.countWarningsAsErrors() }
    return ProjectCheck(
      project: project,
      files: run.inputs.files.map { CheckedFile($0, verdicts: run.inputs.verdicts(of: $0)) },
      reports: reports?.map(\.definition.name) ?? [],
      diagnostics: run.diagnostics,
    )
  }
}

extension Koll.CheckedFile {
  fileprivate init(_ file: FileReading, verdicts: Koll.Verdicts?) {
    let columns = (file.tables + file.unsound).flatMap(\.layout.columns)
      .filter(\.series.kind.isMoney)
    self.init(
      file: file.source.file,
      role: file.role.rawValue,
      rowCount: file.recordCount,
      tableCount: file.tables.isEmpty ? nil : file.tables.count,
      encoding: file.value(of: "encoding"),
      delimiter: file.value(of: "delimiter"),
      units: columns.compactMap(\.scale.unit).reduce(into: []) { units, unit in
        if !units.contains(unit) { units.append(unit) }
      },
      sign: file.source.options.sign ?? file.tables.first?.layout.sign,
      checks: verdicts,
      linesToPaste: file.linesToPaste,
    )
  }
}

extension ProjectRun {
  /// What the comparisons of a file's stated sums gave; `nil` when it has no tables.
  fileprivate func verdicts(of file: FileReading) -> Koll.Verdicts? {
    let own = tables.filter { $0.facts.first?.origin.file == file.source.file }
    guard file.role == .figures, !own.isEmpty else { return nil }
    var verdicts = Koll.Verdicts()
    for table in own {
      // A sum that does not fit is told of where the table is computed.
      for check in (try? ComputedTable.checks(of: table)) ?? [] {
        switch check.verdict {
        case .equal: verdicts.equal += 1
        case .rounding: verdicts.rounding += 1
        case .differs: verdicts.differs += 1
        }
      }
    }
    return verdicts
  }
}
