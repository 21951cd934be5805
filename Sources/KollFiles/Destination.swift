#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a file is to stand, after links were followed, and what stands there now.
struct Destination {
  /// The path as it was given, for messages.
  let given: String
  /// The path that is written to.
  let path: String
  /// What stands there now, or `nil` when nothing does.
  let existing: FileStatus?

  /// Finds out where a path leads.
  ///
  /// A symbolic link is followed, and the file that it leads to is replaced: the link is somebody's
  /// arrangement and stays. A file that may not be written to is not replaced either.
  init(_ given: String) throws(FileError) {
    self.given = given
    let found = try FileError.during(.creating, given) { () throws(ErrorCode) in
      try Self.existing(at: given)
    }
    switch found?.kind {
    case .stream:
      path = given
    case .regular, nil:
      path = try FileError.during(.creating, given) { () throws(ErrorCode) in
        try Self.followingLinks(given)
      }
    case .folder: throw FileError(.creating, given, .system(code: EISDIR))
    case .symbolicLink, .blockDevice, .unknown: throw FileError(.creating, given, .notAFile)
    }
    existing = found
    try requireReplaceable()
  }

  /// Whether bytes are written to what stands there, as to a pipe, and nothing is put in its place.
  var isStream: Bool { existing?.kind == .stream }

  /// The folder that it stands in.
  var folder: String { folderPart(of: path) }

  private func requireReplaceable() throws(FileError) {
    // A path that ends in a slash names a folder, also when none is there yet.
    guard !namePart(of: path).isEmpty else {
      throw FileError(.creating, given, .system(code: path.isEmpty ? ENOENT : EISDIR))
    }
    guard existing?.kind == .regular else { return }
    _ = try FileError.during(.creating, given) { () throws(ErrorCode) in
      try withPath(path) { unsafe faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) }
    }
  }

  private static func existing(at path: String) throws(ErrorCode) -> FileStatus? {
    do throws(ErrorCode) {
      return try FileStatus(of: path)
    } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
  }

  /// The path behind links in the last part; links in the folder's part lead the same way anyhow.
  private static func followingLinks(_ given: String) throws(ErrorCode) -> String {
    var path = given
    for _ in 0..<40 {
      guard let target = try linkTarget(of: path) else { return path }
      path = target.hasPrefix("/") ? target : folderPart(of: path) + "/" + target
    }
    throw ErrorCode(ELOOP)
  }

  private static func linkTarget(of path: String) throws(ErrorCode) -> String? {
    var target = [CChar](repeating: 0, count: 4096)
    do throws(ErrorCode) {
      let count = try withPath(path) { path in
        unsafe readlink(path, &target, target.count)
      }
      guard count < target.count else { throw ErrorCode(ENAMETOOLONG) }
      return String(decoding: target.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    } catch {
      // Nothing there, or something that is no link.
      guard error.number == ENOENT || error.number == EINVAL, !path.utf8.contains(0) else {
        throw error
      }
      return nil
    }
  }
}

/// The folder that a path stands in, as a path that can be opened.
func folderPart(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path; empty when the path ends in a slash.
func namePart(of path: String) -> Substring {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
  return path[path.utf8.index(after: slash)...]
}
