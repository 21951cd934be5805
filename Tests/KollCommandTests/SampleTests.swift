import KollTestSupport
import Testing

/// The sample of a whole municipality, whose files a script makes.
@Suite struct SampleTests {
  private static let python = try? Executable(installed: "python3")

  @Test(
    .enabled(
      if: python != nil || Environment.requiresCheckers,
      "python3 is not installed; KOLL_CHECKERS=required demands it",
    )
  )
  func theScriptMakesTheFilesOfTheSample() async throws {
    let folder = try TemporaryFolder()
    let script = PackageFolder.path + "/scripts/make-sample"
    let made = try await Executable(installed: "python3").run([script, "."], in: folder.path)
    #expect(made.status == 0, "\(made)")
    let sample = FileTree(PackageFolder.path + "/Samples/exempelkommun")
    let names = try sample.paths().filter { $0.hasSuffix(".csv") && !$0.hasPrefix("rapporter/") }
    #expect(try folder.tree.paths() == names)
    for name in names {
      #expect(try folder.tree.bytes(of: name) == sample.bytes(of: name), "\(name) differs")
    }
  }
}
