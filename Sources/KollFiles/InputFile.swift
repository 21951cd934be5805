#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that is open for reading, by position or as a whole.
///
/// A regular file must stay as it is while it is read: what changed under the reader is an error,
/// not a mixture of the old and the new. A file that another one is renamed over keeps its bytes.
public struct InputFile: ~Copyable, Sendable {
  /// The path as it was given.
  public let path: String
  let descriptor: Descriptor
  let opened: FileStatus

  /// Opens a file for reading.
  ///
  /// Regular files, pipes and terminals are read; folders and disks are refused.
  /// - Parameter path: The file's path; links are followed.
  /// - Throws: ``FileError`` when it cannot be opened or is no file.
  public init(path: String) throws(FileError) {
    let descriptor = try FileError.during(.opening, path) { () throws(ErrorCode) in
      try Descriptor(opening: path, O_RDONLY | O_NOCTTY)
    }
    let status = try FileError.during(.opening, path) { () throws(ErrorCode) in
      try descriptor.status()
    }
    switch status.kind {
    case .regular, .stream: break
    case .folder: throw FileError(.opening, path, .system(code: EISDIR))
    case .symbolicLink, .blockDevice, .unknown: throw FileError(.opening, path, .notAFile)
    }
    self.path = path
    self.descriptor = descriptor
    self.opened = status
  }

  /// How many bytes the file has, or `nil` when it is a pipe or a terminal: nobody knows.
  public var size: Int? {
    opened.kind == .regular ? opened.size : nil
  }
}
