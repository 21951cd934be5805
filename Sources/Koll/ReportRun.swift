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
    /// Whether every figure is the same wherever it must be.
    public let areTiesWhole: Bool
  }

  /// Reads a project, computes its reports and writes them: the whole of `koll report`.
  /// - Parameter request: The project and what to write.
  /// - Returns: What was written, or the findings that stand in its way; then nothing was.
  /// - Throws: ``RunError`` when reading or writing fails.
  public static func report(
    _ request: ReportRequest
  ) throws(RunError) -> Outcome<WrittenReports> {
    var run = ReportRun(request: request, inputs: try ProjectRun(folder: request.project))
    guard let built = run.reports() else { return Outcome(nil, run.diagnostics) }
    let written = try run.write(built)
    let reports = WrittenReports(paths: written.paths, areTiesWhole: run.brokenTies.isEmpty)
    return Outcome(reports, run.diagnostics + written.warnings)
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
  /// The figures that differ and must be the same.
  private(set) var brokenTies: [Tie] = []
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
      try findFrameExcess()
      inputs.diagnostics += brokenTies.map(Diagnostic.broken)
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
    let rules = PeriodRules(
      fiscalYear: project.fiscalYear,
      periodisation: project.periodisation,
      reportPeriod: period,
    )
    let areas = TableDefinition(joining: inputs.tables, inOrderOf: inputs.structure)
    let maker = TableMaker(report: report, rules: rules, period: period)
    let table = try make(areas, report.columns, of: inputs.tables, by: maker)
    var statements: [Int: ComputedTable] = [:]
    for (place, section) in report.sections.enumerated() {
      guard case .statement(let name, let title, let columns) = section else { continue }
      let own = inputs.statements.filter { $0.statement.name == name }
      guard let statement = own.first?.statement else {
        inputs.diagnostics.append(.withoutFigures(name, in: report))
        continue
      }
      let tables = own.map(\.table)
      let definition = TableDefinition(statement, of: tables)
      statements[place] = try make(definition, columns, of: tables, by: maker)
      statements[place]?.title = title ?? statement.title
    }
    guard let table, !hasErrors else { return nil }
    let ties = try ties(among: statements, of: report, and: table)
    brokenTies += ties.filter { $0.verdict == .differs }
    let builder = ReportBuilder(
      definition: report,
      period: period,
      fiscalYear: project.fiscalYear,
      organisation: project.organisation.name,
      table: table,
      statements: statements,
      ties: ties,
      budgetBridge: try maker.budgetBridge(of: inputs.decisions, areas, inputs.tables),
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

  /// Tells of budgets that are larger than the frames that sources state.
  private mutating func findFrameExcess() throws(AmountOverflow) {
    let frames = inputs.tables.flatMap(\.series).filter { $0.kind == .frame }
    guard let project = inputs.project, !frames.isEmpty, !hasErrors else { return }
    let definition = TableDefinition(joining: inputs.tables, inOrderOf: inputs.structure)
    let rules = PeriodRules(fiscalYear: project.fiscalYear, periodisation: project.periodisation)
    for year in Set(frames.compactMap(\.year)).sorted() {
      let excess = try FrameExcess.all(of: year, in: inputs.tables, as: definition, rules: rules)
      inputs.add(excess.map(Diagnostic.overFrame))
    }
  }

  /// The figures that must be the same in different tables of a report.
  private func ties(
    among statements: [Int: ComputedTable],
    of report: ReportDefinition,
    and table: ComputedTable,
  ) throws(AmountOverflow) -> [Tie] {
    var named: [String: ComputedTable] = [:]
    for (place, section) in report.sections.enumerated() {
      if case .statement(let name, _, _) = section { named[name] = statements[place] }
    }
    let fiscalYear = inputs.project?.fiscalYear ?? .calendar
    return try Tie.all(among: named, and: table)
      + Tie.monthsAndYears(in: inputs.tables, of: fiscalYear)
  }

  /// Makes a table, and keeps what was found on the way; `nil` when its columns have errors.
  private mutating func make(
    _ available: TableDefinition,
    _ columns: ReportDefinition.Columns,
    of tables: [ImportedTable],
    by maker: TableMaker,
  ) throws(AmountOverflow) -> ComputedTable? {
    let (definition, findings) = maker.definition(available, columns)
    inputs.diagnostics += findings
    guard !findings.contains(where: { $0.severity == .error }) else { return nil }
    return try maker.computed(definition, of: tables)
  }
}

extension Diagnostic {
  /// Budgets that are together larger than the frame that fullmäktige gave.
  fileprivate static func overFrame(_ excess: FrameExcess) -> Diagnostic {
    func shown(_ money: Money) -> String {
      let style = NumberStyle.swedish(decimals: 0)
      return (try? style.format(money.shown(in: Scale(unit: .kr)).magnitude)) ?? "…"
    }
    let name = excess.area.labels.joined(separator: " / ")
    let (budget, frame) = (shown(excess.budget), shown(excess.frame))
    return Diagnostic(
      .budgetOverFrame,
      .warning,
      at: Location(file: excess.origin.file, line: excess.origin.line),
      value: name,
      Phrase(
        sv: "budgeten \(excess.year) för \(name.isEmpty ? "alla områden" : name) är \(budget) kr, "
          + "mer än ramen på \(frame) kr",
        en: "the budget \(excess.year) of \(name.isEmpty ? "all areas" : name) is \(budget) kr, "
          + "more than the frame of \(frame) kr",
      ),
      help: Phrase(
        sv: "kontrollera ramen och budgeten; ett beslut om mer pengar hör till budgetbeslut.csv",
        en: "check the frame and the budget; a decision on more money belongs in budgetbeslut.csv",
      ),
    )
  }

  /// Two figures that must be the same and are not.
  fileprivate static func broken(_ tie: Tie) -> Diagnostic {
    Diagnostic(
      .tieBroken,
      .warning,
      at: Location(file: "koll.yaml"),
      field: tie.title,
      Phrase(
        sv: "avstämningen håller inte: \(tie.figures), skillnad \(tie.shown(tie.difference))",
        en: "a tie does not hold: \(tie.figures), difference \(tie.shown(tie.difference))",
      ),
      help: Phrase(
        sv: "rätta underlaget som har fel belopp; avvikelsen står i rapporten",
        en: "correct the source that has the wrong figure; the report shows the difference",
      ),
    )
  }

  /// A statement that a report shows and no file has.
  fileprivate static func withoutFigures(
    _ statement: String,
    in report: ReportDefinition,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: Location(file: "koll.yaml"),
      field: "sections",
      value: statement,
      Phrase(
        sv: "rapporten \"\(report.name)\" visar \(statement), som ingen fil under statements har",
        en: "the report \"\(report.name)\" shows \(statement), which no file under statements has",
      ),
      help: Phrase(
        sv: "lägg till den under statements: statement: \(statement) och file",
        en: "add it under statements: statement: \(statement) and file",
      ),
    )
  }

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
