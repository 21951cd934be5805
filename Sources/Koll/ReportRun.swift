internal import KollCalculation
internal import KollExportXLSX
internal import KollModel
internal import KollProject
internal import KollReport

extension Koll {
  /// What was written of a project's reports.
  public struct WrittenReports: Sendable {
    /// The files' paths, in the order they were written.
    public let paths: [String]
  }

  /// Reads a project, computes its reports and writes them: the whole of `koll report`.
  /// - Parameter request: The project and what to write.
  /// - Returns: What was written, or the findings that stand in its way; then nothing was.
  /// - Throws: ``RunError`` when reading or writing fails.
  public static func report(
    _ request: ReportRequest
  ) throws(RunError) -> Outcome<WrittenReports> {
    var run = ReportRun(request: request, inputs: try ProjectRun(folder: request.project))
    guard let reports = run.reports() else { return Outcome(nil, run.diagnostics) }
    let written = try run.write(reports)
    return Outcome(WrittenReports(paths: written.paths), run.diagnostics + written.warnings)
  }
}

/// A report with its figures decided, ready to be written.
struct BuiltReport {
  let definition: ReportDefinition
  let table: ComputedTable
  let document: Document
}

/// The steps of `koll report` after its inputs were read.
struct ReportRun {
  let request: ReportRequest
  var inputs: ProjectRun
  var diagnostics: [Diagnostic] { inputs.diagnostics }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Computes the reports asked for; `nil` when the input has errors.
  mutating func reports() -> [BuiltReport]? {
    let definitions = chosenDefinitions()
    guard inputs.hasAllTables else { return nil }
    do throws(AmountOverflow) {
      var reports: [BuiltReport] = []
      for definition in definitions {
        if let report = try build(definition) { reports.append(report) }
      }
      inputs.add(inputs.savings?.findings ?? [])
      if let place = inputs.project?.savings?.place {
        let shortfall = try inputs.savings?.shortfall(at: place)
        inputs.diagnostics += [shortfall].compactMap(\.self)
      }
      if request.isStrict { inputs.diagnostics.countWarningsAsErrors() }
      return hasErrors ? nil : reports
    } catch {
      inputs.diagnostics.append(.overflow(inputs.sources.map(\.file)))
      return nil
    }
  }

  private mutating func chosenDefinitions() -> [ReportDefinition] {
    guard let project = inputs.project else { return [] }
    for name in request.reports where !project.reports.contains(where: { $0.name == name }) {
      inputs.diagnostics.append(.unknownReport(name, among: project.reports.map(\.name)))
    }
    guard !request.reports.isEmpty else { return project.reports }
    return project.reports.filter { request.reports.contains($0.name) }
  }

  private mutating func build(
    _ report: ReportDefinition
  ) throws(AmountOverflow) -> BuiltReport? {
    guard let project = inputs.project else { return nil }
    var available = TableDefinition(joining: inputs.tables, inOrderOf: inputs.structure)
    available.columns = available.columns.map {
      $0.showing(unit: report.unit, decimals: report.decimals)
    }
    let (definition, findings) = available.declaring(report.columns)
    inputs.diagnostics += findings
    guard !hasErrors else { return nil }
    let table = try compute(definition)
    let builder = ReportBuilder(
      definition: report,
      organisation: project.organisation.name,
      table: table,
      savings: inputs.savings,
      sources: inputs.sources,
    )
    return BuiltReport(definition: report, table: table, document: try builder.document())
  }

  private func compute(
    _ definition: TableDefinition
  ) throws(AmountOverflow) -> ComputedTable {
    var ledger = Ledger()
    for table in inputs.tables { try ledger.add(table) }
    var table = try definition.computed(from: ledger)
    for imported in inputs.tables { try table.addChecks(of: imported) }
    table.notes += inputs.tables.flatMap(\.notes)
    table.notes += try table.roundingNotes()
    return table.statingShownUnits
  }
}

extension Diagnostic {
  fileprivate static func unknownReport(_ name: String, among names: [String]) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      .projectValueInvalid,
      at: Location(file: "--report"),
      value: name,
      Phrase(sv: "ingen rapport heter \"\(name)\"", en: "no report is called \"\(name)\""),
      help: Phrase(sv: "rapporterna är: \(list)", en: "the reports are: \(list)"),
    )
  }
}
