import KollModel
import KollTestSupport
import Testing

/// Each kind of finding has a minimal input that gives it, with its exact words.
@Suite struct DiagnosticCodeTests {
  /// What the command has no way to bring about; a case takes a code off this list.
  static let notProduced: [DiagnosticCode: String] = [
    .fileTooLarge: "it takes a file of more than 1 GiB"
  ]

  @Test(arguments: DiagnosticCode.allCases)
  func theCodeHasACaseOfItsOwn(_ code: DiagnosticCode) throws {
    let golden = GoldenCase.all.first { $0.name == "code-\(code.rawValue)" }
    guard DiagnosticCodeTests.notProduced[code] == nil else {
      #expect(golden == nil, "the code has a case: take it off the list")
      return
    }
    let errors = try #require(golden, "no case code-\(code.rawValue)").expectedText(of: "stderr")
    #expect(errors.contains(" [\(code.rawValue)] "))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func theCodeIsAWordForScripts(_ code: DiagnosticCode) {
    #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
  }
}
