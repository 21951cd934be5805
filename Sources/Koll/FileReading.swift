internal import KollImport
internal import KollModel
internal import KollProject

/// A file of a project and how it was read.
struct FileReading {
  /// What the project says of the file.
  let source: Project.Source
  /// The part that it plays.
  let role: Role
  /// What was detected of its bytes.
  let detected: [Detection]
  /// The SHA-256 of its bytes, 64 hexadecimal digits.
  let sha256: String
  /// How many records with figures or areas were read.
  var recordCount: Int?
  /// Its tables; none when it is a register or has errors.
  var tables: [ImportedTable] = []
  /// The convention that its signs seem to follow, when the project does not say.
  var guessedSign: SignConvention?
  /// The decimal mark that its columns prove, when the project does not say; import tells of it.
  var decimalMarks: [Setting] = []

  /// The part that a file plays in its project.
  enum Role: String {
    /// It states figures.
    case figures
    /// It states the organisation.
    case structure
    /// It states measures.
    case measures
  }

  /// A setting of the file by its key in the project file.
  struct Setting {
    let key: String
    let value: String

    /// The setting as the project file states it.
    var yaml: String { "\(key): \(value.inYAML)" }
  }

  /// What was guessed about the file and the project does not state.
  var guesses: [Setting] {
    let detections = detected.filter { !$0.isCertain }
    let sign = guessedSign.map { Setting(key: "sign", value: $0.rawValue) }
    return detections.map { Setting(key: $0.setting, value: $0.value) }
      + [sign].compactMap(\.self)
  }

  /// The value of a setting: as the project states it, else as it was detected.
  func value(of key: String) -> String? {
    let stated: String? =
      switch key {
      case "encoding": source.options.encoding?.rawValue
      case "delimiter": source.options.delimiter.map(Delimiter.name)
      default: nil
      }
    return stated ?? detected.first { $0.setting == key }?.value
  }
}

extension FileReading {
  /// What to paste into the project file so that nothing is guessed; empty when nothing is.
  ///
  /// The lines are indented as the keys beside them. Where there are none to stand beside, they are
  /// the whole of the key.
  var linesToPaste: [String] {
    let guesses = guesses + decimalMarks
    guard !guesses.isEmpty else { return [] }
    if let column = source.keyColumn {
      return guesses.map { String(repeating: " ", count: column - 1) + $0.yaml }
    }
    let file = Setting(key: "file", value: source.file).yaml
    let stated = ["encoding", "delimiter"].compactMap { key in
      value(of: key).map { Setting(key: key, value: $0).yaml }
    }
    switch role {
    case .structure: return ["structure:"] + ([file] + stated).map { "  " + $0 }
    case .figures, .measures: return [guesses.map(\.yaml).joined(separator: ", ")]
    }
  }
}

extension Delimiter {
  /// The name that the key `delimiter` takes.
  static func name(of byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "tab" : String(Unicode.Scalar(byte))
  }
}

extension Diagnostic {
  static func unpinned(_ setting: FileReading.Setting, _ source: Project.Source) -> Diagnostic {
    let (sv, en) =
      source.keyColumn == nil
      ? ("skriv inom klamrar", "write in braces") : ("lägg till raden", "add the line")
    let line =
      source.keyColumn == nil ? "{file: \(source.file), \(setting.yaml)}" : setting.yaml
    return Diagnostic(
      .guessNotPinned,
      at: source.place,
      field: setting.key,
      value: setting.value,
      Phrase(
        sv: "\(setting.key) för \(source.file) är en gissning; ett projekt anger den",
        en: "\(setting.key) of \(source.file) is a guess; a project states it",
      ),
      help: Phrase(sv: "\(sv): \(line)", en: "\(en): \(line)"),
    )
  }
}
