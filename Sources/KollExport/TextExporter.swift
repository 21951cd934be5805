public import KollModel
public import KollReport

/// Writes a document as plain text: fixed columns, Swedish typography, lines ended by LF.
public struct TextExporter: Sendable {
  /// The most columns that a line takes; only a single word may be longer.
  public let width: Int

  /// Creates an exporter.
  /// - Parameter width: The most columns that a line takes.
  public init(width: Int = 100) {
    self.width = max(40, width)
  }

  /// Writes a report: its title, then its sections, numbered.
  /// - Parameter document: The report.
  /// - Returns: The text, lines ended by LF.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ document: Document) throws(AmountOverflow) -> String {
    var parts = [underlined(document.title, with: "=")]
    if let organisation = document.organisation { parts.append(wrapped(organisation)) }
    parts += document.preamble.map { wrapped($0) }
    for (number, section) in document.sections.filter({ !$0.isAppendix }).enumerated() {
      parts.append("\n" + underlined("\(number + 1) \(section.title)", with: "-"))
      parts += try blocks(section.blocks)
    }
    return parts.joined(separator: "\n")
  }

  /// Writes what sections say, without their headings.
  /// - Parameter sections: The sections.
  /// - Returns: The text, lines ended by LF.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ sections: [Section]) throws(AmountOverflow) -> String {
    var parts: [String] = []
    for section in sections { parts.append(try blocks(section.blocks).joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  private func blocks(_ blocks: [Block]) throws(AmountOverflow) -> [String] {
    var parts: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let text): parts.append(wrapped(text))
      case .heading(let text, let level): parts.append("\n" + heading(text, level))
      case .list(let items):
        parts.append(items.map { wrapped($0, first: "- ", following: "  ") }.joined())
      case .numberedList(let items, let first):
        parts.append(items.enumerated().map { item($1, number: first + $0) }.joined())
      case .table(let table), .records(let table), .sources(let table):
        parts.append(try write(table))
      case .form(let form): parts.append(try write(form.table))
      case .checkSummary(let summary): parts.append(wrapped(summary.text))
      case .chart(let chart): parts.append(try write(chart))
      // What is read from top to bottom needs no contents, and nobody reads all rows.
      case .contents, .rows, .origins: break
      }
    }
    return parts
  }

  /// A heading in a section: the highest underlined, lower ones by the empty lines around them.
  private func heading(_ text: String, _ level: Int) -> String {
    level == 1 ? underlined(text, with: ".") : wrapped(text)
  }

  private func item(_ text: String, number: Int) -> String {
    let mark = "\(number). "
    return wrapped(text, first: mark, following: String(repeating: " ", count: mark.count))
  }

  private func underlined(_ title: String, with line: Character) -> String {
    let text = wrapped(title)
    let length = text.split(separator: "\n").map(\.displayWidth).max() ?? 0
    return text + String(repeating: line, count: length) + "\n"
  }

  /// A text broken at blanks so that each line fits, ended by a line break.
  func wrapped(_ text: String, first: String = "", following: String = "") -> String {
    text.printable.lines(fitting: width - first.displayWidth).enumerated()
      .map { ($0 == 0 ? first : following) + $1 + "\n" }.joined()
  }
}
