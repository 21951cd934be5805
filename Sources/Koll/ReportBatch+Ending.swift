internal import KollExport
internal import KollFiles
public import KollModel
internal import KollProject
internal import KollReport

/// What was written of a project's reports.
public struct WrittenReports: Sendable {
  /// The paths of the files that were written, in the order of the reports, the manifest last.
  public internal(set) var paths: [String]
  /// How many files of reports are as they were.
  public let unchangedCount: Int
  /// The reports that were not written, by the names of their files.
  public let notWritten: [String]
  /// Everything that was found wrong or doubtful.
  public internal(set) var diagnostics: [Diagnostic]

  /// Whether every figure is the same wherever it must be.
  public var areTiesWhole: Bool { !diagnostics.contains { $0.code == .tieBroken } }
}

extension ReportBatch {
  /// Ends a run: writes the manifest, and tells what was done.
  /// - Parameter results: What became of each report; those that nobody told of were not written.
  /// - Returns: What was written.
  public consuming func end(_ results: [ReportResult]) -> WrittenReports {
    let told = Dictionary(results.map { ($0.index, $0) }) { first, _ in first }
    let results = indices.map { index in
      told[index] ?? ReportResult(index, hindrance: .lost)
    }
    var diagnostics = run?.diagnostics ?? []
    for result in results { diagnostics.tell(result.findings) }
    if request.isStrict { diagnostics.countWarningsAsErrors() }
    let isPartWritten = results.contains { $0.hindrance == nil }
    if isPartWritten || results.contains(where: { $0.hindrance == .lost }) {
      diagnostics += notWritten(results)
    }
    var written = WrittenReports(
      paths: results.flatMap(\.written),
      unchangedCount: results.reduce(0) { $0 + $1.outputs.count - $1.written.count },
      notWritten: results.filter { $0.hindrance != nil }.map { name(of: $0.index) },
      diagnostics: diagnostics,
    )
    guard isPartWritten else { return written }
    do throws(RunError) {
      var writer = OutputWriter(keeping: run?.inputs.pathsOfInputs ?? [])
      let manifest = try manifest(of: results, diagnostics).sealed()
      writer.add(manifest, at: path(in: folder, Manifest.fileName))
      let files = try writer.write(keepingEqual: true).files
      written.paths += files.filter { !$0.isUnchanged }.map(\.path)
    } catch {
      written.diagnostics.append(Diagnostic(.runFailed, .error, error.phrase))
    }
    return written
  }

  /// Tells which reports were not written, and why.
  private mutating func notWritten(_ results: [ReportResult]) -> [Diagnostic] {
    var reasons: [ReportResult.Hindrance] = []
    var names: [ReportResult.Hindrance: [String]] = [:]
    for result in results {
      guard let hindrance = result.hindrance else { continue }
      if names[hindrance] == nil { reasons.append(hindrance) }
      names[hindrance, default: []].append(name(of: result.index))
    }
    return reasons.map { .notWritten(names[$0] ?? [], because: $0) }
  }

  private func manifest(
    of results: [ReportResult],
    _ findings: [Diagnostic],
  ) throws(RunError) -> Manifest {
    let inputs = run?.inputs
    let rows = Dictionary(
      ((inputs?.sources ?? []) + (inputs?.textRecords ?? [])).map { ($0.file, $0.recordCount) }
    ) { first, _ in first }
    let outputs = results.flatMap(\.outputs)
    let kept = try keptOutputs(besides: outputs)
    let reports = Set(kept.map(\.reportKey))
    let checks =
      results.flatMap(\.checks) + (earlier?.checks ?? []).filter { reports.contains($0.reportKey) }
    return Manifest(
      program: Koll.nameAndVersion,
      request: request.words,
      inputs: (inputs?.digests ?? [:]).sorted { $0.key < $1.key }.map { file, digest in
        Manifest.Input(file: file, rows: rows[file], sha256: digest)
      },
      outputs: (outputs + kept).sorted { $0.file < $1.file },
      checks: Dictionary(grouping: checks, by: \.reportKey)
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap(\.value),
      findings: findings.map { $0.fromProject(request.project) },
    )
  }

  /// What earlier runs wrote of reports that the project still has, and that is still there.
  private func keptOutputs(
    besides outputs: [Manifest.Output]
  ) throws(RunError) -> [Manifest.Output] {
    let files = Set(outputs.map(\.file))
    let reports = Set(outputs.map(\.reportKey))
    let declared = Set((run?.inputs.project?.reports ?? []).map(\.name))
    var kept: [Manifest.Output] = []
    for output in earlier?.outputs ?? [] where !files.contains(output.file) {
      guard declared.contains(output.report), isFile(path(in: folder, output.file)) else {
        continue
      }
      // Of a report that was made anew, other formats may tell older figures.
      if reports.contains(output.reportKey), output.basis != basis { continue }
      kept.append(output)
    }
    return kept
  }
}

extension Manifest.Output {
  /// What the file is a report of.
  var reportKey: [String] { [report, period, area] }
}

extension Manifest.CheckRecord {
  /// What the comparison is in.
  var reportKey: [String] { [report, period, area] }
}

extension ReportRequest {
  /// What is asked for, as options; the folders left out.
  var words: [String] {
    let period: String =
      switch period {
      case .latest: "latest"
      case .year(let year): String(year)
      case .months(let first, let last): "\(first)...\(last)"
      }
    return ["--period", period] + areas.flatMap { ["--area", $0] }
      + reports.flatMap { ["--report", $0] }
      + [
        "--format",
        (formats.map(\.rawValue) + (hasTemplates ? ["template"] : [])).joined(separator: ","),
      ]
      + (isStrict ? ["--strict"] : [])
  }
}

extension Diagnostic {
  /// The finding as the project tells it, wherever the command runs.
  func fromProject(_ folder: String) -> Diagnostic {
    let prefix = path(in: folder, "")
    return relocated { place in
      place.file.hasPrefix(prefix) ? place.in(String(place.file.dropFirst(prefix.count))) : place
    }
  }

  /// The finding of an earlier run with its place as seen from where the command runs.
  func inProject(_ folder: String) -> Diagnostic {
    relocated { place in
      place.file.hasPrefix("--") ? place : place.in(path(in: folder, place.file))
    }
  }

  /// Two reports whose files are called the same.
  static func sameFiles(
    _ first: ReportDefinition,
    _ second: ReportDefinition,
    named name: String,
    in project: String,
  ) -> Diagnostic {
    let names = first.name == second.name ? first.name : "\(first.name), \(second.name)"
    return Diagnostic(
      .runFailed,
      .error,
      at: Location(file: path(in: project, "koll.yaml")),
      value: name,
      Phrase(
        sv: "två rapporters filer skulle heta \(name) (\(names)); den första skrevs",
        en: "the files of two reports would be called \(name) (\(names)); the first was written",
      ),
      help: Phrase(
        sv: "ge en av rapporterna ett annat namn under name i koll.yaml",
        en: "give one of the reports another name under name in koll.yaml",
      ),
    )
  }

  /// Reports that were not written while others were.
  fileprivate static func notWritten(
    _ names: [String],
    because hindrance: ReportResult.Hindrance,
  ) -> Diagnostic {
    let most = 12
    let list = names.prefix(most).joined(separator: ", ")
    let (more, others) =
      names.count > most
      ? (" och \(names.count - most) till", " and \(names.count - most) more") : ("", "")
    let (file, reason): (String?, Phrase) =
      switch hindrance {
      case .faulty(let files):
        (
          files.first,
          Phrase(
            sv: "de bygger på \(files.joined(separator: " och ")), som har fel",
            en: "they stand on \(files.joined(separator: " and ")), which has errors",
          ),
        )
      case .findings:
        (nil, Phrase(sv: "de har egna fel", en: "they have errors of their own"))
      case .system:
        (nil, Phrase(sv: "de kunde inte skrivas", en: "they could not be written"))
      case .lost:
        (
          nil,
          Phrase(
            sv: "en av körningens processer slutade i förtid",
            en: "one of the processes of the run ended early",
          ),
        )
      }
    return Diagnostic(
      hindrance == .lost ? .runFailed : .reportNotWritten,
      at: file.map { Location(file: $0) },
      value: names.first,
      Phrase(
        sv: "skrevs inte: \(list)\(more); \(reason.swedish)",
        en: "not written: \(list)\(others); \(reason.english)",
      ),
      help: Phrase(
        sv: "rätta felen och kör igen; de andra rapporterna är skrivna",
        en: "correct the errors and run again; the other reports are written",
      ),
    )
  }
}

extension Diagnostic.Location {
  /// The same place in a file of another path.
  fileprivate func `in`(_ file: String) -> Self {
    Self(file: file, line: line, column: column, excerpt: excerpt)
  }
}
