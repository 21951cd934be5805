internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

/// The steps of `koll report` between reading its inputs and writing its files.
struct ReportRun {
  let request: ReportRequest
  var inputs: ProjectRun
  /// What was found of the report that is being made.
  var findings: [Diagnostic] = []
  /// Whether all inputs could be read but for files that single areas or sections stand on.
  private var isSound = true
  /// Whom reports were made about so far.
  private var subjects: [AreaPath: ReportSubject] = [:]
  /// The words that the files of areas get.
  private(set) lazy var codesOfAreas = inputs.codesOfAreas
  /// What registers call the areas.
  private lazy var areaNames = inputs.areaNames

  init(request: ReportRequest, inputs: ProjectRun) {
    self.request = request
    self.inputs = inputs
  }

  /// What was found of the inputs, and of the reports that were made.
  var diagnostics: [Diagnostic] { inputs.diagnostics }

  /// A report to make: what it is, the time that it is about, and whom.
  struct Job: Hashable {
    let definition: ReportDefinition
    let period: ReportPeriod
    let area: AreaPath
  }

  /// Computes all reports asked for; `nil` when the input has errors.
  mutating func reports() -> [BuiltReport]? {
    let jobs = jobs()
    guard inputs.hasAllTables else { return nil }
    judgeInputs()
    let reports = jobs.compactMap { job in
      let made = make(job)
      inputs.diagnostics.tell(made.findings)
      return made.report
    }
    return inputs.diagnostics.haveErrors ? nil : reports
  }

  /// The reports asked for in the order of the project; tells of what is asked for and not there.
  mutating func jobs() -> [Job] {
    chosenDefinitions().flatMap { definition in
      let areas = areas(of: definition)
      return periods(of: definition).flatMap { period in
        areas.map { area in
          let definition = definition.about(
            period,
            in: inputs.fiscalYear,
            isOfWhole: area == .total,
          )
          return Job(definition: definition, period: period, area: area)
        }
      }
    }
  }

  /// Judges what no single report shows: texts, measures and frames.
  mutating func judgeInputs() {
    inputs.diagnostics.tell(inputs.findingsOfTexts)
    do throws(AmountOverflow) {
      inputs.add(try inputs.savingsFindings())
      try findFrameExcess()
    } catch {
      inputs.diagnostics.append(.overflow(inputs.sources.map(\.file)))
    }
    if request.isStrict { inputs.diagnostics.countWarningsAsErrors() }
    isSound = inputs.faultyFiles != nil
  }

  /// Computes a report.
  /// - Returns: The report, and what was found of it; none when that stands in its way.
  mutating func make(_ job: Job) -> (report: BuiltReport?, findings: [Diagnostic]) {
    findings = []
    var report: BuiltReport?
    do throws(AmountOverflow) {
      report = try build(job.definition, for: job.period, job.area)
    } catch {
      findings.append(.overflow(inputs.sources.map(\.file)))
    }
    if request.isStrict { findings.countWarningsAsErrors() }
    return (findings.haveErrors ? nil : report, findings)
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
    let fiscalYear = inputs.fiscalYear
    let periods = request.period.periods(
      ofReportBoundTo: definition.year,
      latest: inputs.latestOutcome(in: definition.year),
      in: fiscalYear,
    )
    // A file that could not be read may have the months.
    if periods.isEmpty, inputs.faultyFiles?.isEmpty == true {
      inputs.diagnostics.append(.withoutPeriod(definition))
    }
    return periods
  }

  /// The areas that a report is made about, the total standing for the organisation.
  private mutating func areas(of definition: ReportDefinition) -> [AreaPath] {
    guard request.areas.isEmpty else {
      let place = Diagnostic.Location(file: "--area")
      return areas(called: request.areas.map { ReportDefinition.NamedArea($0, at: place) })
    }
    switch definition.subjects {
    case .organisation: return [.total]
    case .each: return [.total] + inputs.areasWithFaulty.widest
    case .named(let areas): return self.areas(called: areas)
    }
  }

  /// Finds areas by their codes or names, each once; the organisation by its own.
  private mutating func areas(called names: [ReportDefinition.NamedArea]) -> [AreaPath] {
    let areaNames = AreaNames(structure: inputs.structure, areas: inputs.areasWithFaulty)
    let known = Set(inputs.areasWithFaulty)
    var areas: [AreaPath] = []
    for named in names {
      if let area = inputs.area(called: named.name, in: areaNames) {
        if area == .total || known.contains(area) {
          areas.append(area)
        } else {
          inputs.diagnostics.tell([.withoutFigures(named)])
        }
      } else if let doubt = areaNames.doubt(about: named.name, at: named.place, in: "areas") {
        inputs.diagnostics.tell([doubt])
      }
    }
    return areas.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whom a report about an area is about; made once, for all reports and times.
  private mutating func subject(_ area: AreaPath) throws(AmountOverflow) -> ReportSubject? {
    if let known = subjects[area] { return known }
    subjects[area] = try inputs.subject(area, codes: codesOfAreas, names: areaNames)
    return subjects[area]
  }

  private mutating func build(
    _ report: ReportDefinition,
    for period: ReportPeriod,
    _ area: AreaPath,
  ) throws(AmountOverflow) -> BuiltReport? {
    guard let project = inputs.project, let subject = try subject(area) else { return nil }
    let figures = subject.figures
    let areas = figures.areas(arranged: report.arrangement)
    let maker = inputs.tableMaker(in: report.unit, decimals: report.decimals, at: period)
    let table = try make(
      areas,
      report.columns,
      of: subject.summed,
      statedBy: figures.statedTables,
      by: maker,
    )
    var own: [Int: ComputedTable] = [:]
    for (place, section) in report.sections.enumerated() {
      own[place] = try make(section, of: report, about: subject, by: maker)
      own[place]?.name = .section(place)
    }
    let missing = missingParts(of: report, about: subject)
    guard var table, isSound, !findings.haveErrors else { return nil }
    table.name = .areas
    try noteKeyFigures(in: &own, of: report)
    let ties = try ties(among: own, of: report, and: table, in: figures)
    findings += ties.filter { $0.verdict == .differs }.map(Diagnostic.broken)
    let rows = report.shows(.rows) && request.formats.contains(.xlsx) ? try figures.statedRows : nil
    let builder = ReportBuilder(
      definition: report,
      period: period,
      fiscalYear: project.fiscalYear,
      organisation: subject.name,
      theme: figures.theme,
      program: Koll.nameAndVersion,
      table: table,
      sectionTables: own,
      missingParts: missing,
      ties: ties,
      budgetBridge: try maker.budgetBridge(
        of: figures.decisions,
        areas,
        subject.summed,
        path: figures.pathOfArea,
      ),
      forecast: try report.shows(.forecast) || report.shows(.deviations)
        ? maker.forecast(areas, subject.summed, toDepth: report.depth) : nil,
      months: try report.shows(.months) ? maker.months(areas, subject.summed) : nil,
      statedFigures: try report.shows(.data) && request.formats.contains(.xlsx)
        && !figures.tables.isEmpty
        ? maker.computed(areas, of: subject.summed) : nil,
      fileOfRows: rows.map { _ in report.fileOfRows(ofArea: subject.code) },
      comments: AreaComments(of: figures.tables),
      areaSources: request.formats.contains(.html) && report.shows(.sources)
        ? AreaSources(of: figures.tables) : nil,
      savings: figures.savings(
        in: period.month,
        shownAs: MoneyDisplay(report.unit, decimals: report.decimals),
      ),
      sources: figures.sources,
      texts: texts(of: report, about: subject),
    )
    findings += try builder.staleComments().map(Diagnostic.stale)
    let document = try builder.document(findings: &findings)
    let report = BuiltReport(
      definition: report,
      code: subject.code,
      period: period,
      table: table,
      sectionTables: own.sorted { $0.key < $1.key }.map(\.value),
      document: document,
      template: request.hasTemplates
        ? try template(of: report, for: period, about: subject, by: maker) : nil,
      rows: rows?.document(besides: document),
    )
    if request.formats.contains(.csv), report.tableOfCSV == nil {
      findings.append(.withoutTableOfCSV(report))
    }
    return report
  }

  /// Makes the table of a section that has one of its own; `nil` when it has none or has errors.
  private mutating func make(
    _ section: ReportDefinition.Section,
    of report: ReportDefinition,
    about subject: ReportSubject,
    by maker: TableMaker,
  ) throws(AmountOverflow) -> ComputedTable? {
    switch section {
    case .standard, .text:
      return nil
    case .statement(let own):
      let read = subject.figures.statements.filter { $0.statement.name == own.name }
      guard let statement = read.first?.statement else { return nil }
      let tables = read.map(\.table)
      let definition = TableDefinition(statement, of: tables)
      return try make(definition, own, of: tables, by: maker)
    case .table(let own):
      guard let tables = subject.figures.ownTables[own.name] else { return nil }
      let definition = TableDefinition(joining: tables).arranged(as: report.arrangement)
      return try make(definition, own, of: tables, by: maker)
    }
  }

  /// The places of sections that the project has nothing for, and that say so; tells of them.
  private mutating func missingParts(
    of report: ReportDefinition,
    about subject: ReportSubject,
  ) -> Set<Int> {
    // Statements are of the organisation, and what it has an area may lack.
    guard let project = inputs.project, subject.area == .total else { return [] }
    var places: Set<Int> = []
    for (place, section) in report.sections.enumerated() {
      guard let own = section.ownTable, own.missing != .omit, !project.hasFiles(for: section) else {
        continue
      }
      findings += [.withoutFigures(section, in: report)].compactMap(\.self)
      places.insert(place)
    }
    return places
  }

  /// Notes what follows from the statements: the share of net costs, whether the balance requirement is
  /// met, and what may be reserved.
  private func noteKeyFigures(
    in statements: inout [Int: ComputedTable],
    of report: ReportDefinition,
  ) throws(AmountOverflow) {
    func place(_ wanted: Statement) -> Int? {
      report.sections.firstIndex { section in
        if case .statement(let own) = section { own.name == wanted.name } else { false }
      }
    }
    let requirement = place(.balanceRequirement)
    if let requirement, let table = statements[requirement] {
      statements[requirement]?.notes += [try table.noteOnBalanceRequirement].compactMap(\.self)
    }
    guard let income = place(.income), let incomeTable = statements[income] else { return }
    statements[income]?.notes += [try incomeTable.noteOnNetCosts].compactMap(\.self)
    guard let requirement, let table = statements[requirement] else { return }
    statements[requirement]?.notes += [try table.noteOnReserve(by: incomeTable)].compactMap(\.self)
  }

  /// Tells of budgets that are larger than the frames that sources state.
  private mutating func findFrameExcess() throws(AmountOverflow) {
    let frames = inputs.tables.flatMap(\.series).filter { $0.kind == .frame }
    guard !frames.isEmpty, !inputs.diagnostics.haveErrors else { return }
    let definition = TableDefinition(joining: inputs.tables, inOrderOf: inputs.structure)
    let rules = inputs.rules()
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
    in figures: ProjectRun,
  ) throws(AmountOverflow) -> [Tie] {
    let shown = report.sections.enumerated().compactMap { place, section in
      guard case .statement(let own) = section, let table = statements[place],
        let read = inputs.statements.first(where: { $0.statement.name == own.name })
      else { return nil as (Statement, ComputedTable)? }
      return (read.statement, table)
    }
    let fiscalYear = inputs.fiscalYear
    var ties = try Tie.all(among: shown, and: table)
    var named: Set<String> = []
    for (statement, _) in shown where named.insert(statement.name).inserted {
      let tables = inputs.statements.filter { $0.statement.name == statement.name }.map(\.table)
      ties += try Tie.openings(of: statement, in: tables, of: fiscalYear)
    }
    return try ties + Tie.internalItems(in: table)
      + Tie.monthsAndYears(in: figures.statedTables, of: fiscalYear)
  }

  /// What people wrote for a report; tells of what nobody did.
  private mutating func texts(
    of report: ReportDefinition,
    about subject: ReportSubject,
  ) -> ReportTexts {
    let (texts, missing) = inputs.texts(of: report, about: subject)
    findings += missing
    return texts
  }

  /// Makes the table of a section; `nil` when its columns have errors.
  private mutating func make(
    _ available: TableDefinition,
    _ own: ReportDefinition.OwnTable,
    of tables: [ImportedTable],
    by maker: TableMaker,
  ) throws(AmountOverflow) -> ComputedTable? {
    let summed = try SummedTables(tables)
    var table = try make(available, own.columns, of: summed, statedBy: tables, by: maker)
    table?.title = own.title
    return table
  }

  /// Makes a table, and keeps what was found on the way; `nil` when its columns have errors.
  private mutating func make(
    _ available: TableDefinition,
    _ columns: ReportDefinition.Columns,
    of figures: SummedTables,
    statedBy stated: [ImportedTable],
    by maker: TableMaker,
  ) throws(AmountOverflow) -> ComputedTable? {
    let (definition, found) = maker.definition(available, columns)
    findings += found
    guard !found.haveErrors else { return nil }
    return try maker.computed(definition, of: figures, statedBy: stated)
  }
}
