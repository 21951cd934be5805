internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

extension DiffRun {
  /// Two series of a project compared; tells why where one is not there.
  mutating func series(
    _ old: Series,
    _ new: Series,
    in run: ProjectRun,
  ) throws(AmountOverflow) -> [ComparedFigures] {
    let (compared, findings) = try run.compared(old, new, toDepth: depth)
    diagnostics += findings.filter { !diagnostics.contains($0) }
    return [compared].compactMap(\.self)
  }

  /// What reports of two months show: the year's forecast made in each, and the outcome to its end.
  mutating func months(
    _ old: Month,
    _ new: Month,
    in run: ProjectRun,
  ) throws(AmountOverflow) -> [ComparedFigures] {
    let kinds: [(name: String, series: (Month, FiscalYear) -> Series)] = [
      ("årets prognos från", Series.forecast), ("utfall till och med", Series.outcome),
    ]
    var compared: [ComparedFigures] = []
    for (name, series) in kinds {
      let (old, new) = (series(old, run.fiscalYear), series(new, run.fiscalYear))
      if let figures = try run.compared(old, new, toDepth: depth).figures {
        compared.append(figures)
      } else {
        missing.append(name)
      }
    }
    if compared.isEmpty { diagnostics.append(.monthsMissing(old, new, in: run)) }
    return compared
  }
}

extension Series {
  fileprivate static func forecast(madeIn month: Month, _ fiscalYear: FiscalYear) -> Series {
    Series(.forecast, year: fiscalYear.year(of: month), round: month)
  }

  fileprivate static func outcome(to month: Month, _ fiscalYear: FiscalYear) -> Series {
    let year = fiscalYear.year(of: month)
    return Series(.actual, year: year, period: fiscalYear.period(to: month))
  }
}

extension ProjectRun {
  /// Two series compared over the project's areas; `nil` where one is not there, and why.
  fileprivate func compared(
    _ old: Series,
    _ new: Series,
    toDepth depth: Int?,
  ) throws(AmountOverflow) -> (figures: ComparedFigures?, diagnostics: [Diagnostic]) {
    let areas = areas(arranged: .groups)
    let maker = tableMaker(showing: areas)
    let columns = [old, new].map { ColumnDeclaration(content: .series($0)) }
    let (definition, findings) = maker.definition(areas, .declared(columns))
    guard definition.columns.count == 2 else { return (nil, findings) }
    let table = try maker.computed(definition, of: SummedTables(tables))
    let names = areaNames
    func figures(_ column: Int) throws(AmountOverflow) -> AreaFigures {
      try AreaFigures(of: table, column: column, toDepth: depth, code: names.code)
    }
    let compared = ComparedFigures(
      series: (table.columns[0], table.columns[1]),
      sign: table.sign,
      difference: try Difference(from: figures(0), to: figures(1)),
      hasTotal: table.hasTotal(in: [0, 1]),
    )
    return (compared, findings)
  }

  /// What makes tables in the unit of the project's first report.
  func tableMaker(showing areas: TableDefinition) -> TableMaker {
    let report = project?.reports.first
    return TableMaker(
      unit: report?.unit ?? areas.columns.lazy.compactMap(\.scale.unit).first ?? .tkr,
      decimals: report?.decimals,
      rules: rules(),
      period: ReportPeriod(year: report?.year ?? 2000),
    )
  }
}

extension ComputedTable {
  /// Whether some of the columns are added up to a whole.
  func hasTotal(in columns: [Int]) -> Bool {
    columns.contains { total?.cells[$0].value.money != nil }
  }
}
