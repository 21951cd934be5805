internal import KollCalculation
internal import KollImport
public import KollModel
internal import KollReport
internal import Yams

/// Reads `koll.yaml` and reports everything wrong with it in one run.
public struct ProjectReader {
  let yaml: YAMLFile
  var diagnostics: [Diagnostic]
  /// The statements that the project may name: those built in, and its own.
  var statements = Statement.builtIn
  /// The names of the project's tables beside that of the areas.
  var tableNames: [String] = []
  /// Whether the project has a folder with texts.
  private(set) var hasTexts = false
  /// Whether the project has a savings task.
  private(set) var hasSavings = false

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
      "version", "organisation", "theme", "fiscal-year-start", "periodisation", "structure",
      "sources", "templates", "internal-counterparts", "statement-definitions", "statements",
      "tables", "texts", "decisions", "reorganisation", "savings", "reports",
    ]
    guard let root = YAMLMapping(node, in: yaml, keys: keys, &diagnostics) else { return nil }
    if root.values["version"] == nil { diagnostics.append(.missingKey("version", at: root.place)) }
    _ = root.value("version", Phrase(sv: "1", en: "1"), &diagnostics) { $0 == "1" ? 1 : nil }
    let organisation = readOrganisation(root)
    let figures = ["sources", "statements", "tables"]
    if figures.allSatisfy({ root.values[$0] == nil }) {
      diagnostics.append(.missingKey("sources", at: root.place))
    }
    if root.values["reports"] == nil { diagnostics.append(.missingKey("reports", at: root.place)) }
    let structure = root.values["structure"].flatMap { readRegister("structure", $0, root) }
    let decisions = root.values["decisions"].flatMap { readRegister("decisions", $0, root) }
    let sources = root.list("sources", &diagnostics).compactMap { readSource($0) }
    let templates = root.list("templates", &diagnostics).compactMap { readTemplate($0) }
    readStatementDefinitions(root)
    let statements = root.list("statements", &diagnostics).compactMap { readStatement($0) }
    let tables = root.list("tables", &diagnostics).compactMap { readTable($0) }
    let savings = root.values["savings"].flatMap { readSavings($0) }
    hasSavings = root.values["savings"] != nil
    hasTexts = root.values["texts"] != nil
    let texts = hasTexts ? folderPath(root, "texts") : nil
    let reports = root.list("reports", &diagnostics).compactMap { readReport($0) }
    checkNames(of: reports, in: root)
    let (theme, logo) = readTheme(root)
    return Project(
      organisation: organisation ?? Project.Organisation(code: "", name: ""),
      theme: theme,
      logo: logo,
      fiscalYear: readFiscalYear(root),
      periodisation: readPeriodisation(root),
      structure: structure,
      texts: texts,
      sources: sources,
      templates: templates,
      statements: statements,
      tables: tables,
      internalItems: readInternalItems(root),
      reorganisation: root.values["reorganisation"].flatMap {
        readRegister("reorganisation", $0, root)
      },
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
}

extension ProjectReader {
  mutating func readYear(_ mapping: YAMLMapping) -> Int? {
    if mapping.values["year"] == nil { diagnostics.append(.missingKey("year", at: mapping.place)) }
    return mapping.wholeNumber("year", in: 1900...2199, &diagnostics)
  }

  mutating func yesOrNo(_ mapping: YAMLMapping, _ key: String) -> Bool? {
    mapping.value(key, Phrase(sv: "true eller false", en: "true or false"), &diagnostics) { text in
      switch text.lowercased() {
      case "true", "yes", "ja": true
      case "false", "no", "nej": false
      default: nil
      }
    }
  }

  /// A word that becomes part of a file's name: small letters, digits and hyphens.
  mutating func fileName(_ mapping: YAMLMapping, _ key: String) -> String? {
    let expected = Phrase(
      sv: "små bokstäver a–z, siffror och bindestreck, högst 40 tecken",
      en: "small letters a–z, digits and hyphens, at most 40 characters",
    )
    return mapping.value(key, expected, &diagnostics) { text in
      text.key == text && text.utf8.count <= 40 ? text : nil
    }
  }

  /// A file's path that stays inside the project's folder.
  mutating func filePath(_ mapping: YAMLMapping, _ key: String) -> String? {
    if mapping.values[key] == nil { diagnostics.append(.missingKey(key, at: mapping.place)) }
    let expected = Phrase(
      sv: "en fil i projektets mapp, utan .. och utan / först",
      en: "a file in the project's folder, without .. and without a leading /",
    )
    return path(mapping, key, expected)
  }

  /// A folder's path that stays inside the project's folder.
  private mutating func folderPath(_ mapping: YAMLMapping, _ key: String) -> String? {
    let expected = Phrase(
      sv: "en mapp i projektets mapp, utan .. och utan / först eller sist",
      en: "a folder in the project's folder, without .. and without a / at either end",
    )
    return path(mapping, key, expected)
  }

  private mutating func path(
    _ mapping: YAMLMapping,
    _ key: String,
    _ expected: Phrase,
  ) -> String? {
    mapping.value(key, expected, &diagnostics) { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let isInside = !parts.contains { $0.isEmpty || $0 == ".." || $0 == "." }
      return isInside && !text.unicodeScalars.contains("\0") ? text : nil
    }
  }
}
