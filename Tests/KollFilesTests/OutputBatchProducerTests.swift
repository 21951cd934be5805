import Foundation
import KollFiles
import Testing

@Suite struct OutputBatchProducerTests {
  private enum Broken: Error, Equatable {
    case whileProducing
    case whileVerifying
  }

  private func put(_ text: String, at path: String) {
    let handle = FileHandle(forWritingAtPath: path)
    handle?.write(Data(text.utf8))
    try? handle?.close()
  }

  @Test func aWriterWritesToAnEmptyFileBesideTheDestination() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a.xlsx", permissions: 0o600)
    var batch = OutputBatch()
    var verified = ""
    try batch.stage(at: folder["a.xlsx"]) { (temporary, workFolder) throws(Broken) in
      let attributes = try? FileManager.default.attributesOfItem(atPath: temporary)
      #expect(attributes?[.size] as? Int == 0)
      #expect((temporary as NSString).deletingLastPathComponent == folder.path)
      #expect((workFolder as NSString).deletingLastPathComponent == folder.path)
      #expect(FileManager.default.createFile(atPath: workFolder + "/part", contents: Data([1])))
      put("new", at: temporary)
    } verify: { (temporary) throws(Broken) in
      verified = String(
        decoding: FileManager.default.contents(atPath: temporary) ?? Data(),
        as: UTF8.self,
      )
    }
    #expect(verified == "new")
    // The folder for the writer's own files is gone with what was in it.
    #expect(try folder.names().count == 2)
    #expect(try folder.text(of: "a.xlsx") == "old")
    try batch.commit()
    #expect(try folder.names() == ["a.xlsx"])
    #expect(try folder.text(of: "a.xlsx") == "new")
    #expect(try folder.permissions(of: "a.xlsx") == 0o600)
  }

  @Test func theOldFileStaysWhenProducingOrVerifyingFails() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    for broken in [Broken.whileProducing, .whileVerifying] {
      var batch = OutputBatch()
      try batch.stage(bytes("b"), at: folder["b"])
      do throws(OutputError<Broken>) {
        try batch.stage(at: folder["a"]) { (temporary, workFolder) throws(Broken) in
          put("half", at: temporary)
          _ = FileManager.default.createFile(atPath: workFolder + "/part", contents: Data([1]))
          if broken == .whileProducing { throw broken }
        } verify: { (_) throws(Broken) in
          throw broken
        }
        Issue.record("nothing was thrown")
      } catch {
        guard case .production(broken) = error else {
          Issue.record("\(error)")
          continue
        }
      }
      #expect(try folder.names().count == 2)
      #expect(try folder.text(of: "a") == "old")
    }
    #expect(try folder.names() == ["a"])
  }

  @Test func aBatchGoesOnAfterAStagingFailed() throws {
    let folder = try TemporaryFolder()
    var batch = OutputBatch()
    _ = try? batch.stage(at: folder["a"]) { (_, _) throws(Broken) in throw .whileProducing }
    try batch.stage(bytes("2"), at: folder["a"])
    try batch.commit()
    #expect(try folder.names() == ["a"])
  }

  @Test func aWriterThatPutsAnotherFileInPlaceIsNotTrusted() throws {
    let folder = try TemporaryFolder()
    var batch = OutputBatch()
    for replaces in [true, false] {
      do throws(OutputError<Broken>) {
        try batch.stage(at: folder["a"]) { (temporary, _) throws(Broken) in
          try? FileManager.default.removeItem(atPath: temporary)
          if replaces {
            _ = FileManager.default.createFile(atPath: temporary, contents: Data([1]))
          }
        }
        Issue.record("the file was staged")
      } catch {
        guard case .file(let error) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(error.operation == .verifying && error.path == folder["a"])
      }
    }
    #expect(try folder.names() == [])
  }

  @Test func aDestinationThatCannotBeWrittenIsNotProduced() throws {
    let folder = try TemporaryFolder()
    var batch = OutputBatch()
    do throws(OutputError<Broken>) {
      try batch.stage(at: folder["none/a"]) { (_, _) throws(Broken) in Issue.record("produced") }
    } catch {
      guard case .file(let error) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.code == ENOENT)
    }
  }
}
