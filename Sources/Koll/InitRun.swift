internal import KollCalculation
internal import KollExport
internal import KollFiles
public import KollImport
internal import KollModel
internal import KollProject

extension Koll {
  /// Makes a project of files with figures: the whole of `koll init`.
  ///
  /// Writes `koll.yaml` with what was detected and `struktur.csv` with the areas found. Files that
  /// lie elsewhere are copied into the folder. Nothing is overwritten.
  /// - Parameters:
  ///   - folder: The project's folder; made when it is not there.
  ///   - files: The files with figures; without any, the CSV files of the folder.
  ///   - reading: What is known of the files beforehand; it is written too.
  /// - Returns: The paths of what was written, or the findings that stand in its way.
  /// - Throws: ``RunError`` when a file cannot be read or written.
  public static func initialise(
    _ folder: String,
    files: [String],
    reading: ReadingOptions = ReadingOptions(),
  ) throws(RunError) -> Outcome<[String]> {
    var run = InitRun(folder: folder, reading: reading)
    try run.refuseToOverwrite()
    for file in files.isEmpty ? run.ownFiles : files { try run.read(file) }
    run.requireTables()
    guard !run.hasErrors else { return Outcome(nil, run.diagnostics) }
    run.tellOfGaps()
    return Outcome(try run.write(), run.diagnostics)
  }
}

/// The steps of `koll init`, in the order they are taken.
private struct InitRun {
  let folder: String
  let reading: ReadingOptions
  private(set) var diagnostics: [Diagnostic] = []
  private var sources: [ProjectDraft.Source] = []
  private var tables: [ImportedTable] = []
  /// The files to copy into the folder, by their names there.
  private var copies: [(name: String, bytes: [UInt8])] = []
  private var given: [String: String] = [:]
  private var read: [(file: String, bytes: [UInt8])] = []

  private static let projectFile = "koll.yaml"
  private static let structureFile = "struktur.csv"

  init(folder: String, reading: ReadingOptions) {
    self.folder = folder
    self.reading = reading
  }

  var hasErrors: Bool { diagnostics.haveErrors }

  /// The CSV files of the folder.
  var ownFiles: [String] {
    fileNames(in: folder, endingIn: ".csv").filter { $0 != InitRun.structureFile }
      .map { path(in: folder, $0) }
  }

  mutating func refuseToOverwrite() throws(RunError) {
    for name in [InitRun.projectFile, InitRun.structureFile] {
      let path = path(in: folder, name)
      if try InputReader.read(path).bytes != nil { diagnostics.append(.exists(path)) }
    }
  }

  mutating func read(_ file: String) throws(RunError) {
    let (bytes, findings) = try InputReader.read(file)
    diagnostics += findings
    guard let bytes else { return }
    if let twin = read.first(where: { $0.bytes == bytes }) {
      diagnostics.append(.twice(file, as: twin.file))
      return
    }
    read.append((file, bytes))
    let result = TableReader.read(bytes, file: file, options: reading)
    // What rows and columns are is written as it was read, and may be for a person to decide.
    diagnostics += result.diagnostics.filter { finding in
      finding.severity == .error || finding.pins.contains { $0.name != nil }
    }
    guard !result.readings.isEmpty, let name = try place(file, bytes) else { return }
    if result.readings.count > 1 { diagnostics.append(.joined(result.tables, from: file)) }
    for (number, reading) in result.readings.enumerated() {
      let table = result.readings.count > 1 ? number + 1 : self.reading.table
      let known = KnownSource(
        reading: reading,
        options: self.reading,
        detected: result.detected + reading.detected,
        isAlone: result.readings.count == 1,
      )
      sources.append(
        ProjectDraft.Source(file: name, settings: known.settings(table), pairs: known.pairs)
      )
      tables.append(reading.table)
    }
  }

  /// The file's path from the folder; a file from elsewhere is to be copied there.
  private mutating func place(_ file: String, _ bytes: [UInt8]) throws(RunError) -> String? {
    if let inside = file.relative(to: folder) { return inside }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if let other = given.updateValue(file, forKey: name) {
      diagnostics.append(.sameName(file, other))
      return nil
    }
    let target = path(in: folder, name)
    let present = try InputReader.read(target).bytes
    if present == nil { copies.append((name, bytes)) }
    if let present, present != bytes {
      diagnostics.append(.exists(target))
      return nil
    }
    return name
  }

  mutating func requireTables() {
    guard sources.isEmpty, !hasErrors else { return }
    diagnostics.append(.noFiles(in: folder))
  }

  /// Tells of what the project needs and no file states: those lines are for people to fill in.
  mutating func tellOfGaps() {
    let place = Diagnostic.Location(file: path(in: folder, InitRun.projectFile))
    for (source, table) in zip(sources, tables) {
      for (key, value) in source.settings where value == nil && (key != "sign" || table.needsSign) {
        diagnostics.append(.gap(key, of: source.file, at: place))
      }
    }
    let report = ProjectDraft.Report(tables)
    if report.year == nil { diagnostics.append(.gap("year", of: "reports", at: place)) }
    if report.unit == nil { diagnostics.append(.gap("unit", of: "reports", at: place)) }
  }

  func write() throws(RunError) -> [String] {
    let structure = StructureDraft(tables)
    let key = folder.split(separator: "/").last.map(String.init) ?? ""
    let isNamed = key.contains { $0.isLetter || $0.isNumber }
    let draft = ProjectDraft(
      code: isNamed ? String(key.key.prefix(40)) : "organisation",
      name: isNamed ? key : "Organisationen",
      structure: InitRun.structureFile,
      sources: sources,
      report: ProjectDraft.Report(tables),
    )
    var writer = OutputWriter()
    for copy in copies { writer.add(copy.bytes, at: path(in: folder, copy.name)) }
    writer.add(CSVText.file(structure.records), at: path(in: folder, InitRun.structureFile))
    writer.add(draft.text, at: path(in: folder, InitRun.projectFile))
    do throws(FileError) { try createFolder(folder) } catch { throw .file(error) }
    return try writer.write().paths
  }
}

extension String {
  /// The path from a folder that it lies in; `nil` when it does not, as far as the text tells.
  fileprivate func relative(to folder: String) -> String? {
    var inside = self[...]
    if folder != "." {
      let start = folder.hasSuffix("/") ? folder : folder + "/"
      guard hasPrefix(start) else { return nil }
      inside = inside.dropFirst(start.count)
    }
    while inside.hasPrefix("./") { inside = inside.dropFirst(2) }
    let parts = inside.split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } ? nil : String(inside)
  }
}

extension ProjectDraft.Report {
  /// A report of all that tables state in money, with the deviations between them.
  fileprivate init(_ tables: [ImportedTable]) {
    let columns = tables.flatMap(\.layout.columns).filter(\.series.kind.isMoney)
    var seen: Set<Series> = []
    let distinct = columns.filter { seen.insert($0.series).inserted && $0.series.isNameable }
    let isSigned = tables.allSatisfy { $0.layout.sign != nil }
    let hasOwn = distinct.contains { $0.series.kind == .variance }
    self.init(
      year: distinct.compactMap(\.series.year).max(),
      unit: columns.lazy.compactMap(\.scale.unit).first,
      series: distinct.map(\.series).map(\.withoutNet),
      expressions: isSigned && !hasOwn ? distinct.deviations : [],
    )
  }
}

extension Series {
  /// Whether a report's words for the series mean it, and not another that it is told apart from.
  fileprivate var isNameable: Bool {
    kind == .amount || Series(reading: withoutNet.title) == withoutNet
  }

  /// The series as people write it, who do not say of a net figure that it is one.
  fileprivate var withoutNet: Series {
    var series = self
    if side == .net { series.side = nil }
    return series
  }
}

extension [LayoutColumn] {
  /// The deviations of forecasts and outcomes from the budgets of the same time.
  fileprivate var deviations: [(title: String, expression: String)] {
    flatMap { column -> [(title: String, expression: String)] in
      guard column.series.kind == .forecast || column.series.kind == .actual,
        column.series.side != nil, let name = column.title.inExpression
      else { return [] }
      return filter { $0.series.isBudget(of: column.series) && $0.scale == column.scale }
        .compactMap { budget in
          budget.title.inExpression.map {
            ("Avvikelse \(column.title) mot budget", "avvikelse(\(name), \($0))")
          }
        }
    }
  }
}

extension Series {
  /// Whether the series is the budget of another's year, months and side.
  fileprivate func isBudget(of other: Series) -> Bool {
    kind == .budget && year == other.year && period == other.period && side == other.side
      && label == nil && other.label == nil
  }
}

extension String {
  /// The title as expressions name it; `nil` when they cannot.
  fileprivate var inExpression: String? {
    if contains("]") { return nil }
    let isPlain = first?.isLetter == true && allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
    return isPlain ? self : "[\(self)]"
  }
}

extension Diagnostic {
  /// Several tables of a file, which the project adds up as one.
  fileprivate static func joined(_ tables: [ImportedTable], from file: String) -> Diagnostic {
    let titles = tables.compactMap(\.layout.title).map { "\"\($0)\"" }.joined(separator: ", ")
    let list = titles.isEmpty ? "" : " (\(titles))"
    return Diagnostic(
      .severalTables,
      .warning,
      at: Location(file: file),
      Phrase(
        sv: "filen har \(tables.count) tabeller\(list), och projektet lägger ihop dem till en",
        en: "the file has \(tables.count) tables\(list), and the project adds them up as one",
      ),
      help: Phrase(
        sv: "ta bort de källor i koll.yaml som inte hör hit, såsom investeringar under driften",
        en: "take away the sources in koll.yaml that do not belong, such as investments below "
          + "the running operations",
      ),
    )
  }

  fileprivate static func gap(_ key: String, of owner: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectKeyMissing,
      .warning,
      at: place,
      field: key,
      Phrase(
        sv: "\(key) för \(owner) framgår inte av filerna; fyll i raden",
        en: "the files do not show \(key) of \(owner); fill in the line",
      ),
    )
  }

  fileprivate static func exists(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileExists,
      at: Location(file: path),
      Phrase(
        sv: "filen finns redan och skrivs inte över",
        en: "the file is there already and is not overwritten",
      ),
      help: Phrase(
        sv: "välj en annan mapp, eller flytta filen",
        en: "choose another folder, or move the file",
      ),
    )
  }

  fileprivate static func sameName(_ file: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .fileExists,
      at: Location(file: file),
      value: other,
      Phrase(
        sv: "filen heter som \(other); i projektets mapp kan bara en heta så",
        en: "the file is called as \(other); only one can be in the project's folder",
      ),
    )
  }

  fileprivate static func noFiles(in folder: String) -> Diagnostic {
    Diagnostic(
      .fileMissing,
      at: Location(file: folder),
      Phrase(
        sv: "inga filer med belopp är angivna, och mappen har inga CSV-filer",
        en: "no files with figures are given, and the folder has no CSV files",
      ),
      help: Phrase(
        sv: "ange filerna efter mappen: koll init \(folder) budget.csv",
        en: "name the files after the folder: koll init \(folder) budget.csv",
      ),
    )
  }
}
