internal import KollCalculation
internal import KollModel
internal import KollReport

extension ProjectRun {
  /// The figures of the areas, each with the line that states it.
  /// - Parameter subject: The area that is taken as the whole.
  /// - Returns: The figures.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  func factsOfAreas(about subject: AreaPath) throws(AmountOverflow) -> FactSources {
    try FactSources(
      of: statedTables,
      asRead: tablesAsRead(.figures) + [decisionsAsRead].compactMap(\.self),
      movedBy: reorganisation,
      in: fiscalYear,
      about: subject,
    )
  }

  /// The figures of a report's sections that have tables of their own, by the tables' names.
  /// - Parameters:
  ///   - report: The report.
  ///   - subject: The area that is taken as the whole.
  /// - Returns: The figures.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  func factsOfSections(
    of report: ReportDefinition,
    about subject: AreaPath,
  ) throws(AmountOverflow) -> [TableName: FactSources] {
    var facts: [TableName: FactSources] = [:]
    for (place, section) in report.sections.enumerated() {
      let tables: [ImportedTable]
      let role: FileReading.Role
      switch section {
      case .standard, .text: continue
      case .statement(let own):
        (tables, role) = (
          statements.filter { $0.statement.name == own.name }.map(\.table), .statement,
        )
      case .table(let own): (tables, role) = (ownTables[own.name] ?? [], .table)
      }
      facts[.section(place)] = try FactSources(
        of: tables,
        asRead: tablesAsRead(role),
        about: subject,
      )
    }
    return facts
  }

  private func tablesAsRead(_ role: FileReading.Role) -> [ImportedTable] {
    files.filter { $0.role == role }.compactMap(\.tables.first)
  }

  /// The decisions about budgets as their register writes them.
  private var decisionsAsRead: ImportedTable? {
    guard var table = decisions?.table(path: pathOfArea) else { return nil }
    for index in table.layout.columns.indices {
      table.layout.columns[index].title = BudgetDecisionRegister.amountColumn
      table.layout.columns[index].scale = Scale(unit: unitOfDecisions ?? .kr)
    }
    return table
  }
}
