import KollCalculation
import KollExport
import KollModel
import KollReport
import KollTestSupport
import Testing

private let arePandocAndPythonInstalled = ["pandoc", "python3"].allSatisfy {
  (try? Executable(installed: $0)) != nil
}

/// What pandoc makes of our Markdown: a text document with the same tables.
@Suite(
  .enabled(
    if: arePandocAndPythonInstalled || Environment.requiresCheckers,
    "pandoc or python3 is not installed; KOLL_CHECKERS=required demands it",
  )
)
struct PandocTests {
  /// The tables of the document that Markdown becomes, without a warning: their rows of cells.
  private func tables(in markdown: String) async throws -> [[[String]]] {
    let folder = try TemporaryFolder()
    try folder.tree.write(markdown, to: "report.md")
    let result = try await Executable(installed: "pandoc").run(
      ["--from=gfm", "--fail-if-warnings", "report.md", "-o", "report.docx"],
      in: folder.path,
      environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path],
    )
    try #require(result.status == 0 && result.errors.isEmpty, "\(result)")
    let unpacked = try await Executable(installed: "python3").run(
      ["-m", "zipfile", "-e", "report.docx", "unpacked"],
      in: folder.path,
    )
    try #require(unpacked.status == 0, "\(unpacked)")
    let document = try folder.tree.text(of: "unpacked/word/document.xml")
    return document.elements("w:tbl").map { table in
      table.elements("w:tr").map { row in row.elements("w:tc").map(\.words) }
    }
  }

  @Test func theTablesOfAReportKeepTheirRowsColumnsAndFigures() async throws {
    let path =
      "Tests/KollCommandTests/Goldens/report-ale-pages/expected/rapporter/2021/budget-ks.md"
    let markdown = try PackageFolder.tree.text(of: path)
    let written = markdown.split(separator: "\n\n").filter { $0.hasPrefix("| ") }.map { table in
      table.split(separator: "\n").filter { !$0.hasPrefix("| ---") }.map { line in
        line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
          .map { String($0).replacing("**", with: "").replacing("\\", with: "").words }
      }
    }
    #expect(written.count == 7)
    #expect(try await tables(in: markdown) == written)
  }

  @Test func everyTextStaysInItsCell() async throws {
    let texts = SampleDocument.visibleTexts
    let sections = texts.map { text in
      Section(title: "T", blocks: [.table(SampleDocument.table(text))])
    }
    let tables = try await tables(in: MarkdownExporter().write(sections))
    try #require(tables.count == texts.count)
    for (text, table) in zip(texts, tables) {
      // No XML can hold U+FFFE and U+FFFF.
      let shown = text.printable.unicodeScalars.filter { $0.value & ~1 != 0xFFFE }
      let words = String(shown).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let figures = SampleDocument.amounts.map { $0.map { $0.map(String.init) ?? "\u{2013}" } }
      let rows =
        [[words, words, words, words], [words, "", "", ""]]
        + figures.map { [words] + $0 + [words] }
      #expect(table.map { $0.map(\.withPlainFigures) } == rows, "\(text)")
    }
  }
}

extension StringProtocol {
  /// The insides of the elements of a name that have none of that name within.
  fileprivate func elements(_ name: String) -> [Substring] {
    let whole = Substring(self)
    return whole.split(separator: "<\(name)>", omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        part.firstRange(of: "</\(name)>").map { part[..<$0.lowerBound] }
      }
  }

  /// The words between the tags, with one blank between them.
  fileprivate var words: String {
    let text = String(self).replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// A figure without blanks and with a hyphen for its minus; other words as they are.
  fileprivate var withPlainFigures: String {
    let figure = replacing(" ", with: "").replacing("\u{2212}", with: "-")
    return Int64(figure) == nil ? self : figure
  }
}
