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
  /// Its tables as far as they could be read when it has errors: they tell whom it is about.
  var unsound: [ImportedTable] = []
  /// The convention that its signs seem to follow, when the project does not say.
  var guessedSign: SignConvention?
  /// What settles the doubts about its tables that import tells of.
  var pinsOfTables: [Pin] = []

  /// The part that a file plays in its project.
  enum Role: String {
    /// It states figures.
    case figures
    /// It states the organisation.
    case structure
    /// It states decisions about budgets.
    case decisions
    /// It states which areas became which.
    case reorganisation
    /// It states the figures of a statement.
    case statement
    /// It states the figures of a table of its own.
    case table
    /// It states measures.
    case measures
    /// It states what is decided about single areas' parts of a task.
    case allocation
    /// It states what somebody filled in.
    case template
  }

  /// What was guessed of its bytes and signs and the project does not state.
  var guesses: [Pin] {
    detected.filter { !$0.isCertain }.map { Pin($0.setting, $0.value) }
      + [guessedSign].compactMap(\.self).map { Pin("sign", $0.rawValue) }
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
  /// the whole of the key. Pairs of a key that the project has already come after a remark.
  var linesToPaste: [String] {
    var seen: Set<Pin> = []
    let pins = (guesses + pinsOfTables).filter { seen.insert($0).inserted }
    guard !pins.isEmpty else { return [] }
    let statedKeys = Set(source.options.places.keys.map(\.key))
    if let column = source.keyColumn {
      let indent = String(repeating: " ", count: column - 1)
      return pins.yamlLines(addingTo: statedKeys).map { indent + $0 }
    }
    guard [.structure, .decisions, .reorganisation].contains(role) else {
      return pins.yamlInBraces(addingTo: statedKeys)
    }
    let stated = ["encoding", "delimiter"].compactMap { key in
      value(of: key).map { Pin(key, $0).yaml }
    }
    return ["\(role.rawValue):"] + ([Pin("file", source.file).yaml] + stated).map { "  " + $0 }
  }
}

extension Delimiter {
  /// The name that the key `delimiter` takes.
  static func name(of byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "tab" : String(Unicode.Scalar(byte))
  }
}

extension Diagnostic {
  static func unpinned(_ pin: Pin, _ source: Project.Source) -> Diagnostic {
    let (sv, en) =
      source.keyColumn == nil
      ? ("skriv inom klamrar", "write in braces") : ("lägg till raden", "add the line")
    let line =
      source.keyColumn == nil ? "{file: \(source.file), \(pin.yaml)}" : pin.yaml
    return Diagnostic(
      .guessNotPinned,
      at: source.place,
      field: pin.key,
      value: pin.value,
      Phrase(
        sv: "\(pin.key) för \(source.file) är en gissning; ett projekt anger den",
        en: "\(pin.key) of \(source.file) is a guess; a project states it",
      ),
      help: Phrase(sv: "\(sv): \(line)", en: "\(en): \(line)"),
    )
  }
}
