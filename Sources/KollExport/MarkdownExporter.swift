internal import KollCalculation
public import KollModel
public import KollReport

/// Writes a document as Markdown with the tables that GitHub, GitLab and editors read, lines ended
/// by LF.
///
/// Every text is escaped: nothing in it becomes markup.
public struct MarkdownExporter: Sendable {
  /// Creates an exporter.
  public init() {}

  /// Writes a report: its title, then its sections, numbered.
  /// - Parameter document: The report.
  /// - Returns: The text, lines ended by LF.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ document: Document) throws(AmountOverflow) -> String {
    var parts = ["# \(document.title.markdown)"]
    parts += document.organisation.map { [$0.markdownLine] } ?? []
    parts += document.preamble.map(\.markdownLine)
    for (number, section) in document.sections.filter({ !$0.isAppendix }).enumerated() {
      parts.append("## \(number + 1) \(section.title.markdown)")
      parts += try blocks(section.blocks)
    }
    return text(parts)
  }

  /// Writes what sections say, without their headings.
  /// - Parameter sections: The sections.
  /// - Returns: The text, lines ended by LF.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ sections: [Section]) throws(AmountOverflow) -> String {
    var parts: [String] = []
    for section in sections { parts += try blocks(section.blocks) }
    return text(parts)
  }

  /// Parts with an empty line between them, as Markdown tells them apart.
  private func text(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func blocks(_ blocks: [Block]) throws(AmountOverflow) -> [String] {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let text): parts.append(text.markdownLine)
      case .list(let items):
        parts.append(items.map { "- \($0.markdownLine)" }.joined(separator: "\n"))
      case .table(let table), .records(let table), .sources(let table):
        parts += try self.parts(of: table)
      case .form(let form): parts += try self.parts(of: form.table)
      case .checkSummary(let summary): parts.append(summary.text.markdownLine)
      case .chart(let chart):
        parts += [chart.title.markdownBold, fenced(try TextExporter().picture(of: chart))]
      // What is read from top to bottom needs no contents, and nobody reads all rows.
      case .contents, .rows, .origins: break
      }
    }
    return parts
  }

  /// Lines that are shown as they are, between fences longer than any row of their marks within.
  private func fenced(_ lines: [String]) -> String {
    let runs = lines.flatMap { $0.split { $0 != "`" } }.map(\.count)
    let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
    return ([fence] + lines + [fence]).joined(separator: "\n")
  }
}
