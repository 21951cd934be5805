internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

extension ReportRun {
  /// The sheet that somebody fills in for a report: its table, with open cells for the figures asked
  /// for and for what is to be said of them.
  ///
  /// Rows have the names by which a project finds their areas again.
  /// - Parameters:
  ///   - report: The report.
  ///   - period: The time that it is about.
  ///   - subject: Whom it is about.
  ///   - maker: Makes its tables.
  /// - Returns: The document; `nil` when the report has no table, or it is not known what to ask for.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  mutating func template(
    of report: ReportDefinition,
    for period: ReportPeriod,
    about subject: ReportSubject,
    by maker: TableMaker,
  ) throws(AmountOverflow) -> Document? {
    guard let series = report.input ?? period.newestForecast else {
      findings.append(.withoutInput(report))
      return nil
    }
    let figures = subject.figures
    let areas = figures.areas(arranged: .groups)
    var (definition, findings) = maker.definition(areas, report.columns)
    guard !findings.contains(where: { $0.severity == .error }) else { return nil }
    let asked = definition.open(
      TableColumn(
        key: series.title.key,
        title: series.title,
        series: series.stated(in: definition.sign),
        scale: Scale(unit: report.unit),
        decimals: report.decimals ?? report.unit.customaryDecimals,
      )
    )
    definition.compareWithBudget(asked)
    let comments = definition.open(.comments)
    definition.columns.makeNamesUnique()
    definition.areaTitle = TemplateRegister.areaTitle
    let table = try maker.computed(definition, of: subject.summed)
    let signs = table.sign.map { " \($0.explanation)." } ?? ""
    let form = InputForm(table: named(table, of: subject), inputs: [asked, comments])
    return Document(
      title: "\(report.title), att fylla i",
      organisation: subject.name,
      dating: series.title,
      theme: figures.theme,
      sections: [
        Section(
          title: series.title,
          blocks: [
            .paragraph(
              "Fyll i de öppna cellerna under \(series.title) och Kommentar. Andra celler är "
                + "låsta.\(signs) "
                + "Spara sedan bladet som CSV (semikolonavgränsad, helst UTF-8)."
            ),
            .form(form),
          ],
        )
      ],
    )
  }

  /// The table's areas and their sums, under the names by which the project finds them.
  ///
  /// Without notes: what stands below the rows would come back as rows.
  private func named(_ table: ComputedTable, of subject: ReportSubject) -> ComputedTable {
    let names = inputs.areaNames
    let known = Set(inputs.knownAreas)
    let items = Set(inputs.itemsOfTemplates)
    var named: [Int: String] = [:]
    for (index, row) in table.rows.enumerated() {
      // The report of an area without parts has that area as its row.
      let path = AreaPath(subject.area.labels + row.path.labels)
      let area = known.contains(path) ? path : subject.area
      switch row.role {
      case .total: named[index] = row.label
      case .subtotal: named[index] = names.name(of: area)
      case .item where items.contains(area): named[index] = names.name(of: area)
      case .item, .heading, .ofWhich, .memo: break
      }
    }
    let kept = named.keys.sorted()
    var table = table.arranging(kept)
    table.notes = []
    for (index, place) in kept.enumerated() { table.rows[index].label = named[place] ?? "" }
    return table
  }
}

extension ReportPeriod {
  /// The year's forecast that is made in the month; `nil` for a whole year.
  fileprivate var newestForecast: Series? {
    month.map { Series(.forecast, year: year, round: $0) }
  }
}

extension TableDefinition {
  /// Opens a column, and tells its place: the one that shows the same series, or one more.
  ///
  /// A form is read back by its titles, so another column of the report that has the title is called
  /// something else.
  fileprivate mutating func open(_ column: TableColumn) -> Int {
    let shown = columns.firstIndex { $0.series == column.series && $0.isLookedUp }
    for place in columns.indices where columns[place].title.areaKey == column.title.areaKey {
      columns[place].title += " i rapporten"
    }
    guard let shown else {
      columns.append(column)
      return columns.count - 1
    }
    columns[shown].title = column.title
    return shown
  }

  /// Adds how a column deviates from the year's budget, where no column tells.
  ///
  /// A budget whose sign is not known has no deviation; the form does without.
  fileprivate mutating func compareWithBudget(_ asked: Int) {
    let year = columns[asked].series.year
    let budget = columns.firstIndex { column in
      column.series.kind == .budget && column.series.year == year && column.series.period == nil
        && column.expression == nil
    }
    guard let budget else { return }
    let isCompared = columns.contains {
      $0.comparison?.subject == asked && $0.comparison?.base == budget
    }
    guard !isCompared else { return }
    let text = "avvikelse([\(columns[asked].title)], [\(columns[budget].title)])"
    try? addColumn(titled: "Avvikelse mot budget", expression: text)
  }
}

extension TableColumn {
  /// Whether its figures are those that sources state of its series.
  fileprivate var isLookedUp: Bool { expression == nil && formula == nil }

  /// What people say of the figures.
  fileprivate static let comments = TableColumn(
    key: "kommentar",
    title: "Kommentar",
    series: Series(.text),
    scale: Scale(unstatedWithDecimals: 0),
    decimals: 0,
  )
}

extension Diagnostic {
  fileprivate static func withoutInput(_ report: ReportDefinition) -> Diagnostic {
    Diagnostic(
      .periodMissing,
      at: Location(file: "--format"),
      value: report.name,
      Phrase(
        sv:
          "det är inte känt vad mallen för \"\(report.name)\" frågar efter: rapporten avser ett år, "
          + "och en prognos görs i en månad",
        en:
          "it is not known what the template of \"\(report.name)\" asks for: the report is about a "
          + "year, and a forecast is made in a month",
      ),
      help: Phrase(
        sv: "ange --period, till exempel 2021-08, eller input under rapporten, till exempel "
          + "input: budget 2022",
        en: "give --period, for example 2021-08, or input under the report, for example "
          + "input: budget 2022",
      ),
    )
  }
}
