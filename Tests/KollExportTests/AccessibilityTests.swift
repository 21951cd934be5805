import KollExport
import KollTestSupport
import Testing

/// Pages in a real browser, before the rules of WCAG that a program can test.
@Suite(.enabled(if: Browser.isExpected, "\(Browser.reason)"), .serialized)
struct AccessibilityTests {
  /// A telephone and a desk.
  private static let widths = [360, 1280]

  /// The pages of reports that are expected of the command.
  private static func samples() throws -> [String] {
    let goldens = FileTree(PackageFolder.path + "/Tests/KollCommandTests/Goldens")
    return try goldens.paths().filter { $0.hasSuffix(".html") }.map { try goldens.text(of: $0) }
  }

  @Test(arguments: widths)
  func reportsBreakNoRule(width: Int) async throws {
    let samples = try Self.samples()
    #expect(!samples.isEmpty)
    for page in samples {
      #expect(try await Browser().violations(in: page, width: width) == [])
    }
  }

  @Test(arguments: widths)
  func everyKindOfBlockBreaksNoRule(width: Int) async throws {
    for text in ["Förvaltningens ekonomi", "<b>\"&"] {
      let page = try HTMLExporter().write(SampleDocument.made(text))
      #expect(try await Browser().violations(in: page, width: width) == [], "\(text)")
    }
  }

  @Test func aPageWithFaultsIsFoundOut() async throws {
    let page = """
      <!doctype html><html><head><title>Fel</title></head><body>
      <main><h1>Fel</h1><img src="x.png"><p style="color: #ccc; background: #fff">Svag text</p>
      <table><tr><td headers="saknas">1</td></tr></table></main></body></html>
      """
    let found = try await Browser().violations(in: page, width: 360)
    let rules = Set(found.map { String($0.prefix { $0 != " " }) })
    #expect(rules == ["color-contrast", "html-has-lang", "image-alt", "td-headers-attr"])
  }
}
