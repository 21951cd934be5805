import KollModel
import KollTestSupport
import Testing

/// Runs of the built command, each compared byte for byte with what it should leave behind.
@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func theRunLeavesWhatIsExpected(_ golden: GoldenCase) async throws {
    let differences = try await golden.differences()
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    #expect(!Environment.updatesGoldens, "the goldens were written, not compared")
  }

  /// So that a case cannot be lost without anybody noticing.
  @Test(arguments: GoldenTests.required)
  func theCaseIsThere(_ name: String) {
    #expect(GoldenCase.all.contains { $0.name == name })
  }

  static let required = [
    "bad-inputs-in-one-run", "bad-inputs-of-a-table", "check-ale", "check-area-faults",
    "check-exempelkommun", "check-many-findings", "check-many-findings-json", "check-strict",
    "check-structure", "check-structure-faults", "check-structure-json", "check-unpinned",
    "check-unpinned-json", "diff-folders", "diff-forecasts", "diff-months", "diff-workbook",
    "help", "help-check", "help-diff", "help-report", "help-table", "report-duplicates-add",
    "report-duplicates-error", "report-exempelkommun", "report-other-sign", "report-structure",
    "report-structure-chance-sum",
    "report-ale", "report-ale-other-folder", "report-ale-pages", "table-html", "table-markdown",
    "report-ale-strict", "report-ale-text-only",
    "table-add", "table-ale", "table-ale-csv", "table-ale-json", "table-ale-mnkr",
    "table-ale-result", "table-ale-swedish", "table-ale-workbook", "table-columns",
    "table-diagnostics-json", "table-quiet", "table-several-files", "table-several-outputs",
    "table-standard-input", "table-strict", "usage-decimals", "usage-extension",
    "usage-no-file", "usage-unknown-command", "usage-unknown-option", "usage-workbook-on-screen",
  ]
}
