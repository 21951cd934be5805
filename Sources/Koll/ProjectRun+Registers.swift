internal import KollCalculation
internal import KollImport
internal import KollModel
internal import KollProject
internal import KollReport

extension ProjectRun {
  /// Reads a register by its schema; `nil` when it is not there or has errors.
  mutating func readRegister(
    _ source: Project.Source,
    _ role: FileReading.Role,
    _ schema: RegisterSchema,
  ) throws(RunError) -> Register? {
    let opened = role == .template ? try openFigures(source) : try open(source)
    guard let bytes = opened else { return nil }
    let result = RegisterReader.read(
      bytes,
      file: source.file,
      schema: schema,
      options: source.options,
    )
    add(result.diagnostics)
    var file = FileReading(
      source: source,
      role: role,
      detected: result.detected,
      sha256: digests[source.file] ?? "",
    )
    file.recordCount = result.register?.rows.count
    keep(file)
    return result.register
  }

  mutating func readStructure(_ source: Project.Source) throws(RunError) {
    guard let register = try readRegister(source, .structure, StructureRegister.schema) else {
      return
    }
    let (structure, findings) = StructureRegister.structure(register)
    add(findings)
    self.structure = structure
  }

  mutating func readDecisions(_ source: Project.Source) throws(RunError) {
    let schema = BudgetDecisionRegister.schema
    guard let register = try readRegister(source, .decisions, schema) else { return }
    // With a structure, decisions are placed in it as figures are.
    if project?.structure == nil { add(findings(onAreasOf: register)) }
    let decisions = BudgetDecisionRegister.decisions(register)
    do throws(AmountOverflow) { add(try decisions.findings) } catch {
      diagnostics.append(.overflow([source.file]))
    }
    self.decisions = decisions
    unitOfDecisions = register.unit
  }

  /// Shows figures from before a reorganisation in the organisation that came of it.
  mutating func readReorganisation(_ source: Project.Source) throws(RunError) {
    let schema = ReorganisationRegister.schema
    guard let register = try readRegister(source, .reorganisation, schema) else { return }
    if structure != nil {
      for column in [ReorganisationRegister.from, ReorganisationRegister.to] {
        add(register.doubtfulAreas(in: column, by: areaNames))
      }
    } else if project?.structure == nil, hasAllTables {
      // What an area becomes may be new; it may later become another.
      let known = tables.flatMap(\.areas).compactMap(\.labels.last)
      let created = register.rows.compactMap { $0.text(ReorganisationRegister.to) }
      add(register.unknownAreas(in: ReorganisationRegister.from, among: known + created))
      for column in [ReorganisationRegister.from, ReorganisationRegister.to] {
        let doubtful = register.doubtfulAreas(in: column, by: areaNames)
        add(doubtful.filter { $0.code == .areaAmbiguous })
      }
    }
    let reorganisation = ReorganisationRegister.reorganisation(register, path: pathOfArea)
    do throws(AmountOverflow) {
      let amiss = try reorganisation.incomplete
      add(amiss.map { .sharesAmiss($0.area, $0.sum, at: $0.origin) })
      guard amiss.isEmpty else { return }
      tables = try reorganisation.applied(to: statedTables, in: fiscalYear)
      self.reorganisation = reorganisation
    } catch {
      diagnostics.append(.overflow([source.file]))
    }
  }

  /// Reads the templates that came back, whose rows are the areas that the other files have.
  mutating func readTemplates() throws(RunError) {
    guard let declarations = project?.templates, !declarations.isEmpty else { return }
    let names = areaNames
    let items = itemsOfTemplates
    let sign = tables.lazy.compactMap(\.layout.sign).first
    for declaration in declarations {
      let series = declaration.series
      let schema = TemplateRegister.schema(asking: series)
      var area = AreaPath.total
      if let named = declaration.source.area {
        guard let found = self.area(named) else { continue }
        area = found
      }
      guard let register = try readRegister(declaration.source, .template, schema) else { continue }
      let (table, findings) = TemplateRegister.table(
        register,
        asking: series,
        names: names,
        items: items,
        about: area,
        sign: sign,
      )
      add(findings)
      do throws(AmountOverflow) { try tellOfDifferences(in: [table]) } catch {
        diagnostics.append(.overflow([declaration.source.file]))
      }
      tables.append(table)
    }
  }

  /// The area that a file is said to be about; tells of a name that is none.
  private mutating func area(_ named: ReportDefinition.NamedArea) -> AreaPath? {
    let names = areaNames
    if case .area(let found) = names.match(named.name) { return found }
    // Without all sources and without a structure, a name may only seem unknown.
    if structure != nil || hasAllSources {
      add([names.doubt(about: named.name, at: named.place, in: "area")].compactMap(\.self))
    }
    return nil
  }

  /// The areas that have figures of their own and can be named: what templates have open rows for.
  var itemsOfTemplates: [AreaPath] {
    let names = areaNames
    var seen: Set<AreaPath> = []
    return tables.flatMap(\.layout.rows).filter { $0.role == .item }.map(\.area).filter { area in
      seen.insert(area).inserted && names.match(names.name(of: area)) == .area(area)
    }
  }

  /// The rows whose areas are not in the structure, or without one in no table, or may be several.
  func findings(onAreasOf register: Register) -> [Diagnostic] {
    // Without a structure and without all tables, a name may only seem unknown.
    let isKnown = project?.structure == nil && hasAllTables && !tables.isEmpty
    guard structure != nil || isKnown else { return [] }
    return register.doubtfulAreas(by: areaNames)
  }
}
