internal import KollCalculation
internal import KollExport
internal import KollExportXLSX
public import KollModel
internal import KollProject
public import KollReport

extension Koll {
  /// A project's savings task: divided, and followed up.
  public struct SavingsResult: Sendable {
    /// The task, its divisions and its measures.
    public let report: SavingsReport
    /// Whom it is about.
    public let organisation: String
    /// How its document looks.
    public let theme: Theme
    /// What a register calls the areas.
    let areaNames: AreaNames
    /// The paths of the files that it was made of, but for the register that a division is written
    /// to: it is read, changed and written again.
    let inputs: [String]
  }

  /// Reads a project and follows up its savings task: the whole of `koll savings` but writing.
  /// - Parameters:
  ///   - folder: The project's folder.
  ///   - needsDivision: Whether the task must be divided, as a register of its parts is.
  ///   - isStrict: Whether warnings count as errors.
  /// - Returns: The follow-up, or the findings that stand in its way.
  /// - Throws: ``RunError`` when reading fails.
  public static func savings(
    _ folder: String,
    needsDivision: Bool = false,
    isStrict: Bool = false,
  ) throws(RunError) -> Outcome<SavingsResult> {
    var run = try ProjectRun(folder: folder)
    do throws(AmountOverflow) { run.add(try run.savingsFindings()) } catch { throw .overflow }
    if let project = run.project {
      let place = Diagnostic.Location(file: path(in: folder, "koll.yaml"))
      if project.savings == nil {
        run.diagnostics.append(.withoutTask(at: place))
      } else if needsDivision, project.savings?.allocations.isEmpty == true {
        run.diagnostics.append(.withoutAllocation(at: project.savings?.place ?? place))
      }
    }
    if isStrict { run.diagnostics.countWarningsAsErrors() }
    guard let project = run.project, let savings = run.savings else {
      return Outcome(nil, run.diagnostics)
    }
    var standing = savings.standing(in: nil)
    standing.division = run.divisions.first?.division
    let report = SavingsReport(
      savings: standing,
      divisions: run.divisions,
      areas: run.shownAreas,
      display: MoneyDisplay(savings.unit),
    )
    let result = SavingsResult(
      report: report,
      organisation: project.organisation.name,
      theme: run.theme,
      areaNames: run.areaNames,
      inputs: run.pathsOfInputs.filter { path in
        !run.files.contains { $0.role == .allocation && run.pathOfFile($0.source.file) == path }
      },
    )
    return Outcome(result, run.diagnostics)
  }

  /// Writes a savings task's follow-up to its places: all of them, or none.
  ///
  /// As CSV it is the division that counts, in the form of the register that locks areas' parts.
  /// - Parameters:
  ///   - result: The follow-up.
  ///   - outputs: Where to write it, and in which format.
  /// - Returns: What a workbook had to shorten.
  /// - Throws: ``RunError`` when it cannot be written; the places then hold what they held.
  @discardableResult
  public static func write(
    _ result: SavingsResult,
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
          created: CalendarDate(of: ReportPeriod(year: result.report.savings.year)),
          author: result.organisation,
        ) { () throws(AmountOverflow) in
          try result.report.divisions.first.map { planned throws(AmountOverflow) in
            try AllocationRegister.text(of: planned, names: result.areaNames)
          }
        } json: { () throws(AmountOverflow) in
          try JSONExporter().json(result.report)
        }
      }
    } catch {
      throw .overflow
    }
    return try writer.write().warnings
  }
}

extension Diagnostic {
  fileprivate static func withoutTask(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyMissing,
      at: place,
      field: "savings",
      Phrase(
        sv: "projektet har inget besparingsuppdrag: nyckeln \"savings\" saknas",
        en: "the project has no savings task: the key \"savings\" is missing",
      ),
      help: Phrase(
        sv: "ange year, task och unit under savings",
        en: "state year, task and unit under savings",
      ),
    )
  }

  fileprivate static func withoutAllocation(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyMissing,
      at: place,
      field: "allocation",
      Phrase(
        sv: "uppdraget är inte fördelat, så att det finns inget att skriva som CSV: nyckeln "
          + "\"allocation\" saknas",
        en: "the task is not divided, so that there is nothing to write as CSV: the key "
          + "\"allocation\" is missing",
      ),
      help: Phrase(
        sv: "ange till exempel allocation: {basis: budget 2021} under savings",
        en: "state for example allocation: {basis: budget 2021} under savings",
      ),
    )
  }
}
