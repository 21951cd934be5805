import Foundation
import KollFiles
import Testing

@Suite struct FolderTests {
  private func failure(_ path: String) -> FileError? {
    do throws(FileError) {
      try createFolder(path)
      return nil
    } catch {
      return error
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  @Test func foldersAreMadeWithThoseAboveThem() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b/c/d", "e/f/", "g//h///", "a/./i", "å/ä"] {
      #expect(failure(folder[name]) == nil)
      #expect(isFolder(folder[name]), "\(name)")
    }
  }

  @Test func aFolderThatIsThereIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(failure(folder.path) == nil)
    #expect(failure("/") == nil)
    #expect(failure(".") == nil)
    #expect(try folder.names() == ["file"])
    try folder.makeLink("link", to: ".")
    #expect(failure(folder["link"]) == nil)
  }

  @Test func aFileInTheWayIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    for name in ["file", "file/a", "file/a/b"] {
      let error = failure(folder[name])
      #expect(error == FileError(.creatingFolder, folder[name], .system(code: ENOTDIR)))
    }
  }

  @Test func namesThatCannotBeAreReported() throws {
    let folder = try TemporaryFolder()
    #expect(failure("")?.code == ENOENT)
    #expect(failure(folder["a\u{0}b"])?.code == EINVAL)
    #expect(failure(folder[String(repeating: "n", count: 256)])?.code == ENAMETOOLONG)
    try folder.makeLink("dangling", to: "none")
    #expect(failure(folder["dangling"]) != nil)
    #expect(try folder.names() == ["dangling"])
  }

  @Test func manyMakersOfTheSameFolderAllSucceed() async throws {
    let folder = try TemporaryFolder()
    let path = folder["a/b/c/d/e"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<32 { group.addTask { try createFolder(path) } }
      try await group.waitForAll()
    }
    #expect(isFolder(path))
  }
}
