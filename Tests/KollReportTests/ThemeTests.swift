import KollReport
import KollTestSupport
import Testing

@Suite struct ThemeTests {
  /// Source: the formula of WCAG 2.1 in floating-point powers, worked out by another program.
  @Test(arguments: [
    ("#FFFFFF", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48), ("#005AA0", 7.07),
    ("#FFCD00", 1.502), ("#0A0A0A", 19.8),
  ])
  func theContrastWithWhiteIsThatOfTheGuidelines(text: String, ratio: Double) throws {
    let colour = try #require(Colour(text))
    #expect(abs(colour.contrast(with: .white) - ratio) < 0.01)
    #expect(colour.isReadable(with: .white) == (ratio >= 4.5))
  }

  @Test(arguments: [
    "", "#", "005AA0", "#05A", "#005AA0 ", "#00 5AA", "#+05AA0", "#005AAÖ", "#005AA0FF",
  ])
  func whatIsNoColourIsRefused(text: String) {
    #expect(Colour(text) == nil)
  }

  @Test func everyCutOrChangedHeaderOfAPictureIsRefused() throws {
    let bytes = TestPicture.png(width: 300, height: 80)
    let picture = try #require(Picture(png: bytes, description: "Logotyp"))
    #expect(picture.width == 300 && picture.height == 80 && picture.bytes == bytes)
    for length in bytes.indices {
      #expect(Picture(png: Array(bytes[..<length]), description: "") == nil)
    }
    #expect(Picture(png: bytes + [0], description: "") == nil)
    #expect(Picture(png: TestPicture.png(width: 0, height: 80), description: "") == nil)
    #expect(Picture(png: TestPicture.png(width: 4_001, height: 80), description: "") == nil)
    #expect(Picture(png: Array("\u{FF}\u{D8}".utf8), description: "") == nil)
  }

  @Test func theSizeOfDotsIsLeftOut() throws {
    let bytes = TestPicture.png(
      width: 10,
      height: 10,
      chunks: [("pHYs", [UInt8](repeating: 0, count: 9))],
    )
    let picture = try #require(Picture(png: bytes, description: ""))
    #expect(picture.bytes == TestPicture.png(width: 10, height: 10))
  }
}
