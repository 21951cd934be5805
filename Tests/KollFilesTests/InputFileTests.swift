import Foundation
import KollFiles
import KollModel
import Testing

@Suite struct InputFileTests {
  private func failure<Value: ~Copyable>(
    _ body: () throws(FileError) -> Value
  ) -> FileError? {
    do throws(FileError) {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  private func readAll(_ path: String, limit: Int = 1 << 20) throws(FileError) -> [UInt8] {
    try InputFile(path: path).readAll(limit: limit)
  }

  @Test func aFileIsReadAsAWholeAndByPosition() throws {
    let folder = try TemporaryFolder()
    try folder.write("0123456789", to: "a")
    let file = try InputFile(path: folder["a"])
    #expect(file.size == 10)
    #expect(try file.readAll(limit: 10) == bytes("0123456789"))
    #expect(try file.read(at: 3, count: 4) == bytes("3456"))
    #expect(try file.read(at: 8, count: 100) == bytes("89"))
    #expect(try file.read(at: 10, count: 1) == [])
    #expect(try file.read(at: Int.max, count: Int.max) == [])
    #expect(try file.read(at: 0, count: Int.max) == bytes("0123456789"))
    #expect(try file.read(at: 0, count: 0) == [])
    try file.requireUnchanged()
  }

  @Test func anEmptyFileIsEmptyAndAMissingOneIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "empty")
    #expect(try readAll(folder["empty"]) == [])
    let error = try #require(failure { () throws(FileError) in try readAll(folder["none"]) })
    #expect(error.isMissing && error.operation == .opening && error.path == folder["none"])
    #expect(error.reasonPhrase.swedish == "hittar inte filen")
  }

  @Test func aFolderIsNotRead() throws {
    let folder = try TemporaryFolder()
    let error = failure { () throws(FileError) in try InputFile(path: folder.path) }
    #expect(error?.code == EISDIR)
  }

  @Test func aPathWithANulIsNotCutShort() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a")
    let error = failure { () throws(FileError) in try InputFile(path: folder["a\u{0}b"]) }
    #expect(error?.code == EINVAL)
  }

  @Test func moreThanTheLimitIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("0123456789", to: "a")
    #expect(try readAll(folder["a"], limit: 10).count == 10)
    let error = failure { () throws(FileError) in try readAll(folder["a"], limit: 9) }
    #expect(error?.reason == .tooLarge(limit: 9))
    #expect(error?.code == nil)
  }

  @Test func aFileThatGrowsShrinksOrChangesUnderTheReaderIsAnError() throws {
    let folder = try TemporaryFolder()
    for (name, contents) in [
      ("grown", "0123456789x"), ("shrunk", "0123"), ("other", "9876543210"),
    ] {
      try folder.write("0123456789", to: name)
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: folder[name])
      let file = try InputFile(path: folder[name])
      let handle = try #require(FileHandle(forWritingAtPath: folder[name]))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(contents.utf8))
      try handle.close()
      let whole = failure { () throws(FileError) in try file.readAll(limit: 100) }
      #expect(whole?.reason == .changedWhileRead, "\(name)")
      let check = failure { () throws(FileError) in try file.requireUnchanged() }
      #expect(check?.reason == .changedWhileRead, "\(name)")
    }
    try folder.write("0123456789", to: "cut")
    let file = try InputFile(path: folder["cut"])
    try FileHandle(forWritingAtPath: folder["cut"])?.truncate(atOffset: 4)
    let part = failure { () throws(FileError) in try file.read(at: 2, count: 5) }
    #expect(part?.reason == .changedWhileRead)
  }

  @Test func aFileThatAnotherIsRenamedOverKeepsItsBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    let file = try InputFile(path: folder["a"])
    var batch = OutputBatch()
    try batch.stage(bytes("new!"), at: folder["a"])
    try batch.commit()
    #expect(try file.readAll(limit: 100) == bytes("old"))
  }

  @Test func aPipeIsReadToItsEndWithinTheLimit() throws {
    let folder = try TemporaryFolder()
    for (limit, isAccepted) in [(600_000, true), (599_999, false)] {
      #expect(unsafe mkfifo(folder["pipe"], 0o600) == 0)
      let path = folder["pipe"]
      let writer = Thread {
        let handle = FileHandle(forWritingAtPath: path)
        try? handle?.write(contentsOf: Data(repeating: 7, count: 600_000))
        try? handle?.close()
      }
      signal(SIGPIPE, SIG_IGN)
      writer.start()
      let file = try InputFile(path: path)
      #expect(file.size == nil)
      let error = failure { () throws(FileError) in
        let read = try file.readAll(limit: limit)
        #expect(read == [UInt8](repeating: 7, count: 600_000))
      }
      #expect(error?.reason == (isAccepted ? nil : .tooLarge(limit: limit)))
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func aPipeCannotBeReadByPosition() throws {
    let folder = try TemporaryFolder()
    #expect(unsafe mkfifo(folder["pipe"], 0o600) == 0)
    let keepOpen = unsafe open(folder["pipe"], O_RDWR)
    defer { close(keepOpen) }
    let file = try InputFile(path: folder["pipe"])
    let error = failure { () throws(FileError) in try file.read(at: 0, count: 1) }
    #expect(error?.code == ESPIPE)
  }

  @Test func aFileThatTheKernelMakesUpIsReadThoughItSaysItIsEmpty() throws {
    #if os(Linux)
    let file = try InputFile(path: "/proc/self/status")
    #expect(file.size == 0)
    #expect(try !file.readAll(limit: 1 << 20).isEmpty)
    #endif
  }

  @Test func aDeviceWithoutEndStopsAtTheLimit() {
    let error = failure { () throws(FileError) in try readAll("/dev/zero", limit: 1_000_000) }
    #expect(error?.reason == .tooLarge(limit: 1_000_000))
  }

  @Test func descriptorsAreClosed() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a")
    // More than any usual limit on open files.
    for _ in 0..<5000 {
      _ = try readAll(folder["a"])
      _ = failure { () throws(FileError) in try InputFile(path: folder.path) }
    }
  }
}
