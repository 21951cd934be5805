import KollCalculation
import KollExport
import KollModel
import KollReport
import KollTestSupport
import Testing

@Suite struct MarkdownExporterTests {
  /// The marks that structure the lines: a line's first letters that make it a list, a heading or a
  /// rule, and every mark that no backslash precedes; nothing of what stands between fences.
  private func marks(of markdown: String) -> [String] {
    var fence: String?
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let open = fence {
        if line == open { fence = nil }
        return "fenced"
      }
      if line.hasPrefix("```") { fence = String(line) }
      return marks(ofLine: String(line))
    }
  }

  private func marks(ofLine line: String) -> String {
    var (start, text) = ("", line)
    if line.hasPrefix("- ") { (start, text) = ("- ", String(line.dropFirst(2))) }
    if text.firstMatch(of: /^([-+=]|[0-9]+[.)]| )/) != nil { start += "markup" }
    let unescaped = text.replacing(/\\[!-\/:-@\[-`{-~]/, with: "").replacing("&nbsp;", with: "")
    let links = unescaped.contains("://") || unescaped.lowercased().contains("www.") ? "link" : ""
    return start + unescaped.filter { "\\`*_[]<>#|~&$@".contains($0) } + links
  }

  @Test(arguments: SampleDocument.visibleTexts)
  func noTextBecomesMarkup(_ text: String) throws {
    let innocent = try MarkdownExporter().write(SampleDocument.made("ord"))
    let hostile = try MarkdownExporter().write(SampleDocument.made(text))
    let fence = text.contains("`") ? "fences of other lengths" : nil
    let expected = marks(of: innocent).filter { fence == nil || !$0.hasPrefix("```") }
    #expect(marks(of: hostile).filter { fence == nil || !$0.hasPrefix("```") } == expected)
  }

  @Test func everyTextIsKeptBehindItsEscapes() throws {
    for text in SampleDocument.visibleTexts + [SampleDocument.longText] {
      let section = Section(title: "T", blocks: [.paragraph(text)])
      let written = try MarkdownExporter().write([section])
      let read = written.replacing(/\\([!-\/:-@\[-`{-~])/) { $0.output.1 }
      let words = text.printable.split { $0.isWhitespace }.joined(separator: " ")
      #expect(read.split { $0.isWhitespace }.joined(separator: " ") == words)
    }
  }

  @Test func emptyTextsLeaveNoMarksBehind() throws {
    let document = Document(
      title: "T",
      sections: [Section(title: "S", blocks: [.table(SampleDocument.table(" "))])],
    )
    let lines = try MarkdownExporter().write(document).split(separator: "\n")
    #expect(!lines.contains { $0.contains("****") || $0.contains("** **") })
  }

  @Test func everyFigureStandsInItsPlace() throws {
    let section = Section(title: "T", blocks: [.table(SampleDocument.table("ord"))])
    let lines = try MarkdownExporter().write([section]).split(separator: "\n")
      .filter { $0.hasPrefix("|") }.map { line in
        line.split(separator: "|").map { $0.filter { $0 != "*" && $0 != " " } }
      }
    #expect(lines[1] == ["---", "---:", "---:", "---"])
    #expect(lines[2] == ["ord", "", "", ""])
    let read = lines.dropFirst(3).map { line in
      line[1...2].map { Int64($0.replacing("\u{A0}", with: "").replacing("\u{2212}", with: "-")) }
    }
    #expect(Array(read) == SampleDocument.amounts)
  }

  @Test func levelsStandToTheRightAndSumsAreBold() throws {
    let section = Section(title: "T", blocks: [.table(SampleDocument.table("ord"))])
    let lines = try MarkdownExporter().write([section]).split(separator: "\n")
    #expect(lines.contains("| &nbsp;&nbsp;&nbsp;&nbsp;ord | 1\u{A0}234 | \u{2212}200 | ord |"))
    #expect(
      lines.contains("| **ord** | **1\u{A0}233** | **987\u{A0}654\u{A0}121** | **ord** |")
    )
  }

  @Test func appendicesAndContentsAreLeftOut() throws {
    let document = Document(
      title: "T",
      sections: [
        Section(title: "Innehåll", blocks: [.contents], isAppendix: true),
        Section(title: "Svar", blocks: [.contents, .paragraph("Ja.")]),
      ],
    )
    #expect(try MarkdownExporter().write(document) == "# T\n\n## 1 Svar\n\nJa.\n")
  }

  @Test func headingsAreBelowThatOfTheSectionAndItemsHaveTheirNumbers() throws {
    let section = Section(
      title: "T",
      blocks: [
        .heading("a#", level: 1), .heading("b", level: 9), .numberedList(["1. x", "y"], from: 3),
      ],
    )
    #expect(try MarkdownExporter().write([section]) == "### a\\#\n\n###### b\n\n3. 1\\. x\n4. y\n")
  }
}
