internal import KollCalculation
internal import KollFiles
internal import KollImport
internal import KollMarkdown
internal import KollModel
internal import KollProject
internal import KollReport

extension ProjectRun {
  /// What the text is called that stands instead of the generated summary.
  static let summary = "sammanfattning"
  /// What the texts are called in which managers say why their areas deviate.
  static let comment = "kommentar"

  /// Reads the texts that people wrote for the reports, and tells of those that no report uses.
  mutating func readTexts() throws(RunError) {
    // The names of texts about areas are known when the areas are.
    guard let folder = project?.texts else { return }
    if !isFolder(path(in: self.folder, folder)) {
      findingsOfTexts.append(.withoutFolder(folder, named: path(in: self.folder, "koll.yaml")))
    }
    let known = Set([.total] + knownAreas)
    let codes = codesOfAreas.filter { known.contains($0.key) }
    let used = namesOfTexts(codes)
    let names = fileNames(in: path(in: self.folder, folder), endingIn: "")
    digests[folder + "/"] = try InputReader.sha256(ofNames: names)
    for name in names {
      let file = path(in: folder, name)
      if used.contains(name) {
        let (text, findings) = try readText(file)
        texts[name] = text
        findingsOfTexts += findings
        if findings.haveErrors { faultyTexts.insert(name) }
      } else if hasAllTables {
        let nearest = name.nearest(among: used.sorted())
        let place = Diagnostic.Location(file: path(in: self.folder, file))
        findingsOfTexts.append(.unused(at: place, nearest: nearest, among: wordsOfTexts))
      }
    }
    for (area, code) in codes where area != .total {
      comments[area] = texts[ProjectRun.fileName(of: ProjectRun.comment, about: code)]
    }
  }

  /// Reads a text, `nil` where nothing is left of it, or it has errors.
  private mutating func readText(
    _ file: String
  ) throws(RunError) -> (text: WrittenText?, diagnostics: [Diagnostic]) {
    let path = path(in: folder, file)
    guard !isFolder(path) else { return (nil, [.folder(at: path)]) }
    let (bytes, missing) = try InputReader.read(path, limit: MarkdownText.mostBytes)
    guard let bytes else { return (nil, missing) }
    try note(bytes, of: file)
    let (text, faults) = PlainText.read(bytes, file: path)
    guard let text else { return (nil, faults) }
    let lineCount = text.split(whereSeparator: \.isNewline).count
    textRecords.append(
      SourceRecord(file: file, recordCount: lineCount, sha256: digests[file] ?? "")
    )
    return WrittenText.read(text, file: path)
  }

  /// What people wrote for a report.
  /// - Returns: The texts, and what is to be told of those that are missing.
  func texts(
    of report: ReportDefinition,
    about subject: ReportSubject,
  ) -> (texts: ReportTexts, missing: [Diagnostic]) {
    var texts = ReportTexts(codes: subject.figures.codesInTexts)
    var missing: [Diagnostic] = []
    func name(_ word: String) -> String {
      ProjectRun.fileName(of: word, about: subject.area == .total ? nil : subject.code)
    }
    if report.shows(.summary) { texts.summary = self.texts[name(ProjectRun.summary)] }
    if report.shows(.deviations) {
      for (area, text) in comments {
        if let part = area.below(subject.area) { texts.comments[part] = text }
      }
    }
    for (place, section) in report.sections.enumerated() {
      guard case .text(let section) = section else { continue }
      let file = name(section.name)
      texts.sections[place] = self.texts[file]
      if self.texts[file] == nil, !faultyTexts.contains(file), section.missing != .omit {
        let isLaw = report.requires(report.sections[place])
        missing.append(.missing(section, file, in: project?.texts, isLaw: isLaw))
      }
    }
    return (texts, missing)
  }

  static func fileName(of word: String, about code: String?) -> String {
    [word, code].compactMap(\.self).joined(separator: "-") + ".md"
  }

  /// The words that reports call their texts.
  private var wordsOfTexts: [String] {
    let reports = project?.reports ?? []
    let words = reports.flatMap(\.sections).compactMap { section in
      if case .text(let text) = section { text.name } else { nil }
    }
    let summaries = reports.contains { $0.shows(.summary) } ? [ProjectRun.summary] : []
    let comments = reports.contains { $0.shows(.deviations) } ? [ProjectRun.comment] : []
    return Set(words + summaries + comments).sorted()
  }

  /// The names of all files that the reports of the organisation and of its areas use.
  private func namesOfTexts(_ codes: [AreaPath: String]) -> Set<String> {
    let codes = codes.map { $0.key == .total ? nil : $0.value }
    return Set(
      wordsOfTexts.flatMap { word in
        // A comment is always about an area.
        codes.filter { $0 != nil || word != ProjectRun.comment }
          .map { ProjectRun.fileName(of: word, about: $0) }
      }
    )
  }

  /// The codes by which texts may name areas.
  private var codesInTexts: [AreaPath: String] {
    guard structure != nil else { return [:] }
    let names = areaNames
    return knownAreas.reduce(into: [:]) { codes, area in codes[area] = names.code(of: area) }
  }
}

extension Diagnostic {
  fileprivate static func withoutFolder(_ folder: String, named projectFile: String) -> Diagnostic {
    Diagnostic(
      .fileMissing,
      .warning,
      at: Location(file: projectFile),
      field: "texts",
      value: folder,
      Phrase(sv: "mappen \(folder) finns inte", en: "there is no folder \(folder)"),
      help: Phrase(
        sv: "skapa mappen, eller rätta namnet efter texts",
        en: "make the folder, or correct the name after texts",
      ),
    )
  }

  fileprivate static func folder(at path: String) -> Diagnostic {
    Diagnostic(
      .fileNotText,
      at: Location(file: path),
      Phrase(
        sv: "här ska en text stå, men det är en mapp",
        en: "a text belongs here, but this is a folder",
      ),
      help: Phrase(
        sv: "ge mappen ett annat namn, och skriv texten i en fil",
        en: "give the folder another name, and write the text in a file",
      ),
    )
  }

  fileprivate static func missing(
    _ section: ReportDefinition.TextSection,
    _ file: String,
    in folder: String?,
    isLaw: Bool,
  ) -> Diagnostic {
    let name = folder.map { path(in: $0, file) } ?? file
    let help: Phrase? =
      if folder == nil {
        Phrase(
          sv: "skriv texten i en mapp som projektet nämner, till exempel texts: texter",
          en: "write the text in a folder that the project names, for example texts: texter",
        )
      } else if isLaw {
        nil
      } else {
        Phrase(
          sv: "skriv texten, eller ange missing: omit om rapporten kan vara utan den",
          en: "write the text, or give missing: omit if the report can do without it",
        )
      }
    return Diagnostic(
      .textMissing,
      section.missing == .error ? .error : .warning,
      at: section.place,
      value: section.name,
      Phrase(
        sv: "texten till \"\(section.title)\" saknas: \(name) finns inte eller är tom"
          + (isLaw ? "; lagen kräver den i en delårsrapport" : ""),
        en: "the text of \"\(section.title)\" is missing: \(name) is not there or is empty"
          + (isLaw ? "; the law requires it in a delårsrapport" : ""),
      ),
      help: help,
    )
  }

  fileprivate static func unused(
    at place: Location,
    nearest: String?,
    among words: [String],
  ) -> Diagnostic {
    let names = words.map { "\($0).md" }.joined(separator: ", ")
    let help =
      if let nearest {
        Phrase(sv: "menade du \(nearest)?", en: "did you mean \(nearest)?")
      } else if words.isEmpty {
        Phrase(
          sv: "en rapport visar en text med ett avsnitt som - text: handelser",
          en: "a report shows a text by a section such as - text: handelser",
        )
      } else {
        Phrase(
          sv: "texterna heter: \(names), för ett område med - och dess kod före .md",
          en: "the texts are called: \(names), for an area with - and its code before .md",
        )
      }
    return Diagnostic(
      .textUnused,
      .warning,
      at: place,
      Phrase(sv: "ingen rapport använder texten", en: "no report uses the text"),
      help: help,
    )
  }
}
