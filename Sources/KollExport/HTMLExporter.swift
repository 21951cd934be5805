internal import KollCalculation
public import KollModel
public import KollReport

/// Writes a document as one HTML page that needs nothing else: no other file, no script, no network.
///
/// The page follows WCAG 2.1 (level AA), reads on narrow screens, and prints on A4. Every text in it
/// is escaped. It is well-formed XML after its first line.
public struct HTMLExporter: Sendable {
  /// Creates an exporter.
  public init() {}

  /// Writes a report: its title, its contents, then its sections, numbered.
  /// - Parameter document: The report.
  /// - Returns: The page, lines ended by LF.
  /// - Throws: `AmountOverflow` when a number has too many digits to write.
  public func write(_ document: Document) throws(AmountOverflow) -> String {
    let page = HTML("html", ["lang": "sv"], lines: [head(of: document), try body(of: document)])
    return "<!doctype html>\n\(page.markup)\n"
  }

  private func head(of document: Document) -> HTML {
    let title = [document.title, document.organisation].compactMap(\.self)
    return HTML(
      "head",
      lines: [
        HTML(empty: "meta", ["charset": "utf-8"]),
        HTML(
          empty: "meta",
          ["name": "viewport", "content": "width=device-width, initial-scale=1"],
        ),
        HTML("title", text: title.joined(separator: ", ")),
        HTML(styles: StyleSheet(document.theme)),
      ],
    )
  }

  private func body(of document: Document) throws(AmountOverflow) -> HTML {
    let sections = document.sections.filter { !$0.isAppendix }
    // The page's own title says all that the one heading and the contents would.
    let isDivided = sections.map(\.title) != [document.title]
    let titles = isDivided ? sections.enumerated().map { "\($0 + 1) \($1.title)" } : []
    var writer = HTMLWriter()
    var parts: [HTML] = []
    for (number, section) in sections.enumerated() {
      let blocks = try writer.blocks(section)
      let heading =
        isDivided ? HTML("h2", ["id": id(ofSection: number)], text: titles[number]) : nil
      parts.append(
        HTML(
          "section",
          ["class": section.isWide ? "wide" : "upright"],
          lines: [heading].compactMap(\.self) + blocks,
        )
      )
    }
    return HTML(
      "body",
      lines: [
        HTML("a", ["class": "skip", "href": "#innehall"], text: "Till innehållet"),
        header(of: document),
      ] + contents(titles) + [HTML("main", ["id": "innehall"], lines: parts)]
        + footer(of: document),
    )
  }

  /// What stands above the sections.
  private func header(of document: Document) -> HTML {
    let logo = document.theme.logo.map { logo in
      HTML(
        empty: "img",
        [
          "class": "logo", "alt": logo.description, "width": String(logo.width),
          "height": String(logo.height), "src": "data:image/png;base64,\(logo.bytes.base64)",
        ],
      )
    }
    let lines = [document.organisation].compactMap(\.self) + document.preamble
    return HTML(
      "header",
      lines: [logo].compactMap(\.self) + [HTML("h1", text: document.title)]
        + lines.map { HTML("p", text: $0) },
    )
  }

  /// The way to each section.
  private func contents(_ titles: [String]) -> [HTML] {
    guard !titles.isEmpty else { return [] }
    let items = titles.enumerated().map { number, title in
      HTML(
        "li",
        parts: [
          HTML("a", ["href": "#\(id(ofSection: number))"], text: title)
        ],
      )
    }
    return [HTML("nav", ["aria-label": "Innehåll"], lines: [HTML("ul", lines: items)])]
  }

  private func footer(of document: Document) -> [HTML] {
    document.dating.map { [HTML("footer", parts: [HTML("p", text: $0)])] } ?? []
  }

  private func id(ofSection number: Int) -> String { "avsnitt-\(number + 1)" }
}

extension Section {
  /// The most columns beside the labels that fit on paper that is higher than wide.
  private static let mostColumnsUpright = 8

  /// Whether a table needs paper that is wider than high.
  fileprivate var isWide: Bool {
    blocks.compactMap(\.table).contains { $0.columns.count > Section.mostColumnsUpright }
  }
}
