public import KollModel
public import KollReport

/// Writes a document as plain text: tables in fixed columns or as lists, Swedish typography, lines
/// ended by LF.
public struct TextExporter: Sendable {
  /// The most columns that a line takes; in ``Layout/columns`` only a single word may be longer.
  public let width: Int
  /// How tables and charts are set.
  public let layout: Layout

  /// How tables and charts are set.
  public enum Layout: Hashable, Sendable {
    /// Rows side by side under the headings of their columns, and bars.
    case columns
    /// One row after the other, each figure behind its column's name: for those who hear the text
    /// or read it by their fingers.
    case list
  }

  /// Tables and charts as lists, in lines that fit any screen.
  public static let list = TextExporter(width: 80, layout: .list)

  /// Creates an exporter.
  /// - Parameters:
  ///   - width: The most columns that a line takes.
  ///   - layout: How tables and charts are set.
  public init(width: Int = 100, layout: Layout = .columns) {
    self.width = max(40, width)
    self.layout = layout
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
        parts.append(items.map { item($0) }.joined())
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
    // A list is heard, and its lines would be read out sign by sign.
    guard layout == .columns else { return text }
    let length = text.split(separator: "\n").map(\.displayWidth).max() ?? 0
    return text + String(repeating: line, count: length) + "\n"
  }

  /// One text of a list.
  func item(_ text: String) -> String { wrapped(text, first: "- ", following: "  ") }

  /// A text broken at blanks so that each line fits, ended by a line break.
  func wrapped(_ text: String, first: String = "", following: String = "") -> String {
    let room = width - max(first.displayWidth, following.displayWidth)
    let text = layout == .list ? text.printable.breakingWords(widerThan: room) : text.printable
    return text.lines(fitting: room).enumerated()
      .map { ($0 == 0 ? first : following) + $1.text + "\n" }.joined()
  }
}
