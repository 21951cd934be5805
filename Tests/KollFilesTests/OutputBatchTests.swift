import Foundation
import KollFiles
import KollModel
import Testing

@Suite struct OutputBatchTests {
  private struct Broken: Error {}

  private func failure(_ body: () throws(FileError) -> Void) -> FileError? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private func write(_ text: String, to path: String) throws(FileError) {
    var batch = OutputBatch()
    try batch.stage(bytes(text), at: path)
    try batch.commit()
  }

  @Test func filesAppearOnlyWhenAllAreCommitted() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    var batch = OutputBatch()
    try batch.stage(bytes("new a"), at: folder["a"])
    try batch.stage([], at: folder["b"])
    #expect(try folder.text(of: "a") == "old")
    #expect(!FileManager.default.fileExists(atPath: folder["b"]))
    try batch.commit()
    #expect(try folder.text(of: "a") == "new a")
    #expect(try folder.text(of: "b") == "")
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func anAbandonedBatchLeavesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    func abandon() throws {
      var batch = OutputBatch()
      try batch.stage(bytes("new"), at: folder["a"])
      try batch.stage(bytes("new"), at: folder["b"])
      #expect(try folder.names().count == 3)
    }
    try abandon()
    #expect(try folder.names() == ["a"])
    #expect(try folder.text(of: "a") == "old")
  }

  @Test func largeBytesAreWrittenInFull() throws {
    let folder = try TemporaryFolder()
    let large = (0..<5_000_001).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 11) }
    var batch = OutputBatch()
    try batch.stage(large, at: folder["large"])
    try batch.commit()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder["large"])) == Data(large))
  }

  @Test func permissionsOfAReplacedFileAreKept() throws {
    let folder = try TemporaryFolder()
    for permissions in [0o600, 0o640, 0o664, 0o666, 0o755] {
      try folder.write("old", to: "a", permissions: permissions)
      try write("new", to: folder["a"])
      #expect(try folder.permissions(of: "a") == permissions)
      #expect(try folder.text(of: "a") == "new")
    }
  }

  @Test func aNewFileHasThePermissionsThatOthersHave() throws {
    let folder = try TemporaryFolder()
    try write("new", to: folder["koll"])
    close(unsafe open(folder["plain"], O_WRONLY | O_CREAT, 0o666))
    #expect(try folder.permissions(of: "koll") == folder.permissions(of: "plain"))
  }

  @Test func aMissingFolderIsReported() throws {
    let folder = try TemporaryFolder()
    let path = folder["none/a"]
    let error = failure { () throws(FileError) in try write("x", to: path) }
    #expect(error == FileError(.creating, path, .system(code: ENOENT)))
    #expect(error?.reasonPhrase.swedish == "mappen finns inte")
  }

  @Test func aFolderIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("sub")
    for name in ["sub", "sub/", "new/", "."] {
      let error = failure { () throws(FileError) in try write("x", to: folder[name]) }
      #expect(error?.code == EISDIR || error?.code == ENOENT, "\(name)")
    }
    #expect(try folder.names() == ["sub"])
  }

  @Test func pathsThatNameNothingAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    let cases = [
      ("", ENOENT), (folder["file/a"], ENOTDIR), (folder["a\u{0}b"], EINVAL),
      (folder[String(repeating: "n", count: 256)], ENAMETOOLONG),
    ]
    for (path, code) in cases {
      let error = failure { () throws(FileError) in try write("x", to: path) }
      #expect(error?.code == code && error?.path == path)
    }
    #expect(try folder.names() == ["file"])
  }

  @Test func theLongestNamesAreWritten() throws {
    let folder = try TemporaryFolder()
    for name in [String(repeating: "n", count: 255), String(repeating: "å", count: 127)] {
      try write(name, to: folder[name])
      #expect(try folder.text(of: name) == name)
    }
    #expect(try folder.names().count == 2)
  }

  @Test func relativePathsAreWrittenInTheCurrentFolder() throws {
    let name = "koll-relative-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: name) }
    try write("x", to: name)
    #expect(FileManager.default.contents(atPath: "./" + name) == Data("x".utf8))
  }

  @Test func aLinkStaysAndTheFileItLeadsToIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real")
    try folder.write("old", to: "real/target", permissions: 0o640)
    try folder.makeLink("relative", to: "real/target")
    try folder.makeLink("absolute", to: folder["real/target"])
    try folder.makeLink("chain", to: "relative")
    for name in ["relative", "absolute", "chain"] {
      try write("by \(name)", to: folder[name])
      #expect(try folder.text(of: "real/target") == "by \(name)")
      #expect(try folder.permissions(of: "real/target") == 0o640)
      let attributes = try FileManager.default.attributesOfItem(atPath: folder[name])
      #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder["real"])
    #expect(left == ["target"])
  }

  @Test func aLinkToWhatIsNotThereYetMakesIt() throws {
    let folder = try TemporaryFolder()
    try folder.makeLink("link", to: "target")
    try write("x", to: folder["link"])
    #expect(try folder.text(of: "target") == "x")
    #expect(try folder.names() == ["link", "target"])
  }

  @Test func linksThatLeadInACircleAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.makeLink("a", to: "b")
    try folder.makeLink("b", to: "a")
    let error = failure { () throws(FileError) in try write("x", to: folder["a"]) }
    #expect(error?.code == ELOOP)
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func oneFileIsNotWrittenTwice() throws {
    let folder = try TemporaryFolder()
    try folder.makeLink("link", to: "a")
    try folder.makeLink("here", to: ".")
    for other in ["a", "link", "./a", "here/a"] {
      var batch = OutputBatch()
      try batch.stage(bytes("1"), at: folder["a"])
      do throws(FileError) {
        try batch.stage(bytes("2"), at: folder[other])
        Issue.record("\(other) was staged")
      } catch {
        #expect(error.reason == .writtenTwice)
      }
      try batch.commit()
      #expect(try folder.text(of: "a") == "1")
    }
  }

  @Test func bothSpellingsOfALetterAreOneName() throws {
    let folder = try TemporaryFolder()
    var batch = OutputBatch()
    try batch.stage(bytes("1"), at: folder["\u{E5}"])
    #expect(throws: FileError.self) { try batch.stage(bytes("2"), at: folder["a\u{30A}"]) }
  }

  @Test func pipesAndDevicesAreWrittenToAsTheyAre() throws {
    try write("x", to: "/dev/null")
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    let folder = try TemporaryFolder()
    let path = folder["pipe"]
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    var batch = OutputBatch()
    try batch.stage(bytes("one "), at: path)
    try batch.stage(at: path) { (temporary, _) throws(Broken) in
      guard let handle = FileHandle(forWritingAtPath: temporary) else { throw Broken() }
      handle.write(Data("two".utf8))
    }
    try batch.commit()
    var received = [UInt8](repeating: 0, count: 20)
    let count = unsafe read(reader, &received, 20)
    #expect(received.prefix(count) == bytes("one two")[...])
    #expect(try folder.names() == ["pipe"])
  }

  @Test func aFullDeviceIsReported() throws {
    #if os(Linux)
    let error = failure { () throws(FileError) in try write("x", to: "/dev/full") }
    #expect(error == FileError(.writing, "/dev/full", .system(code: ENOSPC)))
    #endif
  }

  @Test func aFailedRenameLeavesThoseAfterItUnmade() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "c")
    var batch = OutputBatch()
    for name in ["a", "b", "c"] { try batch.stage(bytes("new \(name)"), at: folder[name]) }
    // A folder that came meanwhile cannot be renamed over.
    try folder.makeFolder("b")
    do throws(FileError) {
      try batch.commit()
      Issue.record("a folder was replaced")
    } catch {
      #expect(error == FileError(.renaming, folder["b"], .system(code: EISDIR)))
    }
    #expect(try folder.text(of: "a") == "new a")
    #expect(try folder.text(of: "c") == "old")
    #expect(try folder.names() == ["a", "b", "c"])
  }

  @Test func manyBatchesInParallelDoNotDisturbEachOther() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<40 {
        group.addTask {
          for round in 0..<5 {
            var batch = OutputBatch()
            for file in 0..<4 {
              try batch.stage(bytes("\(task) \(round) \(file)"), at: "\(path)/\(task)-\(file)")
              try batch.stage(bytes("\(task) \(round)"), at: "\(path)/shared-\(file)")
            }
            try batch.commit()
          }
        }
      }
      try await group.waitForAll()
    }
    for task in 0..<40 {
      for file in 0..<4 { #expect(try folder.text(of: "\(task)-\(file)") == "\(task) 4 \(file)") }
    }
    #expect(try folder.names().count == 40 * 4 + 4)
  }
}
