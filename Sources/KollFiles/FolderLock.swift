#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder that one run at a time writes to.
///
/// The system gives the lock up when the last process that holds it ends, however it ends, and the
/// folder itself is what is locked: nothing is left behind in it. A file system that knows no locks,
/// as some servers', keeps nobody out.
public final class FolderLock: Sendable {
  let descriptor: Descriptor

  /// Locks a folder.
  /// - Parameter path: The folder's path.
  /// - Throws: ``FileError`` when it cannot be opened, or another run holds it.
  public init(_ path: String) throws(FileError) {
    descriptor = try Self.lock(path)
  }

  private static func lock(_ path: String) throws(FileError) -> Descriptor {
    let folder = try FileError.during(.creating, path) { () throws(ErrorCode) in
      try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
    }
    guard flock(folder.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      throw FileError(.creating, path, .inUse)
    }
    return folder
  }
}
