import KollModel
import KollTestSupport
import Testing

@Suite struct TextTests {
  @Test func theDisplayWidthIsThatOfATerminal() {
    let widths: [(String, Int)] = [
      ("", 0), ("Kansli", 6), ("åäö", 3), ("a\u{30A}", 1), ("e\u{301}\u{327}", 1), ("日本", 4),
      ("ｶﾅ", 2), ("Ａ", 2), ("👍", 2), ("👩‍👩‍👧", 2), ("🇸🇪", 2), ("a\u{A0}b", 3), ("\u{301}", 0),
      ("\u{200D}", 0),
    ]
    for (text, width) in widths { #expect(text.displayWidth == width, "\(text)") }
  }

  @Test func noControlOrDirectionReachesATerminal() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let printable = "a\(Character(scalar))b".printable.unicodeScalars
      for left in printable {
        #expect(left.properties.generalCategory != .control, "\(scalar.escaped(asASCII: true))")
        let isOverride =
          (0x202A...0x202E).contains(left.value) || (0x2066...0x2069).contains(left.value)
        #expect(!isOverride && left.value != 0x2028 && left.value != 0x2029)
      }
      #expect(printable.first == "a" && printable.last == "b")
    }
  }

  @Test func keysAreSmallLettersDigitsAndHyphens() {
    let keys: [(String, String)] = [
      ("Budget 2021", "budget-2021"), ("Avvikelse %", "avvikelse-procent"), ("Å Ä Ö é", "a-a-o-e"),
      ("  --x--  ", "x"), ("", "kolumn"), ("日本", "kolumn"), ("50%", "50-procent"),
      ("%", "procent"),
    ]
    for (title, key) in keys { #expect(title.key == key, "\(title)") }
  }

  @Test(arguments: Seeds.first(5))
  func theKeyOfAKeyIsItself(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "Å", "ß", "%", " ", "-", "9", "日", "İ", "\u{301}", "ö"]
    for _ in 0..<1000 {
      let key = generator.text(of: pieces, count: 0...8).key
      #expect(key.key == key)
      #expect(key.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
    }
  }

  @Test func theNearestNameIsSuggestedOnlyWhenItIsNear() {
    let names = ["organisation", "sources", "savings", "reports"]
    #expect("organization".nearest(among: names) == "organisation")
    #expect("source".nearest(among: names) == "sources")
    #expect("REPORTS".nearest(among: names) == "reports")
    #expect("colour".nearest(among: names) == nil)
    #expect("".nearest(among: names) == nil)
    #expect("x".nearest(among: []) == nil)
    #expect(String(repeating: "x", count: 1_000_000).nearest(among: names) == nil)
  }

  @Test func aPartOfAPlaceIsMarkedInTheSameLine() {
    let excerpt = Diagnostic.Excerpt(text: "  - expression: A + B", marked: 16..<21)
    let place = Diagnostic.Location(file: "koll.yaml", line: 7, column: 17, excerpt: excerpt)
    let part = place.narrowed(to: 4..<5)
    #expect(part.column == 21)
    #expect(part.excerpt?.markedText == "B")
    #expect(excerpt.markedText == "A + B")
    let whole = Diagnostic.Location(file: "koll.yaml")
    #expect(whole.narrowed(to: 1..<2) == whole)
  }

  @Test func everyPhraseIsThereInEachLanguage() {
    let phrase = Phrase(sv: "fel", en: "error")
    #expect(Language.allCases.map { phrase[$0] } == ["fel", "error"])
  }
}
