import Foundation

/// The system's own program for the same digest.
enum IndependentTool {
  private static let path = "/usr/bin/sha256sum"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The digests of several byte strings, in order.
  static func digests(of inputs: [[UInt8]]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("koll-digest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = inputs.indices.map(String.init)
    for (name, input) in zip(names, inputs) {
      try Data(input).write(to: folder.appendingPathComponent(name))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = names
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map { String($0.prefix(64)) }
  }
}
