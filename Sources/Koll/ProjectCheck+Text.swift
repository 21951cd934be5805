internal import KollExport
public import KollModel

extension Koll.ProjectCheck {
  /// The check in words: how each file was read, what to paste, and whether reports can be written.
  /// - Parameter language: The language of the words.
  /// - Returns: The text, lines ended by LF.
  public func text(in language: Language) -> String {
    let text = files.flatMap { lines(of: $0, language) + [""] } + [conclusion[language]]
    return text.map { $0.printable + "\n" }.joined()
  }

  private var conclusion: Phrase {
    var told: Set<String> = []
    let names = reports.filter { told.insert($0).inserted }.joined(separator: ", ")
    return isSound
      ? Phrase(
        sv: "Projektet är i ordning. Rapporter: \(names).",
        en: "The project is in order. Reports: \(names).",
      )
      : Phrase(
        sv: "Projektet har fel; inga rapporter kan skrivas.",
        en: "The project has errors; no reports can be written.",
      )
  }

  private func lines(of file: Koll.CheckedFile, _ language: Language) -> [String] {
    var lines = ["\(file.file): \(file.size[language])"]
    let settings = file.settings.map { "\($0.key): \($0.value ?? "–")" }
    lines.append("  " + settings.joined(separator: ", "))
    if let checks = file.checks { lines.append("  " + checks.phrase[language]) }
    guard !file.isPinned else { return lines }
    let heading = Phrase(
      sv: "  gissat; klistra in i koll.yaml:",
      en: "  guessed; paste into koll.yaml:",
    )
    return lines + [heading[language]] + file.linesToPaste
  }

  /// The check for programs.
  public var json: String {
    JSON.object([
      .init("project", .text(project)),
      .init("sound", .boolean(isSound)),
      .init("reports", .array(reports.map(JSON.text))),
      .init("files", .array(files.map(\.json))),
    ]).document
  }
}

extension Koll.CheckedFile {
  /// How much the file holds.
  fileprivate var size: Phrase {
    guard let rowCount else { return Phrase(sv: "inte läst", en: "not read") }
    let swedish = rowCount == 1 ? "1 rad" : "\(rowCount) rader"
    let english = rowCount == 1 ? "1 row" : "\(rowCount) rows"
    switch role {
    case "structure": return Phrase(sv: "struktur, \(swedish)", en: "structure, \(english)")
    case "measures": return Phrase(sv: "åtgärder, \(swedish)", en: "measures, \(english)")
    case "allocation": return Phrase(sv: "fördelning, \(swedish)", en: "allocation, \(english)")
    default:
      guard let tableCount, tableCount > 1 else { return Phrase(sv: swedish, en: english) }
      return Phrase(sv: "\(tableCount) tabeller", en: "\(tableCount) tables")
    }
  }

  /// How the file was read, by the keys of the project file.
  fileprivate var settings: [(key: String, value: String?)] {
    let ofBytes = [("encoding", encoding), ("delimiter", delimiter)]
    guard role == "figures" else { return ofBytes }
    let units = units.map(\.rawValue).joined(separator: " ")
    return ofBytes + [("unit", units.isEmpty ? nil : units), ("sign", sign?.rawValue)]
  }

  fileprivate var json: JSON {
    .object([
      .init("file", .text(file)),
      .init("role", .text(role)),
      .init("rows", .optional(rowCount)),
      .init("tables", .optional(tableCount)),
      .init("encoding", .optional(encoding)),
      .init("delimiter", .optional(delimiter)),
      .init("units", .array(units.map { .text($0.rawValue) })),
      .init("sign", .optional(sign?.rawValue)),
      .init("checks", checks?.json ?? .null),
      .init("pinned", .boolean(isPinned)),
      .init("paste", .array(linesToPaste.map(JSON.text))),
    ])
  }
}

extension Koll.Verdicts {
  fileprivate var phrase: Phrase {
    guard equal + rounding + differs > 0 else {
      return Phrase(sv: "inga angivna summor", en: "no stated sums")
    }
    return Phrase(
      sv: "angivna summor: \(equal) stämmer, \(rounding) avrundning, \(differs) skiljer",
      en: "stated sums: \(equal) equal, \(rounding) rounding, \(differs) differ",
    )
  }

  fileprivate var json: JSON {
    .object([
      .init("equal", .number(equal)),
      .init("rounding", .number(rounding)),
      .init("differs", .number(differs)),
    ])
  }
}
