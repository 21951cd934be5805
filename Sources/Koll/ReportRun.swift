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
  let period: ReportPeriod
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
        for period in periods(of: definition) {
          if let report = try build(definition, for: period) { reports.append(report) }
        }
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

  /// The times that a report is made for; tells why when there are none.
  private mutating func periods(of definition: ReportDefinition) -> [ReportPeriod] {
    let fiscalYear = inputs.project?.fiscalYear ?? .calendar
    let periods = request.period.periods(
      ofReportBoundTo: definition.year,
      latest: inputs.latestOutcome(in: definition.year),
      in: fiscalYear,
    )
    if periods.isEmpty { inputs.diagnostics.append(.withoutPeriod(definition)) }
    return periods
  }

  private mutating func build(
    _ report: ReportDefinition,
    for period: ReportPeriod,
  ) throws(AmountOverflow) -> BuiltReport? {
    guard let project = inputs.project else { return nil }
    var available = TableDefinition(joining: inputs.tables, inOrderOf: inputs.structure)
    available.columns = available.columns.map {
      $0.showing(unit: report.unit, decimals: report.decimals)
    }
    let rules = PeriodRules(
      fiscalYear: project.fiscalYear,
      periodisation: project.periodisation,
      reportPeriod: period,
    )
    let columns = report.columns.declarations(available, rules, period)
    let (definition, findings) = available.declaring(columns, rules: rules)
    inputs.diagnostics += findings
    guard !hasErrors else { return nil }
    let table = try compute(definition)
    let builder = ReportBuilder(
      definition: report,
      period: period,
      fiscalYear: project.fiscalYear,
      organisation: project.organisation.name,
      table: table,
      savings: inputs.savings,
      sources: inputs.sources,
    )
    return BuiltReport(
      definition: report,
      period: period,
      table: table,
      document: try builder.document(),
    )
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

extension ReportDefinition.Columns {
  /// The columns of a report about some time.
  fileprivate func declarations(
    _ available: TableDefinition,
    _ rules: PeriodRules,
    _ period: ReportPeriod,
  ) -> [ColumnDeclaration] {
    switch self {
    case .declared(let columns): return columns
    case .set(let set, let place):
      let catalogue = SeriesCatalogue(
        columns: available.columns,
        sign: available.sign,
        rules: rules,
      )
      let rounds = catalogue.rounds(of: Series(.forecast, year: period.year))
      let context = ColumnSet.Context(
        period: period,
        fiscalYear: rules.fiscalYear,
        rounds: rounds,
      )
      return set.columns(in: context, at: place)
    }
  }
}

extension Diagnostic {
  /// A report that is made for none of the times asked for.
  fileprivate static func withoutPeriod(_ report: ReportDefinition) -> Diagnostic {
    guard let year = report.year else {
      return Diagnostic(
        .periodMissing,
        at: Location(file: "--report"),
        value: report.name,
        Phrase(
          sv:
            "rapporten \"\(report.name)\" har inget år, och inget underlag har utfall för någon månad",
          en: "the report \"\(report.name)\" has no year, and no source has utfall for any month",
        ),
        help: Phrase(
          sv: "ange --period, till exempel 2021-08 eller 2021, eller year i koll.yaml",
          en: "give --period, for example 2021-08 or 2021, or year in koll.yaml",
        ),
      )
    }
    return Diagnostic(
      .periodMissing,
      .warning,
      at: Location(file: "--period"),
      value: report.name,
      Phrase(
        sv: "rapporten \"\(report.name)\" avser \(year) och skrivs inte",
        en: "the report \"\(report.name)\" is about \(year) and is not written",
      ),
    )
  }

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
