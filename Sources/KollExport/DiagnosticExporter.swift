public import KollModel

/// Writes findings for people, in the manner of a compiler, or for programs as JSON.
public struct DiagnosticExporter: Sendable {
  /// The language of messages and help.
  public let language: Language
  /// The most findings of one code that are written for a file; the rest are counted.
  public let limit: Int
  /// Whether errors keep something from being written, which the summary then says.
  public let isBeforeWriting: Bool

  /// Creates an exporter.
  /// - Parameters:
  ///   - language: The language of messages and help.
  ///   - limit: The most findings of one code that are written for a file.
  ///   - isBeforeWriting: Whether errors keep something from being written.
  public init(language: Language, limit: Int = 20, isBeforeWriting: Bool = true) {
    self.language = language
    self.limit = limit
    self.isBeforeWriting = isBeforeWriting
  }

  /// Writes findings, one below the other, then how many were left out, then how many there are.
  /// - Parameter diagnostics: The findings in the order to write them.
  /// - Returns: The text; empty when there are no findings.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let (shown, left) = limited(diagnostics)
    return shown.map(text).joined() + left.map { self.left($0)[language] + "\n" }.joined()
      + summary(diagnostics)[language] + "\n"
  }

  /// The findings as a JSON array; those left out are counted in one element for a file and code.
  /// - Parameter diagnostics: The findings in the order to write them.
  /// - Returns: The array.
  public func json(_ diagnostics: [Diagnostic]) -> JSON {
    let (shown, left) = limited(diagnostics)
    return .array(shown.map(json) + left.map { json($0.finding(saying: more($0.count))) })
  }

  /// The findings to write, and how many of which kind are left out.
  private func limited(
    _ diagnostics: [Diagnostic]
  ) -> (shown: [Diagnostic], left: [LeftOut]) {
    var counts: [Group: (shown: Int, left: Int)] = [:]
    var groups: [Group] = []
    let shown = diagnostics.filter { diagnostic in
      let group = Group(diagnostic)
      if counts[group] == nil { groups.append(group) }
      let isShown = diagnostic.count == 1 && counts[group, default: (0, 0)].shown < limit
      if isShown {
        counts[group, default: (0, 0)].shown += 1
      } else {
        counts[group, default: (0, 0)].left += diagnostic.count
      }
      return isShown
    }
    let left = groups.compactMap { group in
      let count = counts[group, default: (0, 0)].left
      return count > 0 ? LeftOut(group: group, count: count) : nil
    }
    return (shown, left)
  }

  /// Findings that are counted together.
  private struct Group: Hashable {
    let file: String?
    let code: DiagnosticCode
    let severity: Diagnostic.Severity

    init(_ diagnostic: Diagnostic) {
      file = diagnostic.location?.file
      code = diagnostic.code
      severity = diagnostic.severity
    }
  }

  /// Findings that are not written, of one kind.
  private struct LeftOut {
    let group: Group
    let count: Int

    /// A finding that stands for them.
    func finding(saying message: Phrase) -> Diagnostic {
      Diagnostic(
        group.code,
        group.severity,
        at: group.file.map { Diagnostic.Location(file: $0) },
        message,
      )
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

  private func more(_ count: Int) -> Phrase {
    Phrase(sv: "\(count) till visas inte", en: "\(count) more are not shown")
  }

  /// How many findings of a kind are left out, in a line of its own.
  private func left(_ left: LeftOut) -> Phrase {
    let place = left.group.file.map { $0.printable + ": " } ?? ""
    let head = "\(place)\(left.group.severity.rawValue): [\(left.group.code.rawValue)] "
    let more = more(left.count)
    return Phrase(sv: head + more.swedish, en: head + more.english)
  }

  private func summary(_ diagnostics: [Diagnostic]) -> Phrase {
    func count(_ severity: Diagnostic.Severity) -> Int {
      diagnostics.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    }
    let errors = count(.error)
    let warnings = count(.warning)
    let swedish = ["\(errors) fel", warnings == 1 ? "1 varning" : "\(warnings) varningar"]
    let english = [
      errors == 1 ? "1 error" : "\(errors) errors",
      warnings == 1 ? "1 warning" : "\(warnings) warnings",
    ]
    let isStopped = errors > 0 && isBeforeWriting
    return Phrase(
      sv: swedish.joined(separator: ", ") + (isStopped ? "; inget skrevs" : ""),
      en: english.joined(separator: ", ") + (isStopped ? "; nothing was written" : ""),
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
