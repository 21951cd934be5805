import Foundation
import KollFiles
import Testing

@Suite struct AbandonedTemporariesTests {
  /// The name under which this process writes now, as another part of it shows.
  private func currentName() throws -> String {
    let folder = try TemporaryFolder()
    var batch = OutputBatch()
    try batch.stage([], at: folder["a"])
    let names = try folder.names()
    try batch.commit()
    return try #require(names.first)
  }

  /// The same name as another process would have it.
  private func name(of process: Int32, number: Int = 0) throws -> String {
    let parts = try currentName().split(separator: "-").map(String.init)
    return "\(parts[0])-\(parts[1])-\(process)-\(number).tmp"
  }

  /// The number of a process that ended.
  private func endedProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exit 0"]
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  private func stageSomething(in folder: borrowing TemporaryFolder) throws {
    var batch = OutputBatch()
    try batch.stage(bytes("x"), at: folder["out"])
    try batch.commit()
  }

  @Test func theNameIsHiddenAndOfAFixedForm() throws {
    let name = try currentName()
    #expect(name.wholeMatch(of: /\.koll-[0-9a-f]{8}-[0-9]+-[0-9]+\.tmp/) != nil)
    #expect(name.contains("-\(getpid())-"))
  }

  @Test func whatADeadProcessLeftIsRemoved() throws {
    let folder = try TemporaryFolder()
    let process = try endedProcess()
    try folder.write("torn", to: try name(of: process, number: 0))
    try folder.write("torn", to: try name(of: process, number: 17))
    let workFolder = try name(of: process, number: 18)
    try folder.makeFolder(workFolder)
    try folder.write("torn", to: workFolder + "/part")
    try stageSomething(in: folder)
    #expect(try folder.names() == ["out"])
  }

  @Test func whatALivingProcessWritesIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let parent = try name(of: getppid())
    let own = try name(of: getpid(), number: 0)
    try folder.write("theirs", to: parent)
    try folder.write("mine", to: own)
    try stageSomething(in: folder)
    #expect(try folder.names() == [own, parent, "out"].sorted())
    #expect(try folder.text(of: own) == "mine")
  }

  @Test func whatIsNotCertainlyOursIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let process = try endedProcess()
    let real = try name(of: process)
    let parts = real.split(separator: "-").map(String.init)
    let names = [
      ".koll-00000000-\(process)-0.tmp",
      ".koll-\(parts[1])-0\(process)-0.tmp",
      ".koll-\(parts[1])-+\(process)-0.tmp",
      ".koll-\(parts[1])-\(process)-00.tmp",
      ".koll-\(parts[1])-\(process)--1.tmp",
      ".koll-\(parts[1])-0-0.tmp",
      ".koll-\(parts[1])--1-0.tmp",
      ".koll-\(parts[1])-99999999999999999999-0.tmp",
      ".koll-\(parts[1])-\(process).tmp",
      ".koll-.tmp", ".koll-a.tmp", ".koll-budget.csv", ".koll.tmp",
      real + ".bak", "x" + real,
    ]
    for name in names { try folder.write("keep", to: name) }
    try stageSomething(in: folder)
    #expect(try folder.names() == (names + ["out"]).sorted())
  }

  @Test func aLinkWithTheNameIsRemovedAndNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("precious")
    try folder.write("keep", to: "precious/file")
    try folder.makeLink(try name(of: try endedProcess()), to: "precious")
    try stageSomething(in: folder)
    #expect(try folder.names() == ["out", "precious"])
    #expect(try folder.text(of: "precious/file") == "keep")
  }

  @Test func aKilledProcessLeavesTheOldFileAndTheNextRunTidiesUp() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out")
    // A process that has staged and is killed before it commits leaves such a file.
    try folder.write("half", to: try name(of: try endedProcess(), number: 3))
    #expect(try folder.text(of: "out") == "old")
    try stageSomething(in: folder)
    #expect(try folder.names() == ["out"])
    #expect(try folder.text(of: "out") == "x")
  }
}
