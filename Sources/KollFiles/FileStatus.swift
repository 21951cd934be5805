#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system knows about a file.
struct FileStatus: Equatable {
  let identity: Identity
  let kind: Kind
  /// Who may read, write and run it.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t
  let size: Int
  let modified: Moment

  /// The kinds of file that are told apart.
  enum Kind: Equatable {
    case regular
    case folder
    case symbolicLink
    /// A pipe, a socket, a terminal or another device that bytes flow through.
    case stream
    case blockDevice
    case unknown
  }

  /// A time on the file system's clock.
  struct Moment: Equatable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = Int(time.tv_sec)
      nanoseconds = Int(time.tv_nsec)
    }
  }

  /// What makes a file the same file, whatever it holds and is called.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }
}

extension FileStatus {
  init(_ status: stat) {
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino),
    )
    kind = Kind(mode: status.st_mode)
    permissions = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
    size = Int(status.st_size)
    #if canImport(Darwin)
    modified = Moment(status.st_mtimespec)
    #else
    modified = Moment(status.st_mtim)
    #endif
  }

  /// What a path leads to; links are followed.
  init(of path: String) throws(ErrorCode) {
    var status = stat()
    _ = try withPath(path) { unsafe stat($0, &status) }
    self.init(status)
  }

  /// What stands at a path itself; a link is not followed.
  init(at path: String) throws(ErrorCode) {
    var status = stat()
    _ = try withPath(path) { unsafe lstat($0, &status) }
    self.init(status)
  }
}

extension FileStatus.Kind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case S_IFIFO, S_IFSOCK, S_IFCHR: .stream
      case S_IFBLK: .blockDevice
      default: .unknown
      }
  }
}
