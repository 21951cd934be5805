internal import KollCalculation
internal import KollImport
public import KollModel
internal import KollReport
internal import Yams

/// Reads `koll.yaml` and reports everything wrong with it in one run.
public struct ProjectReader {
  private let yaml: YAMLFile
  private var diagnostics: [Diagnostic]

  /// What was read of a project file.
  public struct Result: Sendable {
    /// The project as far as it could be read.
    ///
    /// It is there so that the files that it names can be looked into in
    /// the same run; what could not be read is left out or empty. `nil` when the file is no project.
    public let draft: Project?
    /// Everything that was found wrong or doubtful.
    public let diagnostics: [Diagnostic]

    /// The project, or `nil` when the file has errors.
    public var project: Project? {
      diagnostics.contains { $0.severity == .error } ? nil : draft
    }
  }

  /// Reads a project file.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as it was given.
  /// - Returns: The project, or the findings that stand in its way.
  public static func read(_ bytes: [UInt8], file: String) -> Result {
    let (yaml, root, diagnostics) = YAMLFile.read(bytes, file: file)
    var reader = ProjectReader(yaml: yaml, diagnostics: diagnostics)
    let draft = root.flatMap { reader.readProject($0) }
    return Result(draft: draft, diagnostics: reader.diagnostics)
  }

  private mutating func readProject(_ node: Node) -> Project? {
    let keys = [
      "version", "organisation", "fiscal-year-start", "periodisation", "structure", "sources",
      "statements", "decisions", "savings", "reports",
    ]
    guard let root = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    if root.values["version"] == nil { diagnostics.append(.missingKey("version", at: root.place)) }
    _ = root.value("version", Phrase(sv: "1", en: "1"), &diagnostics) { $0 == "1" ? 1 : nil }
    let organisation = readOrganisation(root)
    for key in ["sources", "reports"] where root.values[key] == nil {
      diagnostics.append(.missingKey(key, at: root.place))
    }
    let structure = root.values["structure"].flatMap { readRegister("structure", $0, root) }
    let decisions = root.values["decisions"].flatMap { readRegister("decisions", $0, root) }
    let sources = root.list("sources", &diagnostics).compactMap { readSource($0) }
    let statements = root.list("statements", &diagnostics).compactMap { readStatement($0) }
    let savings = root.values["savings"].flatMap { readSavings($0) }
    let reports = root.list("reports", &diagnostics).compactMap { readReport($0) }
    checkNames(of: reports, in: root)
    return Project(
      organisation: organisation ?? Project.Organisation(code: "", name: ""),
      fiscalYear: readFiscalYear(root),
      periodisation: readPeriodisation(root),
      structure: structure,
      sources: sources,
      statements: statements,
      decisions: decisions,
      savings: savings,
      reports: reports,
    )
  }

  private mutating func readOrganisation(_ root: YAMLMapping) -> Project.Organisation? {
    guard let node = root.values["organisation"] else {
      diagnostics.append(.missingKey("organisation", at: root.place))
      return nil
    }
    guard let mapping = YAMLMapping(node, in: yaml, keys: ["code", "name"], &diagnostics) else {
      return nil
    }
    let code = mapping.values["code"] == nil ? nil : fileName(mapping, "code")
    if mapping.values["code"] == nil { diagnostics.append(.missingKey("code", at: mapping.place)) }
    guard let name = mapping.requiredText("name", &diagnostics), let code else { return nil }
    return Project.Organisation(code: code, name: name)
  }

  /// Reads where a register is: its file's path, or what is known of the file.
  private mutating func readRegister(
    _ key: String,
    _ node: Node,
    _ root: YAMLMapping,
  ) -> Project.Source? {
    if node.scalar != nil {
      return filePath(root, key).map { file in
        Project.Source(
          file: file,
          options: ReadingOptions(),
          place: root.place(of: key),
          keyColumn: nil,
        )
      }
    }
    let keys = ["file", "encoding", "delimiter"] + (key == "structure" ? [] : ["unit"])
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let options = ReadingOptions(mapping, &diagnostics)
    return filePath(mapping, "file").map { file in
      Project.Source(
        file: file,
        options: options,
        place: mapping.place(of: "file"),
        keyColumn: mapping.keyColumn,
      )
    }
  }

  private mutating func readSource(_ node: Node) -> Project.Source? {
    let keys = ["file"] + ReadingOptions.keys
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let options = ReadingOptions(mapping, &diagnostics)
    guard let file = filePath(mapping, "file") else { return nil }
    return Project.Source(
      file: file,
      options: options,
      place: mapping.place(of: "file"),
      keyColumn: mapping.keyColumn,
    )
  }

  private mutating func readStatement(_ node: Node) -> Project.StatementSource? {
    let keys = ["statement", "labels", "file"] + ReadingOptions.keys
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let options = ReadingOptions(mapping, &diagnostics)
    guard var statement = statement(mapping), let file = filePath(mapping, "file") else {
      return nil
    }
    let rows = statement.rows.map(\.key)
    let list = rows.joined(separator: ", ")
    let labels = mapping.pairs(
      "labels",
      Phrase(
        sv: "par av en rads nyckel och dess namn; nycklarna är: \(list)",
        en: "pairs of a row's key and its name; the keys are: \(list)",
      ),
      &diagnostics,
      namedBy: { rows.contains($0) },
      read: { $0 },
    )
    statement.rows = statement.rows.map { row in labels[row.key].map(row.called) ?? row }
    return Project.StatementSource(
      statement: statement,
      source: Project.Source(
        file: file,
        options: options,
        place: mapping.place(of: "file"),
        keyColumn: mapping.keyColumn,
      ),
    )
  }

  /// The statement that a mapping names.
  private mutating func statement(_ mapping: YAMLMapping) -> Statement? {
    if mapping.values["statement"] == nil {
      diagnostics.append(.missingKey("statement", at: mapping.place))
    }
    let names = Statement.builtIn.map(\.name).joined(separator: ", ")
    return mapping.value("statement", Phrase(sv: names, en: names), &diagnostics) { name in
      Statement.builtIn.first { $0.name == name }
    }
  }

  private mutating func readSavings(_ node: Node) -> Project.SavingsDeclaration? {
    let keys = ["title", "year", "task", "unit", "approximate", "measures"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let title = mapping.text("title", &diagnostics) ?? "Effektiviserings- och besparingsuppdrag"
    let year = readYear(mapping)
    let unit = mapping.unit(&diagnostics)
    let task = readTask(mapping, unit: unit)
    let isApproximate = yesOrNo(mapping, "approximate") ?? false
    guard let measuresNode = mapping.values["measures"] else {
      diagnostics.append(.missingKey("measures", at: mapping.place))
      return nil
    }
    guard let measures = readSource(measuresNode) else { return nil }
    return Project.SavingsDeclaration(
      title: title,
      year: year ?? 0,
      unit: unit ?? .kr,
      task: Savings.Amount(task ?? .zero, isApproximate: isApproximate),
      measures: measures,
      place: mapping.place(of: "task"),
    )
  }

  private mutating func readReport(_ node: Node) -> ReportDefinition? {
    let keys = ["name", "title", "year", "unit", "decimals", "columns", "sections", "largest"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    if mapping.values["name"] == nil { diagnostics.append(.missingKey("name", at: mapping.place)) }
    let name = fileName(mapping, "name")
    let title = mapping.requiredText("title", &diagnostics)
    let year = mapping.wholeNumber("year", in: 1900...2199, &diagnostics)
    let unit = mapping.unit(&diagnostics)
    if mapping.values["unit"] == nil { diagnostics.append(.missingKey("unit", at: mapping.place)) }
    let decimals = mapping.wholeNumber("decimals", in: 0...6, &diagnostics)
    let largest = mapping.wholeNumber("largest", in: 1...100, &diagnostics)
    let columns = readColumns(mapping)
    let sections = readSections(mapping)
    guard let name, let title, let unit else { return nil }
    return ReportDefinition(
      name: name,
      title: title,
      year: year,
      unit: unit,
      decimals: decimals,
      columns: columns,
      sections: sections,
      largestCount: largest ?? 5,
    )
  }

  /// Reports that would write the same files.
  private mutating func checkNames(of reports: [ReportDefinition], in root: YAMLMapping) {
    var years: [String: Set<Int?>] = [:]
    for report in reports {
      let known = years[report.name] ?? []
      years[report.name, default: []].insert(report.year)
      let isFree = report.year == nil ? known.isEmpty : known.isDisjoint(with: [report.year, nil])
      guard !isFree else { continue }
      diagnostics.append(
        Diagnostic(
          .projectValueInvalid,
          at: root.place(of: "reports"),
          value: report.name,
          Phrase(
            sv: "två rapporter heter \"\(report.name)\" och skulle skriva samma filer",
            en: "two reports are called \"\(report.name)\" and would write the same files",
          ),
        )
      )
    }
  }
}

extension ProjectReader {
  private mutating func readFiscalYear(_ root: YAMLMapping) -> FiscalYear {
    let month = root.wholeNumber("fiscal-year-start", in: 1...12, &diagnostics)
    return month.flatMap(FiscalYear.init(beginningInMonth:)) ?? .calendar
  }

  private mutating func readPeriodisation(_ root: YAMLMapping) -> PeriodRules.Periodisation {
    guard let node = root.values["periodisation"] else { return .weights(.even) }
    let weights = node.sequence?.compactMap { $0.scalar.flatMap { Int64($0.string) } }
    let periodisation: PeriodRules.Periodisation? =
      switch node.scalar?.string {
      case "even": .weights(.even)
      case "4-4-5": .weights(.weeks445)
      case "prior-outcome": .priorOutcome
      default: weights.flatMap(MonthWeights.init).map(PeriodRules.Periodisation.weights)
      }
    if periodisation == nil {
      let expected = Phrase(
        sv:
          "even, 4-4-5, prior-outcome eller tolv vikter, till exempel [8, 8, 8, 8, 8, 8, 12, 8, 8, 8, 8, 8]",
        en:
          "even, 4-4-5, prior-outcome or twelve weights, for example [8, 8, 8, 8, 8, 8, 12, 8, 8, 8, 8, 8]",
      )
      diagnostics.append(
        .invalid(
          "periodisation",
          expected,
          value: node.scalar?.string,
          at: root.place(of: "periodisation"),
        )
      )
    }
    return periodisation ?? .weights(.even)
  }

  /// Reads columns one by one, or the name of a usual set.
  private mutating func readColumns(_ mapping: YAMLMapping) -> ReportDefinition.Columns {
    guard let node = mapping.values["columns"] else {
      diagnostics.append(.missingKey("columns", at: mapping.place))
      return .declared([])
    }
    guard let name = node.scalar?.string else {
      return .declared(mapping.list("columns", &diagnostics).compactMap { readColumn($0) })
    }
    let place = yaml.place(of: node)
    if let set = ColumnSet(rawValue: name) { return .set(set, place) }
    let names = ColumnSet.allCases.map(\.rawValue).joined(separator: ", ")
    diagnostics.append(
      .invalid(
        "columns",
        Phrase(sv: "en lista, eller ett av: \(names)", en: "a list, or one of: \(names)"),
        value: name,
        at: place,
      )
    )
    return .declared([])
  }

  private func content(ofSeries text: String) -> ColumnDeclaration.Content {
    let written = Series(reading: text)
    guard let relative = RelativeSeries(reading: text) else { return .series(written) }
    return .relative(relative, asWritten: written)
  }

  private mutating func readColumn(_ node: Node) -> ColumnDeclaration? {
    if let scalar = node.scalar {
      return ColumnDeclaration(
        content: content(ofSeries: scalar.string),
        place: yaml.place(of: node),
      )
    }
    let keys = ["title", "series", "expression", "decimals"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let title = mapping.text("title", &diagnostics)
    let series = mapping.text("series", &diagnostics)
    let expression = mapping.text("expression", &diagnostics)
    let decimals = mapping.wholeNumber("decimals", in: 0...6, &diagnostics)
    switch (series, expression) {
    case (let series?, nil):
      return ColumnDeclaration(
        title: title,
        content: content(ofSeries: series),
        decimals: decimals,
        place: mapping.place(of: "series"),
      )
    case (nil, let expression?):
      if title == nil { diagnostics.append(.missingKey("title", at: mapping.place)) }
      return ColumnDeclaration(
        title: title,
        content: .expression(expression),
        decimals: decimals,
        place: mapping.place(of: "expression"),
      )
    case (nil, nil), (.some, .some):
      diagnostics.append(.eitherOr("series", "expression", at: mapping.place))
      return nil
    }
  }

  private mutating func readSections(_ mapping: YAMLMapping) -> [ReportDefinition.Section] {
    guard mapping.values["sections"] != nil else {
      return ReportDefinition.SectionKind.allCases.map(ReportDefinition.Section.standard)
    }
    let names = ReportDefinition.SectionKind.allCases.map(\.rawValue)
    return mapping.list("sections", &diagnostics).compactMap { node in
      if node.mapping != nil { return readStatementSection(node) }
      let kind = node.scalar.flatMap { ReportDefinition.SectionKind(rawValue: $0.string) }
      if kind == nil {
        let list = names.joined(separator: ", ")
        diagnostics.append(
          .invalid(
            "sections",
            Phrase(sv: list, en: list),
            value: node.scalar?.string,
            at: yaml.place(of: node),
          )
        )
      }
      return kind.map(ReportDefinition.Section.standard)
    }
  }

  private mutating func readStatementSection(_ node: Node) -> ReportDefinition.Section? {
    let keys = ["statement", "title", "columns"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let title = mapping.text("title", &diagnostics)
    let columns = readColumns(mapping)
    return statement(mapping).map { .statement($0.name, title: title, columns) }
  }

  private mutating func readTask(_ mapping: YAMLMapping, unit: MoneyUnit?) -> Money? {
    for key in ["task", "unit"] where mapping.values[key] == nil {
      diagnostics.append(.missingKey(key, at: mapping.place))
    }
    let expected = Phrase(
      sv: "ett belopp över noll i siffror, till exempel 8 900",
      en: "an amount above zero in digits, for example 8 900",
    )
    guard let unit else { return nil }
    return mapping.value("task", expected, &diagnostics) { text in
      guard case .number(let number) = NumberGrammar().read(Array(text.utf8)[...]),
        !number.isPercent, number.unit == nil || number.unit == unit, number.coefficient > 0
      else { return nil }
      let amount = Rational(number.coefficient, decimals: min(number.decimals, 18))
      return try? Money(showing: amount, in: Scale(unit: unit))
    }
  }

  private mutating func readYear(_ mapping: YAMLMapping) -> Int? {
    if mapping.values["year"] == nil { diagnostics.append(.missingKey("year", at: mapping.place)) }
    return mapping.wholeNumber("year", in: 1900...2199, &diagnostics)
  }

  private mutating func yesOrNo(_ mapping: YAMLMapping, _ key: String) -> Bool? {
    mapping.value(key, Phrase(sv: "true eller false", en: "true or false"), &diagnostics) { text in
      switch text.lowercased() {
      case "true", "yes", "ja": true
      case "false", "no", "nej": false
      default: nil
      }
    }
  }

  /// A word that becomes part of a file's name: small letters, digits and hyphens.
  private mutating func fileName(_ mapping: YAMLMapping, _ key: String) -> String? {
    let expected = Phrase(
      sv: "små bokstäver a–z, siffror och bindestreck, högst 40 tecken",
      en: "small letters a–z, digits and hyphens, at most 40 characters",
    )
    return mapping.value(key, expected, &diagnostics) { text in
      text.key == text && text.utf8.count <= 40 ? text : nil
    }
  }

  /// A path that stays inside the project's folder.
  private mutating func filePath(_ mapping: YAMLMapping, _ key: String) -> String? {
    if mapping.values[key] == nil { diagnostics.append(.missingKey(key, at: mapping.place)) }
    let expected = Phrase(
      sv: "en fil i projektets mapp, utan .. och utan / först",
      en: "a file in the project's folder, without .. and without a leading /",
    )
    return mapping.value(key, expected, &diagnostics) { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let isInside = !parts.contains { $0.isEmpty || $0 == ".." || $0 == "." }
      return isInside && !text.unicodeScalars.contains("\0") ? text : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func eitherOr(
    _ one: String,
    _ other: String,
    at place: Location,
  ) -> Diagnostic {
    Diagnostic(
      .projectValueInvalid,
      at: place,
      Phrase(
        sv: "kolumnen ska ha antingen \(one) eller \(other)",
        en: "the column takes either \(one) or \(other)",
      ),
    )
  }
}
