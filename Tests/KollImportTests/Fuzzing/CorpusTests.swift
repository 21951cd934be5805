import Foundation
import Testing

/// The bytes that the fuzzer has found worth keeping, run as tests.
struct CorpusTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: ImportCheck.allCases)
  func everyFileOfTheCorpusIsReadAsItMustBe(check: ImportCheck) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: check.rawValue),
      includingPropertiesForKeys: nil,
    ).sorted { $0.path() < $1.path() }
    #expect(files.count > 10)
    for file in files {
      let bytes = try [UInt8](Data(contentsOf: file))
      #expect(check.broken(by: bytes) == nil, "\(file.lastPathComponent)")
    }
  }
}
