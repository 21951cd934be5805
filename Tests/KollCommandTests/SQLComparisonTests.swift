import KollTestSupport
import Testing

/// A municipality's sums, compared with those of another program over the same file.
@Suite struct SQLComparisonTests {
  private static let python = try? Executable(installed: "python3")

  /// The script makes the project and sums its ledger by SQLite; `scripts/compare-sums` runs it for
  /// more facts than a debug build reads in a few seconds.
  @Test(
    .enabled(
      if: python != nil || Environment.requiresCheckers,
      "python3 is not installed; KOLL_CHECKERS=required demands it",
    )
  )
  func everySumOfALedgerIsThatOfSQLite() async throws {
    let folder = try TemporaryFolder()
    let python = try Executable(installed: "python3")
    let script = PackageFolder.path + "/Tests/KollCommandTests/Checkers/sums.py"
    let made = try await python.run([script, "make", ".", "20000", "1"], in: folder.path)
    #expect(made.status == 0, "\(made)")
    let report = try await Executable().run(
      ["report", ".", "--period", "2021", "--format", "json", "-o", "ut"],
      in: folder.path,
    )
    #expect(report.status == 0, "\(report)")
    let compared = try await python.run(
      [script, "compare", ".", "ut/2021/prov-prov.json"],
      in: folder.path,
    )
    #expect(compared.status == 0, "\(compared)")
  }
}
