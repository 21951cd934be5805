internal import KollCalculation
internal import KollModel
internal import KollReport
internal import Yams

extension ProjectReader {
  mutating func readReport(_ node: Node) -> ReportDefinition? {
    let keys = [
      "kind", "name", "title", "areas", "date", "year", "unit", "decimals", "rows", "depth",
      "columns", "sections", "largest", "materiality", "input",
    ]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let kind: ReportKind? = mapping.word("kind", &diagnostics)
    if kind == .savings, !hasSavings {
      diagnostics.append(.withoutSavings(at: mapping.place(of: "kind")))
    }
    for key in ["name", "unit"] + (mapping.values["kind"] == nil ? ["title"] : [])
    where mapping.values[key] == nil {
      diagnostics.append(.missingKey(key, at: mapping.place))
    }
    let (name, unit) = (fileName(mapping, "name"), mapping.unit(&diagnostics))
    let title = mapping.text("title", &diagnostics)
    // What is wrong in the rest is told though the report cannot be made.
    var report =
      kind?.definition(name: name ?? "", unit: unit ?? .kr)
      ?? ReportDefinition(
        name: name ?? "",
        title: "",
        year: nil,
        unit: unit ?? .kr,
        columns: .declared([]),
      )
    report.title = title ?? report.title
    report.subjects = readSubjects(mapping)
    report.date = mapping.value(
      "date",
      Phrase(sv: "en dag som 2021-09-15", en: "a day such as 2021-09-15"),
      &diagnostics,
    ) { Day($0) }
    report.year = mapping.wholeNumber("year", in: 1900...2199, &diagnostics)
    report.decimals = mapping.wholeNumber("decimals", in: 0...6, &diagnostics)
    report.arrangement = mapping.word("rows", &diagnostics) ?? .groups
    report.depth = mapping.wholeNumber("depth", in: 1...20, &diagnostics)
    report.largestCount = mapping.wholeNumber("largest", in: 1...100, &diagnostics) ?? 5
    if let limits = readMateriality(mapping, unit: report.unit) { report.materiality = limits }
    report.input = readInput(mapping, "input")
    if mapping.values["sections"] != nil { report.sections = readSections(mapping) }
    let needsColumns =
      mapping.values["kind"] == nil && report.sections.contains(where: \.showsAreas)
    if mapping.values["columns"] != nil || needsColumns { report.columns = readColumns(mapping) }
    guard name != nil, unit != nil, title != nil || kind != nil else { return nil }
    return report.withRequiredParts
  }

  /// Reads for whom a report is made: `each`, or areas by code or name.
  private mutating func readSubjects(_ mapping: YAMLMapping) -> ReportDefinition.Subjects {
    guard let node = mapping.values["areas"] else { return .organisation }
    if let word = node.scalar?.string {
      if word != "each" {
        let expected = Phrase(
          sv: "each, eller en lista av koder eller namn",
          en: "each, or a list of codes or names",
        )
        diagnostics.append(.invalid("areas", expected, value: word, at: yaml.place(of: node)))
      }
      return .each
    }
    let named = mapping.list("areas", &diagnostics).compactMap { node in
      node.scalar.map { ReportDefinition.NamedArea($0.string, at: yaml.place(of: node)) }
    }
    return .named(named)
  }

  /// Reads columns one by one, or the name of a usual set.
  mutating func readColumns(_ mapping: YAMLMapping) -> ReportDefinition.Columns {
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

  /// What figures to divide by: a series, or arithmetic over the sources' columns by their titles.
  func content(ofBasis text: String) -> ColumnDeclaration.Content {
    let isArithmetic = text.contains { "+*/()[]".contains($0) } || text.contains(" - ")
    let isSeries = Series(reading: text).kind != .amount || RelativeSeries(reading: text) != nil
    return isSeries && !isArithmetic ? content(ofSeries: text) : .expression(text)
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
    let names = ReportDefinition.SectionKind.allCases.map(\.rawValue)
    return mapping.list("sections", &diagnostics).compactMap { node in
      if node.mapping?["table"] != nil { return readTableSection(node) }
      if node.mapping?["text"] != nil { return readTextSection(node) }
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

  private mutating func readTableSection(_ node: Node) -> ReportDefinition.Section? {
    let keys = ["table", "title", "columns", "missing"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let title = mapping.text("title", &diagnostics)
    let columns = mapping.values["columns"] == nil ? .own : readColumns(mapping)
    let missing: ReportDefinition.Missing? = mapping.word("missing", &diagnostics)
    let known = tableNames
    let names = known.joined(separator: ", ")
    let expected = Phrase(
      sv: known.isEmpty ? "ett namn under tables" : names,
      en: known.isEmpty ? "a name under tables" : names,
    )
    let name = mapping.value("table", expected, &diagnostics) { name in
      known.contains(name) || missing != nil ? name : nil
    }
    return name.map { name in
      .table(
        ReportDefinition.OwnTable(
          name,
          title: title ?? name.prefix(1).uppercased() + name.dropFirst(),
          columns: columns,
          missing: missing ?? .error,
        )
      )
    }
  }

  private mutating func readStatementSection(_ node: Node) -> ReportDefinition.Section? {
    let keys = ["statement", "title", "columns", "missing"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let title = mapping.text("title", &diagnostics)
    let columns = readColumns(mapping)
    let missing: ReportDefinition.Missing? = mapping.word("missing", &diagnostics)
    return statement(mapping).map { statement in
      .statement(
        ReportDefinition.OwnTable(
          statement.name,
          title: title ?? statement.title,
          columns: columns,
          missing: missing ?? .error,
        )
      )
    }
  }

  /// Reports that would write the same files.
  mutating func checkNames(of reports: [ReportDefinition], in root: YAMLMapping) {
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

extension Diagnostic {
  fileprivate static func withoutSavings(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyMissing,
      at: place,
      field: "savings",
      Phrase(
        sv: "rapporten följer upp besparingar, och nyckeln \"savings\" saknas",
        en: "the report follows up savings, and the key \"savings\" is missing",
      ),
      help: Phrase(
        sv: "lägg till uppdraget överst i filen: savings med title, year, task och unit, och "
          + "åtgärderna under measures",
        en: "add the task at the top of the file: savings with title, year, task and unit, and the "
          + "measures under measures",
      ),
    )
  }

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
