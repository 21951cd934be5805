import KollExport
import KollModel
import KollTestSupport
import Testing

@Suite struct DiagnosticExporterTests {
  private func diagnostic(
    _ code: DiagnosticCode = .amountNotANumber,
    file: String = "a.csv",
    excerpt: Diagnostic.Excerpt? = nil,
    severity: Diagnostic.Severity = .error,
    message: String = "message",
  ) -> Diagnostic {
    Diagnostic(
      code,
      severity,
      at: Diagnostic.Location(file: file, line: 118, column: 18, excerpt: excerpt),
      field: "Budget",
      value: "1 234,5O",
      Phrase(sv: "meddelande", en: message),
      help: Phrase(sv: "hjälp", en: "help"),
    )
  }

  @Test func aFindingIsWrittenAsACompilerDoes() {
    let excerpt = Diagnostic.Excerpt(text: "4300;211;1 234,5O", marked: 9..<17)
    let text = DiagnosticExporter(language: .english).text([diagnostic(excerpt: excerpt)])
    #expect(
      text == """
        a.csv:118:18: error: [amount-not-a-number] message
          118 | 4300;211;1 234,5O
              |          ^^^^^^^^
          help: help
        1 error, 0 warnings; nothing was written

        """
    )
  }

  @Test func findingsThatAreOnlyCountedAreCountedWithThoseLeftOut() {
    var counted = diagnostic()
    counted.count = 500
    let text = DiagnosticExporter(language: .english, limit: 2)
      .text([diagnostic(), diagnostic(), diagnostic(), counted])
    #expect(text.contains("a.csv: error: [amount-not-a-number] 501 more are not shown\n"))
    #expect(text.hasSuffix("503 errors, 0 warnings; nothing was written\n"))
  }

  @Test(arguments: [
    ("日本;1x", 3..<5, 5, 2), ("e\u{301};1x", 3..<5, 2, 2), ("👍;日", 2..<3, 3, 2),
    ("\u{202E}a;1x", 3..<5, 2, 2), ("", 0..<0, 0, 1), ("abc", 7..<9, 3, 1),
  ])
  func theCaretsStandUnderWhatIsMeant(
    _ line: String,
    _ marked: Range<Int>,
    _ blanks: Int,
    _ carets: Int,
  ) throws {
    let excerpt = Diagnostic.Excerpt(text: line, marked: marked)
    let text = DiagnosticExporter(language: .english).text([diagnostic(excerpt: excerpt)])
    let marks = try #require(text.split(separator: "\n").first { $0.hasPrefix("      |") })
    let expected = String(repeating: " ", count: blanks) + String(repeating: "^", count: carets)
    #expect(marks.dropFirst("      | ".count) == expected)
  }

  @Test func nothingInAFindingReachesTheTerminalAsACommand() {
    let hostile = "a\u{1B}[31m\u{202E}\n\u{9B}\u{7}b"
    let excerpt = Diagnostic.Excerpt(text: hostile, marked: 0..<3)
    let text = DiagnosticExporter(language: .english)
      .text([diagnostic(file: hostile, excerpt: excerpt, message: hostile)])
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
    }
    #expect(text.split(separator: "\n").count == 5)
  }

  @Test func moreOfOneKindThanTheLimitAreCounted() {
    let many = [Diagnostic](repeating: diagnostic(), count: 25)
    let others = [Diagnostic](repeating: diagnostic(.fieldCount), count: 3)
    let elsewhere = [Diagnostic](repeating: diagnostic(file: "b.csv"), count: 2)
    let text = DiagnosticExporter(language: .english).text(many + others + elsewhere)
    #expect(text.split(separator: "\n").filter { $0.contains(":118:18: error: ") }.count == 25)
    #expect(text.contains("\na.csv: error: [amount-not-a-number] 5 more are not shown\n"))
    #expect(text.hasSuffix("30 errors, 0 warnings; nothing was written\n"))
    let json = DiagnosticExporter(language: .english).json(many + others + elsewhere).document
    let elements = json.split(separator: "\n").dropFirst().dropLast()
    #expect(elements.count == 26)
    #expect(elements.last?.contains("\"line\": null") == true)
    #expect(elements.last?.contains("\"message\": \"5 more are not shown\"") == true)
  }

  @Test func warningsAloneDoNotSayThatNothingWasWritten() {
    let text = DiagnosticExporter(language: .swedish).text([diagnostic(severity: .warning)])
    #expect(text.hasSuffix("0 fel, 1 varning\n"))
    #expect(text.contains("a.csv:118:18: warning: [amount-not-a-number] meddelande\n"))
    #expect(DiagnosticExporter(language: .swedish).text([]).isEmpty)
  }
}
