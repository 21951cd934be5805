internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

extension ProjectRun {
  /// Reads the measures of a savings task, and divides the task as its plans say.
  mutating func readSavings(_ declaration: Project.SavingsDeclaration) throws(RunError) {
    if let measures = try readMeasures(declaration.measures) {
      savings = Savings(
        title: declaration.title,
        year: declaration.year,
        fiscalYear: fiscalYear,
        unit: declaration.unit,
        task: declaration.taskOnItsLine,
        measures: measures,
      )
    }
    for allocation in declaration.allocations {
      var plan = allocation.plan
      if let source = allocation.limits {
        guard let register = try readRegister(source, .allocation, AllocationRegister.schema) else {
          continue
        }
        add(findings(onAreasOf: register))
        add(AllocationRegister.duplicates(in: register, path: pathOfArea))
        plan.limits = AllocationRegister.limits(register, path: pathOfArea)
      }
      try divide(declaration, by: plan)
    }
    savings?.division = divisions.first?.division
  }

  /// The measures of a register, none where there is no register yet; `nil` when it has errors.
  private mutating func readMeasures(
    _ source: Project.Source?
  ) throws(RunError) -> [Savings.Measure]? {
    guard let source else { return [] }
    guard let register = try readRegister(source, .measures, MeasureRegister.schema) else {
      return nil
    }
    add(findings(onAreasOf: register))
    add(MeasureRegister.duplicates(in: register) + MeasureRegister.withoutRound(in: register))
    return MeasureRegister.measures(register, path: pathOfArea)
  }

  /// The task with its measures as they stood in a month.
  func savings(in month: Month?, shownAs display: MoneyDisplay) -> SavingsReport? {
    guard var savings = savings?.standing(in: month) else { return nil }
    let decided = divisions.prefix(1).filter { !$0.division.isProposal }
    savings.division = decided.first?.division
    return SavingsReport(
      savings: savings,
      divisions: Array(decided),
      areas: shownAreas,
      display: display,
    )
  }

  /// What is wrong or doubtful about the measures as they stand.
  func savingsFindings() throws(AmountOverflow) -> [Diagnostic] {
    guard let place = project?.savings?.place, let savings else { return [] }
    let standing = savings.standing(in: nil)
    let newest = [latestOutcome(in: savings.year), standing.measures.first?.round]
    return try standing.findings(in: newest.compactMap(\.self).max())
      + [try standing.shortfall(at: place)].compactMap(\.self)
  }

  /// The highest areas; where there is one alone, those below it.
  var shownAreas: [AreaPath] { knownAreas.widest }

  private mutating func divide(
    _ declaration: Project.SavingsDeclaration,
    by plan: AllocationPlan,
  ) throws(RunError) {
    guard hasAllTables, declaration.task.money > .zero else { return }
    do throws(AmountOverflow) {
      guard let areas = try table(ofBasesOf: plan, for: declaration) else { return }
      let (division, findings) = try plan.divide(declaration.task.money, over: areas)
      add(findings)
      guard let division else { return }
      divisions.append(PlannedDivision(plan: plan, areas: areas, division: division))
    } catch {
      diagnostics.append(.overflow(sources.map(\.file)))
    }
  }

  /// The areas with the figures that a plan divides by; `nil` when some cannot be found.
  private mutating func table(
    ofBasesOf plan: AllocationPlan,
    for declaration: Project.SavingsDeclaration,
  ) throws(AmountOverflow) -> ComputedTable? {
    let maker = tableMaker(in: declaration.unit, at: ReportPeriod(year: declaration.year))
    let available = areas(arranged: .groups)
    // Arithmetic names the sources' columns by their titles.
    let named = plan.bases.contains { basis in
      if case .expression = basis.content { true } else { false }
    }
    let columns = named ? available.columns.map(ColumnDeclaration.init(of:)) : []
    let (definition, findings) = maker.definition(available, .declared(columns + plan.bases))
    add(findings)
    guard !findings.contains(where: { $0.severity == .error }) else { return nil }
    let table = try maker.computed(definition, of: SummedTables(tables))
    var bases = table.selecting(columns: Array(columns.count..<table.columns.count))
    for (index, basis) in plan.bases.enumerated() {
      if case .expression(let text) = basis.content { bases.columns[index].title = text }
    }
    return bases
  }
}

extension Project.SavingsDeclaration {
  /// The task, with the line of the project file that states it.
  fileprivate var taskOnItsLine: Savings.Amount {
    let record = StatedRecord(
      origin: Origin(file: "koll.yaml", line: place.line ?? 1),
      label: title,
      column: "task",
      stated: task.money,
      scale: Scale(unit: unit),
      decimals: 0,
    )
    return Savings.Amount(
      task.money,
      isApproximate: task.isApproximate,
      source: .record(record),
    )
  }
}

extension ColumnDeclaration {
  /// A source's own column, by its title.
  fileprivate init(of column: TableColumn) {
    self.init(title: column.title, content: .series(column.series))
  }
}
