internal import KollCalculation
internal import KollModel
internal import KollProject
internal import KollReport

/// Whom a report is about: the organisation, or one of its areas.
struct ReportSubject {
  /// The word that its files get.
  let code: String
  /// What headings call it.
  let name: String
  /// The area; the total for the organisation.
  let area: AreaPath
  /// What the project knows of it.
  let figures: ProjectRun
  /// The figures of its areas.
  let summed: SummedTables
}

extension ProjectRun {
  /// The organisation, or an area of it, to report about.
  /// - Parameters:
  ///   - area: The area; the total for the organisation.
  ///   - codes: The words that files get, by area.
  ///   - names: What registers call the areas.
  /// - Returns: The subject; `nil` for an area that has no code.
  /// - Throws: `AmountOverflow` when a sum does not fit.
  func subject(
    _ area: AreaPath,
    codes: [AreaPath: String],
    names: AreaNames,
  ) throws(AmountOverflow) -> ReportSubject? {
    guard let organisation = project?.organisation, let code = codes[area] else { return nil }
    let labels = area.labels.reversed() + [organisation.name]
    let figures = area == .total ? self : narrowed(to: area, by: names)
    return ReportSubject(
      code: code,
      name: labels.joined(separator: ", "),
      area: area,
      figures: figures,
      summed: try SummedTables(figures.tables),
    )
  }

  /// A word for each area that may be part of a file's name: small letters, digits and hyphens.
  ///
  /// It is made of the area's code, else of its name, else of its full name. Where another area has
  /// it, a number follows. Areas without figures have their words too, so that files are called the
  /// same whatever could be read.
  var codesOfAreas: [AreaPath: String] {
    let whole = project?.organisation.code ?? ""
    var codes: [AreaPath: String] = [.total: whole]
    func files(of code: String) -> Set<String> {
      let endings = OutputFormat.allCases.map(\.fileNameEnding)
      return Set(
        (endings + [ReportDefinition.templateWord, ReportDefinition.rowsWord]).map { code + $0 }
      )
    }
    var taken = files(of: whole)
    let names = areaNames
    for area in areasToName {
      let wishes = [names.code(of: area), area.labels.last, area.fullName].compactMap(\.self)
        .map { String($0.key.prefix(60)) }
      let numbered = (2...).lazy.map { "\(wishes[0])-\($0)" }
      guard
        let code = wishes.first(where: { taken.isDisjoint(with: files(of: $0)) })
          ?? numbered.first(where: { taken.isDisjoint(with: files(of: $0)) })
      else { continue }
      taken.formUnion(files(of: code))
      codes[area] = code
    }
    return codes
  }

  /// The areas of the structure and of the tables, also of those that have errors, each once.
  private var areasToName: [AreaPath] {
    let ofStructure = structure.map { $0.areas.indices.map($0.path) } ?? []
    var named: Set<AreaPath> = [.total]
    return (ofStructure + areasWithFaulty).filter { named.insert($0).inserted }
  }

  /// What the project knows of one area and those below it, as if that area were all.
  ///
  /// Statements are of the organisation alone. A savings task is here when the area's part of it is
  /// decided. Internal items stay, since the other side of them may be another area's.
  private func narrowed(to area: AreaPath, by names: AreaNames) -> ProjectRun {
    var part = self
    part.project?.internalItems = nil
    part.tables = tables.map { $0.narrowed(to: area) }
    part.statedTables = statedTables.map { $0.narrowed(to: area) }
    part.statements = []
    part.ownTables = ownTables.compactMapValues { tables in
      let own = tables.map { $0.narrowed(to: area) }
      return own.allSatisfy(\.layout.rows.isEmpty) ? nil : own
    }
    part.decisions = decisions.map { decisions in
      BudgetDecisions(decisions.decisions.filter { names.path(of: $0.area).below(area) != nil })
    }
    part.savings = savings?.narrowed(to: area)
    part.divisions = []
    part.structure = structure?.below(area)
    let stated = Set(
      (part.tables + part.ownTables.values.joined()).flatMap { $0.facts.map(\.origin.file) }
    )
    part.files = files.filter { file in
      switch file.role {
      case .figures, .table, .template: stated.contains(file.source.file)
      case .statement: false
      case .structure, .decisions, .reorganisation, .measures, .allocation: true
      }
    }
    return part
  }
}
