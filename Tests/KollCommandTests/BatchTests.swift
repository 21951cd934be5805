import Foundation
import KollTestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs that write many reports: what they leave alone, what stops them, and what does not.
@Suite final class BatchTests {
  private let work: TemporaryFolder

  init() throws {
    work = try TemporaryFolder()
    try work.tree.write(
      """
      version: 1
      organisation: {code: ab, name: Arboga}
      sources:
        - {file: bun.csv, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
        - {file: miljo.csv, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
      reports:
        - name: uppf
          title: Uppföljning
          areas: each
          unit: tkr
          columns: [budget 2021, utfall 2021-01...2021-03]
          sections: [about, summary, table, checks, sources]
      """,
      to: "koll.yaml",
    )
    try write(bun: "Skola;1 200;300")
    try work.tree.write(
      "Område;Budget 2021;Utfall 2021-01...2021-03\nMiljönämnden;400;90\n",
      to: "miljo.csv",
    )
  }

  private func write(bun row: String) throws {
    try work.tree.write(
      "Område;Budget 2021;Utfall 2021-01...2021-03\nBarnnämnden;;\n  \(row)\n  Förskola;800;210\n",
      to: "bun.csv",
    )
  }

  private func report(_ arguments: String...) async throws -> Executable.Result {
    try await Executable().run(["report"] + arguments, in: work.path)
  }

  /// The files of the reports, by their paths.
  private func outputs() throws -> [String: [UInt8]] {
    let paths = try work.tree.paths().filter { $0.hasPrefix("rapporter/") }
    return try Dictionary(uniqueKeysWithValues: paths.map { ($0, try work.tree.bytes(of: $0)) })
  }

  private func identity(of path: String) -> UInt64 {
    var status = stat()
    precondition(unsafe stat(work[path], &status) == 0)
    return UInt64(status.st_ino)
  }

  @Test func aSecondRunWritesNothing() async throws {
    let first = try await report("--format", "text,xlsx")
    #expect(first.status == 0, "\(first)")
    let before = try outputs()
    #expect(before.count == 7)
    let second = try await report("--format", "text,xlsx")
    #expect(second.status == 0 && second.output.isEmpty, "\(second)")
    #expect(String(decoding: second.errors, as: UTF8.self).contains("unchanged: 6"))
    #expect(try outputs() == before)
  }

  @Test func aFileThatWasTakenAwayComesBackAndNoOtherIsTouched() async throws {
    _ = try await report("--format", "text")
    let before = try outputs()
    let kept = "rapporter/2021-03/uppf-ab.txt"
    let gone = "rapporter/2021-03/uppf-barnnamnden.txt"
    let identity = identity(of: kept)
    try work.tree.remove(gone)
    let again = try await report("--format", "text")
    #expect(String(decoding: again.output, as: UTF8.self) == gone + "\n", "\(again)")
    #expect(try outputs() == before)
    #expect(self.identity(of: kept) == identity)
  }

  @Test func whatStandsOnAChangedInputIsWrittenAnew() async throws {
    _ = try await report("--format", "text")
    try write(bun: "Skola;1 200;301")
    let again = try await report("--format", "text")
    let written = String(decoding: again.output, as: UTF8.self)
    #expect(written.contains("uppf-barnnamnden.txt") && written.contains("uppf-ab.txt"))
    // Its sources tell that the other file is as it was.
    #expect(!written.contains("uppf-miljonamnden.txt"))
  }

  @Test(arguments: [
    "Skola;1 2x00;300", "Skola;1 200", "\"Skola;1 200;300", "Skola;1 200;300;7;8",
  ])
  func aBrokenFileStopsTheReportsThatStandOnItAlone(_ row: String) async throws {
    try work.tree.write(
      try work.tree.text(of: "koll.yaml")
        .replacing("bun.csv,", with: "bun.csv, area: Barnnämnden,"),
      to: "koll.yaml",
    )
    try write(bun: row)
    let run = try await report("--format", "text")
    #expect(run.status == 1, "\(run)")
    let files = try outputs().keys.sorted()
    #expect(
      files == ["rapporter/2021-03/uppf-miljonamnden.txt", "rapporter/manifest.json"],
      "\(run)",
    )
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.contains("report-not-written"), "\(run)")
    #expect(errors.contains("uppf-ab, 2021-03/uppf-barnnamnden"), "\(run)")
    #expect(!errors.contains("nothing was written"), "\(run)")
  }

  @Test func theRowsOfABrokenFileTellWhomItIsAbout() async throws {
    try write(bun: "Skola;1 2x00;300")
    let run = try await report("--format", "text")
    #expect(run.status == 1, "\(run)")
    #expect(try outputs().keys.contains("rapporter/2021-03/uppf-miljonamnden.txt"), "\(run)")
    #expect(try !outputs().keys.contains("rapporter/2021-03/uppf-barnnamnden.txt"), "\(run)")
  }

  @Test func aBrokenFileThatMayBeAboutAnybodyStopsAll() async throws {
    try write(bun: "\"Skola;1 200;300")
    let run = try await report("--format", "text")
    #expect(run.status == 1, "\(run)")
    #expect(try outputs().isEmpty, "\(run)")
    #expect(!work.tree.isFolder("rapporter"), "the folder was made for nothing")
  }

  @Test func oldReportsStayWhereTheNewCannotBeMade() async throws {
    _ = try await report("--format", "text")
    let before = try outputs()
    try write(bun: "Skola;1 2x00;300")
    let run = try await report("--format", "text")
    #expect(run.status == 1)
    let old = "rapporter/2021-03/uppf-barnnamnden.txt"
    #expect(try outputs()[old] == before[old])
    let manifest = try work.tree.text(of: "rapporter/manifest.json")
    #expect(manifest.contains("uppf-barnnamnden.txt"))
  }

  @Test func aFolderThatAnotherRunWritesToIsRefused() async throws {
    _ = try await report("--format", "text")
    let folder = unsafe open(work["rapporter"], O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
    let run = try await report("--format", "text", "--force")
    #expect(run.status == 74, "\(run)")
    #expect(String(decoding: run.errors, as: UTF8.self).contains("another run writes there"))
  }

  @Test func foreignFilesAreLeftAlone() async throws {
    try work.tree.write("mine", to: "rapporter/2021-03/anteckningar.txt")
    _ = try await report("--format", "text")
    #expect(try work.tree.text(of: "rapporter/2021-03/anteckningar.txt") == "mine")
  }

  @Test func aBatchOfMonthsIsTheMonthsOneByOne() async throws {
    let sample = PackageFolder.path + "/Samples/exempelkommun"
    let months = (5...8).map { "2025-0\($0)" }
    let format = ["--format", "text,xlsx", "--quiet"]
    let batch = try await Executable().run(
      ["report", sample, "--period", "2025-05...2025-08", "-o", work["batch"]] + format,
      in: work.path,
    )
    for month in months {
      let run = try await Executable().run(
        ["report", sample, "--period", month, "-o", work["single"]] + format,
        in: work.path,
      )
      #expect(run.status == 0, "\(run)")
    }
    #expect(batch.status == 0, "\(batch)")
    let paths = try work.tree.paths()
    let names = paths.filter { $0.hasPrefix("batch/2") }.map { $0.dropFirst("batch/".count) }
    #expect(
      names == paths.filter { $0.hasPrefix("single/2") }.map { $0.dropFirst("single/".count) }
    )
    #expect(names.count > 60)
    for name in names {
      let isSame = try work.tree.bytes(of: "batch/\(name)") == work.tree.bytes(of: "single/\(name)")
      #expect(isSame, "\(name)")
    }
  }
}

extension BatchTests {
  @Test func theSameFilesElsewhereGiveTheSameBytes() async throws {
    let sample = PackageFolder.path + "/Samples/exempelkommun"
    let files = try #require(FileManager.default.subpaths(atPath: sample))
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".md") || $0 == "koll.yaml" }.sorted()
    #expect(files.count > 20)
    // Other folders list their files in other orders.
    let places: [(String, [String], [String: String])] = [
      ("here", files, ["LC_ALL": "C", "TZ": "UTC"]),
      (
        "där borta/längre in", files.reversed(),
        ["LC_ALL": "sv_SE.UTF-8", "TZ": "Pacific/Kiritimati", "LANG": "sv_SE"],
      ),
    ]
    for (folder, files, environment) in places {
      for file in files {
        let bytes = try Data(contentsOf: URL(filePath: "\(sample)/\(file)"))
        try work.tree.write(Array(bytes), to: "\(folder)/\(file)")
      }
      let run = try await Executable().run(
        ["report", "--format", "xlsx,text,list,markdown,html,json,template"],
        in: work[folder],
        environment: environment,
      )
      #expect(run.status == 0, "\(run)")
    }
    let written = try places.map { folder, _, _ in
      let paths = try work.tree.paths().filter { $0.hasPrefix("\(folder)/rapporter/") }
      return try Dictionary(
        uniqueKeysWithValues: paths.map {
          ($0.dropFirst(folder.count), try work.tree.bytes(of: $0))
        }
      )
    }
    #expect(written[0].count > 100)
    #expect(written[0].keys == written[1].keys)
    for (path, bytes) in written[0] {
      #expect(written[1][path] == bytes, "\(path)")
    }
  }
}

extension BatchTests {
  @Test func whatWasReadIsNotWrittenOver() async throws {
    let before = try work.tree.bytes(of: "bun.csv")
    try work.tree.makeFolder("rapporter/2021-03")
    try FileManager.default.createSymbolicLink(
      atPath: work["rapporter/2021-03/uppf-ab.txt"],
      withDestinationPath: "../../bun.csv",
    )
    try FileManager.default.linkItem(atPath: work["bun.csv"], toPath: work["twin.csv"])
    let runs: [[String]] = [
      ["report", "--format", "text"], ["table", "bun.csv", "-o", "./bun.csv"],
      ["table", "bun.csv", "-o", "twin.csv"],
      ["diff", "budget 2021", "utfall 2021-01...2021-03", "-o", "bun.csv"],
    ]
    for arguments in runs {
      let run = try await Executable().run(arguments, in: work.path)
      #expect(run.status == 74, "\(run)")
      let errors = String(decoding: run.errors, as: UTF8.self)
      #expect(errors.contains("the file is one of the inputs"), "\(run)")
    }
    #expect(try work.tree.bytes(of: "bun.csv") == before)
  }

  @Test func reportsWhoseFilesWouldBeCalledTheSameAreNotWrittenOverEachOther() async throws {
    try work.tree.write(
      """
      version: 1
      organisation: {code: ab, name: Arboga}
      sources:
        - {file: b.csv, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
      reports:
        - {name: a, title: A, year: 2021, unit: tkr, areas: [b-c], columns: [budget 2021]}
        - {name: a-b, title: AB, year: 2021, unit: tkr, areas: [c], columns: [budget 2021]}
      """,
      to: "koll.yaml",
    )
    try work.tree.write("Område;Budget 2021\nb-c;7\nc;9\nc-lista;4\n", to: "b.csv")
    let run = try await report("--format", "text")
    #expect(run.status == 74, "\(run)")
    #expect(String(decoding: run.output, as: UTF8.self).hasPrefix("rapporter/2021/a-b-c.txt\n"))
    #expect(try work.tree.text(of: "rapporter/2021/a-b-c.txt").hasPrefix("A\n"), "\(run)")
    #expect(String(decoding: run.errors, as: UTF8.self).contains("(a, a-b)"), "\(run)")

    let lists = try await report(
      "--format",
      "text,list",
      "--report",
      "a",
      "--area",
      "c",
      "--area",
      "c-lista",
    )
    #expect(lists.status == 0, "\(lists)")
    let written = Set(String(decoding: lists.output, as: UTF8.self).split(separator: "\n"))
    #expect(written.count == 5, "\(lists)")
  }

  /// A structure, and a file for each of two nämnder that is said to be about it.
  private func writeCodedProject() throws {
    try work.tree.write(
      """
      version: 1
      organisation: {code: ab, name: Arboga}
      structure: {file: struktur.csv, encoding: utf-8, delimiter: ";"}
      sources:
        - {file: a.csv, area: A, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
        - {file: b.csv, area: B, encoding: utf-8, delimiter: ";", unit: tkr, sign: cost}
      reports:
        - {name: u, title: U, year: 2021, unit: tkr, areas: each, columns: [budget 2021, utfall 2021]}
      """,
      to: "koll.yaml",
    )
    try work.tree.write(
      "kod;namn;överordnad\nA;Alfa;\nA1;Skola;A\nB;Beta;\nB1;Vård;B\n",
      to: "struktur.csv",
    )
    for area in ["A", "B"] {
      let rows =
        "Ansvar;Konto;Belopp;Serie\n\(area)1;4010;7;budget 2021\n\(area)1;4020;9;utfall 2021\n"
      try work.tree.write(rows, to: "\(area.lowercased()).csv")
    }
  }

  @Test func anUnknownCodeInOneFileStopsTheReportsOfThatFileAlone() async throws {
    try writeCodedProject()
    try work.tree.write(
      try work.tree.text(of: "a.csv").replacing("A1;4020", with: "X9;4020"),
      to: "a.csv",
    )
    let run = try await report("--format", "text")
    #expect(run.status == 1, "\(run)")
    #expect(
      String(decoding: run.output, as: UTF8.self)
        == "rapporter/2021/u-b.txt\nrapporter/manifest.json\n",
      "\(run)",
    )
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.contains("a.csv:3") && errors.contains("X9"), "\(run)")
    #expect(!errors.contains("is no part of"), "\(run)")
  }

  @Test func aFileThatCannotBeReadStopsTheReportsOfThatFileAlone() async throws {
    try writeCodedProject()
    try work.tree.remove("a.csv")
    try work.tree.makeFolder("a.csv")
    let run = try await report("--format", "text")
    #expect(run.status == 74, "\(run)")
    #expect(
      String(decoding: run.output, as: UTF8.self)
        == "rapporter/2021/u-b.txt\nrapporter/manifest.json\n",
      "\(run)",
    )
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.contains("koll.yaml:5") && errors.contains("cannot open"), "\(run)")
  }

  @Test func wordsInAFiguresPlaceAreToldOfInEachReportThatLacksIt() async throws {
    try writeCodedProject()
    try work.tree.write(
      try work.tree.text(of: "a.csv").replacing("4020;9", with: "4020;saknas"),
      to: "a.csv",
    )
    let run = try await report("--format", "text")
    #expect(run.status == 0, "\(run)")
    for (code, isTold) in [("ab", true), ("a", true), ("b", false)] {
      let text = try work.tree.text(of: "rapporter/2021/u-\(code).txt")
      #expect(text.contains("Skola: saknas") == isTold, "\(text)")
    }
  }

  @Test func aFormatListWithoutFormatsIsWrongUsage() async throws {
    #expect(try await report("--format", "").status == 64)
    #expect(try await report("--format", "text,text").status == 0)
  }
}

extension BatchTests {
  private func verify(_ arguments: String...) async throws -> Executable.Result {
    try await Executable().run(["verify"] + arguments, in: work.path)
  }

  @Test func whatWasWrittenIsVerified() async throws {
    _ = try await report("--format", "text,xlsx")
    let sound = try await verify("rapporter")
    #expect(sound.status == 0, "\(sound)")
    #expect(
      String(decoding: sound.output, as: UTF8.self)
        == "as they were written: 6 files; as they were read: 3 files\n"
    )
  }

  @Test(arguments: [
    "rapporter/2021-03/uppf-ab.txt", "rapporter/2021-03/uppf-ab.xlsx", "bun.csv", "koll.yaml",
  ])
  func aChangedFileIsNamed(_ path: String) async throws {
    _ = try await report("--format", "text,xlsx")
    try work.tree.write(try work.tree.bytes(of: path) + [32], to: path)
    let run = try await verify("rapporter")
    #expect(run.status == 1, "\(run)")
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.hasPrefix("\(path): error: [file-changed]"), "\(run)")
    #expect(errors.contains("1 error,"), "\(run)")
  }

  @Test func aFileThatIsGoneIsNamed() async throws {
    _ = try await report("--format", "text")
    try work.tree.remove("rapporter/2021-03/uppf-ab.txt")
    let run = try await verify("rapporter", "--project", ".")
    #expect(
      run.status == 1 && String(decoding: run.errors, as: UTF8.self).contains("is not there")
    )
  }

  @Test(arguments: [
    ("\"area\": \"ab\"", "\"area\": \"ba\""), ("\"rows\": 1", "\"rows\": 2"),
    ("{", "{ "), ("\"program\": \"Koll", "\"program\": \"Kull"),
  ])
  func aManifestThatWasTamperedWithIsToldOf(_ old: String, _ new: String) async throws {
    _ = try await report("--format", "text")
    let file = "rapporter/manifest.json"
    let text = try work.tree.text(of: file)
    try #require(text.contains(old))
    try work.tree.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    let run = try await verify("rapporter")
    #expect(run.status == 1, "\(run)")
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.contains("rapporter/manifest.json: error: [manifest-changed]"), "\(run)")
    // The next run does not trust it.
    _ = try await report("--format", "text")
    #expect(try work.tree.text(of: file) == text)
  }

  @Test func whatCannotBeReadHidesNothingElse() async throws {
    _ = try await report("--format", "text")
    try work.tree.remove("rapporter/2021-03/uppf-ab.txt")
    #expect(unsafe mkfifo(work["rapporter/2021-03/uppf-ab.txt"], 0o600) == 0)
    try work.tree.remove("rapporter/2021-03/uppf-barnnamnden.txt")
    try work.tree.makeFolder("rapporter/2021-03/uppf-barnnamnden.txt")
    try work.tree.write("x", to: "rapporter/2021-03/uppf-miljonamnden.txt")
    let run = try await verify("rapporter")
    #expect(run.status == 74, "\(run)")
    let errors = String(decoding: run.errors, as: UTF8.self)
    #expect(errors.contains("3 errors,"), "\(run)")
  }

  @Test func olderReportsAreErrorsWhereWarningsAre() async throws {
    _ = try await report("--format", "text")
    try write(bun: "Skola;1 200;301")
    _ = try await report("--format", "text", "--area", "Miljönämnden")
    #expect(try await verify("rapporter").status == 0)
    #expect(try await verify("rapporter", "--strict").status == 1)
  }

  @Test func aFolderWithoutAManifestCannotBeVerified() async throws {
    let run = try await verify(".")
    #expect(run.status == 74, "\(run)")
  }
}
