import KollMarkdown
import Testing

@Suite struct MarkdownTextTests {
  @Test func paragraphsHeadingsAndListsAreBlocksWithoutMarkup() throws {
    let text = try MarkdownText(
      """
      # Ekonomi

      Kostnaderna **ökar**
      med *moms*. Se [budgeten](https://ale.se/b "t") och ![bild](x.png).

      - ett
      - två
        1. a
        2. b

          mer
      - tre

      > Citat
      > i två rader

      ## Slut ##
      ---
      7) sju
      8)
      9) nio
      """
    )
    #expect(
      shown(text) == [
        "h1 Ekonomi",
        "p Kostnaderna ökar med moms. Se budgeten (https://ale.se/b) och bild.",
        "- ett", "- två", "1. a", "2. b", "p mer", "- tre", "p Citat i två rader", "h2 Slut",
        "rule", "7. sju", "9. nio",
      ]
    )
    #expect(text.blocks.map(\.quote).filter { $0 != nil } == [1])
  }

  @Test func codeAndMarkupAreWords() throws {
    let text = try MarkdownText(
      "a <b>fet</b> `kod` &amp; \\*x\\*\n\n<script>\nalert(1)\n</script>\n\n    rad 1\n    rad 2\n\n```\nx\n```"
    )
    #expect(
      shown(text) == [
        "p a <b>fet</b> kod & *x*", "p <script>", "p alert(1)", "p </script>", "p rad 1", "p rad 2",
        "p x",
      ]
    )
  }

  @Test func anAddressStandsOnce() throws {
    let text = try MarkdownText("<https://ale.se> <a@ale.se> [x]() [](u)")
    #expect(shown(text) == ["p https://ale.se a@ale.se x  (u)"])
  }

  @Test func notesAreLeftOutAndLinesKeepTheirNumbers() throws {
    let text = try MarkdownText("a <!-- b -->c\n<!--\n\nx -->\n\nd <!-- e")
    #expect(shown(text) == ["p a c", "p d"])
    #expect(text.blocks[1].places.first?.line == 6)
    #expect(text.lineOfOpenNote == 6)
  }

  @Test(arguments: [("a", nil), ("<!-- b --> a", nil), ("a\n\n<!-- b\n-- >\n\nc", 3)])
  func aNoteThatNothingClosesGoesOnToTheEnd(_ text: String, _ line: Int?) throws {
    let text = try MarkdownText(text)
    #expect(shown(text) == ["p a"])
    #expect(text.lineOfOpenNote == line)
  }

  @Test func columnsCountNotesBeforeThem() throws {
    let text = try MarkdownText("<!-- c\n åd --> e <!-- f --> **g**")
    #expect(
      text.blocks[0].places.map { "\($0.offset) \($0.line):\($0.column)" } == ["0 2:9", "3 2:24"]
    )
  }

  @Test func threeHyphensAreARuleAlsoBelowWords() throws {
    #expect(shown(try MarkdownText("a\n---\nb\n----\nc\n===")) == ["p a", "rule", "h2 b", "h1 c"])
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func everyLineEndIsOne(_ end: String) throws {
    let text = try MarkdownText(["a", "", "# b", "c"].joined(separator: end))
    #expect(shown(text) == ["p a", "h1 b", "p c"])
    #expect(text.blocks.map { $0.places[0].line } == [1, 3, 4])
  }

  @Test func placesAreColumnsOfTheFile() throws {
    let text = try MarkdownText("- åäö **x {a}** y\n  z &amp; {b}")
    let block = try #require(text.blocks.first)
    #expect(block.text == "åäö x {a} y z & {b}")
    let shown = block.places.map { "\($0.offset) \($0.line):\($0.column)" }
    #expect(shown.prefix(2) == ["0 1:3", "4 1:9"])
    #expect(block.places.last?.line == 2)
  }

  @Test(arguments: ["- ", ">", "> ", "1. ", "* - + ", "\t"])
  func whatStandsTooDeepIsRefused(_ mark: String) {
    #expect(throws: MarkdownRefusal.tooDeep(line: 3)) {
      let deep = String(repeating: mark, count: 1_000) + "a"
      return try MarkdownText("a\n\n\(deep)" + String(repeating: "\n", count: 100_000))
    }
  }

  @Test func listsInListsAreRefusedWhereTheyAreSetInTooFar() {
    let lines = (0..<100).map { String(repeating: "  ", count: $0) + "- a" }
    #expect(throws: MarkdownRefusal.tooDeep(line: 51)) {
      try MarkdownText(lines.joined(separator: "\n"))
    }
  }

  @Test(arguments: ["![[]()", "[", "*a **a ", "a`", "<!A ", "[a](b", "\u{0}", "{"])
  func repeatedMarksEndSoon(_ mark: String) throws {
    #expect(throws: MarkdownRefusal.undivided(line: 1)) {
      try MarkdownText(String(repeating: mark, count: 40_000))
    }
    let paragraph = String(repeating: mark, count: 20_000 / mark.utf8.count)
    let duration = try ContinuousClock().measure {
      _ = try MarkdownText(Array(repeating: paragraph, count: 4).joined(separator: "\n\n"))
    }
    #expect(duration < .seconds(20))
  }

  @Test func addressesThatAreRepeatedStayNearTheSizeOfTheText() throws {
    let text =
      "[a]: http://" + String(repeating: "x", count: 20_000) + "\n\n"
      + Array(repeating: "[a]", count: 5_000).joined(separator: " ")
    let length = try MarkdownText(text).blocks.map(\.text.utf8.count).reduce(0, +)
    #expect(length < 1_000_000)
    #expect(throws: MarkdownRefusal.tooLarge) {
      try MarkdownText(String(repeating: "a\n\n", count: 400_000))
    }
  }

  @Test(arguments: [
    "- - - - - - - - - - - - - -", "* * * * * * * * * * * * * * *", "----------------",
  ])
  func aRuleIsNotDeep(_ line: String) throws {
    #expect(shown(try MarkdownText(line)) == ["rule"])
  }

  private func shown(_ text: MarkdownText) -> [String] {
    text.blocks.map { block in
      switch block.kind {
      case .paragraph: "p \(block.text)"
      case .heading(let level): "h\(level) \(block.text)"
      case .item(_, let number): (number.map { "\($0). " } ?? "- ") + block.text
      case .rule: "rule"
      }
    }
  }
}
