internal import KollCalculation
internal import KollExport
internal import KollExportXLSX
internal import KollModel
internal import KollProject
public import KollReport

extension Koll {
  /// Reads a project and finds where a figure comes from: the whole of `koll explain` but printing.
  /// - Parameter request: The project and the figure.
  /// - Returns: The figure and what it follows from, down to the lines of files; or the findings that
  ///   stand in its way.
  /// - Throws: ``RunError`` when reading fails.
  public static func explain(_ request: ExplainRequest) throws(RunError) -> Outcome<ExplainedFigure>
  {
    var run = ExplainRun(request: request, inputs: try ProjectRun(folder: request.project))
    do throws(AmountOverflow) {
      let figure = try run.figure()
      return Outcome(figure, run.diagnostics)
    } catch {
      throw .overflow
    }
  }

  /// Writes where a figure comes from.
  /// - Parameters:
  ///   - figure: The figure.
  ///   - depth: How many levels below the figure itself are written; `nil` for all.
  ///   - isJSON: Whether it is written for programs.
  /// - Returns: The text, or the JSON.
  /// - Throws: ``RunError`` when a number has too many digits to write.
  public static func text(
    of figure: ExplainedFigure,
    depth: Int? = nil,
    asJSON isJSON: Bool = false,
  ) throws(RunError) -> String {
    var figure = figure
    if let depth { figure.explanation = figure.explanation.limited(toDepth: depth) }
    do throws(AmountOverflow) {
      return isJSON
        ? try JSONExporter().json(figure).document : try TextExporter().write(figure)
    } catch {
      throw .overflow
    }
  }
}

/// The steps of `koll explain` after its inputs were read.
struct ExplainRun {
  let request: ExplainRequest
  let inputs: ProjectRun
  /// What was found: on the way to the figure, or of the reports that do not have it.
  private(set) var diagnostics: [Diagnostic] = []

  init(request: ExplainRequest, inputs: ProjectRun) {
    self.request = request
    self.inputs = inputs
  }

  /// The figure asked for; `nil` when there is none, which a finding says.
  mutating func figure() throws(AmountOverflow) -> ExplainedFigure? {
    diagnostics = inputs.diagnostics
    guard inputs.hasAllTables, let project = inputs.project, !hasErrors else { return nil }
    if let report = request.report, !project.reports.contains(where: { $0.name == report }) {
      diagnostics.append(.unknownReport(report, among: project.reports.map(\.name)))
      return nil
    }
    switch request.figure {
    case .area(let area, let column):
      guard let area = self.area(called: area, from: "AREA") else { return nil }
      return try figure(of: area, inColumn: column)
    case .cell(let text, let area):
      guard let area = area.map({ self.area(called: $0, from: "--area") }) ?? .total else {
        return nil
      }
      guard let cell = WorkbookCell(text) else {
        diagnostics.append(.malformedCell(text))
        return nil
      }
      return try figure(in: cell, about: area)
    }
  }

  private var hasErrors: Bool { diagnostics.haveErrors }

  /// The area that a code or a name means; the organisation's own means all.
  private mutating func area(called name: String, from field: String) -> AreaPath? {
    let names = inputs.areaNames
    if let area = inputs.area(called: name, in: names) { return area }
    let place = Diagnostic.Location(file: field)
    diagnostics += [names.doubt(about: name, at: place, in: "area")].compactMap(\.self)
    return nil
  }

  /// The reports that may have the figure, in the project's order.
  private var candidates: [ReportDefinition] {
    let reports = inputs.project?.reports ?? []
    return request.report.map { name in reports.filter { $0.name == name } } ?? reports
  }

  /// Makes reports one after the other until one has what is wanted.
  /// - Parameters:
  ///   - area: The area that the reports are about; the total for the organisation.
  ///   - find: What is wanted of a report; `nil` when it does not have it.
  /// - Returns: What was found, and the reports that were made on the way.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  private mutating func first<Found>(
    inReportsAbout area: AreaPath,
    _ find: (BuiltReport) throws(AmountOverflow) -> Found?,
  ) throws(AmountOverflow) -> (found: Found?, made: [BuiltReport]) {
    var made: [BuiltReport] = []
    var findings: [Diagnostic] = []
    for definition in candidates {
      var run = ReportRun(request: request(for: definition, about: area), inputs: inputs)
      let reports = run.reports()
      if let report = reports?.last {
        if let found = try find(report) {
          diagnostics = run.diagnostics
          return (found, [report])
        }
        made.append(report)
      } else {
        findings += run.diagnostics.dropFirst(inputs.diagnostics.count)
      }
    }
    if made.isEmpty {
      // What keeps a single report from being made keeps the figure from being found.
      for finding in findings where !diagnostics.contains(finding) {
        var finding = finding
        if finding.code == .periodMissing { finding.severity = .error }
        diagnostics.append(finding)
      }
    }
    return (nil, made)
  }

  /// A name of the organisation that no area has as well.
  private var nameOfWhole: String {
    guard let organisation = inputs.project?.organisation else { return "" }
    let isAlsoArea = inputs.areaNames.match(organisation.code) != .unknown
    return isAlsoArea ? organisation.name : organisation.code
  }

  private func request(
    for definition: ReportDefinition,
    about area: AreaPath,
  ) -> ReportRequest {
    ReportRequest(
      project: request.project,
      period: request.period,
      reports: [definition.name],
      areas: [area == .total ? nameOfWhole : inputs.areaNames.name(of: area)],
      formats: [.xlsx],
    )
  }
}

extension ExplainRun {
  /// The figure of an area in a report's column, or in a series that no report shows.
  private mutating func figure(
    of area: AreaPath,
    inColumn name: String,
  ) throws(AmountOverflow) -> ExplainedFigure? {
    let (found, made) = try first(inReportsAbout: .total) { report in
      report.table.column(named: name).map { (report, $0) }
    }
    if let (report, column) = found {
      return try figure(
        of: area,
        column,
        of: report.table,
        report: report.definition.name,
        report.period,
      )
    }
    guard !hasErrors else { return nil }
    guard let table = try table(ofSeries: name, beside: made) else { return nil }
    let period = made.first?.period ?? periodOfFigures
    guard let period else { return nil }
    return try figure(of: area, 0, of: table, report: nil, period)
  }

  private mutating func figure(
    of area: AreaPath,
    _ column: Int,
    of table: ComputedTable,
    report: String?,
    _ period: ReportPeriod,
  ) throws(AmountOverflow) -> ExplainedFigure? {
    let row = table.rows.lastIndex { row in
      row.path == area && [.item, .subtotal, .total].contains(row.role)
    }
    guard let row else {
      diagnostics.append(.withoutRow(area.fullName))
      return nil
    }
    let explainer = FigureExplainer(
      tables: [table],
      areas: try inputs.factsOfAreas(about: .total),
    )
    return ExplainedFigure(
      report: report,
      period: period,
      sign: table.sign,
      explanation: try explainer.explanation(row: row, column: column, of: table),
    )
  }

  /// The time that figures are asked for where no report is made for it.
  private var periodOfFigures: ReportPeriod? {
    request.period.periods(
      ofReportBoundTo: nil,
      latest: inputs.latestOutcome(in: nil),
      in: inputs.fiscalYear,
    ).last
      ?? inputs.tables.flatMap(\.series).compactMap(\.year).max().map { ReportPeriod(year: $0) }
  }

  /// The areas with a series that is written as text; `nil` when it is none, or follows from nothing.
  private mutating func table(
    ofSeries text: String,
    beside reports: [BuiltReport],
  ) throws(AmountOverflow) -> ComputedTable? {
    let (series, relative) = (Series(reading: text), RelativeSeries(reading: text))
    guard series.kind != .amount || relative != nil else {
      diagnostics.append(.unknownColumn(text, among: reports))
      return nil
    }
    guard let period = reports.first?.period ?? periodOfFigures else { return nil }
    let report = candidates.first
    let maker = inputs.tableMaker(
      in: report?.unit ?? .tkr,
      decimals: report?.decimals,
      at: period,
    )
    let declaration = ColumnDeclaration(
      title: text,
      content: relative.map { .relative($0, asWritten: series) } ?? .series(series),
    )
    let areas = inputs.areas(arranged: report?.arrangement ?? .groups)
    let (definition, findings) = maker.definition(areas, .declared([declaration]))
    guard !definition.columns.isEmpty else {
      // What reads as no budget, forecast or outcome was meant as a title.
      let isSeries = [.budget, .forecast, .actual, .frame, .plan].contains(series.kind)
      diagnostics += isSeries ? findings : [.unknownColumn(text, among: reports)]
      return nil
    }
    diagnostics += findings
    var table = try maker.computed(definition, of: SummedTables(inputs.tables))
    table.name = .areas
    return table
  }
}

extension ExplainRun {
  /// The figure in a cell of a report's workbook.
  private mutating func figure(
    in cell: WorkbookCell,
    about area: AreaPath,
  ) throws(AmountOverflow) -> ExplainedFigure? {
    var sheets: [String] = []
    var failure: WorkbookError?
    let (found, made) = try first(inReportsAbout: area) { report in
      do throws(WorkbookError) {
        let map = try WorkbookMap(of: report.document)
        for sheet in map.sheets where !sheets.contains(sheet) { sheets.append(sheet) }
        return map.sheet(named: cell.sheet) == nil ? nil : (report, map)
      } catch {
        failure = failure ?? error
        return nil
      }
    }
    guard let (report, map) = found else {
      if let failure {
        diagnostics.append(Diagnostic(.runFailed, .error, failure.phrase))
      } else if !made.isEmpty {
        diagnostics.append(.unknownSheet(cell, among: sheets))
      }
      return nil
    }
    switch map.content(of: cell) {
    case .cell(let row, let column, let table):
      return ExplainedFigure(
        report: report.definition.name,
        period: report.period,
        sign: table.sign,
        cell: cell.description,
        explanation: try explainer(of: report, about: area)
          .explanation(row: row, column: column, of: table),
      )
    case .words(let words): diagnostics.append(.withoutFigure(cell, words, map))
    case nil: diagnostics.append(.withoutFigure(cell, nil, map))
    }
    return nil
  }

  /// What explains the figures of a report.
  func explainer(
    of report: BuiltReport,
    about area: AreaPath,
  ) throws(AmountOverflow) -> FigureExplainer {
    FigureExplainer(
      tables: report.document.sections.flatMap(\.blocks).compactMap(\.table),
      areas: try inputs.factsOfAreas(about: area),
      others: try inputs.factsOfSections(of: report.definition, about: area),
    )
  }
}
