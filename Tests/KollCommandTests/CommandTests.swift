import KollArchive
import KollTestSupport
import Testing

/// What a single run of the command cannot show, or no file can hold.
@Suite struct CommandTests {
  private static let sample = "Samples/ale-2021/"
  private static let names = [
    "koll.yaml", "beslutsomraden.csv", "besparingar.csv", "undantag.csv",
  ]

  private func fillWithSample(_ folder: FileTree) throws {
    for name in Self.names {
      try folder.write(try PackageFolder.tree.bytes(of: Self.sample + name), to: name)
    }
  }

  /// Runs in another time zone, another language and another folder give the same bytes too.
  @Test(arguments: [
    ["report"], ["report", "--format", "xlsx,text,csv,json"],
    ["savings", "-o", "s.xlsx", "-o", "s.txt", "-o", "s.csv", "-o", "s.json"],
    ["table", "beslutsomraden.csv", "-o", "t.xlsx", "-o", "t.txt", "-o", "t.csv", "-o", "t.json"],
  ])
  func twoRunsGiveTheSameBytes(_ arguments: [String]) async throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    try fillWithSample(first.tree)
    try fillWithSample(second.tree)
    let one = try await Executable().run(arguments, in: first.path)
    let environment = ["LC_ALL": "sv_SE.UTF-8", "TZ": "Asia/Tokyo", "HOME": "/nonexistent"]
    let two = try await Executable().run(arguments, in: second.path, environment: environment)
    #expect(one.status == 0 && two.status == 0, "\(one)\n\(two)")
    #expect(one.output == two.output)
    let paths = try first.tree.paths()
    #expect(try paths == second.tree.paths())
    #expect(paths.count > Self.names.count)
    for path in paths {
      #expect(try first.tree.bytes(of: path) == second.tree.bytes(of: path), "\(path) differs")
    }
  }

  @Test func aRunOverItsOwnOutputsReplacesThemByTheSame() async throws {
    let folder = try TemporaryFolder()
    try fillWithSample(folder.tree)
    _ = try await Executable().run(["report"], in: folder.path)
    let paths = try folder.tree.paths()
    let before = try paths.map { try folder.tree.bytes(of: $0) }
    let again = try await Executable().run(["report"], in: folder.path)
    #expect(again.status == 0, "\(again)")
    #expect(try folder.tree.paths() == paths)
    #expect(try paths.map { try folder.tree.bytes(of: $0) } == before)
  }

  @Test(arguments: [
    ["table", "beslutsomraden.csv"], ["table", "beslutsomraden.csv", "--format", "json"],
    ["report", "--format", "text"], ["--help"],
  ])
  func aFullStandardOutputEndsWithStatus74(_ arguments: [String]) async throws {
    #if os(Linux)
    let folder = try TemporaryFolder()
    try fillWithSample(folder.tree)
    let result = try await Executable().run(arguments, in: folder.path, output: "/dev/full")
    guard arguments != ["--help"] else { return }
    #expect(result.status == 74, "\(result)")
    let errors = String(decoding: result.errors, as: UTF8.self)
    let reason = "[run-failed] cannot write to standard output: no space left on device"
    #expect(errors.contains(reason))
    #endif
  }

  /// Each place that cannot be written leaves every other as it was, and nothing beside it.
  @Test(arguments: ["folder.txt", "missing/t.txt", "file/t.txt", "/dev/full.txt/x.txt"])
  func anUnwritablePlaceLeavesAllOthersAsTheyWere(_ place: String) async throws {
    let folder = try TemporaryFolder()
    try fillWithSample(folder.tree)
    try folder.tree.makeFolder("folder.txt")
    try folder.tree.write("a file", to: "file")
    for name in ["t.csv", "t.json", "t.xlsx"] { try folder.tree.write("old", to: name) }
    let before = try folder.tree.everything()
    let outputs = ["t.csv", "t.xlsx", place, "t.json"].flatMap { ["-o", $0] }
    let arguments = ["table", "beslutsomraden.csv", "-o", "-"] + outputs
    let result = try await Executable().run(arguments, in: folder.path)
    #expect(result.status == 74, "\(result)")
    #expect(result.output.isEmpty)
    #expect(try folder.tree.everything() == before)
    for name in ["t.csv", "t.json", "t.xlsx"] { #expect(try folder.tree.text(of: name) == "old") }
  }

  @Test func everyPartOfTheWorkbookIsWellFormed() async throws {
    let folder = try TemporaryFolder()
    try fillWithSample(folder.tree)
    let result = try await Executable().run(["report"], in: folder.path)
    #expect(result.status == 0, "\(result)")
    let bytes = try folder.tree.bytes(of: "rapporter/2021/budget-ks.xlsx")
    let archive = try ArchiveReader(bytes)
    for part in archive.parts {
      _ = try XMLScan(try archive.contents(of: part), part: part.name)
    }
    #expect(archive.parts.contains { $0.name == "xl/workbook.xml" })
  }

  /// Figures near the limits, through the whole command: exact, or reported; never wrapped.
  @Test func figuresNearTheLimitsAreExactOrReported() async throws {
    let folder = try TemporaryFolder()
    let head = "Belopp i kr;\nOmråde;Budget 2021\n"
    let largest = "3999999999999,99"
    try folder.tree.write(head + "A;\(largest)\nB;-\(largest)\nC;-0,01\n", to: "exact.csv")
    let exact = try await Executable().run(
      ["table", "exact.csv", "--format", "csv"],
      in: folder.path,
    )
    #expect(exact.status == 0, "\(exact)")
    let text = String(decoding: exact.output, as: UTF8.self)
    #expect(text.contains("A;\(largest)\r\nB;-\(largest)\r\nC;-0,01\r\nTotalt;-0,01\r\n"))
    let many = (0..<24_000).map { "A\($0);\(largest)\n" }.joined()
    try folder.tree.write(head + many, to: "many.csv")
    let over = try await Executable().run(["table", "many.csv"], in: folder.path)
    #expect(over.status == 1 && over.output.isEmpty)
    #expect(String(decoding: over.errors, as: UTF8.self).contains("error: [amount-too-large] "))
  }

  @Test(arguments: Seeds.first(4))
  func arbitraryBytesEndWithAnAnswer(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let sample = try PackageFolder.tree.bytes(of: Self.sample + "beslutsomraden.csv")
    for _ in 0..<6 {
      let folder = try TemporaryFolder()
      try fillWithSample(folder.tree)
      var bytes = sample
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = generator.element(of: generator.bytes(1) + Array(";\"\n\r 0,-=".utf8))
      }
      try folder.tree.write(bytes, to: "beslutsomraden.csv")
      for arguments in [["table", "beslutsomraden.csv"], ["report"]] {
        let result = try await Executable().run(arguments, in: folder.path)
        #expect(result.status == 0 || result.status == 1, "\(result)")
        #expect(result.status == 0 || !result.errors.isEmpty)
        let isWritten = try folder.tree.paths().contains { $0.hasPrefix("rapporter/") }
        if arguments == ["report"] { #expect(isWritten == (result.status == 0), "\(result)") }
      }
    }
  }
}
