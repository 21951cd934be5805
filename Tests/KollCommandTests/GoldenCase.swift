import KollTestSupport
import Testing

/// A run of the command with everything that it reads and everything that it should leave behind.
///
/// A case is a folder of `Goldens`: `arguments`, one a line, and the files in `input`. Optional are
/// `samples`, which names files of the package's samples to copy beside them, `environment` with
/// `KEY=VALUE` a line, `standard-input` with the name of a file, and `generate` with `name count text` a line, for
/// a file of so many repetitions. Expected are `stdout`, `stderr`, `status` and the files below
/// `expected`; a workbook is a folder there, with its parts.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String
  private let folder: FileTree

  var testDescription: String { name }

  static let root = PackageFolder.path + "/Tests/KollCommandTests/Goldens"

  /// All cases, by name.
  static let all: [GoldenCase] = {
    let paths = (try? FileTree(root).paths()) ?? []
    return Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
      .map { GoldenCase($0) }
  }()

  init(_ name: String) {
    self.name = name
    folder = FileTree(GoldenCase.root + "/" + name)
  }

  /// The lines of one of the case's own files; none when it is not there.
  func lines(of file: String) -> [String] {
    guard let bytes = folder.bytesIfPresent(of: file) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The text that the case expects in one of its own files.
  func expectedText(of file: String) throws -> String {
    try folder.text(of: file)
  }
}

extension GoldenCase {
  /// Runs the command in a fresh folder and says how what it left differs from what was expected.
  ///
  /// When goldens are updated they are written first; the differences are told all the same.
  func differences() async throws -> [String] {
    guard try folder.paths().contains("arguments") else { return ["the case has no arguments"] }
    let work = try TemporaryFolder()
    let before = try prepare(work.tree)
    let result = try await Executable().run(
      lines(of: "arguments"),
      in: work.path,
      environment: environment,
      input: lines(of: "standard-input").first.map { work[$0] } ?? "/dev/null",
    )
    let left = try Leftovers(result, in: work.tree, before: before)
    let expected = try Leftovers(expectedBy: folder)
    let differences = left.differences(from: expected)
    if Environment.updatesGoldens, !differences.isEmpty { try left.record(in: folder) }
    return differences.isEmpty ? [] : differences + [result.command]
  }

  private var environment: [String: String] {
    let entries = lines(of: "environment").map { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), String(parts.last ?? ""))
    }
    return entries.isEmpty ? ["LC_ALL": "C"] : Dictionary(entries) { $1 }
  }

  /// Fills the folder that the command runs in.
  /// - Returns: The files in it, with their bytes.
  private func prepare(_ work: FileTree) throws -> [String: [UInt8]] {
    for path in try folder.paths() where path.hasPrefix("input/") {
      try work.write(try folder.bytes(of: path), to: String(path.dropFirst("input/".count)))
    }
    for sample in lines(of: "samples") {
      // The folder of the sample, Samples/NAME, goes; those within it stay.
      let path = sample.split(separator: "/").dropFirst(2).joined(separator: "/")
      try work.write(try PackageFolder.tree.bytes(of: sample), to: path)
    }
    for line in lines(of: "generate") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      let piece = parts[2].split(separator: "\\n", omittingEmptySubsequences: false)
        .joined(separator: "\n")
      let text = String(repeating: piece, count: Int(parts[1]) ?? 0)
      try work.write((work.bytesIfPresent(of: parts[0]) ?? []) + Array(text.utf8), to: parts[0])
    }
    var files: [String: [UInt8]] = [:]
    for path in try work.paths() { files[path] = try work.bytes(of: path) }
    return files
  }
}
