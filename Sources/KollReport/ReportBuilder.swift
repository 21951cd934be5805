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
  /// The table of the areas, with its checks.
  public let table: ComputedTable
  /// The savings task, when the project has one.
  public let savings: Savings?
  /// The files that the figures come from.
  public let sources: [SourceRecord]

  /// Creates a builder.
  /// - Parameters:
  ///   - definition: What the report is declared to be.
  ///   - period: The time that it is about.
  ///   - fiscalYear: Which months a year has.
  ///   - organisation: Whom it is about.
  ///   - table: The table of the areas, with its checks.
  ///   - savings: The savings task.
  ///   - sources: The files that the figures come from.
  public init(
    definition: ReportDefinition,
    period: ReportPeriod,
    fiscalYear: FiscalYear = .calendar,
    organisation: String,
    table: ComputedTable,
    savings: Savings?,
    sources: [SourceRecord],
  ) {
    self.definition = definition
    self.period = period
    self.fiscalYear = fiscalYear
    self.organisation = organisation
    self.table = table
    self.savings = savings
    self.sources = sources
  }

  /// Builds the report, section by section as declared.
  /// - Throws: `AmountOverflow` when a figure does not fit.
  public func document() throws(AmountOverflow) -> Document {
    var sections: [Section] = []
    for kind in definition.sections {
      if let section = try section(kind) { sections.append(section) }
    }
    return Document(
      title: definition.title,
      organisation: organisation,
      preamble: preamble,
      sections: sections,
    )
  }

  private func section(_ kind: ReportDefinition.SectionKind) throws(AmountOverflow) -> Section? {
    switch kind {
    case .summary:
      Section(title: "Sammanfattning", blocks: try summary())
    case .table:
      Section(
        title: "Ekonomisk sammanställning",
        tab: "Sammanställning",
        blocks: [.table(table.showingLoneRowsOnce)],
      )
    case .deviations:
      try deviations()
    case .savings:
      try savingsSection()
    case .checks:
      Section(title: "Kontroller", blocks: try checks())
    case .sources:
      Section(title: "Underlag", blocks: [.table(sourceTable)])
    }
  }

  /// Unit, sign rule, what is not known, sources: what a reader needs before the first figure.
  private var preamble: [String] {
    var lines = [
      "Avser \(period.words(in: fiscalYear)). Belopp i \(definition.unit.rawValue) om inget annat anges."
    ]
    lines.append(signRule)
    let undated = table.columns.filter { $0.series.kind == .forecast && $0.series.round == nil }
    if !undated.isEmpty {
      let titles = undated.map(\.title).joined(separator: ", ")
      lines.append("\(titles): underlaget anger inte vilken månad prognosen gjordes.")
    }
    lines.append("Underlag: \(sources.map(\.file).joined(separator: ", ")).")
    return lines
  }

  /// How the signs are read.
  private var signRule: String {
    let own =
      switch table.sign {
      case .cost: "Nettokostnader visas som positiva tal. "
      case .result: "Intäkter visas som positiva tal och kostnader som negativa. "
      case .ledger: "Kostnader visas som positiva tal och intäkter som negativa. "
      case nil: ""
      }
    return own + "I en avvikelse betyder plus bättre än budget och minus sämre."
  }
}
