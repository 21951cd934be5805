public import KollModel

/// Writes findings for people, in the manner of a compiler, or for programs as JSON.
public struct DiagnosticExporter: Sendable {
  /// The language of messages and help.
  public let language: Language
  /// The most findings of one code that are written for a file; the rest are counted.
  public let limit: Int

  /// Creates an exporter.
  /// - Parameters:
  ///   - language: The language of messages and help.
  ///   - limit: The most findings of one code that are written for a file.
  public init(language: Language, limit: Int = 20) {
    self.language = language
    self.limit = limit
  }

  /// Writes findings, one below the other, then how many were left out, then how many there are.
  /// - Parameter diagnostics: The findings in the order to write them.
  /// - Returns: The text; empty when there are no findings.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    var written: [Group: Int] = [:]
    var text = ""
    for diagnostic in diagnostics {
      let group = Group(diagnostic)
      written[group, default: 0] += 1
      if written[group, default: 0] <= limit { text += self.text(diagnostic) }
    }
    let left = diagnostics.count - written.values.reduce(0) { $0 + min($1, limit) }
    if left > 0 { text += self.left(left)[language] + "\n" }
    return text + summary(diagnostics)[language] + "\n"
  }

  /// The findings as a JSON array.
  /// - Parameter diagnostics: The findings in the order to write them.
  /// - Returns: The array.
  public func json(_ diagnostics: [Diagnostic]) -> JSON {
    .array(diagnostics.map(json))
  }

  /// Findings that are counted together.
  private struct Group: Hashable {
    let file: String?
    let code: DiagnosticCode

    init(_ diagnostic: Diagnostic) {
      file = diagnostic.location?.file
      code = diagnostic.code
    }
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { place in
      [place.file.printable, place.line.map(String.init), place.column.map(String.init)]
        .compactMap(\.self).joined(separator: ":") + ": "
    }
    let message = diagnostic.message[language].printable
    var text = "\(place ?? "")\(diagnostic.severity.rawValue): [\(diagnostic.code.rawValue)] "
    text += message + "\n"
    if let location = diagnostic.location, let line = location.line,
      let excerpt = location.excerpt
    {
      text += self.text(excerpt, line: line)
    }
    if let help = diagnostic.help { text += "  help: \(help[language].printable)\n" }
    return text
  }

  /// The line of the file with carets under the part that is meant.
  private func text(_ excerpt: Diagnostic.Excerpt, line: Int) -> String {
    let number = String(line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let scalars = Array(excerpt.text.unicodeScalars)
    let marked = excerpt.marked.clamped(to: 0..<scalars.count)
    func width(_ range: Range<Int>) -> Int {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view).printable.displayWidth
    }
    let before = String(repeating: " ", count: width(0..<marked.lowerBound))
    let carets = String(repeating: "^", count: max(1, width(marked)))
    return """
        \(number) | \(excerpt.text.printable)
        \(margin) | \(before)\(carets)

      """
  }

  private func left(_ count: Int) -> Phrase {
    Phrase(sv: "\(count) till visas inte", en: "\(count) more are not shown")
  }

  private func summary(_ diagnostics: [Diagnostic]) -> Phrase {
    let errors = diagnostics.filter { $0.severity == .error }.count
    let warnings = diagnostics.count - errors
    let swedish = ["\(errors) fel", warnings == 1 ? "1 varning" : "\(warnings) varningar"]
    let english = [
      errors == 1 ? "1 error" : "\(errors) errors",
      warnings == 1 ? "1 warning" : "\(warnings) warnings",
    ]
    return Phrase(
      sv: swedish.joined(separator: ", ") + (errors > 0 ? "; inget skrevs" : ""),
      en: english.joined(separator: ", ") + (errors > 0 ? "; nothing was written" : ""),
    )
  }

  private func json(_ diagnostic: Diagnostic) -> JSON {
    .object([
      .init("code", .text(diagnostic.code.rawValue)),
      .init("severity", .text(diagnostic.severity.rawValue)),
      .init("file", .optional(diagnostic.location?.file)),
      .init("line", .optional(diagnostic.location?.line)),
      .init("column", .optional(diagnostic.location?.column)),
      .init("field", .optional(diagnostic.field)),
      .init("value", .optional(diagnostic.value)),
      .init("message", .text(diagnostic.message[language])),
      .init("help", .optional(diagnostic.help?[language])),
    ])
  }
}
