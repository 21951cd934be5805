public import KollCalculation
public import KollModel

/// Builds a report's document from its computed table, its savings and its sources.
public struct ReportBuilder: Sendable {
  /// What the report is declared to be.
  public let definition: ReportDefinition
  /// The time that it is about.
  public let period: ReportPeriod
  /// Which months a year has.
  public let fiscalYear: FiscalYear
  /// Whom it is about.
  public let organisation: String
  /// How it looks.
  public let theme: Theme
  /// The program that makes it and its version; `nil` where it does not say.
  public let program: String?
  /// The table of the areas, with its checks.
  public let table: ComputedTable
  /// The tables of sections that have their own, by the sections' places.
  public let sectionTables: [Int: ComputedTable]
  /// The places of sections that the project has nothing for, and that say so.
  public let missingParts: Set<Int>
  /// The figures that must be the same in different tables.
  public let ties: [Tie]
  /// How the year's budget came to be what it is, when decisions changed it.
  public let budgetBridge: Bridge?
  /// What the year's forecasts said, when there are any.
  public let forecast: ForecastReport?
  /// The outcome month by month, when sources have it.
  public let months: MonthReport?
  /// All figures that the sources state of the areas, when the report shows the areas.
  public let statedFigures: ComputedTable?
  /// The workbook beside the report's that holds every row of the sources, when there is one.
  public let fileOfRows: String?
  /// What people say of the areas' figures.
  public let comments: AreaComments
  /// Where the areas' figures stand; `nil` when the report does not tell.
  public let areaSources: AreaSources?
  /// The savings task, when the project has one.
  public let savings: SavingsReport?
  /// The files that the figures come from.
  public let sources: [SourceRecord]
  /// What people wrote for it.
  public let texts: ReportTexts
  /// Where the rows of tables stand that the document shows shorter than they were computed, `nil`
  /// for rows that it leaves out.
  let rowsShown: [TableName: [Int?]]

  /// Creates a builder.
  /// - Parameters:
  ///   - definition: What the report is declared to be.
  ///   - period: The time that it is about.
  ///   - fiscalYear: Which months a year has.
  ///   - organisation: Whom it is about.
  ///   - theme: How it looks.
  ///   - program: The program that makes it and its version.
  ///   - table: The table of the areas, with its checks.
  ///   - sectionTables: The tables of sections that have their own, by the sections' places.
  ///   - missingParts: The places of sections that the project has nothing for, and that say so.
  ///   - ties: The figures that must be the same in different tables.
  ///   - budgetBridge: How the year's budget came to be what it is.
  ///   - forecast: What the year's forecasts said.
  ///   - months: The outcome month by month.
  ///   - statedFigures: All figures that the sources state of the areas.
  ///   - fileOfRows: The workbook beside the report's that holds every row of the sources.
  ///   - comments: What people say of the areas' figures.
  ///   - areaSources: Where the areas' figures stand.
  ///   - savings: The savings task.
  ///   - sources: The files that the figures come from.
  ///   - texts: What people wrote for it.
  public init(
    definition: ReportDefinition,
    period: ReportPeriod,
    fiscalYear: FiscalYear = .calendar,
    organisation: String,
    theme: Theme = Theme(),
    program: String? = nil,
    table: ComputedTable,
    sectionTables: [Int: ComputedTable] = [:],
    missingParts: Set<Int> = [],
    ties: [Tie] = [],
    budgetBridge: Bridge? = nil,
    forecast: ForecastReport? = nil,
    months: MonthReport? = nil,
    statedFigures: ComputedTable? = nil,
    fileOfRows: String? = nil,
    comments: AreaComments = AreaComments(of: []),
    areaSources: AreaSources? = nil,
    savings: SavingsReport?,
    sources: [SourceRecord],
    texts: ReportTexts = ReportTexts(),
  ) {
    self.definition = definition
    self.period = period
    self.fiscalYear = fiscalYear
    self.organisation = organisation
    self.theme = theme
    self.program = program
    self.table = table
    self.sectionTables = sectionTables
    self.missingParts = missingParts
    self.ties = ties
    self.budgetBridge = budgetBridge
    self.forecast = forecast
    self.months = months
    self.statedFigures = statedFigures
    self.fileOfRows = fileOfRows
    self.comments = comments
    self.areaSources = areaSources
    self.savings = savings
    self.sources = sources
    self.texts = texts
    rowsShown = ReportBuilder.rowsShown(of: table, sectionTables, in: definition)
  }

  /// Builds the report, section by section as declared.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func document() throws(AmountOverflow) -> Document {
    var findings: [Diagnostic] = []
    return try document(findings: &findings)
  }

  /// Builds the report, section by section as declared.
  /// - Parameter findings: Gets what is wrong or doubtful about the texts that people wrote.
  /// - Returns: The report.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func document(findings: inout [Diagnostic]) throws(AmountOverflow) -> Document {
    let controls = try definition.shows(.checks) ? controls() : Controls(sums: [], ties: [])
    let parts = try definition.shows(.areas) ? areaParts() : []
    var sections: [Section] = []
    var texts: [Int: WrittenText] = [:]
    var placeOfComments: Int?
    for (place, declared) in definition.sections.enumerated() {
      switch declared {
      case .standard(.areas): sections += parts.map(\.section)
      case .standard(.table): sections.append(summary(of: parts))
      case .standard(let kind):
        if kind == .summary { texts[sections.count] = self.texts.summary }
        guard let section = try section(kind, controls) else { continue }
        if kind == .deviations { placeOfComments = sections.count }
        sections.append(section)
      case .statement(let own):
        sections += [section(own, at: place, showing: sectionTables[place])].compactMap(\.self)
      case .table(let own):
        let table = sectionTables[place]?.showingLoneRowsOnce.leavingOutEmptyTotal
        sections += [section(own, at: place, showing: table)].compactMap(\.self)
      case .text(let text):
        texts[sections.count] = self.texts.sections[place]
        sections += [section(of: text, at: place)].compactMap(\.self)
      }
    }
    findings += commentsWithoutPlace
    try fill(&sections, with: texts, commentsAt: placeOfComments, &findings)
    return Document(
      title: definition.title,
      organisation: organisation,
      dating: definition.date?.description ?? timeOfFigures,
      theme: theme,
      preamble: preamble,
      sections: sections,
    )
  }

  private func section(
    _ kind: ReportDefinition.SectionKind,
    _ controls: Controls,
  ) throws(AmountOverflow) -> Section? {
    switch kind {
    case .about:
      Section(
        title: "Innehåll",
        tab: "Läs mig",
        blocks: [
          program.map { .paragraph("Gjord med \($0).") },
          controls.summary.map(Block.checkSummary),
          .contents,
        ].compactMap(\.self),
        isAppendix: true,
      )
    case .summary:
      try summary()
    case .table, .areas: nil
    case .decisions:
      try decisions()
    case .deviations:
      try deviations()
    case .savings:
      try savings?.section()
    case .months:
      try months?.section()
    case .forecast:
      try forecast?.section(naming: definition.largestCount)
    case .checks:
      Section(title: "Kontroller", blocks: checks(controls))
    case .data:
      statedFigures.map { figures in
        Section(
          title: "Data",
          blocks: [
            .paragraph(
              "Alla belopp som underlagen anger, i kronor, med samma tecken som i tabellerna."
            ),
            .records(figures.asRecords),
          ],
          isAppendix: true,
        )
      }
    case .sources:
      Section(
        title: "Underlag",
        blocks: [.sources(sourceTable), origins].compactMap(\.self),
      )
    case .rows:
      fileOfRows.map { file in
        Section(
          title: StatedRows.title,
          tab: "Rader",
          blocks: [
            .paragraph("Varje belopp som underlagen anger står i \(file), med fil och rad.")
          ],
          isAppendix: true,
        )
      }
    }
  }

  /// Where the figures of each area stand that the report shows.
  private var origins: Block? {
    guard let areaSources else { return nil }
    let shown = definition.depth.map(table.limited) ?? table
    let origins = shown.rows.filter(\.isArea).map { row in
      AreaOrigin(area: row.path.fullName, lines: areaSources.lines(of: row.path))
    }
    return origins.isEmpty ? nil : .origins(origins)
  }

  /// A section that shows a table of its own, or says that there is none.
  private func section(
    _ own: ReportDefinition.OwnTable,
    at place: Int,
    showing table: ComputedTable?,
  ) -> Section? {
    guard var table else {
      guard missingParts.contains(place) else { return nil }
      return Section(title: own.title, blocks: [.paragraph("Uppgifterna saknas.")])
    }
    guard !table.columns.isEmpty else {
      return Section(title: own.title, blocks: [.paragraph(ReportBuilder.withoutFigures)])
    }
    table.title = nil
    return Section(title: own.title, blocks: [.table(table)] + table.differences)
  }

  /// What stands where every column of a table falls away.
  static let withoutFigures = "Underlagen har inga belopp för den tid som rapporten avser."

  /// The decisions that changed the year's budget, and the budget after each.
  private func decisions() throws(AmountOverflow) -> Section? {
    guard let budgetBridge else { return nil }
    return Section(
      title: "Budgetförändringar",
      tab: "Budgetbeslut",
      blocks: [.table(try budgetBridge.table())],
    )
  }

  /// Unit, sign rule, what is not known, sources: what a reader needs before the first figure.
  private var preamble: [String] {
    var lines = ["\(timeOfFigures). Belopp i \(definition.unit.rawValue) om inget annat anges."]
    if let date = definition.date { lines.append("Rapportdatum \(date).") }
    lines.append(signRule)
    let undated = table.columns.filter { column in
      column.series.kind == .forecast && column.series.round == nil && !column.series.isProposal
    }
    if !undated.isEmpty {
      let titles = undated.map(\.title).joined(separator: ", ")
      lines.append("\(titles): underlaget anger inte vilken månad prognosen gjordes.")
    }
    lines.append("Underlag: \(sources.map(\.file).joined(separator: ", ")).")
    return lines
  }

  private var timeOfFigures: String { "Avser \(period.words(in: fiscalYear))" }

  /// How the signs are read: those of the areas, and those of sections where they are others.
  private var signRule: String {
    let own = sectionTables.sorted { $0.key < $1.key }.map(\.value)
    let sign =
      table.columns.isEmpty
      ? forecast?.trail.sign ?? months?.table.sign ?? own.first?.sign : table.sign
    var rules: [String] = []
    if let sign {
      rules.append(sign.explanation)
      for other in SignConvention.allCases where other != sign {
        let titles = own.filter { $0.sign == other }.compactMap(\.title)
        guard !titles.isEmpty else { continue }
        rules.append("i \(titles.listed()) visas \(other.subject) \(other.rule)")
      }
    }
    return (rules.isEmpty ? "" : rules.joined(separator: "; ") + ". ")
      + "I en avvikelse betyder plus bättre än budget och minus sämre."
  }
}

extension SignConvention {
  /// How its figures are read, as a sentence without its full stop.
  public var explanation: String { "\(subject.capitalisingFirst) visas \(rule)" }

  /// What the convention is about first.
  fileprivate var subject: String {
    switch self {
    case .cost: "nettokostnader"
    case .result: "intäkter"
    case .ledger: "kostnader"
    }
  }

  /// Which numbers show it, and what is shown otherwise.
  fileprivate var rule: String {
    switch self {
    case .cost: "som positiva tal"
    case .result: "som positiva tal och kostnader som negativa"
    case .ledger: "som positiva tal och intäkter som negativa"
    }
  }
}

extension [String] {
  /// The words as a list in a sentence, each once: `a, b och c`.
  func listed(joinedBy word: String = "och") -> String {
    let words = reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(word) " + words[words.count - 1]
  }
}
