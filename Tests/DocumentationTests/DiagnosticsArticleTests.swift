import KollModel
import KollTestSupport
import Testing

/// The page about findings has a section for each code, with the example that the command's tests
/// hold.
@Suite struct DiagnosticsArticleTests {
  @Test func theSectionsAreTheCodes() throws {
    let article = try Article.named("Diagnostics")
    let titles = article.lines.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    #expect(titles.sorted() == DiagnosticCode.allCases.map(\.rawValue).sorted())
  }

  @Test func theExamplesAreWhatTheCommandPrints() throws {
    let article = try Article.named("Diagnostics")
    var edited = article
    var codesWithExample: Set<DiagnosticCode> = []
    // From the last to the first, so that an edit moves no block that is still to come.
    for block in article.blocks.reversed() where block.language == "text" {
      guard let code = article.code(of: block), let printed = golden(of: code) else { continue }
      codesWithExample.insert(code)
      let shown = Array(article.lines[block.lines])
      guard !matches(printed.splitLines, shown) else { continue }
      Issue.record("\(article.path):\(block.lines.lowerBound) should show:\n\(printed)")
      if !shown.contains(leftOut) { edited.replace(block.lines, with: printed) }
    }
    let codesWithGolden = DiagnosticCode.allCases.filter { golden(of: $0) != nil }
    #expect(codesWithExample == Set(codesWithGolden))
    if Environment.updatesGoldens, edited.lines != article.lines { try edited.save() }
  }

  /// What the command prints to standard error in the code's own case.
  private func golden(of code: DiagnosticCode) -> String? {
    let path = "Tests/KollCommandTests/Goldens/code-\(code.rawValue)/stderr"
    return PackageFolder.tree.bytesIfPresent(of: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Article {
  /// The code whose section a block stands in.
  fileprivate func code(of block: Block) -> DiagnosticCode? {
    let heading = lines[..<block.lines.lowerBound].last { $0.hasPrefix("##") }
    return heading.flatMap { DiagnosticCode(rawValue: String($0.drop { "# ".contains($0) })) }
  }
}
