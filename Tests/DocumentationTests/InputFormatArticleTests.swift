import KollImport
import KollModel
import KollTestSupport
import Testing

/// The page about files says what import does.
@Suite struct InputFormatArticleTests {
  @Test func everyWordInTheTableOfKindsIsReadAsItsKind() throws {
    let article = try Article.named("InputFormat")
    var kinds: Set<SeriesKind> = []
    for line in article.lines where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      guard let kind = cells.last.flatMap({ SeriesKind(rawValue: $0) }) else { continue }
      kinds.insert(kind)
      for word in cells[0].split(separator: " ") {
        let name = word.filter { $0 != "`" }
        #expect(Series(reading: "\(name) 2021") == Series(kind, year: 2021), "\(name)")
      }
    }
    #expect(kinds == [.budget, .forecast, .actual, .frame, .plan, .variance])
  }

  @Test func everyNumberSaidToBeRefusedIsRefused() throws {
    let article = try Article.named("InputFormat")
    let line = try #require(article.lines.first { $0.hasPrefix("Refused, each with its reason") })
    let examples = line.codeSpans
    #expect(examples.count > 10)
    for example in examples {
      guard case .malformed = NumberGrammar().read(example) else {
        Issue.record("\(example) is not refused")
        continue
      }
    }
  }

  @Test func everyNumberSaidToBeReadIsRead() throws {
    let article = try Article.named("InputFormat")
    let start = try #require(article.lines.firstIndex(of: "| Written | Read as |"))
    let rows = article.lines[(start + 2)...].prefix { $0.hasPrefix("|") }
    let examples = rows.flatMap { ($0.split(separator: "|").first ?? "").codeSpans }
    #expect(examples.count > 10)
    for example in examples {
      if case .malformed(let problem) = NumberGrammar().read(example) {
        Issue.record("\(example) is refused: \(problem)")
      }
    }
  }
}

extension StringProtocol {
  /// What stands between backquotes.
  fileprivate var codeSpans: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }
}
