import KollModel
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Räddningstjänst", 15), ("1\u{A0}234,5", 7), ("\u{2212}4,5 ████│", 10),
    // Marks upon letters take no room, wherever they stand.
    ("e\u{301}", 1), ("a\u{301}bc", 3), ("Ra\u{308}dd", 4),
    ("soft\u{AD}hyphen", 10), ("日本 ab", 7), ("🇸🇪 SE", 5), ("1\u{FE0F}\u{20E3}", 1),
  ])
  func aTextIsAsWideAsItsCharacters(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
    #expect(text.reduce(0) { $0 + $1.displayWidth } == width)
  }
}
