internal import KollModel
internal import Yams

/// A YAML file and the places of its parts.
struct YAMLFile {
  let file: String
  /// The scalars of each line, so that a place is found at once also in a very long one.
  private let lines: [[Unicode.Scalar]]

  /// The largest project file that is read, in bytes.
  private static let largest = 1 << 20

  /// Reads a file's one document.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as it was given.
  /// - Returns: The file, its document, and what was found wrong.
  static func read(
    _ bytes: [UInt8],
    file: String,
  ) -> (file: YAMLFile, root: Node?, diagnostics: [Diagnostic]) {
    guard bytes.count <= largest else {
      let yaml = YAMLFile(file: file, text: "")
      return (yaml, nil, [.tooLarge(at: Diagnostic.Location(file: file))])
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self) else {
      let yaml = YAMLFile(file: file, text: "")
      return (yaml, nil, [.notUTF8(at: Diagnostic.Location(file: file))])
    }
    let yaml = YAMLFile(file: file, text: text)
    if let finding = yaml.controlCharacter { return (yaml, nil, [finding]) }
    if let line = text.lineOfAlias {
      return (yaml, nil, [.alias(at: yaml.place(line: line, column: 1))])
    }
    do {
      guard let root = try Parser(yaml: text, resolver: .basic).singleRoot() else {
        return (yaml, nil, [.empty(at: Diagnostic.Location(file: file))])
      }
      return (yaml, root, [])
    } catch {
      return (yaml, nil, [yaml.diagnostic(for: error)])
    }
  }

  private init(file: String, text: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { Array($0.unicodeScalars) }
  }

  /// Where a node stands, its text marked.
  func place(of node: Node) -> Diagnostic.Location {
    guard let mark = node.mark else { return Diagnostic.Location(file: file) }
    return place(
      line: mark.line,
      column: mark.column,
      length: node.scalar?.string.unicodeScalars.count ?? 1,
      isQuoted: node.scalar.map { $0.style == .doubleQuoted || $0.style == .singleQuoted } ?? false,
    )
  }

  private func place(
    line: Int,
    column: Int,
    length: Int = 1,
    isQuoted: Bool = false,
  ) -> Diagnostic.Location {
    guard lines.indices.contains(line - 1) else {
      return Diagnostic.Location(file: file, line: line, column: column)
    }
    let text = lines[line - 1]
    let first = min(column - 1 + (isQuoted ? 1 : 0), text.count)
    let marked = first..<min(first + max(1, length), max(text.count, first + 1))
    return Diagnostic.Location(
      file: file,
      line: line,
      column: first + 1,
      excerpt: Diagnostic.Excerpt(of: text, marked: marked),
    )
  }

  /// The first character that YAML does not take, such as one of a file that is no text.
  private var controlCharacter: Diagnostic? {
    for (number, line) in lines.enumerated() {
      guard let column = line.firstIndex(where: \.isRefusedByYAML) else { continue }
      return .controlCharacter(line[column], at: place(line: number + 1, column: column + 1))
    }
    return nil
  }

  private func diagnostic(for error: any Error) -> Diagnostic {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return .malformed(problem, at: place(line: mark.line, column: mark.column))
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      return .duplicateKey(
        keys.joined(separator: ", "),
        at: place(line: context.mark.line, column: context.mark.column),
      )
    default:
      return .malformed("\(error)", at: Diagnostic.Location(file: file))
    }
  }
}

extension String {
  /// The line of the first alias, counted from 1, when the text also defines its anchor.
  ///
  /// Aliases can make a short file stand for an endless one, and a project file needs none.
  fileprivate var lineOfAlias: Int? {
    var anchors: Set<Substring> = []
    var number = 0
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      for word in line.split(whereSeparator: { $0.isWhitespace || "[]{},:?".contains($0) }) {
        if word.first == "&", word.count > 1 { anchors.insert(word.dropFirst()) }
        if word.first == "*", anchors.contains(word.dropFirst()) { return number }
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isRefusedByYAML: Bool {
    properties.generalCategory == .control && self != "\t" && self != "\u{85}"
  }
}

extension Diagnostic {
  fileprivate static func controlCharacter(
    _ scalar: Unicode.Scalar,
    at place: Location,
  ) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    return Diagnostic(
      .projectMalformed,
      at: place,
      Phrase(
        sv: "filen innehåller styrtecknet \(code), som YAML inte tar emot",
        en: "the file holds the control character \(code), which YAML does not take",
      ),
      help: Phrase(
        sv: "ta bort tecknet; är filen sparad som UTF-16, spara den som UTF-8",
        en: "take the character away; if the file is saved as UTF-16, save it as UTF-8",
      ),
    )
  }

  fileprivate static func tooLarge(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectMalformed,
      at: place,
      Phrase(
        sv: "projektfilen är större än 1 MiB",
        en: "the project file is larger than 1 MiB",
      ),
    )
  }

  fileprivate static func notUTF8(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectMalformed,
      at: place,
      Phrase(sv: "projektfilen är inte UTF-8", en: "the project file is not UTF-8"),
      help: Phrase(
        sv: "spara den som UTF-8 i en textredigerare",
        en: "save it as UTF-8 in a text editor",
      ),
    )
  }

  fileprivate static func empty(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectMalformed,
      at: place,
      Phrase(sv: "projektfilen är tom", en: "the project file is empty"),
      help: Phrase(
        sv: "den minsta projektfilen börjar med version: 1",
        en: "the smallest project file begins with version: 1",
      ),
    )
  }

  fileprivate static func alias(at place: Location) -> Diagnostic {
    Diagnostic(
      .projectMalformed,
      at: place,
      Phrase(
        sv: "projektfilen använder YAML-alias; de läses inte",
        en: "the project file uses YAML aliases; they are not read",
      ),
      help: Phrase(sv: "skriv ut värdet", en: "write the value out"),
    )
  }

  fileprivate static func malformed(_ problem: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectMalformed,
      at: place,
      Phrase(sv: "filen är inte YAML: \(problem)", en: "the file is not YAML: \(problem)"),
      help: Phrase(
        sv: "kontrollera indrag, kolon och citattecken på raden och raden ovanför",
        en: "check indents, colons and quotes on this line and the one above",
      ),
    )
  }

  fileprivate static func duplicateKey(_ key: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .projectMalformed,
      at: place,
      value: key,
      Phrase(
        sv: "nyckeln \"\(key)\" står mer än en gång",
        en: "the key \"\(key)\" stands more than once",
      ),
    )
  }
}
