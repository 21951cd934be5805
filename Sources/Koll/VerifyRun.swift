internal import KollFiles
public import KollModel

extension Koll {
  /// What a comparison of a folder of reports with its manifest showed.
  public struct Verification: Sendable {
    /// How many files of reports the manifest names.
    public let outputCount: Int
    /// How many files that they were made of it names; `nil` when no project was at hand.
    public let inputCount: Int?
    /// What differs, each file once.
    public let diagnostics: [Diagnostic]

    /// Whether everything is as the manifest says.
    public var isWhole: Bool { !diagnostics.haveErrors }
  }

  /// Compares a folder of reports, and the inputs that they were made of, with the manifest.
  /// - Parameters:
  ///   - folder: The folder with `manifest.json`.
  ///   - project: The project's folder; `nil` for the one that the folder lies in, if any.
  ///   - isStrict: Whether warnings count as errors.
  /// - Returns: What differs, files that cannot be read among it.
  /// - Throws: ``RunError`` when there is no manifest, or it cannot be read.
  public static func verify(
    _ folder: String,
    project: String? = nil,
    isStrict: Bool = false,
  ) throws(RunError) -> Verification {
    let file = path(in: folder, Manifest.fileName)
    let (bytes, missing) = try InputReader.read(file)
    guard let bytes else {
      return Verification(outputCount: 0, inputCount: nil, diagnostics: missing)
    }
    let (manifest, isSealed) = try Manifest.read(bytes)
    var diagnostics: [Diagnostic] = isSealed ? [] : [.manifestChanged(file)]
    guard let manifest else {
      return Verification(outputCount: 0, inputCount: nil, diagnostics: diagnostics)
    }
    diagnostics += manifest.outputs.compactMap { difference(in: folder, $0.file, $0.sha256) }
    let project = project ?? projectFolder(of: folder)
    if let project {
      diagnostics += manifest.inputs.compactMap { difference(in: project, $0.file, $0.sha256) }
    }
    let basis = try Manifest.basis(
      of: Dictionary(manifest.inputs.map { ($0.file, $0.sha256) }) { first, _ in first }
    )
    let older = manifest.outputs.filter { $0.basis != basis }.map(\.file)
    if let first = older.first {
      diagnostics.append(.older(path(in: folder, first), count: older.count))
    }
    if isStrict { diagnostics.countWarningsAsErrors() }
    return Verification(
      outputCount: manifest.outputs.count,
      inputCount: project.map { _ in manifest.inputs.count },
      diagnostics: diagnostics,
    )
  }

  /// What is to be said of a file; `nil` when it is as it was.
  private static func difference(
    in folder: String,
    _ file: String,
    _ sha256: String,
  ) -> Diagnostic? {
    let path = path(in: folder, file)
    do throws(RunError) {
      let now = try InputReader.sha256(of: file, in: folder)
      return now == sha256 ? nil : .differing(path, isThere: now != nil)
    } catch {
      return Diagnostic(.runFailed, .error, at: Diagnostic.Location(file: path), error.phrase)
    }
  }

  /// The folder with a project file that a folder is or lies in, not far above it.
  private static func projectFolder(of folder: String) -> String? {
    var folder = folder
    for _ in 0..<4 {
      if isFile(path(in: folder, "koll.yaml")) { return folder }
      folder = folderAbove(folder)
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func manifestChanged(_ file: String) -> Diagnostic {
    Diagnostic(
      .manifestChanged,
      at: Location(file: file),
      Phrase(
        sv: "manifestet är inte som Koll skrev det",
        en: "the manifest is not as Koll wrote it",
      ),
      help: Phrase(
        sv: "skriv rapporterna på nytt med koll report --force",
        en: "write the reports anew with koll report --force",
      ),
    )
  }

  fileprivate static func differing(_ file: String, isThere: Bool) -> Diagnostic {
    Diagnostic(
      .fileChanged,
      at: Location(file: file),
      isThere
        ? Phrase(
          sv: "filen är en annan än när rapporterna skrevs",
          en: "the file is another than when the reports were written",
        )
        : Phrase(
          sv: "filen, som manifestet nämner, finns inte",
          en: "the file, which the manifest names, is not there",
        ),
      help: Phrase(
        sv: "hämta tillbaka filen, eller skriv rapporterna på nytt med koll report",
        en: "bring the file back, or write the reports anew with koll report",
      ),
    )
  }

  fileprivate static func older(_ file: String, count: Int) -> Diagnostic {
    Diagnostic(
      .fileChanged,
      .warning,
      at: Location(file: file),
      Phrase(
        sv: "\(count) filer, varav denna är den första, bygger på äldre underlag än den senaste "
          + "körningens",
        en: "\(count) files, of which this is the first, stand on older inputs than those of the "
          + "last run",
      ),
      help: Phrase(
        sv: "skriv dem på nytt med koll report och deras period",
        en: "write them anew with koll report and their period",
      ),
    )
  }
}
