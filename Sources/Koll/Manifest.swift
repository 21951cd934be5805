internal import FoundationEssentials
internal import KollExport
internal import KollFiles
internal import KollModel

/// What was read and written, with the fingerprint of each file: `manifest.json` beside the reports.
struct Manifest: Codable, Equatable {
  /// The program's name and version.
  var program: String
  /// What the last run was asked for, as options.
  var request: [String]
  /// The files that the last run read.
  var inputs: [Input]
  /// The files of the reports, also those of earlier runs that are still there.
  var outputs: [Output]
  /// The comparisons of stated figures with computed ones, of every report.
  var checks: [CheckRecord]
  /// What the last run found.
  var findings: [Diagnostic]
  /// The SHA-256 of all above as it is written, which tells whether somebody changed it.
  var seal = ""

  /// The name of the file.
  static let fileName = "manifest.json"

  /// A file that was read.
  struct Input: Codable, Equatable {
    /// Its path from the project's folder; that of a folder, whose names were read, ends in a slash.
    let file: String
    /// How many records with figures or areas, or lines of text, were read; `nil` of other files.
    let rows: Int?
    /// Its SHA-256; that of a folder is of the names in it.
    let sha256: String
  }

  /// A file that was written.
  struct Output: Codable, Equatable {
    /// Its path from the folder of the manifest.
    let file: String
    /// The name of the report that it is of.
    let report: String
    /// The time that the report is about.
    let period: String
    /// The code of the area that the report is about.
    let area: String
    /// The fingerprint of all that the run read that wrote it.
    let basis: String
    /// Its SHA-256.
    let sha256: String
  }

  /// A comparison of a stated figure with the computed one.
  struct CheckRecord: Codable, Equatable {
    let report: String
    let period: String
    let area: String
    /// The title of the table, where it is one of a section.
    let table: String?
    let row: String
    let column: String
    let verdict: String
  }
}

extension Manifest {
  /// The manifest as it is written, sealed.
  func sealed() throws(RunError) -> String {
    let words = JSON.object(members).document
    let seal = try InputReader.sha256(of: Array(words.utf8))
    return JSON.object(members + [.init("seal", .text(seal))]).document
  }

  /// Reads a manifest.
  /// - Parameter bytes: The file's bytes.
  /// - Returns: The manifest, `nil` when it is none, and whether it is as Koll wrote it.
  /// - Throws: ``RunError`` when its fingerprint cannot be taken.
  static func read(
    _ bytes: [UInt8]
  ) throws(RunError) -> (manifest: Manifest?, isSealed: Bool) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
      return (nil, false)
    }
    let isAtHome = manifest.outputs.allSatisfy { !$0.file.split(separator: "/").contains("..") }
    let isAsWritten = try Array(manifest.sealed().utf8) == bytes
    return (manifest, isAtHome && isAsWritten)
  }

  /// The fingerprint of everything that was read for reports, and of the program.
  /// - Parameter digests: The SHA-256 of each input.
  /// - Returns: A SHA-256.
  /// - Throws: ``RunError`` when it cannot be computed.
  static func basis(of digests: [String: String]) throws(RunError) -> String {
    let lines = digests.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
    return try InputReader.sha256(of: Array((Koll.nameAndVersion + "\n" + lines.joined()).utf8))
  }

  private var members: [JSON.Member] {
    [
      .init("program", .text(program)),
      .init("request", .array(request.map(JSON.text))),
      .init("inputs", .array(inputs.map(\.json))),
      .init("outputs", .array(outputs.map(\.json))),
      .init("checks", .array(checks.map(\.json))),
      .init("findings", .array(findings.map(\.json))),
    ]
  }
}
