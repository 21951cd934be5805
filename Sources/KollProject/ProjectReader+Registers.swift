internal import KollCalculation
internal import KollImport
internal import KollModel
internal import KollReport
internal import Yams

extension ProjectReader {
  /// Reads where a register is: its file's path, or what is known of the file.
  mutating func readRegister(
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

  mutating func readSource(_ node: Node) -> Project.Source? {
    let keys = ["file", "area"] + ReadingOptions.keys
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    return sourceOfAreas(mapping)
  }

  /// Reads a file with figures of the areas, and whom it is about where that is said.
  private mutating func sourceOfAreas(_ mapping: YAMLMapping) -> Project.Source? {
    let options = ReadingOptions(mapping, &diagnostics)
    let area = mapping.text("area", &diagnostics).map {
      ReportDefinition.NamedArea($0, at: mapping.place(of: "area"))
    }
    guard let file = filePath(mapping, "file") else { return nil }
    return Project.Source(
      file: file,
      options: options,
      place: mapping.place(of: "file"),
      keyColumn: mapping.keyColumn,
      area: area,
    )
  }

  /// Reads where a filled-in template is, what it asked for, and whom it is about.
  mutating func readTemplate(_ node: Node) -> Project.TemplateSource? {
    let keys = ["file", "series", "area", "encoding", "delimiter", "unit"]
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    if mapping.values["series"] == nil {
      diagnostics.append(.missingKey("series", at: mapping.place))
    }
    let series = readInput(mapping, "series")
    guard let source = sourceOfAreas(mapping), let series else { return nil }
    return Project.TemplateSource(source: source, series: series)
  }

  /// Reads the series that a template asks for.
  mutating func readInput(_ mapping: YAMLMapping, _ key: String) -> Series? {
    let expected = Phrase(
      sv: "en serie med år, som prognos 2021 per 2021-08 eller budget 2022",
      en: "a series with a year, such as prognos 2021 per 2021-08 or budget 2022",
    )
    return mapping.value(key, expected, &diagnostics) { text in
      let series = Series(reading: text)
      let isWhole = series.label == nil && series.side == nil && series.year != nil
      return series.kind.isMoney && series.kind != .amount && isWhole ? series : nil
    }
  }

  mutating func readStatement(_ node: Node) -> Project.StatementSource? {
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

  /// Reads a file of a table that is kept apart from that of the areas.
  mutating func readTable(_ node: Node) -> Project.TableSource? {
    let keys = ["name", "file"] + ReadingOptions.keys
    guard let mapping = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    let name = mapping.requiredText("name", &diagnostics)
    // With its errors told it still has a name, so that no other is told where it is shown.
    if let name { tableNames.append(name) }
    let options = ReadingOptions(mapping, &diagnostics)
    guard let name, let file = filePath(mapping, "file") else { return nil }
    return Project.TableSource(
      name: name,
      source: Project.Source(
        file: file,
        options: options,
        place: mapping.place(of: "file"),
        keyColumn: mapping.keyColumn,
      ),
    )
  }

  /// The statement that a mapping names.
  mutating func statement(_ mapping: YAMLMapping) -> Statement? {
    if mapping.values["statement"] == nil {
      diagnostics.append(.missingKey("statement", at: mapping.place))
    }
    let known = statements
    let names = known.map(\.name).joined(separator: ", ")
    return mapping.value("statement", Phrase(sv: names, en: names), &diagnostics) { name in
      known.first { $0.name == name }
    }
  }
}
