import Foundation

/// An empty folder of a test's own, removed with all that is in it when the test ends.
public struct TemporaryFolder: ~Copyable {
  /// Where the folder is.
  public let path: String

  /// Makes the folder.
  /// - Throws: An error when it cannot be made.
  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("koll-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  public subscript(name: String) -> String { path + "/" + name }

  /// The folder's files and theirs.
  public var tree: FileTree { FileTree(path) }
}

/// The files below a folder, by their paths from it.
public struct FileTree: Sendable {
  private let root: String

  /// Opens a folder; one that is not there has no files.
  public init(_ root: String) {
    self.root = root
  }

  /// The files' paths, hidden ones too, in order of their names; links and pipes count as files.
  /// - Throws: An error when a folder cannot be read.
  public func paths() throws -> [String] {
    guard FileManager.default.fileExists(atPath: root) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { !isFolder($0) }.sorted()
  }

  /// Everything below the folder, empty folders too.
  /// - Throws: An error when a folder cannot be read.
  public func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
  }

  /// The bytes of a file.
  /// - Throws: An error when it cannot be read.
  public func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(path)))
  }

  /// The bytes of a file, or `nil` when there is none.
  public func bytesIfPresent(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: url(path))).map { Array($0) }
  }

  /// The text of a file.
  /// - Throws: An error when it cannot be read.
  public func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// Writes a file, with the folders that it stands in.
  /// - Throws: An error when it cannot be written.
  public func write(_ bytes: [UInt8], to path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(),
      withIntermediateDirectories: true,
    )
    try Data(bytes).write(to: url(path))
  }

  /// Writes a file of text, with the folders that it stands in.
  /// - Throws: An error when it cannot be written.
  public func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Makes a folder, with those above it.
  /// - Throws: An error when it cannot be made.
  public func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(at: url(path), withIntermediateDirectories: true)
  }

  /// Removes a file or a folder; one that is not there is no error.
  /// - Throws: An error when it cannot be removed.
  public func remove(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: url(path).path) else { return }
    try FileManager.default.removeItem(at: url(path))
  }

  /// Whether the path is a folder.
  public func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url(path).path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private func url(_ path: String) -> URL {
    URL(fileURLWithPath: root + "/" + path)
  }
}
