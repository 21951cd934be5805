import Foundation
import KollFiles
import Testing

/// What concerns a whole process is tried in one of its own.
///
/// Such a process ends with success only when it came to its end, and `precondition` ends it before
/// that where something is not as it should be.
@Suite struct ProcessTests {
  @Test func aClosedReaderIsAnErrorAndNoSignal() async {
    await #expect(processExitsWith: .success) {
      prepareProcess()
      var ends: [Int32] = [0, 0]
      precondition(unsafe pipe(&ends) == 0 && dup2(ends[1], 1) == 1)
      close(ends[0])
      let expected = FileError(.writing, FileError.standardStream, .system(code: EPIPE))
      precondition(outputError([1]) == expected)
    }
  }

  @Test func standardOutputIsWrittenInFullThroughAPipeThatDoesNotWait() async {
    await #expect(processExitsWith: .success) {
      prepareProcess()
      var ends: [Int32] = [0, 0]
      precondition(unsafe pipe(&ends) == 0 && dup2(ends[1], 1) == 1)
      precondition(fcntl(1, F_SETFL, fcntl(1, F_GETFL) | O_NONBLOCK) == 0)
      close(ends[1])
      let reader = ends[0]
      let received = Mailbox()
      let thread = Thread {
        usleep(100_000)
        received.put((try? FileHandle(fileDescriptor: reader).readToEnd())?.count ?? -1)
      }
      thread.start()
      precondition(outputError([UInt8](repeating: 5, count: 1_000_000)) == nil)
      precondition(closeError() == nil)
      precondition(received.take() == 1_000_000)
    }
  }

  @Test func aStandardOutputThatWasClosedFromTheStartIsAnErrorAndNoFileTakesItsPlace() async throws
  {
    let folder = try TemporaryFolder()
    try await #require(processExitsWith: .success) { [path = folder["a"] as String] in
      close(0)
      close(1)
      close(2)
      prepareProcess()
      var batch = OutputBatch()
      try batch.stage(Array("contents".utf8), at: path)
      precondition(outputError(Array("stray".utf8))?.code == EBADF)
      do throws(FileError) {
        try writeStandardError(Array("stray".utf8))
        preconditionFailure("a closed stream was written to")
      } catch { precondition(error.code == EBADF) }
      do throws(FileError) {
        _ = try readStandardInput(limit: 10)
        preconditionFailure("a closed stream was read as an empty one")
      } catch { precondition(error.code == EBADF) }
      try batch.commit()
    }
    #expect(try folder.text(of: "a") == "contents")
  }

  @Test func aFullStandardOutputIsReported() async {
    #if os(Linux)
    await #expect(processExitsWith: .success) {
      prepareProcess()
      precondition(unsafe dup2(open("/dev/full", O_WRONLY), 1) == 1)
      precondition(outputError([1])?.code == ENOSPC)
      precondition(outputError([]) == nil)
    }
    #endif
  }

  @Test func standardInputIsReadToItsEndWithinTheLimit() async throws {
    let folder = try TemporaryFolder()
    try folder.write("0123456789", to: "a")
    try await #require(processExitsWith: .success) {
      [file = folder["a"] as String, folder = folder.path as String] in
      prepareProcess()
      for (path, limit, code) in [(file, 10, 0), (file, 9, -1), (folder, 9, EISDIR)] {
        precondition(unsafe dup2(open(path, O_RDONLY), 0) == 0)
        do throws(FileError) {
          let read = try readStandardInput(limit: limit)
          precondition(read.count == 10 && code == 0)
        } catch {
          precondition(error.code == (code > 0 ? code : nil) && code != 0)
        }
      }
    }
  }

  @Test func aPipeIsNoTerminal() async {
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [0, 0]
      precondition(unsafe pipe(&ends) == 0 && dup2(ends[1], 1) == 1)
      precondition(!isTerminal(.output))
    }
  }

  @Test func theLargestFileAllowedIsAnErrorAndLeavesTheOldFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    try await #require(processExitsWith: .success) { [path = folder["a"] as String] in
      prepareProcess()
      limitFileSize(to: 10_000)
      precondition(stageError(10_001, path)?.code == EFBIG)
      precondition(stageError(10_000, path) == nil)
    }
    #expect(try folder.names() == ["a"])
    #expect(try folder.text(of: "a") == "old")
  }

  @Test func tooManyOpenFilesAreReported() async throws {
    let folder = try TemporaryFolder()
    try await #require(processExitsWith: .success) { [path = folder["a"] as String] in
      var last = unsafe open("/dev/null", O_RDONLY)
      let first = last
      while last >= 0 { last = unsafe open("/dev/null", O_RDONLY) }
      let error = stageError(1, path)
      // The process needs some at its end when it runs under a sanitizer.
      for number in first..<first + 8 { close(number) }
      precondition(error?.code == EMFILE && error?.operation == .creating)
    }
    #expect(try folder.names() == [])
  }

  @Test func aKilledProcessLeavesTheOldFilesAndTheNextOneTidiesUp() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    try await #require(processExitsWith: .signal(SIGKILL)) { [folder = folder.path as String] in
      var batch = OutputBatch()
      try batch.stage([1], at: folder + "/a")
      try batch.stage(at: folder + "/b") { (_, workFolder) in
        precondition(FileManager.default.createFile(atPath: workFolder + "/c", contents: Data()))
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try folder.names().count == 4)
    #expect(try folder.text(of: "a") == "old")
    var batch = OutputBatch()
    try batch.stage(Array("new".utf8), at: folder["a"])
    try batch.commit()
    #expect(try folder.names() == ["a"])
    #expect(try folder.text(of: "a") == "new")
  }

  /// The administrator may do everything, so these become somebody else first where they must.
  @Test func whatMayNotBeWrittenIsRefusedAndStays() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("closed")
    try folder.write("old", to: "closed/file")
    try folder.makeFolder("open")
    try folder.write("old", to: "open/protected", permissions: 0o444)
    try folder.write("secret", to: "open/hidden", permissions: 0o000)
    try folder.setPermissions(0o555, of: "closed")
    try folder.setPermissions(0o777, of: "open")
    defer { try? folder.setPermissions(0o755, of: "closed") }
    try await #require(processExitsWith: .success) { [folder = folder.path as String] in
      becomeOrdinary()
      precondition(stageError(1, folder + "/closed/new")?.code == EACCES)
      precondition(stageError(1, folder + "/closed/file")?.code == EACCES)
      precondition(stageError(1, folder + "/open/protected")?.code == EACCES)
      precondition(stageError(1, folder + "/open/new") == nil)
      do throws(FileError) {
        _ = try InputFile(path: folder + "/open/hidden")
        preconditionFailure("a hidden file was opened")
      } catch { precondition(error.code == EACCES && !error.isMissing) }
      do throws(FileError) {
        try createFolder(folder + "/closed/sub/sub")
        preconditionFailure("a folder was made")
      } catch { precondition(error.code == EACCES) }
    }
    #expect(try folder.text(of: "closed/file") == "old")
    #expect(try folder.text(of: "open/protected") == "old")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder["open"]).sorted()
    #expect(left == ["hidden", "protected"])
  }

  @Test func aFolderToWriteInButNotToLookIntoIsWrittenIn() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("letterbox")
    try folder.setPermissions(0o333, of: "letterbox")
    defer { try? folder.setPermissions(0o755, of: "letterbox") }
    try await #require(processExitsWith: .success) { [path = folder["letterbox/a"] as String] in
      becomeOrdinary()
      var batch = OutputBatch()
      try batch.stage(Array("x".utf8), at: path)
      try batch.commit()
    }
    #expect(try folder.text(of: "letterbox/a") == "x")
  }

  @Test(.enabled(if: geteuid() == 0, "only the administrator replaces files of others"))
  func theOwnerOfAReplacedFileIsKept() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a", permissions: 0o640)
    #expect(unsafe chown(folder["a"], 1234, 2345) == 0)
    var batch = OutputBatch()
    try batch.stage(Array("new".utf8), at: folder["a"])
    try batch.commit()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["a"])
    #expect(attributes[.ownerAccountID] as? Int == 1234)
    #expect(attributes[.groupOwnerAccountID] as? Int == 2345)
    #expect(try folder.permissions(of: "a") == 0o640)
    #expect(try folder.text(of: "a") == "new")
  }

  @Test(.enabled(if: geteuid() == 0, "needs files of a group that one is not in"))
  func aGroupThatCannotBeKeptGetsNoMoreThanEverybody() async throws {
    let folder = try TemporaryFolder()
    try folder.setPermissions(0o777, of: ".")
    try folder.write("old", to: "a", permissions: 0o666)
    try folder.write("old", to: "b", permissions: 0o660)
    #expect(unsafe chown(folder["a"], 65534, 2345) == 0)
    #expect(unsafe chown(folder["b"], 65534, 2345) == 0)
    try await #require(processExitsWith: .success) { [folder = folder.path as String] in
      becomeOrdinary()
      var batch = OutputBatch()
      try batch.stage(Array("new".utf8), at: folder + "/a")
      try batch.stage(Array("new".utf8), at: folder + "/b")
      try batch.commit()
    }
    #expect(try folder.text(of: "b") == "new")
    #expect(try folder.permissions(of: "a") == 0o666)
    #expect(try folder.permissions(of: "b") == 0o600)
  }
}

/// A place for one number that one thread puts and another waits for.
private final class Mailbox: Sendable {
  private let condition = NSCondition()
  nonisolated(unsafe) private var value: Int?

  // Safe because the value is touched only while the condition is locked.
  func put(_ new: Int) {
    condition.lock()
    unsafe value = new
    condition.signal()
    condition.unlock()
  }

  func take() -> Int {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let value = unsafe value { return value }
      condition.wait()
    }
  }
}

/// Gives up the administrator's powers, where the tests have them.
private func becomeOrdinary() {
  guard geteuid() == 0 else { return }
  precondition(setgroups(0, nil) == 0 && setgid(65534) == 0 && setuid(65534) == 0)
}

private func limitFileSize(to size: UInt64) {
  var limit = rlimit(rlim_cur: rlim_t(size), rlim_max: rlim_t(size))
  #if os(Linux)
  precondition(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
  #else
  precondition(unsafe setrlimit(RLIMIT_FSIZE, &limit) == 0)
  #endif
}

private func outputError(_ bytes: [UInt8]) -> FileError? {
  do throws(FileError) {
    try writeStandardOutput(bytes)
    return nil
  } catch {
    return error
  }
}

private func closeError() -> FileError? {
  do throws(FileError) {
    try closeStandardOutput()
    return nil
  } catch {
    return error
  }
}

/// Why a file of so many bytes could not be staged; it is never committed.
private func stageError(_ count: Int, _ path: String) -> FileError? {
  do throws(FileError) {
    var batch = OutputBatch()
    try batch.stage([UInt8](repeating: 1, count: count), at: path)
    return nil
  } catch {
    return error
  }
}
