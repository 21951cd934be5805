import KollArchive
import KollDigest
import KollTestSupport

/// What a run left behind, or should have: its streams, its status and the files it changed.
struct Leftovers {
  /// The goldens by their paths in the case's folder.
  private var goldens: [String: [UInt8]] = [:]

  /// What cannot be the same on every machine, and is not what a workbook says.
  ///
  /// - `xl/theme/theme1.xml` is a constant of the library's, of 7 000 bytes.
  /// - `docProps/app.xml` names the version of the program that the library stands for.
  static let partsNotCompared: Set<String> = ["xl/theme/theme1.xml", "docProps/app.xml"]

  private static let streams = ["stdout", "stderr", "status"]

  /// What a run left.
  init(_ result: Executable.Result, in work: FileTree, before: [String: [UInt8]]) throws {
    goldens["stdout"] = result.output
    goldens["stderr"] = result.errors
    goldens["status"] = Array("\(result.status)\n".utf8)
    let after = try work.paths()
    for path in after {
      let bytes = try work.bytes(of: path)
      if before[path] != bytes { try add(bytes, at: path, in: work) }
    }
    for path in before.keys where !after.contains(path) {
      goldens["expected/\(path)"] = Array("the run took this file away\n".utf8)
    }
  }

  /// What a case expects.
  init(expectedBy folder: FileTree) throws {
    for path in try folder.paths()
    where Leftovers.streams.contains(path) || path.hasPrefix("expected/") {
      goldens[path] = try folder.bytes(of: path)
    }
  }

  private mutating func add(_ bytes: [UInt8], at path: String, in work: FileTree) throws {
    guard path.hasSuffix(".xlsx") else {
      let isManifest = path.hasSuffix("manifest.json")
      goldens["expected/\(path)"] =
        isManifest ? try withoutDigests(bytes, at: path, in: work) : bytes
      return
    }
    let archive = try ArchiveReader(bytes)
    for part in archive.parts where !Leftovers.partsNotCompared.contains(part.name) {
      let text = String(decoding: try archive.contents(of: part), as: UTF8.self)
      goldens["expected/\(path)/\(part.name)"] = Array(text.oneElementALine.utf8)
    }
  }

  /// The manifest with the digests of workbooks, whose compression is the machine's, left out when
  /// they are right.
  private func withoutDigests(
    _ bytes: [UInt8],
    at path: String,
    in work: FileTree,
  ) throws -> [UInt8] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var neutral = try lines.map { line -> String in
      let quoted = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      guard let name = quoted.first(where: { $0.hasSuffix(".xlsx") }) else { return String(line) }
      let contents = try work.bytes(of: folder.isEmpty ? name : "\(folder)/\(name)")
      let digest = try SHA256Digest.hexadecimal(of: contents)
      return quoted.map { $0 == digest ? "the workbook's SHA-256" : $0 }.joined(separator: "\"")
    }
    // The seal is the SHA-256 of what stands above it.
    let end = lines.count - 3
    let sealed = lines[..<end].joined(separator: "\n").dropLast() + "\n}\n"
    let seal = try SHA256Digest.hexadecimal(of: Array(sealed.utf8))
    neutral[end] = neutral[end].replacing(seal, with: "the SHA-256 of all above")
    return Array(neutral.joined(separator: "\n").utf8)
  }
}

extension Leftovers {
  /// How these differ from those expected, each with a line diff.
  func differences(from expected: Leftovers) -> [String] {
    var differences: [String] = []
    for stream in Leftovers.streams where expected.goldens[stream] == nil {
      differences.append("the golden \(stream) is missing")
    }
    for path in Set(goldens.keys).union(expected.goldens.keys).sorted() {
      switch (expected.goldens[path], goldens[path]) {
      case (let expected?, let actual?):
        if let diff = LineDiff.between(expected, actual) {
          differences.append("\(path):\n\(diff)")
        }
      case (nil, let actual?) where !Leftovers.streams.contains(path):
        let text = String(decoding: actual.prefix(2000), as: UTF8.self)
        differences.append("\(path) was written and not expected:\n\(text)")
      case (.some, nil): differences.append("\(path) was expected and not written")
      default: break
      }
    }
    return differences
  }

  /// Writes these as what the case expects from now on.
  func record(in folder: FileTree) throws {
    try folder.remove("expected")
    for (path, bytes) in goldens { try folder.write(bytes, to: path) }
  }
}

extension String {
  /// XML with a line break after each tag that another follows.
  fileprivate var oneElementALine: String {
    var text = ""
    var previous: Character = " "
    for character in self {
      if previous == ">", character == "<" { text += "\n" }
      text.append(character)
      previous = character
    }
    return text
  }
}
