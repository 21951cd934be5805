import KollModel
import KollTestSupport
import Testing

/// Each kind of finding has a minimal input that gives it, with its exact words.
@Suite struct DiagnosticCodeTests {
  @Test(arguments: DiagnosticCode.allCases)
  func theCodeHasACaseOfItsOwn(_ code: DiagnosticCode) throws {
    let golden = GoldenCase.all.first { $0.name == "code-\(code.rawValue)" }
    let errors = try #require(golden, "no case code-\(code.rawValue)").expectedText(of: "stderr")
    #expect(errors.contains(" [\(code.rawValue)] "))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func theCodeIsAWordForScripts(_ code: DiagnosticCode) {
    #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
  }
}
